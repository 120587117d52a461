/// Writes YAML in block style, members in the order in which they are given; texts are always quoted.
///
/// Quoted as in JSON, which YAML reads alike: no word of a user is ever taken for a number, a tag or a comment.
struct YAMLWriter: ~Copyable {
  private var bytes: [UInt8] = []
  private var depth = 0
  /// Whether the next line starts an item of a list.
  private var startsItem = false

  /// The documents.
  consuming func finished() -> [UInt8] { bytes }

  /// Starts a document whose members follow.
  mutating func document() {
    bytes += "---\n".utf8
  }

  mutating func member(_ name: StaticString, _ text: String) {
    start(name)
    bytes.append(UInt8(ascii: " "))
    var quoted = JSONWriter()
    quoted.string(text)
    bytes += quoted.finished()
  }

  mutating func member(_ name: StaticString, _ number: Int) {
    start(name)
    bytes += " \(number)\n".utf8
  }

  mutating func member(_ name: StaticString, _ value: Bool) {
    start(name)
    bytes += " \(value)\n".utf8
  }

  /// Writes a mapping whose members `members` writes; it must have one.
  mutating func mapping(_ name: StaticString, _ members: (inout YAMLWriter) -> Void) {
    start(name)
    bytes.append(UInt8(ascii: "\n"))
    depth += 1
    members(&self)
    depth -= 1
  }

  /// Writes a list of mappings, each of which has a member; nothing where it is empty.
  mutating func list<Element>(
    _ name: StaticString,
    _ elements: [Element],
    _ write: (inout YAMLWriter, Element) -> Void
  ) {
    guard !elements.isEmpty else { return }
    mapping(name) { writer in
      for element in elements {
        writer.startsItem = true
        writer.depth += 1
        write(&writer, element)
        writer.depth -= 1
      }
    }
  }

  private mutating func start(_ name: StaticString) {
    bytes += repeatElement(UInt8(ascii: " "), count: 2 * (startsItem ? depth - 1 : depth))
    if startsItem { bytes += "- ".utf8 }
    startsItem = false
    bytes += "\(name):".utf8
  }
}
