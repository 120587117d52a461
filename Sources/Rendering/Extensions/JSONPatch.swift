internal import Diagnostics
internal import Specification
internal import YAMLSyntax

/// Why a step of a JSON Patch could not be taken.
struct JSONPatchFailure: Error {
  let path: Spanned<String>
  let reason: String
}

/// Takes one step of a JSON Patch (RFC 6902).
func applyJSONPatch(_ step: JSONPatchOperation, to root: Node) throws(JSONPatchFailure) -> Node {
  let path = try pointer(step.path)
  switch step.operation.value {
  case .add: return try change(root, at: path[...], step.path, .insert(try value(of: step)))
  case .replace: return try change(root, at: path[...], step.path, .replace(try value(of: step)))
  case .remove: return try change(root, at: path[...], step.path, .remove)
  case .test:
    let found = try node(at: path, in: root, step.path)
    guard found.hasSameContent(as: try value(of: step)) else {
      throw JSONPatchFailure(path: step.path, reason: "the value there is another")
    }
    return root
  case .move, .copy:
    guard let from = step.from else {
      throw JSONPatchFailure(path: step.path, reason: "'\(step.operation.value.rawValue)' needs 'from'")
    }
    let source = try pointer(from)
    let value = try node(at: source, in: root, from)
    let rest =
      step.operation.value == .move ? try change(root, at: source[...], from, .remove) : root
    return try change(rest, at: path[...], step.path, .insert(value))
  }
}

private enum Change {
  case insert(Node)
  case replace(Node)
  case remove
}

private func value(of step: JSONPatchOperation) throws(JSONPatchFailure) -> Node {
  guard let value = step.value else {
    throw JSONPatchFailure(path: step.path, reason: "'\(step.operation.value.rawValue)' needs 'value'")
  }
  return value
}

/// The keys of a JSON Pointer (RFC 6901).
private func pointer(_ path: Spanned<String>) throws(JSONPatchFailure) -> [String] {
  guard path.value.hasPrefix("/") else {
    throw JSONPatchFailure(path: path, reason: "a path starts with '/'")
  }
  return path.value.dropFirst().split(separator: "/", omittingEmptySubsequences: false).map {
    String($0).replacing("~1", with: "/").replacing("~0", with: "~")
  }
}

private func node(
  at keys: [String],
  in root: Node,
  _ path: Spanned<String>
) throws(JSONPatchFailure) -> Node {
  var node = root
  for key in keys {
    switch node.content {
    case .mapping(let mapping):
      guard let next = mapping[key] else {
        throw JSONPatchFailure(path: path, reason: "there is no '\(key)'")
      }
      node = next
    case .sequence(let items):
      guard let index = Int(key), items.indices.contains(index) else {
        throw JSONPatchFailure(path: path, reason: "the list has no item '\(key)'")
      }
      node = items[index]
    case .scalar: throw JSONPatchFailure(path: path, reason: "there is nothing below a scalar")
    }
  }
  return node
}

private func change(
  _ node: Node,
  at keys: ArraySlice<String>,
  _ path: Spanned<String>,
  _ change: Change
) throws(JSONPatchFailure) -> Node {
  guard let key = keys.first else {
    throw JSONPatchFailure(path: path, reason: "an object cannot be replaced as a whole")
  }
  let rest = keys.dropFirst()
  switch node.content {
  case .mapping(var mapping):
    let index = mapping.entries.firstIndex { $0.key == key }
    if rest.isEmpty {
      switch (change, index) {
      case (.insert(let value), nil): mapping.entries.append(Mapping.Entry(key, value))
      case (.insert(let value), let index?), (.replace(let value), let index?):
        mapping.entries[index].value = value
      case (.remove, let index?): mapping.entries.remove(at: index)
      case (.replace, nil), (.remove, nil):
        throw JSONPatchFailure(path: path, reason: "there is no '\(key)'")
      }
    } else if let index {
      mapping.entries[index].value = try Rendering.change(
        mapping.entries[index].value,
        at: rest,
        path,
        change
      )
    } else {
      throw JSONPatchFailure(path: path, reason: "there is no '\(key)'")
    }
    return Node(.mapping(mapping), origin: node.origin)
  case .sequence(var items):
    let index = key == "-" ? items.count : Int(key) ?? -1
    guard items.indices.contains(index) || (rest.isEmpty && index == items.count) else {
      throw JSONPatchFailure(path: path, reason: "the list has no item '\(key)'")
    }
    if rest.isEmpty {
      switch change {
      case .insert(let value): items.insert(value, at: index)
      case .replace(let value) where index < items.count: items[index] = value
      case .remove where index < items.count: items.remove(at: index)
      case .replace, .remove: throw JSONPatchFailure(path: path, reason: "the list has no item '\(key)'")
      }
    } else {
      items[index] = try Rendering.change(items[index], at: rest, path, change)
    }
    return Node(.sequence(items), origin: node.origin)
  case .scalar:
    throw JSONPatchFailure(path: path, reason: "there is nothing below a scalar")
  }
}

extension Node {
  /// Whether both are the same value, wherever they stand and in whatever order their keys are.
  fileprivate func hasSameContent(as other: Node) -> Bool {
    switch (content, other.content) {
    case (.scalar(let left), .scalar(let right)): left.text == right.text && left.type == right.type
    case (.sequence(let left), .sequence(let right)):
      left.count == right.count && zip(left, right).allSatisfy { $0.hasSameContent(as: $1) }
    case (.mapping(let left), .mapping(let right)):
      left.entries.count == right.entries.count
        && left.entries.allSatisfy { entry in
          right[entry.key].map { entry.value.hasSameContent(as: $0) } ?? false
        }
    default: false
    }
  }
}
