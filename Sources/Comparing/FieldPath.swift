/// Where a field of an object is, with the things of a list by their name:
/// `spec.template.spec.containers[api].image`.
package struct FieldPath: Hashable, Sendable, CustomStringConvertible {
  package enum Step: Hashable, Sendable {
    case field(String)
    /// A thing of a list, by what identifies it there.
    case item(String)
  }

  package let steps: [Step]

  package init(_ steps: [Step] = []) {
    self.steps = steps
  }

  func field(_ name: String) -> FieldPath { FieldPath(steps + [.field(name)]) }
  func item(_ name: String) -> FieldPath { FieldPath(steps + [.item(name)]) }

  /// The names of the fields alone, by which rules know a path.
  var names: [String] {
    steps.compactMap { step in
      if case .field(let name) = step { name } else { nil }
    }
  }

  /// The innermost thing of a list that the path goes through.
  var lastItem: String? {
    for case .item(let name) in steps.reversed() { return name }
    return nil
  }

  /// The list whose thing the path ends at; nil for a path that ends at a field.
  var list: String? {
    guard case .item = steps.last, steps.count > 1, case .field(let name) = steps[steps.count - 2] else {
      return nil
    }
    return name
  }

  package var description: String {
    var text = ""
    for step in steps {
      switch step {
      case .item(let name): text += "[\(name)]"
      case .field(let name) where name.utf8.allSatisfy(isWordByte): text += text.isEmpty ? name : ".\(name)"
      case .field(let name): text += "[\(name)]"
      }
    }
    return text
  }
}

/// Whether a byte needs no brackets in a path: a dot would look like two fields.
private func isWordByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
    true
  default: false
  }
}
