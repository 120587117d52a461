package import Diagnostics
internal import Kubernetes
package import Linting
package import Specification
internal import Validation
internal import YAMLSyntax

/// How the units of a run are linted.
package struct LintPlan: Sendable {
  package var configuration: LintConfiguration
  package var suppressions: Suppressions
  /// Fingerprints of findings that may rest; see ``LintBaseline``.
  package var baseline: Set<String> = []

  package init(_ configuration: LintConfiguration, _ sources: SourceMap) {
    self.configuration = configuration
    suppressions = Suppressions(sources)
  }
}

/// What linting a set of objects gave.
package struct LintResult: Sendable {
  package var diagnostics: [Diagnostic] = []
  /// Suppressions that allowed something.
  package var used: Set<Suppression> = []
  /// Of every finding that was not allowed.
  package var fingerprints: [String] = []
  /// How many findings rest in the baseline.
  package var resting = 0

  package init() {}

  package mutating func add(_ other: LintResult) {
    diagnostics += other.diagnostics
    used.formUnion(other.used)
    fingerprints += other.fingerprints
    resting += other.resting
  }
}

extension LintPlan {
  /// Lints the objects of one unit, or of one set of manifests; they are seen together.
  func lint(_ objects: [(object: APIObject, owner: Origin)]) -> LintResult {
    let found = Linting.lint(ObjectSet(objects.map(\.object)), configuration)
    var result = LintResult()
    guard !found.isEmpty else { return result }
    var owners: [ObjectIdentity: Origin] = [:]
    for (object, owner) in objects where owner.span != nil { owners[ObjectIdentity(object)] = owner }
    for finding in found {
      let owner = owners[ObjectIdentity(finding.object)]
      sort(finding.diagnostic.located(at: owner ?? .none), finding.fingerprint, into: &result)
    }
    return result
  }

  /// What the objects of a unit take for themselves, to be held against what other units take.
  func claims(_ objects: [(object: APIObject, owner: Origin)]) -> [StandingClaim] {
    zip(objects, Linting.claims(of: objects.map(\.object), configuration)).flatMap { known, claims in
      claims.map { claim in
        var claim = claim
        claim.place = claim.place ?? known.owner.span
        return claim
      }
    }
  }

  /// Tells where a unit takes what one before it has.
  func lint(across units: [[StandingClaim]]) -> LintResult {
    var result = LintResult()
    for collision in collisions(among: units) {
      sort(collision.diagnostic, collision.fingerprint, into: &result)
    }
    return result
  }

  /// Sets aside what is allowed, and what rests in the baseline.
  private func sort(_ diagnostic: Diagnostic, _ fingerprint: String, into result: inout LintResult) {
    if let suppression = suppressions.suppression(of: diagnostic) {
      result.used.insert(suppression)
      return
    }
    result.fingerprints.append(fingerprint)
    if baseline.contains(fingerprint) { result.resting += 1 } else { result.diagnostics.append(diagnostic) }
  }
}

/// Who an object is, within a set.
private struct ObjectIdentity: Hashable {
  let kind: String
  let namespace: String
  let name: String

  init(_ object: APIObject) {
    kind = object.kind
    namespace = object.namespace ?? ""
    name = object.name
  }
}

extension LintFinding {
  /// What stays the same when lines move: the rule, the object and the field.
  var fingerprint: String {
    let place = [object.namespace, object.kind, object.name].compactMap { $0 }.joined(separator: "/")
    return "\(diagnostic.code.id) \(place) \(path)"
  }
}

extension Collision {
  fileprivate var fingerprint: String {
    let object = claim.object
    return "\(diagnostic.code.id) \(object.namespace)/\(object.kind)/\(object.name) \(path)"
  }
}

extension LintSettings {
  /// What the platform says that the cluster has.
  package mutating func take(_ platform: Platform) {
    let catalogue = platform.catalogue
    func provide(_ kind: String, _ names: [String]) { provided[kind, default: []].formUnion(names) }
    provide("StorageClass", catalogue.storageClasses.items.map(\.value.name.value))
    provide("RuntimeClass", catalogue.gpuClasses.items.compactMap(\.value.runtimeClass?.value))
    provide("DeviceClass", catalogue.gpuClasses.items.compactMap(\.value.deviceClass?.value))
    provide("PriorityClass", catalogue.priorityClasses.names.map { "spai-\($0)" })
    provide("IngressClass", [platform.network.gateway.ingressClass?.value].compactMap { $0 })
    provide("Gateway", [platform.network.gateway.name.value])
    provide("ClusterIssuer", [platform.network.gateway.clusterIssuer?.value].compactMap { $0 })
    provide("Secret", platform.registries.items.compactMap(\.value.pullSecret?.value))
    provide("Secret", platform.data.servers.items.map(\.value.admin.value))
    // A warning tells that without the operator somebody has to make them.
    if platform.capabilities.externalSecrets == nil { madeElsewhere.insert("Secret") }
    provide("SecretStore", [platform.data.bootstrap?.secretStore.value].compactMap { $0 })
    provide(
      "Namespace",
      [
        platform.network.dns.namespace.value, platform.network.monitoring.namespace.value,
        platform.network.gateway.namespace.value,
      ]
        + [
          platform.observability.tracing?.collector.peer.namespace, platform.observability.logging?.namespace,
          platform.runtimeSecurity?.value.auditPolicy,
        ].compactMap { $0?.value }
    )
    if let minor = platform.kubernetes.value.rawValue.split(separator: ".").last.flatMap({ Int($0) }) {
      kubernetesMinor = minor
    }
    registries += platform.registries.items.map(\.value.host.value)
    let sealed = catalogue.storageClasses.items.filter(\.value.encrypted.value)
    audit.encryptedStorageClasses.formUnion(sealed.map(\.value.name.value))
    audit.dataClasses.formUnion(catalogue.dataClasses.names)
    audit.records[.sbom] = audit.records[.sbom] ?? ["spai.dev/sbom"]
    audit.records[.scan] = audit.records[.scan] ?? ["spai.dev/scan"]
  }

  /// Who the tenants are: the groups of their people, and whose each namespace is.
  mutating func takeTenants(of workspace: Workspace) {
    for tenant in workspace.repository.tenants.all {
      audit.groups.formUnion((tenant.facts.access.readers + tenant.facts.access.deployers).map(\.value))
    }
    for unit in workspace.units {
      guard let namespace = workspace.namespace(of: unit) else { continue }
      audit.tenancies[namespace] = Tenancy(tenant: unit.tenant, environment: unit.environment)
    }
  }
}
