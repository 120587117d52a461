package import Validation

/// The parts of an image's name, as a node reads it.
package struct ImageReference: Sendable {
  /// `docker.io` where the name has none.
  package let registry: String
  /// For instance `library/nginx`.
  package let repository: String
  package let tag: String?
  package let digest: String?

  /// Nil for what is no image yet: another tool will put one in.
  package init?(_ field: Field) {
    guard let text = field.written, !isPlaceholder(text) else { return nil }
    let parts = text.split(separator: "@", maxSplits: 1)
    guard var name = parts.first else { return nil }
    digest = parts.count > 1 ? String(parts[1]) : nil
    if let colon = name.lastIndex(of: ":"), !name[colon...].contains("/") {
      tag = String(name[name.index(after: colon)...])
      name = name[..<colon]
    } else {
      tag = nil
    }
    let first = name.prefix { $0 != "/" }
    let isHost = first != name && (first == "localhost" || first.contains(".") || first.contains(":"))
    registry = isHost ? String(first) : "docker.io"
    let path = isHost ? name.dropFirst(first.count + 1) : name
    let isOfficial = registry == "docker.io" && !path.contains("/")
    repository = isOfficial ? "library/\(path)" : String(path)
  }

  /// The last part of the repository.
  var baseName: Substring {
    repository[(repository.lastIndex(of: "/").map(repository.index(after:)) ?? repository.startIndex)...]
  }

  /// Whether it comes from a registry, or a part of one; `example.com` is not the start of `example.com.org`.
  func isFrom(_ place: String) -> Bool {
    let place = place.hasSuffix("/") ? place.dropLast() : place[...]
    let name = "\(registry)/\(repository)"
    return name.hasPrefix(place) && name.dropFirst(place.count).hasPrefix("/")
  }
}

/// Names that a build, a template or a mesh's injector replaces before a node sees them.
private func isPlaceholder(_ text: String) -> Bool {
  if text == "auto" { return true }
  var last: UInt8 = 0, beforeLast: UInt8 = 0
  for byte in text.utf8 {
    switch (beforeLast, last, byte) {
    case (_, _, UInt8(ascii: "$")), (_, UInt8(ascii: "{"), UInt8(ascii: "{")),
      (UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "/")):
      return true
    default: (beforeLast, last) = (last, byte)
    }
  }
  return false
}
