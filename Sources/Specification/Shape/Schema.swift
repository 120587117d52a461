internal import YAMLSyntax

/// How a value of a spec is written: what the check, the JSON Schema and the reference page read.
package indirect enum Schema: Sendable {
  case scalar(ScalarFormat)
  /// Kubernetes' own words, which are checked where they are used.
  case anything
  case list(Schema)
  /// Named things; the key is checked by the format.
  case map(keys: ScalarFormat, values: Schema)
  /// Fields of an object. A closure, because shapes may contain themselves.
  case object(@Sendable () -> ObjectSchema)
  /// A scalar for the common case, an object for the rest.
  case scalarOrObject(ScalarFormat, @Sendable () -> ObjectSchema)
  /// A part of a layered object: nothing is required, `null` removes what a lower layer says, and lists
  /// may be amended by `$append`, `$prepend` and `$remove`.
  case layer(Schema)
}

/// The fields of an object.
package struct ObjectSchema: Sendable {
  /// What one is called in messages: `service`, `port`.
  package let name: String
  package let summary: String
  package let fields: [FieldSchema]

  package init(name: String, summary: String, fields: [FieldSchema]) {
    self.name = name
    self.summary = summary
    self.fields = fields
  }

  package func field(_ name: String) -> FieldSchema? {
    fields.first { $0.name == name }
  }
}

/// One field of an object, as the reference page shows it.
package struct FieldSchema: Sendable {
  package let name: String
  /// One sentence.
  package let summary: String
  package let schema: Schema
  package let isRequired: Bool
  /// What holds when the field is absent, as a user would write it.
  package let defaultText: String?

  package init(_ name: String, _ summary: String, _ schema: Schema, isRequired: Bool, defaultText: String?) {
    self.name = name
    self.summary = summary
    self.schema = schema
    self.isRequired = isRequired
    self.defaultText = defaultText
  }
}
