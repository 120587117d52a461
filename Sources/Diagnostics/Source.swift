/// Identifies one source in a ``SourceMap``.
package struct SourceID: Hashable, Comparable, Sendable {
  package let index: UInt32

  package init(index: UInt32) {
    self.index = index
  }

  package static func < (left: SourceID, right: SourceID) -> Bool {
    left.index < right.index
  }
}

/// Who owns a source: the words of one are defaults and bounds for the next.
package enum Owner: Sendable {
  /// The defaults that are compiled into the binary.
  case builtIn
  /// The platform team's `templates/`.
  case platform
  /// The tenant teams' `tenants/`.
  case tenant
}

/// One text that was read: a file of the user, or a built-in document.
package struct Source: Sendable {
  package let id: SourceID
  /// The path as users write it: relative to the repository, with `/`.
  package let path: String
  package let owner: Owner
  package let bytes: [UInt8]
}

/// Every source of one run; each file is read once and named by its ``SourceID``.
package struct SourceMap: Sendable {
  package private(set) var sources: [Source] = []

  package init() {}

  /// Adds a text and returns its identity.
  package mutating func add(path: String, owner: Owner, bytes: [UInt8]) -> SourceID {
    let id = SourceID(index: UInt32(sources.count))
    sources.append(Source(id: id, path: path, owner: owner, bytes: bytes))
    return id
  }

  package subscript(id: SourceID) -> Source {
    sources[Int(id.index)]
  }
}
