/// The way from an object to one of its values, put into words only when something is found there.
///
/// The last step stands beside the way to it: values without parts, of which there are most, need no allocation.
package struct Path: Sendable {
  private let way: Way
  /// Nil where the way is all.
  private let last: Step?

  private indirect enum Way: Sendable {
    /// The object itself, for instance `Deployment 'backend'`.
    case object(kind: String, name: String)
    case step(Way, Step)
  }

  private enum Step: Sendable {
    case key(String)
    case index(Int)
  }

  private init(_ way: Way, _ last: Step? = nil) {
    self.way = way
    self.last = last
  }

  static func object(kind: String, name: String) -> Path {
    Path(.object(kind: kind, name: name))
  }

  /// The way to a value of a map.
  func key(_ key: String) -> Path { Path(whole, .key(key)) }

  /// The way to an element of a list.
  func index(_ index: Int) -> Path { Path(whole, .index(index)) }

  /// The same way, for those who go on from here more than once.
  var shared: Path { Path(whole) }

  private var whole: Way { last.map { .step(way, $0) } ?? way }

  /// For instance `'spec.ports[0].name' of Service 'backend'`.
  package var description: String { words.description }

  /// Both in one walk: findings have both.
  package var words: (description: String, route: String) {
    let (route, owner) = parts(of: whole)
    return (route.isEmpty ? owner : "'\(route)' of \(owner)", route)
  }

  /// For instance `spec.ports[0].name`.
  package var route: String { parts(of: whole).route }

  private func parts(of way: Way) -> (route: String, owner: String) {
    switch way {
    case .object(let kind, let name):
      return ("", name.isEmpty ? kind : "\(kind) '\(name)'")
    case .step(let above, .key(let key)):
      let (route, owner) = parts(of: above)
      // A label key has dots of its own.
      if key.utf8.contains(where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "/") }) {
        return ("\(route)[\(key)]", owner)
      }
      return (route.isEmpty ? key : "\(route).\(key)", owner)
    case .step(let above, .index(let index)):
      let (route, owner) = parts(of: above)
      return ("\(route)[\(index)]", owner)
    }
  }

  /// The last step, for instance `name`.
  package var key: String {
    switch whole {
    case .object(let kind, _): kind
    case .step(_, .key(let key)): key
    case .step(_, .index(let index)): "\(index)"
    }
  }
}
