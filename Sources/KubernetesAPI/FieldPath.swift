/// Where in an object a value is, such as `spec.template.spec.containers[0].imagePullPolicy`.
struct FieldPath: CustomStringConvertible {
  private var steps: [Step] = []

  private enum Step {
    case key(String)
    case index(Int)
  }

  var isEmpty: Bool { steps.isEmpty }

  /// Whether the value is part of the object's status, which a server drops where a manifest brings one.
  var isInStatus: Bool {
    guard case .key("status") = steps.first else { return false }
    return true
  }

  mutating func enter(_ key: String) {
    steps.append(.key(key))
  }

  mutating func enter(_ index: Int) {
    steps.append(.index(index))
  }

  mutating func leave() {
    steps.removeLast()
  }

  var description: String {
    var text = ""
    for step in steps {
      switch step {
      case .index(let index): text += "[\(index)]"
      case .key(let key):
        // A key of a map, such as a label's, may hold what separates the steps.
        let isPlain = key.utf8.allSatisfy { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "/") }
        text += isPlain && !key.isEmpty ? (text.isEmpty ? "" : ".") + key.shortened : "[\(key.shortened)]"
      }
    }
    return text
  }

  /// The path of a field of the value.
  func appending(_ key: String) -> FieldPath {
    var path = self
    path.enter(key)
    return path
  }
}
