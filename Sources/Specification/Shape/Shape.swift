package import YAMLSyntax

/// The one declaration of an object: its fields in order, each with its summary, and how to make it.
///
/// Decoding, unknown-key suggestions, the JSON Schema and the reference page all read this.
package struct Shape<Value>: Sendable {
  package let schema: ObjectSchema
  let read: @Sendable (Mapping) -> Value?

  package init<each Part>(
    _ name: String,
    _ summary: String,
    _ field: repeat Field<each Part>,
    make: @escaping @Sendable (repeat each Part) -> Value
  ) {
    var fields: [FieldSchema] = []
    for field in repeat each field {
      fields += field.schemas
    }
    schema = ObjectSchema(name: name, summary: summary, fields: fields)
    read = { mapping in
      do {
        return make(repeat try (each field).value(in: mapping))
      } catch {
        return nil
      }
    }
  }
}

extension Shape {
  /// An object of optional fields whose values are Kubernetes' own words, kept as they were written.
  package init(
    _ name: String,
    _ summary: String,
    anything fields: [(name: String, summary: String)],
    make: @escaping @Sendable ([(name: String, value: Node)]) -> Value
  ) {
    let schemas = fields.map {
      FieldSchema($0.name, $0.summary, .anything, isRequired: false, defaultText: nil)
    }
    schema = ObjectSchema(name: name, summary: summary, fields: schemas)
    read = { mapping in
      make(
        mapping.entries.filter { entry in schemas.contains { $0.name == entry.key } }
          .map { ($0.key, $0.value) }
      )
    }
  }
}

/// One field of a shape, or the fields of another shape that stand among them.
package struct Field<Value>: Sendable {
  let schemas: [FieldSchema]
  let read: @Sendable (Mapping) -> Value?

  fileprivate func value(in mapping: Mapping) throws(Unreadable) -> Value {
    guard let value = read(mapping) else { throw Unreadable() }
    return value
  }
}

/// Ends the reading of an object whose problems the check reports.
private struct Unreadable: Error {}

extension Field {
  /// A field that must be there, in the layer that completes the object.
  package static func required(_ name: String, _ summary: String, _ format: ScalarFormat? = nil) -> Field
  where Value: SpecValue {
    let schema = format.map(Schema.scalar) ?? Value.schema
    return Field(
      schemas: [FieldSchema(name, summary, schema, isRequired: true, defaultText: nil)],
      read: { mapping in mapping[name].flatMap(Value.init(node:)) }
    )
  }

  /// A field with a meaning of its own when it is absent.
  package static func optional<Wrapped: SpecValue>(
    _ name: String,
    _ summary: String,
    _ format: ScalarFormat? = nil
  ) -> Field where Value == Wrapped? {
    let schema = format.map(Schema.scalar) ?? Wrapped.schema
    return Field(
      schemas: [FieldSchema(name, summary, schema, isRequired: false, defaultText: nil)],
      read: { mapping -> Wrapped?? in
        guard let node = mapping[name], !node.isNull else { return .some(nil) }
        return Wrapped(node: node).map { $0 }
      }
    )
  }

  /// A field with a default, given as users would write it.
  package static func defaulted(
    _ name: String,
    _ summary: String,
    _ format: ScalarFormat? = nil,
    to defaultText: String,
    _ value: Value
  ) -> Field where Value: SpecValue {
    let schema = format.map(Schema.scalar) ?? Value.schema
    return Field(
      schemas: [FieldSchema(name, summary, schema, isRequired: false, defaultText: defaultText)],
      read: { mapping in
        guard let node = mapping[name], !node.isNull else { return value }
        return Value(node: node)
      }
    )
  }

  /// Named things; absent means none.
  package static func map<Item: SpecValue>(_ name: String, _ summary: String, keys: ScalarFormat) -> Field
  where Value == Keyed<Item> {
    Field(
      schemas: [
        FieldSchema(
          name,
          summary,
          .map(keys: keys, values: Item.schema),
          isRequired: false,
          defaultText: "{}"
        )
      ],
      read: { mapping in
        guard let node = mapping[name], !node.isNull else { return Keyed([]) }
        return Keyed(node: node)
      }
    )
  }

  /// A list; absent means empty.
  ///
  /// `format` refines the items.
  package static func list<Item: SpecValue>(_ name: String, _ summary: String, _ format: ScalarFormat? = nil)
    -> Field
  where Value == [Item] {
    let schema = format.map(Schema.scalar) ?? Item.schema
    return Field(
      schemas: [FieldSchema(name, summary, .list(schema), isRequired: false, defaultText: "[]")],
      read: { mapping in
        guard let node = mapping[name], !node.isNull else { return [] }
        return [Item](node: node)
      }
    )
  }

  /// The fields of another shape, written among this one's.
  package static func inline() -> Field where Value: SpecObject {
    Field(schemas: Value.shape.schema.fields, read: { Value.shape.read($0) })
  }
}
