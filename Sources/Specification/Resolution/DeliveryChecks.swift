package import Diagnostics

extension Repository {
  /// What of the delivery can be told without any tenant.
  func checkDelivery(reporting findings: inout Findings) {
    let delivery = platform.delivery
    for item in delivery.argoCD?.value.clusters.items ?? [] {
      let name = Spanned(item.name, origin: item.origin)
      _ = environments.find(name, kind: "Environment", reporting: &findings)
    }
    if let argoCD = delivery.argoCD, let flux = delivery.flux {
      findings.report(.twoEngines(argoCD.origin, flux.origin))
    }
  }
}

extension Resolver {
  /// Who writes objects into the namespace of an engine decides what the engine applies, everywhere.
  func checkEngines(of namespace: Spanned<String>, reporting findings: inout Findings) {
    let engines = [
      platform.delivery.argoCD.map { ("Argo CD", $0.value.namespace) },
      platform.delivery.flux.map { ("Flux", $0.value.namespace) },
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
      at: namespace.origin.span.map { Label($0, "a tenant in it could apply anything anywhere") },
      related: taken.origin.span.map { [Label($0, "the engine's")] } ?? [],
      help: "Give the tenant another namespace."
    )
  }
}
