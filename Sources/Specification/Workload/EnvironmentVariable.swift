package import YAMLSyntax

/// What an environment variable is set to.
package enum VariableValue: Sendable {
  case literal(Spanned<String>)
  /// A field of the pod, such as `metadata.name`.
  case field(Spanned<String>)
  /// A resource of the container, such as `limits.memory`, in units of the divisor.
  case resource(Spanned<String>, divisor: String?)
}

extension VariableValue: SpecValue {
  private struct Reference: SpecObject {
    let field: Spanned<String>?
    let resource: Spanned<String>?
    let divisor: String?

    static let shape = Shape(
      "variable",
      "A variable that follows the pod. One of field and resource.",
      .optional("field", "A field of the pod.", .word(of: Self.fields)),
      .optional("resource", "A resource of the container.", .word(of: Self.resources)),
      .optional("divisor", "The unit of the resource.", .word(of: ["1", "1m", "1Ki", "1Mi", "1Gi"])),
      make: Reference.init
    )

    /// The paths that the API server admits in `fieldRef`, less those of single labels and annotations.
    static let fields = [
      "metadata.name", "metadata.namespace", "metadata.uid", "spec.nodeName", "spec.serviceAccountName",
      "status.hostIP", "status.podIP", "status.podIPs",
    ]
    static let resources = [
      "limits.cpu", "limits.memory", "limits.ephemeral-storage", "requests.cpu", "requests.memory",
      "requests.ephemeral-storage",
    ]
  }

  package static var schema: Schema {
    .scalarOrObject(.text) { Reference.shape.schema }
  }

  package init?(node: Node) {
    if let literal = Spanned<String>(node: node) {
      self = .literal(literal)
      return
    }
    guard let reference = Reference(node: node) else { return nil }
    if let field = reference.field {
      self = .field(field)
    } else if let resource = reference.resource {
      self = .resource(resource, divisor: reference.divisor)
    } else {
      return nil
    }
  }
}
