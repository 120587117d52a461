/// The type of a value in the API: a view of a few words of the catalogue, cheap to make and to pass on.
package struct APIType: Sendable {
  private let layer: CatalogueLayer
  private let start: Int
  private let head: UInt32

  init(_ layer: CatalogueLayer, _ start: Int) {
    self.layer = layer
    self.start = start
    head = layer.word(start)
  }

  /// What a value is.
  package enum Shape: UInt32, Sendable {
    case any
    case object
    case array
    case string
    case integer
    case number
    case boolean
    case integerOrString
    case quantity
    /// The metadata of the version of Kubernetes that is asked.
    case objectMetadata
  }

  /// A closer description of a scalar.
  package enum Format: UInt32, Sendable {
    case none
    case int32
    case int64
    case double
    case base64
    case dateTime
    case duration
    case quantity
    case ipv4
    case ipv6
    case cidr
    case uuid
    case date
  }

  /// How the entries of an array are told apart.
  package enum ListType: UInt32, Sendable {
    case atomic
    /// No two equal scalars.
    case set
    /// No two entries with equal keys.
    case map
    /// The keys say how an apply merges; a server takes two entries with equal keys, and may warn.
    case tolerantMap
  }

  package var shape: Shape { Shape(rawValue: head & 0xF) ?? .any }
  package var format: Format {
    shape == .array || shape == .object ? .none : Format(rawValue: head >> 4 & 0xF) ?? .none
  }
  package var listType: ListType {
    shape == .array ? ListType(rawValue: head >> 4 & 0xF) ?? .atomic : .atomic
  }
  package var isNullable: Bool { head & 1 << 8 != 0 }
  package var preservesUnknownFields: Bool { head & 1 << 9 != 0 }
  package var isEmbeddedObject: Bool { head & 1 << 10 != 0 }
  package var hasRules: Bool { head & 1 << 11 != 0 }
  var excludesMinimum: Bool { head & 1 << 12 != 0 }
  var excludesMaximum: Bool { head & 1 << 13 != 0 }

  /// The type of the entries of an array, or of the values of a map.
  package var element: APIType? { payload(.element).map { APIType(layer, Int($0)) } }
  package var enumeration: [String]? { payload(.enumeration).map(strings) }
  package var pattern: String? { payload(.pattern).map(layer.string) }
  package var minimum: Double? { payload(.minimum).map(double) }
  package var maximum: Double? { payload(.maximum).map(double) }
  /// The fewest characters, entries or fields.
  package var least: Int? { payload(.least).map(Int.init) }
  /// The most characters, entries or fields.
  package var most: Int? { payload(.most).map(Int.init) }
  /// The fields that tell the entries of a list apart; empty where no list is keyed.
  package var listKeys: [String] { payload(.listKeys).map(strings) ?? [] }
  /// The field by which a strategic merge patch pairs the entries of a list.
  package var mergeKey: String? { payload(.mergeKey).map(layer.string) }
  /// What a server fills in for a scalar that is not given.
  package var defaultText: String? { payload(.defaultText).map(layer.string) }
  var choice: FieldChoice? { payload(.choice).map { FieldChoice(layer, Int($0)) } }

  enum Payload: UInt32 {
    case element = 16
    case fields, enumeration, pattern, minimum, maximum, least, most, listKeys, mergeKey, defaultText, choice
  }

  /// Payloads follow the first word in the order of their bits.
  private func payload(_ payload: Payload) -> UInt32? {
    let bit: UInt32 = 1 << payload.rawValue
    guard head & bit != 0 else { return nil }
    let before = (head & (bit - 1)) >> 16
    return layer.word(start + 1 + before.nonzeroBitCount)
  }

  private func strings(_ list: UInt32) -> [String] {
    (0..<Int(layer.word(Int(list)))).map { layer.string(layer.word(Int(list) + 1 + $0)) }
  }

  private func double(_ index: UInt32) -> Double {
    Double(bitPattern: UInt64(layer.word(Int(index) + 1)) << 32 | UInt64(layer.word(Int(index))))
  }

  /// Whether a text is one of the enumerated ones; true where none are.
  func allows(_ text: String) -> Bool {
    guard let list = payload(.enumeration) else { return true }
    let bytes = text.utf8Span.span
    for number in 0..<Int(layer.word(Int(list)))
    where layer.order(ofString: layer.word(Int(list) + 1 + number), against: bytes) == .same {
      return true
    }
    return false
  }
}

// MARK: - Fields

/// A field of an object.
package struct APIField: Sendable {
  package let name: String
  package let isRequired: Bool
  package let type: APIType
}

extension APIType {
  private static let requiredBit: UInt32 = 1 << 31

  var fieldCount: Int {
    payload(.fields).map { Int(layer.word(Int($0))) } ?? 0
  }

  /// The fields by name, sorted by bytes.
  package var fields: [APIField] {
    (0..<fieldCount).map(field(number:))
  }

  private func field(number: Int) -> APIField {
    let place = Int(payload(.fields) ?? 0) + 1 + 2 * number
    let name = layer.word(place)
    return APIField(
      name: layer.string(name & ~Self.requiredBit),
      isRequired: name & Self.requiredBit != 0,
      type: APIType(layer, Int(layer.word(place + 1)))
    )
  }

  /// The names in the order in which an object is written: identity, metadata, specification, then by bytes.
  package var fieldOrder: [String] {
    let names = fields.map(\.name)
    let first = ["apiVersion", "kind", "metadata", "spec"].filter(names.contains)
    return first + names.filter { !first.contains($0) }
  }

  /// A field by its name.
  package func field(_ name: String) -> APIField? {
    fieldNumber(name).map(field(number:))
  }

  /// The type of a field, without its name.
  func typeOfField(_ name: String) -> APIType? {
    guard let number = fieldNumber(name), let list = payload(.fields) else { return nil }
    return APIType(layer, Int(layer.word(Int(list) + 2 + 2 * number)))
  }

  /// The required fields that are not there, by a test that gets the number of a name and the field's type.
  func requiredFields(missing isPresent: (_ name: UInt32, _ field: APIType) -> Bool) -> [String] {
    guard let list = payload(.fields).map(Int.init) else { return [] }
    var names: [String] = []
    for number in 0..<Int(layer.word(list)) {
      let word = layer.word(list + 1 + 2 * number)
      guard word & Self.requiredBit != 0 else { continue }
      let name = word & ~Self.requiredBit
      if !isPresent(name, APIType(layer, Int(layer.word(list + 2 + 2 * number)))) {
        names.append(layer.string(name))
      }
    }
    return names
  }

  func order(ofName name: UInt32, against text: String) -> ByteOrder {
    layer.order(ofString: name, against: text.utf8Span.span)
  }

  private func fieldNumber(_ name: String) -> Int? {
    guard let list = payload(.fields).map(Int.init) else { return nil }
    let bytes = name.utf8Span.span
    var low = 0
    var high = Int(layer.word(list))
    while low < high {
      let middle = (low + high) / 2
      let candidate = layer.word(list + 1 + 2 * middle) & ~Self.requiredBit
      switch layer.order(ofString: candidate, against: bytes) {
      case .before: low = middle + 1
      case .same: return middle
      case .after: high = middle
      }
    }
    return nil
  }

  /// The type below a path of fields; entries of lists and values of maps are stepped into by the way.
  package func descendant(_ path: [String]) -> APIType? {
    var type = self
    for name in path {
      while type.shape == .array, let element = type.element { type = element }
      guard let next = type.typeOfField(name) ?? (type.shape == .object ? type.element : nil) else {
        return nil
      }
      type = next
    }
    return type
  }
}
