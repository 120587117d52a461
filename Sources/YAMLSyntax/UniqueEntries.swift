extension String {
  /// Whether two texts are the same bytes.
  ///
  /// YAML and Kubernetes tell keys apart by their bytes; `==` takes "é" in one code point and in two for the same.
  package func hasSameBytes(as other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    // A quarter of the instructions of a walk over the views, and every key of every object is compared.
    let isSame = unsafe utf8.withContiguousStorageIfAvailable { own in
      unsafe other.utf8.withContiguousStorageIfAvailable { theirs in unsafe own.elementsEqual(theirs) }
    }
    return (isSame ?? nil) ?? utf8.elementsEqual(other.utf8)
  }
}

/// The entries of a mapping while it is read, each key once.
///
/// A few keys are compared one by one, which is fastest; beyond that a table keeps a huge mapping linear.
struct UniqueEntries {
  private(set) var entries: [Mapping.Entry] = []
  private var positions: [ByteKey: Int] = [:]

  /// Adds an entry; where its key is there already, leaves it out and returns the first one.
  mutating func append(_ entry: consuming Mapping.Entry) -> Mapping.Entry? {
    if let first = firstPosition(of: entry.key) { return entries[first] }
    // Most mappings have a few keys.
    if entries.isEmpty { entries.reserveCapacity(4) }
    entries.append(entry)
    return nil
  }

  private static let scanLimit = 16

  /// Where a key is already; where it is not, notes that it comes next.
  private mutating func firstPosition(of key: String) -> Int? {
    if entries.count < Self.scanLimit { return entries.firstIndex { $0.key.hasSameBytes(as: key) } }
    if positions.isEmpty {
      for (position, entry) in entries.enumerated() { positions[ByteKey(text: entry.key)] = position }
    }
    guard let first = positions.updateValue(entries.count, forKey: ByteKey(text: key)) else { return nil }
    positions[ByteKey(text: key)] = first
    return first
  }
}

/// A text that is hashed and compared by its bytes.
///
/// The hash of a String is that of its canonical form: a file could hold any number of keys that share one.
private struct ByteKey: Hashable {
  let text: String

  static func == (left: Self, right: Self) -> Bool {
    left.text.hasSameBytes(as: right.text)
  }

  func hash(into hasher: inout Hasher) {
    _ = unsafe text.utf8.withContiguousStorageIfAvailable {
      unsafe hasher.combine(bytes: UnsafeRawBufferPointer($0))
    }
  }
}
