import Testing

/// Every mistake of one run is told at its line, and output stays as it was.
@Suite struct MistakeTests {
  @Test func twentyMistakesInOneRun() async throws {
    let project = try Project()
    try await project.build()
    let before = try project.output()
    try project.write(
      """
      apiVersion: spai/v1
      kind: Tenant
      metadata: {name: broken}
      tier: enterprse
      owner: {team: "bad team!", contakt: x}
      environments: {production: {quota: {cpu: lots}}, Prod: {}}
      dataClasses: [secret-sauce]
      buget: {monthly: 1, currency: EUR}
      services:
        backend:
          replicas: {minimum: many}
          replcas: {}
          autoscaling: {cpu: 120}
          env: {API_TOKEN: abc, 1BAD: x}
          ports: {http: {port: 70000}}
          probes: {liveness: {period: 10}}
          rollout: {strategy: canry}
          image: {tag: "a b"}
          volumes: {Cache: {mount: cache}}
          expose: []
        billing: {external: {bank: {cidrs: [10.0.0.1/8], ports: [443]}}}
        billing: {}
      """,
      to: "tenants/broken.yaml"
    )
    let (_, findings) = try await project.build()
    #expect(findings.map { $0.replacing("tenants/broken.yaml:", with: "") } == expected)
    #expect(try project.output() == before)
  }

  private let expected = [
    "4:7: error[SPAI1301]: no Tier is called 'enterprse'",
    "5:8: error[SPAI1102]: missing key 'contact' in 'owner' of Tenant 'broken'",
    "5:15: error[SPAI1104]: 'owner.team' of Tenant 'broken' is 'bad team!', not a label value",
    "5:28: error[SPAI1101]: unknown key 'contakt' in 'owner' of Tenant 'broken'",
    "6:42: error[SPAI1104]: 'environments.production.quota.cpu' of Tenant 'broken' is 'lots', not a quantity such as 500m, 2 or 4Gi",
    "6:50: error[SPAI1105]: name 'Prod' in 'environments' of Tenant 'broken' is not a DNS label such as backend",
    "7:15: error[SPAI1301]: no data class of the platform is called 'secret-sauce'",
    "8:1: error[SPAI1101]: unknown key 'buget' in Tenant 'broken'",
    "11:25: error[SPAI1103]: 'services.backend.replicas.minimum' of Tenant 'broken' is the text 'many', not a whole number from 1 to 10000",
    "12:5: error[SPAI1101]: unknown key 'replcas' in 'services.backend' of Tenant 'broken'",
    "13:24: error[SPAI1104]: 'services.backend.autoscaling.cpu' of Tenant 'broken' is '120', not a whole number from 1 to 100",
    "14:22: error[SPAI1109]: the value of a secret in a spec",
    "14:27: error[SPAI1105]: name '1BAD' in 'services.backend.env' of Tenant 'broken' is not a variable name such as LOG_LEVEL",
    "15:26: error[SPAI1104]: 'services.backend.ports.http.port' of Tenant 'broken' is '70000', not a whole number from 1 to 65535",
    "16:33: error[SPAI1103]: 'services.backend.probes.liveness.period' of Tenant 'broken' is the number '10', not a duration such as 30s, 5m or 1h30m",
    "17:25: error[SPAI1104]: 'services.backend.rollout.strategy' of Tenant 'broken' is 'canry', not one of rolling, recreate, blueGreen, canary, abTest",
    "18:18: error[SPAI1104]: 'services.backend.image.tag' of Tenant 'broken' is 'a b', not an image tag such as 2.4.1",
    "19:15: error[SPAI1105]: name 'Cache' in 'services.backend.volumes' of Tenant 'broken' is not a DNS label such as backend",
    "19:30: error[SPAI1104]: 'services.backend.volumes.Cache.mount' of Tenant 'broken' is 'cache', not an absolute path such as /data",
    "20:13: error[SPAI1103]: 'services.backend.expose' of Tenant 'broken' is a list, not the fields of exposure",
    "21:39: error[SPAI1104]: 'services.billing.external.bank.cidrs' of Tenant 'broken' is '10.0.0.1/8', not an address range such as 203.0.113.0/24",
    "22:3: error[SPAI1003]: key 'billing' is written twice",
  ]

  @Test(arguments: [
    ("services:", "services:\n  nothing: {}", "no ServiceTemplate is called 'nothing'"),
    ("services:", "services:\n  backend: {replicas: {maximum: 900}}\n  x:", "key 'backend' is written twice"),
  ]) func mistakesOfMeaning(old: String, new: String, message: String) async throws {
    let project = try Project()
    try project.edit("tenants/indie-label.yaml", old, new)
    let (_, findings) = try await project.build()
    #expect(findings.contains { $0.contains(message) }, "\(findings)")
  }
}
