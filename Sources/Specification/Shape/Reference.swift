internal import Diagnostics

/// The reference page of the spec language, in Markdown, from the shapes that decode it.
package func referencePage(of kinds: [SpecKind] = SpecKind.all) -> String {
  var page = """
    # Reference of the spec language

    Written by `spai-gen schema --markdown`; do not edit. A path names a field inside its parents; `<name>` stands for a
    name of your choice. The fields of services and jobs stand under ServiceTemplate and JobTemplate. In templates, tiers, environments and tenants, the fields of a service or job form layers:
    nothing is required there, `null` removes what a lower layer says, and a list may be amended by `$append`, `$prepend`
    and `$remove`.

    """
  for kind in kinds {
    page += "\n## \(kind.name)\n\n\(kind.schema.summary) Written in \(kind.folders).\n\n"
    page += "| field | value | default | meaning |\n|---|---|---|---|\n"
    for row in rows(of: kind.schema, below: "") { page += row }
  }
  return page
}

extension SpecKind {
  fileprivate var folders: String {
    switch owner {
    case .platform: "`templates/`"
    case .tenant: "`tenants/`"
    case .builtIn, nil: "`templates/` or `tenants/`"
    }
  }
}

/// A field of the spec language, wherever it may stand.
package struct FieldReference: Sendable {
  package let kind: String
  /// Keys from the document down; `<name>` stands for a name of the user's choice.
  package let path: String
  package let summary: String
  /// What values it takes, in words.
  package let values: String
  /// `required`, or what holds when it is absent; empty where absence has a meaning of its own.
  package let fallback: String

  /// The path without names of the user's choice and list items: `services.replicas.minimum`.
  package var keys: [String] {
    path.split(separator: ".").map { $0.hasSuffix("[]") ? String($0.dropLast(2)) : String($0) }
      .filter { $0 != "<name>" }
  }
}

/// Every field of every kind; those of services and jobs under their templates.
package func allFields(of kinds: [SpecKind] = SpecKind.all) -> [FieldReference] {
  kinds.flatMap { kind in fields(of: kind.schema, kind: kind.name, below: "") }
}

private func rows(of object: ObjectSchema, below path: String) -> [String] {
  fields(of: object, kind: "", below: path).map { field in
    let fallback =
      field.fallback == "required" || field.fallback.isEmpty ? field.fallback : "`\(field.fallback)`"
    return "| `\(field.path)` | \(field.values) | \(fallback) | \(field.summary) |\n"
  }
}

private func fields(of object: ObjectSchema, kind: String, below path: String) -> [FieldReference] {
  object.fields.flatMap { field -> [FieldReference] in
    if !path.isEmpty, isWorkload(object), case .layer = field.schema { return [] }
    let name = path + field.name
    let own = FieldReference(
      kind: kind,
      path: name,
      summary: field.summary,
      values: words(field.schema),
      fallback: field.isRequired ? "required" : field.defaultText ?? ""
    )
    return [own] + inner(field.schema, kind: kind, below: name)
  }
}

private func inner(_ schema: Schema, kind: String, below path: String) -> [FieldReference] {
  switch schema {
  case .scalar, .anything: []
  case .layer(let inner): Specification.inner(inner, kind: kind, below: path)
  case .list(let items): Specification.inner(items, kind: kind, below: "\(path)[]")
  case .map(_, let values): Specification.inner(values, kind: kind, below: "\(path).<name>")
  case .object(let object) where isWorkload(object()) && object().field("template") == nil: []
  case .object(let object), .scalarOrObject(_, let object):
    fields(of: object(), kind: kind, below: "\(path).")
  }
}

/// Services and jobs have their fields shown once, under the templates.
private func isWorkload(_ object: ObjectSchema) -> Bool {
  object.name == "service" || object.name == "job"
}

private func words(_ schema: Schema) -> String {
  switch schema {
  case .scalar(let format): format.expectation
  case .anything: "as Kubernetes writes it"
  case .layer(let inner): words(inner)
  case .list(let items): "list of: \(words(items))"
  case .map(let keys, let values): "by \(keys.expectation): \(words(values))"
  case .object(let object): object().name
  case .scalarOrObject(let format, let object): "\(format.expectation), or \(object().name)"
  }
}
