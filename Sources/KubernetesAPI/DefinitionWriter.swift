import YAMLSyntax

/// Writes structural schemas in the layout of the catalogue, as `Scripts/api-catalogue` does.
struct DefinitionWriter {
  private(set) var made = MadeCatalogue()
  private var known: [String: UInt32] = ["": 0]

  /// Bits of a type's first word, and the words that follow it in their order.
  private struct TypeWords {
    var head: UInt32
    var payloads: [(bit: UInt32, word: UInt32)] = []

    mutating func set(_ flag: UInt32, if condition: Bool) {
      if condition { head |= 1 << flag }
    }

    mutating func add(_ payload: APIType.Payload, _ word: UInt32?) {
      if let word { payloads.append((payload.rawValue, word)) }
    }
  }

  mutating func addKind(
    _ kind: String,
    _ apiVersion: String,
    scope: APIScope,
    isDeprecated: Bool,
    schema: Node?
  ) {
    let root = addRoot(schema)
    let types = append([1, .max, root])
    let flags: UInt32 = 4 | (scope == .cluster ? 1 : 2) | (schema?.holdsRules == true ? 8 : 0)
    made.kinds += [
      string(kind), string(apiVersion), flags | (isDeprecated ? 1 << 8 : 0), string(""), types, string(""),
    ]
  }

  /// A server adds identity and metadata to every kind.
  private mutating func addRoot(_ schema: Node?) -> UInt32 {
    var fields = addFields(of: schema).filter { !["apiVersion", "kind", "metadata"].contains($0.name) }
    let text = append([APIType.Shape.string.rawValue])
    let metadata = append([APIType.Shape.objectMetadata.rawValue])
    fields += [
      Field(name: "apiVersion", isRequired: false, type: text),
      Field(name: "kind", isRequired: false, type: text),
      Field(name: "metadata", isRequired: false, type: metadata),
    ]
    var words = TypeWords(head: APIType.Shape.object.rawValue)
    words.set(9, if: schema == nil || schema?.flag("x-kubernetes-preserve-unknown-fields") == true)
    words.set(11, if: schema?["x-kubernetes-validations"] != nil)
    words.add(.fields, append(fields))
    return append(words)
  }

  private mutating func add(_ schema: Node) -> UInt32 {
    let isEither = schema.flag("x-kubernetes-int-or-string")
    let shape: APIType.Shape =
      switch isEither ? "either" : schema["type"]?.scalar?.text {
      case "either": .integerOrString
      case "object": .object
      case "array": .array
      case "string": .string
      case "integer": .integer
      case "number": .number
      case "boolean": .boolean
      default: .any
      }
    var words = TypeWords(head: shape.rawValue)
    words.set(8, if: schema.flag("nullable"))
    words.set(9, if: schema.flag("x-kubernetes-preserve-unknown-fields"))
    words.set(10, if: schema.flag("x-kubernetes-embedded-resource"))
    words.set(11, if: schema["x-kubernetes-validations"] != nil)
    words.set(12, if: schema.flag("exclusiveMinimum"))
    words.set(13, if: schema.flag("exclusiveMaximum"))
    switch shape {
    case .array: addEntries(of: schema, &words)
    case .object: addValues(of: schema, &words)
    default: words.head |= formatBits(schema["format"]?.scalar?.text)
    }
    addBounds(of: schema, &words)
    return append(words)
  }

  private mutating func addEntries(of schema: Node, _ words: inout TypeWords) {
    let listType: APIType.ListType =
      switch schema["x-kubernetes-list-type"]?.scalar?.text {
      case "set": .set
      case "map": .map
      default: .atomic
      }
    words.head |= listType.rawValue << 4
    words.add(.element, schema["items"].map { add($0) } ?? append([APIType.Shape.any.rawValue]))
    let keys = (schema["x-kubernetes-list-map-keys"]?.sequence ?? []).compactMap(\.scalar?.text)
    if !keys.isEmpty { words.add(.listKeys, append(list: keys)) }
  }

  private mutating func addValues(of schema: Node, _ words: inout TypeWords) {
    if let values = schema["additionalProperties"] {
      if values.scalar?.text == "true" || values.mapping?.entries.isEmpty == true {
        words.set(9, if: true)
      } else if values.mapping != nil {
        words.add(.element, add(values))
      }
    }
    words.add(.fields, append(addFields(of: schema)))
  }

  private mutating func addBounds(of schema: Node, _ words: inout TypeWords) {
    let values = schema["enum"]?.sequence?.compactMap { $0.isNull ? nil : $0.scalar?.text } ?? []
    if !values.isEmpty { words.add(.enumeration, append(list: values)) }
    if let pattern = schema["pattern"]?.scalar?.text {
      if pattern == Self.quantityPattern, schema.flag("x-kubernetes-int-or-string") {
        words.head |= APIType.Format.quantity.rawValue << 4
      } else {
        words.add(.pattern, string(pattern))
      }
    }
    for (payload, name) in [(APIType.Payload.minimum, "minimum"), (.maximum, "maximum")] {
      guard let number = schema[name]?.scalar.flatMap({ Double($0.text) }) else { continue }
      let bits = number.bitPattern
      words.add(payload, append([UInt32(truncatingIfNeeded: bits), UInt32(truncatingIfNeeded: bits >> 32)]))
    }
    for (payload, prefix) in [(APIType.Payload.least, "min"), (.most, "max")] {
      let counts = ["Length", "Items", "Properties"].compactMap { schema[prefix + $0]?.scalar?.text }
      words.add(payload, counts.first.flatMap(UInt32.init))
    }
    words.add(.defaultText, schema["default"]?.scalar.map { string($0.text) })
    if let choice = FieldChoice(schema: schema) { words.add(.choice, append(choice)) }
  }

  /// What generators write for a quantity; reading one is faster than matching it, and says more.
  private static let quantityPattern =
    #"^(\+|-)?(([0-9]+(\.[0-9]*)?)|(\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\+|-)?(([0-9]+(\.[0-9]*)?)|(\.[0-9]+))))?$"#

  private func formatBits(_ name: String?) -> UInt32 {
    let format: APIType.Format =
      switch name {
      case "int32": .int32
      case "int64": .int64
      case "float", "double": .double
      case "byte": .base64
      case "date-time", "datetime": .dateTime
      case "duration": .duration
      case "ipv4": .ipv4
      case "ipv6": .ipv6
      case "cidr": .cidr
      case "uuid": .uuid
      case "date": .date
      default: .none
      }
    return format.rawValue << 4
  }
}

// MARK: - Words

extension DefinitionWriter {
  private struct Field {
    let name: String
    let isRequired: Bool
    let type: UInt32
  }

  /// The fields of an object, sorted by bytes; a server fills in defaults before it asks what is missing.
  private mutating func addFields(of schema: Node?) -> [Field] {
    let required = Set((schema?["required"]?.sequence ?? []).compactMap(\.scalar?.text))
    let entries = schema?["properties"]?.mapping?.entries ?? []
    var fields = entries.map { entry in
      Field(
        name: entry.key,
        isRequired: required.contains(entry.key) && entry.value["default"] == nil,
        type: add(entry.value)
      )
    }
    for name in required.subtracting(entries.map(\.key)) {
      fields.append(Field(name: name, isRequired: true, type: append([APIType.Shape.any.rawValue])))
    }
    return fields.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  private mutating func append(_ fields: [Field]) -> UInt32 {
    let fields = fields.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    var words = [UInt32(fields.count)]
    for field in fields { words += [string(field.name) | (field.isRequired ? 1 << 31 : 0), field.type] }
    return append(words)
  }

  private mutating func append(_ type: TypeWords) -> UInt32 {
    let payloads = type.payloads.sorted { $0.bit < $1.bit }
    let head = payloads.reduce(type.head) { $0 | 1 << $1.bit }
    return append([head] + payloads.map(\.word))
  }

  private mutating func append(_ choice: FieldChoice) -> UInt32 {
    let (operation, parts): (UInt32, [UInt32]) =
      switch choice {
      case .required(let names): (1, names.map { string($0) })
      case .not(let choice): (2, [append(choice)])
      case .any(let choices): (3, choices.map { append($0) })
      case .one(let choices): (4, choices.map { append($0) })
      case .all(let choices): (5, choices.map { append($0) })
      }
    return append([operation | UInt32(parts.count) << 8] + parts)
  }

  private mutating func append(list: [String]) -> UInt32 {
    append([UInt32(list.count)] + list.map { string($0) })
  }

  private mutating func append(_ words: [UInt32]) -> UInt32 {
    made.words += words
    return UInt32(made.words.count - words.count)
  }

  private mutating func string(_ text: String) -> UInt32 {
    if let number = known[text] { return number }
    let number = UInt32(made.strings.count)
    made.strings.append(text)
    known[text] = number
    return number
  }
}

extension FieldChoice {
  /// The part of a schema that speaks of the presence of fields only; nil where there is none.
  fileprivate init?(schema: Node) {
    var parts: [FieldChoice] = []
    if let not = schema["not"].flatMap(FieldChoice.init(branch:)) { parts.append(.not(not)) }
    for (name, combine) in [
      ("anyOf", FieldChoice.any), ("oneOf", FieldChoice.one), ("allOf", FieldChoice.all),
    ] {
      guard let branches = schema[name]?.sequence else { continue }
      let choices = branches.compactMap(FieldChoice.init(branch:))
      if choices.count == branches.count { parts.append(combine(choices)) }
    }
    guard let first = parts.first else { return nil }
    self = parts.count == 1 ? first : .all(parts)
  }

  /// One branch of a choice; nil where it says more.
  private init?(branch: Node) {
    let words = ["required", "not", "anyOf", "oneOf", "allOf"]
    guard let entries = branch.mapping?.entries, entries.allSatisfy({ words.contains($0.key) }) else {
      return nil
    }
    let names = branch["required"]?.sequence?.compactMap(\.scalar?.text)
    let rest = FieldChoice(schema: branch)
    if rest == nil, entries.contains(where: { $0.key != "required" }) { return nil }
    switch (names, rest) {
    case (let names?, let rest?): self = .all([.required(names), rest])
    case (let names?, nil): self = .required(names)
    case (nil, let rest?): self = rest
    case (nil, nil): return nil
    }
  }
}

extension Node {
  fileprivate func flag(_ key: String) -> Bool {
    self[key]?.scalar?.text == "true"
  }

  /// Whether rules in CEL are anywhere in a schema.
  fileprivate var holdsRules: Bool {
    switch content {
    case .scalar: false
    case .sequence(let nodes): nodes.contains(where: \.holdsRules)
    case .mapping(let mapping):
      mapping.entries.contains { $0.key == "x-kubernetes-validations" || $0.value.holdsRules }
    }
  }
}
