package import Diagnostics
internal import Kubernetes
internal import Rendering
internal import Specification
internal import YAMLSyntax

/// A restore that a person asks for.
package struct RestorePlan: Sendable {
  package var unit: UnitID
  /// The backup; the latest one that succeeded where nil.
  package var backup: String?
  /// The namespace to restore into; the unit's own where nil.
  package var namespace: String?

  package init(unit: UnitID, backup: String?, namespace: String?) {
    self.unit = unit
    self.backup = backup
    self.namespace = namespace
  }
}

extension Workspace {
  /// Prints the object by which Velero restores a unit.
  ///
  /// - Returns: A document; nil where nothing can be restored, which has been reported.
  package func restore(_ plan: RestorePlan, reporting findings: inout Findings) -> [UInt8]? {
    guard units.contains(plan.unit) else {
      findings.report(.noSuchUnit(plan.unit, self))
      return nil
    }
    guard let unit = resolved(plan.unit, reporting: &findings) else { return nil }
    let taken = units.filter { $0 != plan.unit }.map { ("'\($0.path)'", namespace(of: $0)) }
    let shared = repository.platform.sharedNamespaces.map { ("the platform", Optional($0)) }
    if let namespace = plan.namespace, let (owner, _) = (taken + shared).first(where: { $0.1 == namespace }) {
      findings.report(.foreignTarget(namespace, owner))
      return nil
    }
    let names = [("--backup", plan.backup, dnsSubdomainProblem), ("--into", plan.namespace, dnsLabelProblem)]
    for case (let option, let name?, let problem) in names {
      if let problem = problem(name) { findings.report(.badRestoreName(option, name, problem)) }
    }
    guard findings.errorCount == 0 else { return nil }
    let object = Rendering.restore(
      of: unit,
      from: plan.backup.map { .backup($0) } ?? .latest,
      into: plan.namespace == unit.namespace.value ? nil : plan.namespace
    )
    guard let object else {
      findings.report(.notBackedUp(plan.unit))
      return nil
    }
    return printYAML(object, header: ["Made by 'spai-gen restore plan'. Stop what applies the unit first."])
      .bytes
  }
}

extension Platform {
  /// The namespaces of what all tenants share.
  fileprivate var sharedNamespaces: [String] {
    [
      backups.namespace.value, network.dns.namespace.value, network.monitoring.namespace.value,
      network.gateway.namespace.value, delivery.argoCD?.value.namespace.value,
      delivery.flux?.value.namespace.value,
    ].compactMap { $0 }
  }
}

// MARK: - Messages

extension Code {
  package static let notRestorable = Code("SPAI1512", "not-restorable")
}

extension Diagnostic {
  fileprivate static func notBackedUp(_ id: UnitID) -> Self {
    Diagnostic(
      .notRestorable,
      .error,
      "'\(id.path)' has no backups of Velero",
      at: nil,
      help: "Backups need 'recovery.rpo' of the tenant, its tier or the environment, and capability 'velero'."
    )
  }

  fileprivate static func foreignTarget(_ namespace: String, _ owner: String) -> Self {
    Diagnostic(
      .notRestorable,
      .error,
      "namespace '\(namespace)' is that of \(owner)",
      at: nil,
      help: "Choose a namespace that is nobody's."
    )
  }

  fileprivate static func badRestoreName(_ option: String, _ name: String, _ problem: String) -> Self {
    Diagnostic(
      .notRestorable,
      .error,
      "'\(name)' cannot be the name that \(option) gives",
      at: nil,
      help: "It \(problem)."
    )
  }
}
