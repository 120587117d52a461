/// Prints a tree as JSON with two spaces of indentation and a final newline.
///
/// Only trees that the compiler makes itself are printed: a float such as `.inf` has no JSON form.
package func printJSON(_ root: Node) -> [UInt8] {
  var bytes: [UInt8] = []
  append(root, at: 0, to: &bytes)
  bytes.append(UInt8(ascii: "\n"))
  return bytes
}

private func append(_ node: Node, at depth: Int, to bytes: inout [UInt8]) {
  switch node.content {
  case .scalar(let scalar):
    if scalar.type == .string {
      appendQuoted(scalar.text, to: &bytes)
    } else {
      bytes += (scalar.type == .null ? "null" : scalar.text).utf8
    }
  case .sequence(let nodes):
    bytes.append(UInt8(ascii: "["))
    for (index, node) in nodes.enumerated() {
      startLine(isFirst: index == 0, at: depth + 1, &bytes)
      append(node, at: depth + 1, to: &bytes)
    }
    if !nodes.isEmpty { startLine(isFirst: true, at: depth, &bytes) }
    bytes.append(UInt8(ascii: "]"))
  case .mapping(let mapping):
    bytes.append(UInt8(ascii: "{"))
    for (index, entry) in mapping.entries.enumerated() {
      startLine(isFirst: index == 0, at: depth + 1, &bytes)
      appendQuoted(entry.key, to: &bytes)
      bytes += ": ".utf8
      append(entry.value, at: depth + 1, to: &bytes)
    }
    if !mapping.entries.isEmpty { startLine(isFirst: true, at: depth, &bytes) }
    bytes.append(UInt8(ascii: "}"))
  }
}

private func startLine(isFirst: Bool, at depth: Int, _ bytes: inout [UInt8]) {
  bytes += (isFirst ? "\n" : ",\n").utf8
  bytes += repeatElement(UInt8(ascii: " "), count: depth * 2)
}

private func appendQuoted(_ text: String, to bytes: inout [UInt8]) {
  bytes.append(UInt8(ascii: "\""))
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"):
      bytes.append(UInt8(ascii: "\\"))
      bytes.append(byte)
    case UInt8(ascii: "\n"): bytes += "\\n".utf8
    case 0..<0x20:
      let digits = String(byte, radix: 16)
      bytes += ("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits).utf8
    default: bytes.append(byte)
    }
  }
  bytes.append(UInt8(ascii: "\""))
}
