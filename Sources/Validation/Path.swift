/// The way from an object to one of its values, put into words only when something is found there.
package indirect enum Path: Sendable {
  /// The object itself, for instance `Deployment 'backend'`.
  case object(kind: String, name: String)
  case key(Path, String)
  case index(Path, Int)

  /// For instance `'spec.ports[0].name' of Service 'backend'`.
  package var description: String { words.description }

  /// Both in one walk: findings have both.
  package var words: (description: String, route: String) {
    let (route, owner) = parts
    return (route.isEmpty ? owner : "'\(route)' of \(owner)", route)
  }

  /// For instance `spec.ports[0].name`.
  package var route: String { parts.route }

  private var parts: (route: String, owner: String) {
    switch self {
    case .object(let kind, let name):
      return ("", name.isEmpty ? kind : "\(kind) '\(name)'")
    case .key(let above, let key):
      let (route, owner) = above.parts
      // A label key has dots of its own.
      if key.utf8.contains(where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "/") }) {
        return ("\(route)[\(key)]", owner)
      }
      return (route.isEmpty ? key : "\(route).\(key)", owner)
    case .index(let above, let index):
      let (route, owner) = above.parts
      return ("\(route)[\(index)]", owner)
    }
  }
}

extension Path {
  /// The last step, for instance `name`.
  package var key: String {
    switch self {
    case .object(let kind, _): kind
    case .key(_, let key): key
    case .index(_, let index): "\(index)"
    }
  }
}
