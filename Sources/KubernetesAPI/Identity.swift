package import Diagnostics
import YAMLSyntax

/// The definition that an object is to be checked against, and where its kind is written.
struct Identity {
  let type: APIType
  let kindSpan: Span?
}

/// Finds the definition of an object; nil where there is none, which has been reported.
func identify(
  _ object: Node,
  at version: KubernetesVersion,
  in catalogue: APICatalogue,
  reporting findings: inout Findings
) -> Identity? {
  guard let mapping = object.mapping else {
    findings.report(.notAnObject(object))
    return nil
  }
  var names: [(text: String, span: Span?)] = []
  for key in ["apiVersion", "kind"] {
    let entry = mapping.entry(key)
    let span = entry?.value.origin.span ?? entry?.keySpan
    guard let scalar = entry?.value.scalar, scalar.type == .string, !scalar.text.isEmpty else {
      findings.report(.noIdentity(key, span ?? mapping.entries.first?.keySpan ?? object.origin.span))
      return nil
    }
    names.append((scalar.text, span))
  }
  let (apiVersion, kind) = (names[0], names[1])
  guard let found = catalogue.kind(kind.text, in: apiVersion.text) else {
    findings.report(.unknownKind(kind, apiVersion, at: version, in: catalogue))
    return nil
  }
  guard let type = found.type(at: version) else {
    if let removal = found.removal, removal <= version {
      findings.report(.removed(found, removal, apiVersion.span))
    } else {
      findings.report(.unserved(found, at: version, in: catalogue, apiVersion.span))
    }
    return nil
  }
  if found.isDeprecated(at: version) {
    findings.report(.deprecated(found, apiVersion.span))
  }
  return Identity(type: type, kindSpan: kind.span)
}

extension APICatalogue {
  /// The API versions of a kind that a version of Kubernetes serves, stable ones first.
  fileprivate func apiVersions(of kind: String, at version: KubernetesVersion) -> [String] {
    kinds.filter { $0.kind == kind && $0.isServed(at: version) && self.kind(kind, in: $0.apiVersion) != nil }
      .map(\.apiVersion)
      .sorted { (stage($0), $0) < (stage($1), $1) }
  }

  /// 0 for a stable version, 1 for beta, 2 for alpha.
  private func stage(_ apiVersion: String) -> Int {
    apiVersion.contains("alpha") ? 2 : apiVersion.contains("beta") ? 1 : 0
  }
}

// MARK: - Messages

extension Diagnostic {
  fileprivate static func notAnObject(_ node: Node) -> Diagnostic {
    Diagnostic(
      .notAnObject,
      .error,
      "a Kubernetes object must be a mapping, not \(node.summary)",
      at: node.origin.span.map { Label($0, "is no object") },
      help: "Start it with 'apiVersion' and 'kind'."
    )
  }

  fileprivate static func noIdentity(_ key: String, _ span: Span?) -> Diagnostic {
    Diagnostic(
      .notAnObject,
      .error,
      "the object has no '\(key)'",
      at: span.map { Label($0, "needs '\(key)', a string") },
      help: "Give it an 'apiVersion' and a 'kind'."
    )
  }

  fileprivate static func unknownKind(
    _ kind: (text: String, span: Span?),
    _ apiVersion: (text: String, span: Span?),
    at version: KubernetesVersion,
    in catalogue: APICatalogue
  ) -> Diagnostic {
    let others = catalogue.apiVersions(of: kind.text, at: version)
    let siblings = catalogue.kinds.filter { $0.apiVersion == apiVersion.text }.map(\.kind)
    let span: Span?
    let help: String
    if !others.isEmpty {
      span = apiVersion.span
      help = "Use \(listed(others, "or"))."
    } else {
      span = siblings.isEmpty ? apiVersion.span ?? kind.span : kind.span
      help =
        didYouMean(kind.text, among: siblings.isEmpty ? catalogue.kinds.map(\.kind) : siblings)
        ?? "A kind of an operator is known by its CustomResourceDefinition: add that."
    }
    return Diagnostic(
      .unknownKind,
      .error,
      "unknown kind '\(kind.text.shortened)' in '\(apiVersion.text.shortened)'",
      at: span.map { Label($0, others.isEmpty ? "is not known" : "does not have the kind") },
      help: help
    )
  }

  fileprivate static func unserved(
    _ kind: APIKind,
    at version: KubernetesVersion,
    in catalogue: APICatalogue,
    _ span: Span?
  ) -> Diagnostic {
    let first = kind.servedVersions.first
    let others = catalogue.apiVersions(of: kind.kind, at: version)
    return Diagnostic(
      .unservedAPI,
      .error,
      "Kubernetes \(version) does not serve '\(kind.apiVersion)' \(kind.kind)",
      at: span.map { Label($0, first.map { "is served from \($0) on" } ?? "is not served") },
      help: others.isEmpty ? nil : "Use \(listed(others, "or"))."
    )
  }

  fileprivate static func removed(_ kind: APIKind, _ removal: KubernetesVersion, _ span: Span?) -> Diagnostic
  {
    Diagnostic(
      .removedAPI,
      .error,
      "'\(kind.apiVersion)' \(kind.kind) was removed in Kubernetes \(removal)",
      at: span.map { Label($0, "is not served since \(removal)") },
      help: kind.replacement.map { "Use '\($0)'." } ?? "Nothing replaces it."
    )
  }

  fileprivate static func deprecated(_ kind: APIKind, _ span: Span?) -> Diagnostic {
    let end = kind.removal.map { ", and removed in Kubernetes \($0)" } ?? ""
    return Diagnostic(
      .deprecatedAPI,
      .warning,
      "'\(kind.apiVersion)' \(kind.kind) is deprecated\(end)",
      at: span.map { Label($0, "is deprecated") },
      help: kind.replacement.map { "Use '\($0)'." }
    )
  }
}

extension Code {
  package static let notAnObject = Code("SPAI1601", "not-an-object")
  package static let unknownKind = Code("SPAI1602", "unknown-api-kind")
  package static let unservedAPI = Code("SPAI1603", "unserved-api")
  package static let removedAPI = Code("SPAI1604", "removed-api")
  package static let deprecatedAPI = Code("SPAI1605", "deprecated-api")
}
