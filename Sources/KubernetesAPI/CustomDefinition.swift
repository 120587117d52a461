package import Diagnostics
package import YAMLSyntax

extension APICatalogue {
  /// The catalogue with the kind that a CustomResourceDefinition defines; unchanged where that is broken.
  ///
  /// The definition becomes the same words as the embedded ones, so that nothing else knows the difference. Where it
  /// defines a kind that is embedded, it wins: the user's cluster runs that release.
  package func adding(crd: Node, reporting findings: inout Findings) -> APICatalogue {
    let errors = findings.errorCount
    var structure = StructureCheck(at: KubernetesVersion.supported.upperBound, in: .embedded)
    structure.check(crd, reporting: &findings)
    guard findings.errorCount == errors else { return self }
    guard crd["kind"]?.scalar?.text == "CustomResourceDefinition", let spec = crd["spec"],
      let group = spec["group"]?.scalar?.text, let kind = spec["names"]?["kind"]?.scalar?.text
    else {
      findings.report(.noDefinition(crd["kind"]?.origin.span ?? crd.origin.span))
      return self
    }
    var writer = DefinitionWriter()
    let versions = (spec["versions"]?.sequence ?? []).filter { $0["served"]?.scalar?.text == "true" }
    let named = versions.compactMap { version in
      version["name"]?.scalar.map { (apiVersion: "\(group)/\($0.text)", definition: version) }
    }
    // A look-up searches by bytes.
    for (apiVersion, version) in named.sorted(by: {
      $0.apiVersion.utf8.lexicographicallyPrecedes($1.apiVersion.utf8)
    }) {
      writer.addKind(
        kind,
        apiVersion,
        scope: spec["scope"]?.scalar?.text == "Cluster" ? .cluster : .namespaced,
        isDeprecated: version["deprecated"]?.scalar?.text == "true",
        schema: version["schema"]?["openAPIV3Schema"]
      )
    }
    guard !named.isEmpty else {
      findings.report(.servesNothing(kind, spec["versions"]?.origin.span ?? crd.origin.span))
      return self
    }
    return adding(writer.made)
  }
}

extension Node {
  /// A field of a mapping.
  subscript(key: String) -> Node? {
    mapping?[key]
  }
}

// MARK: - Messages

extension Diagnostic {
  fileprivate static func noDefinition(_ span: Span?) -> Diagnostic {
    Diagnostic(
      .badDefinition,
      .error,
      "the document defines no kind",
      at: span.map { Label($0, "is no CustomResourceDefinition") },
      help: "Give documents of kind CustomResourceDefinition only."
    )
  }

  fileprivate static func servesNothing(_ kind: String, _ span: Span?) -> Diagnostic {
    Diagnostic(
      .badDefinition,
      .error,
      "no version of '\(kind)' is served",
      at: span.map { Label($0, "none has 'served: true'") },
      help: "Set 'served: true' on a version."
    )
  }
}

extension Code {
  package static let badDefinition = Code("SPAI1615", "bad-definition")
}
