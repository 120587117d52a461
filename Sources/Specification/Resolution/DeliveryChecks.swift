package import Diagnostics

extension Repository {
  /// What of delivery and admission can be told without any tenant.
  func checkDelivery(reporting findings: inout Findings) {
    let delivery = platform.delivery
    let named =
      (delivery.argoCD?.value.clusters.items ?? []).map { Spanned($0.name, origin: $0.origin) }
      + (platform.admission?.value.environments.items ?? []).map { Spanned($0.name, origin: $0.origin) }
    for name in named { _ = environments.find(name, kind: "Environment", reporting: &findings) }
    if let argoCD = delivery.argoCD, let flux = delivery.flux {
      findings.report(.twoEngines(argoCD.origin, flux.origin))
    }
  }

  /// Who has each name in Argo CD, which may apply all environments from one place: the first that asks for it.
  mutating func claimApplications(reporting findings: inout Findings) {
    guard let argoCD = platform.delivery.argoCD?.value else { return }
    for environment in environments.all {
      let origin = environment.header.origin
      for name in [deliveryName(argoCD.prefix, of: environment), argoCD.clusterName(of: environment)] {
        if let first = applications.updateValue(origin, forKey: name) {
          findings.report(.sharedApplication(name, origin, first: first))
        }
      }
    }
    for environment in environments.all {
      for tenant in tenants.all {
        guard let item = tenant.environments.item(environment.name) else { continue }
        let name = deliveryName(argoCD.prefix, tenant.name, in: environment)
        applications[name] = applications[name] ?? item.origin
      }
    }
  }
}

extension Resolver {
  /// Two applications of one name would take turns.
  func checkApplication(_ origin: Origin, reporting findings: inout Findings) {
    guard let argoCD = platform.delivery.argoCD?.value else { return }
    let name = deliveryName(argoCD.prefix, tenant.name, in: environment)
    if let first = repository.applications[name], first != origin {
      findings.report(.sharedApplication(name, origin, first: first))
    }
  }

  /// Who writes objects into the namespace of an engine decides what the engine applies, everywhere; in that of
  /// Velero, what is read from backups and written to any namespace.
  func checkEngines(of namespace: Spanned<String>, reporting findings: inout Findings) {
    let engines = [
      platform.delivery.argoCD.map { ("Argo CD", $0.value.namespace) },
      platform.delivery.flux.map { ("Flux", $0.value.namespace) },
      platform.capabilities.velero.map { _ in ("Velero", platform.backups.namespace) },
    ]
    for case (let engine, let taken)? in engines where taken.value == namespace.value {
      findings.report(.engineNamespace(namespace, engine, taken))
    }
  }
}

// MARK: - Messages

extension Code {
  package static let twoEngines = Code("SPAI1350", "two-engines")
  package static let engineNamespace = Code("SPAI1351", "engine-namespace")
  package static let sharedApplication = Code("SPAI1352", "shared-application")
}

extension Diagnostic {
  fileprivate static func twoEngines(_ argoCD: Origin, _ flux: Origin) -> Self {
    Diagnostic(
      .twoEngines,
      .warning,
      "the output is made for two engines",
      at: flux.span.map { Label($0, "Flux would apply it") },
      related: argoCD.span.map { [Label($0, "and so would Argo CD")] } ?? [],
      help: "Keep one, unless you move from one to the other: each undoes what the other removes."
    )
  }

  fileprivate static func engineNamespace(
    _ namespace: Spanned<String>,
    _ engine: String,
    _ taken: Spanned<String>
  ) -> Self {
    Diagnostic(
      .engineNamespace,
      .error,
      "namespace '\(namespace.value)' is that of \(engine)",
      at: namespace.origin.span.map { Label($0, "a tenant in it could write anything anywhere") },
      related: taken.origin.span.map { [Label($0, "the engine's")] } ?? [],
      help: "Give the tenant another namespace."
    )
  }
  fileprivate static func sharedApplication(_ name: String, _ origin: Origin, first: Origin) -> Self {
    Diagnostic(
      .sharedApplication,
      .error,
      "two applications of Argo CD would be called '\(name)'",
      at: origin.span.map { Label($0, "makes the second") },
      related: first.span.map { [Label($0, "makes the first")] } ?? [],
      help: "Rename the tenant or the environment, or give the environment another short name."
    )
  }
}
