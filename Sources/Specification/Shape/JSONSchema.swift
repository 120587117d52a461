package import YAMLSyntax

/// The JSON Schema of one kind, or of every document, for editors.
///
/// It comes from the shapes that decode the documents. What a schema cannot say, such as the notation of a
/// quantity, stands in the descriptions; `build` checks it.
///
/// - Parameters:
///   - kinds: The kinds of specs.
///   - others: The schemas of documents that stand among specs.
/// - Returns: One schema, of which a document has to be one alternative.
package func jsonSchema(of kinds: [SpecKind], and others: [Node] = []) -> Node {
  let own = kinds.map { kind -> Node in
    var schema = objectSchema(kind.schema, isLayer: false)
    schema.set("kind", inPropertiesTo: ["const": Node(kind.name)])
    return schema
  }
  let alternatives = own + others
  let dialect: Node = ["$schema": "https://json-schema.org/draft/2020-12/schema"]
  let body: Node = alternatives.count == 1 ? alternatives[0] : ["oneOf": Node(.sequence(alternatives))]
  return Node(.mapping(Mapping((dialect.mapping?.entries ?? []) + (body.mapping?.entries ?? []))))
}

private func objectSchema(_ object: ObjectSchema, isLayer: Bool) -> Node {
  let properties = object.fields.map { field -> Mapping.Entry in
    var schema = valueSchema(field.schema, isLayer: isLayer)
    let suffix = field.defaultText.map { " Default: \($0)." } ?? ""
    schema.describe(field.summary + suffix)
    return Mapping.Entry(field.name, schema)
  }
  let required = object.fields.filter(\.isRequired).map { Node($0.name) }
  return [
    "type": "object",
    "description": Node(object.summary),
    "properties": Node(.mapping(Mapping(properties))),
    "required": isLayer || required.isEmpty ? nil : Node(.sequence(required)),
    "additionalProperties": false,
  ]
}

private func valueSchema(_ schema: Schema, isLayer: Bool) -> Node {
  switch schema {
  case .layer(let inner):
    return valueSchema(inner, isLayer: true)
  case .anything:
    return [:]
  case .scalar(let format):
    return nullable(scalarSchema(format), isLayer)
  case .object(let object):
    return nullable(objectSchema(object(), isLayer: isLayer), isLayer)
  case .scalarOrObject(let format, let object):
    return ["anyOf": [scalarSchema(format), nullable(objectSchema(object(), isLayer: isLayer), isLayer)]]
  case .map(_, let values):
    return nullable(
      ["type": "object", "additionalProperties": valueSchema(values, isLayer: isLayer)],
      isLayer
    )
  case .list(let items):
    let list: Node = ["type": "array", "items": valueSchema(items, isLayer: false)]
    guard isLayer else { return list }
    let amendment: Node = [
      "type": "object",
      "properties": Node(.mapping(Mapping(ListAmendment.keys.map { Mapping.Entry($0, list) }))),
      "additionalProperties": false,
    ]
    return nullable(["anyOf": [list, amendment]], isLayer)
  }
}

/// Inside a layer, null removes what a lower layer says.
private func nullable(_ schema: Node, _ isLayer: Bool) -> Node {
  isLayer ? ["anyOf": [schema, ["type": "null"]]] : schema
}

private func scalarSchema(_ format: ScalarFormat) -> Node {
  if !format.words.isEmpty {
    return ["enum": Node(.sequence(format.words.map { Node($0) }))]
  }
  var types: [String] = []
  for type in format.types {
    let name: String? =
      switch type {
      case .null: nil
      case .boolean: "boolean"
      case .integer: "integer"
      case .float: "number"
      case .string: "string"
      }
    if let name { types.append(name) }
  }
  return [
    "type": types.count == 1 ? Node(types[0]) : Node(.sequence(types.map { Node($0) })),
    "minimum": format.range.map { Node($0.lowerBound) },
    "maximum": format.range.map { Node($0.upperBound) },
    "description": Node(format.expectation),
  ]
}

extension Node {
  /// Puts a description in front, in place of one that is there.
  fileprivate mutating func describe(_ text: String) {
    guard case .mapping(var mapping) = content else { return }
    mapping.entries.removeAll { $0.key == "description" }
    mapping.entries.insert(Mapping.Entry("description", Node(text)), at: 0)
    content = .mapping(mapping)
  }

  fileprivate mutating func set(_ name: String, inPropertiesTo schema: Node) {
    guard case .mapping(var mapping) = content,
      let index = mapping.entries.firstIndex(where: { $0.key == "properties" }),
      case .mapping(var properties) = mapping.entries[index].value.content,
      let property = properties.entries.firstIndex(where: { $0.key == name })
    else { return }
    properties.entries[property].value = schema
    mapping.entries[index].value.content = .mapping(properties)
    content = .mapping(mapping)
  }
}
