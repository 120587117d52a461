import Diagnostics
import SpaiGen
import Testing

/// The mesh and the network policies, against each other.
@Suite struct MeshTests {
  @Test func theSampleAgreesEdgeByEdge() throws {
    var edges = 0, outside = 0
    for namespace in reachedNamespaces(try Project.committedOutput()) where !namespace.name.isEmpty {
      let policies = namespace.byNetworkPolicies(), mesh = namespace.byMesh()
      // Development is not in the mesh.
      guard !namespace.name.hasSuffix("-dev"), !policies.inbound.isEmpty else {
        #expect(mesh == ReachGraph(), "\(namespace.name)")
        continue
      }
      #expect(policies.inbound == mesh.inbound, "\(namespace.name)")
      #expect(policies.outbound == mesh.outbound, "\(namespace.name)")
      edges += mesh.inbound.count
      outside += mesh.outbound.filter { $0.count == 3 }.count
    }
    #expect(edges > 100)
    #expect(outside > 40)
  }

  @Test(arguments: 0..<60 as Range<UInt64>) func randomTenantsAgreeEdgeByEdge(seed: UInt64) async throws {
    let tenant = RandomTenant(seed: seed)
    let disk = try Golden.base()
    for (old, new) in tenant.platform { try disk.replace("templates/platform.yaml", old, new) }
    try disk.replace("tenants/acme.yaml", "services:\n  api: {}\n", tenant.text)
    let (findings, _, _) = try await build(disk)
    let errors = findings.filter { $0.severity == .error }
    try #require(errors.isEmpty, "seed \(seed): \(errors)\n\(tenant.text)")
    let namespaces = reachedNamespaces(disk.files.filter { $0.key.hasPrefix("out/") })
    let acme = try #require(namespaces.first { $0.name == "acme-prod" })
    let policies = acme.byNetworkPolicies(), mesh = acme.byMesh()
    #expect(policies.inbound == mesh.inbound, "seed \(seed)\n\(tenant.text)")
    #expect(policies.outbound == mesh.outbound, "seed \(seed)\n\(tenant.text)")
  }

  /// The comparison itself: an edge too many on either side is seen.
  @Test(arguments: [
    ("authorizationpolicy.security.istio.io-auth.yaml", "sa/backend", "sa/stranger"),
    ("authorizationpolicy.security.istio.io-auth.yaml", "\"8080\"", "\"8081\""),
    ("networkpolicy.networking.k8s.io-auth.yaml", "port: 8080", "port: 8081"),
    ("sidecar.networking.istio.io-backend.yaml", "./auth.", "./transcriber."),
    ("serviceentry.networking.istio.io-auth.database.yaml", "5432", "5433"),
    ("serviceentry.networking.istio.io-auth.database.yaml", "10.200.0.0/24", "10.200.1.0/24"),
  ]) func aChangeOfOneSideIsSeen(file: String, old: String, new: String) throws {
    let folder = "production/medisound/medisound-prod"
    var files = try Project.committedOutput().filter { $0.key.hasPrefix(folder) }
    let path = "\(folder)/\(file)"
    let text = String(decoding: try #require(files[path]), as: UTF8.self)
    try #require(text.contains(old))
    files[path] = Array(text.replacing(old, with: new).utf8)
    let namespace = try #require(reachedNamespaces(files).first { $0.name == "medisound-prod" })
    #expect(namespace.byNetworkPolicies() != namespace.byMesh())
  }

  /// Five pods of 500m; each sidecar is 100m more.
  @Test(arguments: [(true, "3"), (false, "2500m")]) func sidecarsCount(isOn: Bool, cpu: String) async throws {
    func codes(_ quota: String) async throws -> [String] {
      let disk = try Golden.base()
      try disk.replace("tenants/acme.yaml", "production: {}", "production: {quota: {cpu: \(quota)}}")
      if isOn { try disk.turnMeshOn() }
      return try await build(disk).findings.filter { $0.severity == .error }.map(\.code.id)
    }
    #expect(try await codes(cpu) == [])
    #expect(try await codes(cpu == "3" ? "2999m" : "2499m") == ["SPAI1401"])
  }

  /// What auditors ask of a mesh is answered by its objects, and by nothing where there is none.
  @Test func theRulesOfAMeshSeeIt() throws {
    let project = try Project()
    let arguments = ["lint", "out", "--profile", "all", "--diagnostics", "concise"]
    func told(of namespace: String) throws -> [Bool] {
      #expect(try BuiltCommand.run(["build", "--tenant", "medisound"], in: project.root).status == 0)
      let result = try BuiltCommand.run(arguments, in: project.root)
      let lines = (result.output + result.errors).split(separator: "\n").filter { $0.contains(namespace) }
      return ["SPAI2436", "SPAI2437"].map { code in lines.contains { $0.contains(code) } }
    }
    #expect(try told(of: "namespace-medisound-prod.yaml") == [false, false])
    #expect(try told(of: "namespace-medisound-dev.yaml") == [true, true])
    try project.edit(
      "templates/platform.yaml",
      "environments: [staging, production]",
      "environments: [staging]"
    )
    #expect(try told(of: "namespace-medisound-prod.yaml") == [true, true])
  }

  /// Nothing half-working: without the capability, no object and no annotation of the mesh is left.
  @Test func withoutIstioNothingOfItIsLeft() async throws {
    let project = try Project()
    try project.edit("templates/platform.yaml", "  istio: networking.istio.io/v1", "  # istio:")
    let (outcome, findings) = try await project.build()
    #expect(outcome != nil)
    for (path, bytes) in try project.output() where path.hasSuffix(".yaml") {
      #expect(!String(decoding: bytes, as: UTF8.self).contains("istio"), "\(path)")
    }
    for field in ["timeout", "retries", "connections", "breaker"] {
      #expect(findings.contains { $0.contains("without capability 'istio', 'traffic.\(field)'") }, "\(field)")
    }
    #expect(findings.contains { $0.contains("without capability 'istio', 'external.*.hosts'") })
  }
}

extension MemoryDisk {
  fileprivate func replace(_ path: String, _ old: String, _ new: String) throws {
    let text = String(decoding: files[path] ?? [], as: UTF8.self)
    try #require(text.contains(old), "'\(old)' is not in \(path)")
    write(text.replacing(old, with: new), to: path)
  }

  fileprivate func turnMeshOn() throws {
    try replace(
      "templates/platform.yaml",
      "capabilities:\n",
      "capabilities:\n  istio: networking.istio.io/v1\n"
    )
  }
}
