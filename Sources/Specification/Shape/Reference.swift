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

private func rows(of object: ObjectSchema, below path: String) -> [String] {
  object.fields.flatMap { field -> [String] in
    if !path.isEmpty, isWorkload(object), case .layer = field.schema { return [] }
    let name = path + field.name
    let fallback = field.isRequired ? "required" : field.defaultText.map { "`\($0)`" } ?? ""
    let row = "| `\(name)` | \(words(field.schema)) | \(fallback) | \(field.summary) |\n"
    return [row] + inner(field.schema, below: name)
  }
}

private func inner(_ schema: Schema, below path: String) -> [String] {
  switch schema {
  case .scalar, .anything: []
  case .layer(let inner): Specification.inner(inner, below: path)
  case .list(let items): Specification.inner(items, below: "\(path)[]")
  case .map(_, let values): Specification.inner(values, below: "\(path).<name>")
  case .object(let object) where isWorkload(object()) && object().field("template") == nil: []
  case .object(let object), .scalarOrObject(_, let object): rows(of: object(), below: "\(path).")
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
