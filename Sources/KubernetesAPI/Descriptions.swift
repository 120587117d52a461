import YAMLSyntax

extension APIType {
  /// What a value of the type is, with its article.
  var description: String {
    switch shape {
    case .any: "any value"
    case .object, .objectMetadata: "an object"
    case .array: "a list"
    case .string: "a string"
    case .integer: "an integer"
    case .number: "a number"
    case .boolean: "a boolean"
    case .integerOrString: "an integer or a string"
    case .quantity: "a quantity"
    }
  }

  /// Whether a scalar of a type of YAML is one of this type.
  func reads(_ scalar: ScalarType) -> Bool {
    switch shape {
    case .any: true
    case .object, .objectMetadata, .array: false
    case .string: scalar == .string
    case .integer: scalar == .integer || scalar == .float
    case .number: scalar == .integer || scalar == .float
    case .boolean: scalar == .boolean
    case .integerOrString: scalar == .integer || scalar == .string
    case .quantity: scalar == .integer || scalar == .float || scalar == .string
    }
  }
}

extension Node {
  /// What was written, for a message; long texts are cut.
  var summary: String {
    switch content {
    case .sequence: return "a list"
    case .mapping: return "an object"
    case .scalar(let scalar):
      let text = scalar.text.shortened
      switch scalar.type {
      case .null: return "null"
      case .boolean: return "the boolean \(text)"
      case .integer, .float: return "the number \(text)"
      case .string: return "the string '\(text)'"
      }
    }
  }
}

extension String {
  /// The first line's first scalars, so that a message stays one line.
  var shortened: String {
    let line = unicodeScalars.prefix { $0 != "\n" }
    let isWhole = line.count == unicodeScalars.count
    return isWhole && line.count <= 60 ? self : String(line.prefix(57)) + "..."
  }
}
