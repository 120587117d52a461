/// A range of IP addresses in CIDR notation, version 4 or 6.
package struct CIDR: Hashable, Sendable, CustomStringConvertible {
  /// The bits of the address, a version 4 address in the low 32.
  private let address: UInt128
  private let width: Int
  private let prefix: Int
  package let description: String

  /// Fails where the notation is wrong, or bits are set behind the prefix.
  package init?(parsing text: String) {
    self.init(masking: text)
    guard address & hostBits == 0 else { return nil }
  }

  /// A single address as the range of itself.
  package init?(address text: String) {
    self.init(parsing: text + (text.contains(":") ? "/128" : "/32"))
  }

  /// Tolerates bits behind the prefix, as an API server does; they mean nothing.
  package init?(masking text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let prefix = Int(parts[1]), String(prefix) == parts[1] else { return nil }
    if parts[0].contains(":") {
      guard let address = Self.version6(parts[0]) else { return nil }
      (self.address, width) = (address, 128)
    } else {
      guard let address = Self.version4(parts[0]) else { return nil }
      (self.address, width) = (UInt128(address), 32)
    }
    guard (0...width).contains(prefix) else { return nil }
    self.prefix = prefix
    description = text
  }

  private var hostBits: UInt128 {
    let free = width - prefix
    return free == 128 ? .max : (UInt128(1) << UInt128(free)) - 1
  }

  private var network: UInt128 { address & ~hostBits }

  package var isVersion6: Bool { width == 128 }

  /// Whether every address of `other` is one of this range's.
  package func contains(_ other: CIDR) -> Bool {
    guard width == other.width, prefix <= other.prefix else { return false }
    let free = width - prefix
    return free == 128 || address >> UInt128(free) == other.address >> UInt128(free)
  }

  package static func == (left: CIDR, right: CIDR) -> Bool {
    (left.network, left.width, left.prefix) == (right.network, right.width, right.prefix)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(network)
    hasher.combine(prefix)
  }

  private static func version4(_ text: Substring) -> UInt32? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    var address: UInt32 = 0
    for part in parts {
      guard let byte = UInt8(part), String(byte) == part else { return nil }
      address = address << 8 | UInt32(byte)
    }
    return address
  }

  private static func version6(_ text: Substring) -> UInt128? {
    let sides = text.split(separator: "::", maxSplits: 2, omittingEmptySubsequences: false)
    guard sides.count <= 2 else { return nil }
    func groups(_ side: Substring) -> [UInt16]? {
      if side.isEmpty { return [] }
      var groups: [UInt16] = []
      let parts = side.split(separator: ":", omittingEmptySubsequences: false)
      for (index, part) in parts.enumerated() {
        if index == parts.count - 1, part.contains("."), let tail = version4(part) {
          groups += [UInt16(tail >> 16), UInt16(tail & 0xFFFF)]
          continue
        }
        guard part.utf8.count <= 4, let group = UInt16(part, radix: 16) else { return nil }
        groups.append(group)
      }
      return groups
    }
    guard let head = groups(sides[0]), let tail = sides.count == 2 ? groups(sides[1]) : [] else { return nil }
    let missing = 8 - head.count - tail.count
    guard sides.count == 2 ? missing >= 1 : missing == 0 else { return nil }
    return (head + Array(repeating: 0, count: missing) + tail).reduce(0) { $0 << 16 | UInt128($1) }
  }
}
