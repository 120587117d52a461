internal import Diagnostics
internal import Kubernetes
internal import Specification
internal import YAMLSyntax

/// Typed values of the model as nodes that keep their origin.
extension Node {
  init(_ spanned: Spanned<String>) {
    self.init(spanned.value, origin: spanned.origin)
  }

  init(_ spanned: Spanned<Int>) {
    self.init(spanned.value, origin: spanned.origin)
  }

  init(_ spanned: Spanned<Bool>) {
    self.init(spanned.value, origin: spanned.origin)
  }

  init(_ spanned: Spanned<Quantity>) {
    self.init(spanned.value.canonical, origin: spanned.origin)
  }

  init(_ spanned: Spanned<CountOrPercent>) {
    switch spanned.value {
    case .count(let count): self.init(count, origin: spanned.origin)
    case .percent(let share): self.init("\(share)%", origin: spanned.origin)
    }
  }

  init<Word: RawRepresentable<String> & Sendable>(_ spanned: Spanned<Word>) {
    self.init(spanned.value.rawValue, origin: spanned.origin)
  }

  /// A time as the whole seconds that Kubernetes counts in.
  static func seconds(_ spanned: Spanned<TimeSpan>) -> Node {
    Node(spanned.value.seconds, origin: spanned.origin)
  }

  /// A list; nil where it would be empty, so that the field is left out.
  static func list(_ nodes: [Node]) -> Node? {
    nodes.isEmpty ? nil : Node(.sequence(nodes))
  }

  /// A mapping; nil where it would be empty, so that the field is left out.
  static func map(_ entries: [(String, Node)]) -> Node? {
    entries.isEmpty ? nil : Node(.mapping(Mapping(entries.map { Mapping.Entry($0, $1) })))
  }

  /// Labels and the like, as their author wrote them.
  static func map(_ values: Keyed<Spanned<String>>) -> Node? {
    map(values.items.map { ($0.name, Node($0.value)) })
  }
}
