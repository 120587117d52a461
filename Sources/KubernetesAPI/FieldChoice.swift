/// Which fields of an object may or must stand together: the part of a schema's oneOf, anyOf, allOf and not that
/// speaks of the presence of fields only.
indirect enum FieldChoice: Sendable {
  case required([String])
  case not(FieldChoice)
  case any([FieldChoice])
  case one([FieldChoice])
  case all([FieldChoice])

  init(_ layer: CatalogueLayer, _ start: Int) {
    let head = layer.word(start)
    let rest = (0..<Int(head >> 8)).map { layer.word(start + 1 + $0) }
    let parts = { rest.map { FieldChoice(layer, Int($0)) } }
    switch head & 0xFF {
    case 1: self = .required(rest.map(layer.string))
    case 2: self = parts().first.map { .not($0) } ?? .all([])
    case 3: self = .any(parts())
    case 4: self = .one(parts())
    default: self = .all(parts())
    }
  }

  func allows(_ isPresent: (String) -> Bool) -> Bool {
    switch self {
    case .required(let names): names.allSatisfy(isPresent)
    case .not(let choice): !choice.allows(isPresent)
    case .any(let choices): choices.contains { $0.allows(isPresent) }
    case .one(let choices): choices.count { $0.allows(isPresent) } == 1
    case .all(let choices): choices.allSatisfy { $0.allows(isPresent) }
    }
  }

  /// Every field that it speaks of, in the order of the schema, each once.
  var fields: [String] {
    var names: [String] = []
    switch self {
    case .required(let own): names = own
    case .not(let choice): names = choice.fields
    case .any(let choices), .one(let choices), .all(let choices): names = choices.flatMap(\.fields)
    }
    var seen = Set<String>()
    return names.filter { seen.insert($0).inserted }
  }
}
