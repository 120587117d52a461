import Diagnostics
import Linting
import Reporting
import SpaiGen
import Testing

/// Two tenants that want the same are told, though no unit sees the other.
@Suite struct CollisionTests {
  /// The small platform with tenants whose own Ingress claims a host, and a name that external-dns publishes.
  private func disk(hosts: [String]) throws -> MemoryDisk {
    let disk = try Golden.base()
    let levels = String(decoding: disk.files["templates/levels.yaml"] ?? [], as: UTF8.self)
    disk.write(
      levels.replacing("locked:", with: "rawKinds: [networking.k8s.io/Ingress]\nlocked:"),
      to: "templates/levels.yaml"
    )
    let tenant = String(decoding: disk.files["tenants/acme.yaml"] ?? [], as: UTF8.self)
    disk.remove("tenants/acme.yaml")
    for (index, host) in hosts.enumerated() {
      disk.write(
        tenant.replacing("name: acme", with: "name: t\(index)") + raw("t\(index)", host),
        to: "tenants/t\(index).yaml"
      )
    }
    return disk
  }

  private func raw(_ tenant: String, _ host: String) -> String {
    """
    ---
    apiVersion: spai/v1
    kind: RawObjects
    metadata: {name: \(tenant)-door}
    tenant: \(tenant)
    reason: A test.
    objects:
    - apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata: {name: door, annotations: {external-dns.alpha.kubernetes.io/hostname: \(host)}}
      spec:
        ingressClassName: nginx
        tls: [{hosts: [\(host)]}]
        rules:
        - host: \(host)
          http:
            paths:
            - {path: /, pathType: Prefix, backend: {service: {name: api, port: {name: http}}}}

    """
  }

  private func told(_ disk: MemoryDisk, _ change: (inout BuildOptions) -> Void = { _ in }) async throws
    -> [String]
  {
    var findings = Findings()
    let sources = discover(in: disk.folder, reporting: &findings)
    let (found, _, _) = try await build(disk) {
      $0.lint = LintPlan(LintConfiguration(), sources)
      change(&$0)
    }
    return found.filter { ["tenant-route-collision", "external-dns-unique"].contains($0.code.name) }.map {
      let line = renderConcise([$0], sources: sources).split(separator: "\n").first.map(String.init) ?? ""
      return line + ($0.related.isEmpty ? "" : " (and another)")
    }
  }

  private func expected(_ tenant: String, _ first: String, _ host: String) -> [String] {
    [
      "tenants/\(tenant).yaml:24:83: warning[SPAI2416]: 'metadata.annotations[external-dns.alpha.kubernetes.io/hostname]' of Ingress 'door' takes '\(host)', as Ingress 'door' of namespace '\(first)-prod' does (and another)",
      "tenants/\(tenant).yaml:32:18: error[SPAI3306]: 'spec.rules[0].http.paths[0].path' of Ingress 'door' takes '\(host)/', as namespace '\(first)-prod' does (and another)",
    ]
  }

  @Test(arguments: [1, 4]) func theLaterOfTwoTenantsIsTold(workers: Int) async throws {
    let hosts = (0..<10).map { $0 == 3 || $0 == 9 ? "shop.example.com" : "t\($0).example.com" }
    let disk = try disk(hosts: hosts)
    let told = try await told(disk) { $0.workers = workers }
    #expect(told == expected("t9", "t3", "shop.example.com"), "\(told)")
  }

  @Test func whoeverIsAloneIsNotTold() async throws {
    let disk = try disk(hosts: ["a.example.com", "b.example.com"])
    #expect(try await told(disk) == [])
    let twins = try self.disk(hosts: ["a.example.com", "a.example.com"])
    let both = try await told(twins)
    #expect(both == expected("t1", "t0", "a.example.com"), "\(both)")
    #expect(try await told(twins) { $0.tenant = "t1" } == [], "nothing is known of who is not compiled")
    #expect(try await told(twins) { $0.tenant = "t0" } == [])
  }

  @Test func aCollisionMayBeAllowedWhereItIsTold() async throws {
    let disk = try disk(hosts: ["a.example.com", "a.example.com"])
    let text = String(decoding: disk.files["tenants/t1.yaml"] ?? [], as: UTF8.self)
    disk.write(
      text.replacing(
        "annotations: {external",
        with:
          "annotations: {spai/allow.tenant-route-collision: one company, spai/allow.external-dns-unique: the same, external"
      ),
      to: "tenants/t1.yaml"
    )
    #expect(try await told(disk) == [])
  }

  /// What belongs to no namespace has one place for all tenants of an environment.
  @Test func twoTenantsInOneNamespaceAreShownBoth() async throws {
    let disk = try disk(hosts: ["a.example.com", "b.example.com"])
    for tenant in ["t0", "t1"] {
      let text = String(decoding: disk.files["tenants/\(tenant).yaml"] ?? [], as: UTF8.self)
      disk.write(
        text.replacing("production: {}", with: "production: {namespace: shared}"),
        to: "tenants/\(tenant).yaml"
      )
    }
    let (found, _, _) = try await build(disk)
    let collision = try #require(found.first { $0.code.id == "SPAI1506" })
    #expect(collision.primary != nil && collision.related.count == 1)
  }
}
