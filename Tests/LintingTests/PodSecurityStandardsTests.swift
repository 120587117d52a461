import Diagnostics
import Linting
import Testing
import YAMLSyntax

/// The levels decide as the admission plugin does.
@Suite struct PodSecurityStandardsTests {
  @Test(arguments: podSecurityCases) func aPodFailsOncePerCheck(one: PodSecurityCase) throws {
    #expect(try checks(of: one.text, at: .baseline, minor: one.minor) == one.baseline)
    #expect(try checks(of: one.text, at: .restricted, minor: one.minor) == one.restricted)
  }

  /// Every check is in the table, refusing and letting in.
  @Test func theTableHasEveryCheck() {
    #expect(podSecurityCases.count >= 60)
    #expect(Set(podSecurityCases.flatMap(\.baseline)) == Set(baselineIDs))
    let own = Set(podSecurityCases.flatMap(\.restricted)).subtracting(baselineIDs)
    #expect(own == Set(restrictedIDs))
  }

  /// The safe set grew, and the name of a setting is compared as it is written.
  @Test(arguments: [
    ("net.ipv4.ip_local_reserved_ports", 27), ("net.ipv4.tcp_keepalive_time", 29),
    ("net.ipv4.tcp_fin_timeout", 29),
    ("net.ipv4.tcp_keepalive_intvl", 29), ("net.ipv4.tcp_keepalive_probes", 29), ("net.ipv4.tcp_rmem", 32),
    ("net.ipv4.tcp_wmem", 32),
  ]) func aSettingIsSafeSince(name: String, minor: Int) throws {
    let text = podText(plus: "sysctls: [{name: \(name), value: '1'}]")
    #expect(try checks(of: text, at: .baseline, minor: minor) == [])
    #expect(try checks(of: text, at: .baseline, minor: minor - 1) == ["sysctls"])
  }

  @Test func aPodOfManyFaultsIsToldInThePluginsOrder() throws {
    let text = podText(
      "hostNetwork: true, hostPID: true, volumes: [{name: v, hostPath: {path: /}}]",
      context: "runAsUser: 0, seLinuxOptions: {type: spc_t}, sysctls: [{name: a.b, value: '1'}]",
      container: "ports: [{containerPort: 80}], livenessProbe: {httpGet: {port: 80, host: a}}",
      own:
        "privileged: true, procMount: Unmasked, capabilities: {add: [SYS_TIME]}, seccompProfile: {type: Unconfined}",
      and: "windowsOptions: {hostProcess: true}, appArmorProfile: {type: Unconfined}"
    )
    #expect(try checks(of: text, at: .baseline, minor: 36) == baselineIDs)
    let replaced = ["capabilities_baseline", "hostPathVolumes", "procMount", "seccompProfile_baseline"]
    #expect(
      try checks(of: text, at: .restricted, minor: 36) == baselineIDs.filter { !replaced.contains($0) }
        + restrictedIDs
    )
  }

  /// Whatever the level refuses in a pod, it refuses in the pods of a workload, at the place below the template.
  @Test func theFirstOfSeveralPlacesIsTold() throws {
    let text = """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: api}
      spec:
        template:
          spec:
            containers:
            - {name: a, securityContext: {privileged: false}}
            - {name: b, securityContext: {privileged: true}}
            - {name: c, securityContext: {privileged: true}}
      """
    let violation = try #require(try violations(of: text, at: .baseline, minor: 36).first)
    #expect(violation.check == "privileged")
    #expect(violation.others.count == 1)
    let rule = try #require(LintRule.all.first { $0.name == "pss-baseline" })
    let path = "spec.template.spec.containers[1].securityContext.privileged"
    #expect(findings(of: rule, in: text) == ["9: '\(path)' of Deployment 'api' is true (privileged)"])
  }

  @Test func theRuleTellsTheVersionThatItIsTold() throws {
    let rule = try #require(LintRule.all.first { $0.name == "pss-baseline" })
    let text = podText(container: "livenessProbe: {httpGet: {port: 80, host: a}}")
    let told = findings(of: rule, in: text) { $0.settings.kubernetesMinor = 34 }
    #expect(
      told == [
        "4: 'spec.containers[0].livenessProbe.httpGet.host' of Pod 'p' is 'a' (hostProbesAndHostLifecycle)"
      ]
    )
    #expect(findings(of: rule, in: text) { $0.settings.kubernetesMinor = 33 } == [])
  }
}

/// The plugin's own names of its checks, in its order.
private let baselineIDs = [
  "appArmorProfile", "capabilities_baseline", "hostNamespaces", "hostPathVolumes", "hostPorts",
  "hostProbesAndHostLifecycle", "privileged", "procMount", "seLinuxOptions", "seccompProfile_baseline",
  "sysctls",
  "windowsHostProcess",
]
private let restrictedIDs = [
  "allowPrivilegeEscalation", "capabilities_restricted", "procMount_restricted", "restrictedVolumes",
  "runAsNonRoot",
  "runAsUser", "seccompProfile_restricted",
]

private func violations(of text: String, at level: PodSecurityLevel, minor: Int) throws
  -> [PodSecurityViolation]
{
  let pod = try #require(ObjectSet(nodes(in: text)).pods.first)
  return podSecurityViolations(of: pod, at: level, minor: minor)
}

private func checks(of text: String, at level: PodSecurityLevel, minor: Int) throws -> [String] {
  try violations(of: text, at: level, minor: minor).map(\.check)
}

/// The documents of a text that is YAML.
func nodes(in text: String) throws -> [Node] {
  var sources = SourceMap(), problems = Findings()
  let id = sources.add(path: "a.yaml", owner: .tenant, bytes: Array(text.utf8))
  let nodes = parseYAML(sources[id], reporting: &problems)
  try #require(problems.errorCount == 0, "\(text)")
  return nodes
}
