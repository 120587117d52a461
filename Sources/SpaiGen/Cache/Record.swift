import Diagnostics

/// A value that can stand in a record of the cache.
protocol Recordable {
  init(from record: inout RecordReader) throws(TornRecord)
  func write(to record: inout RecordWriter)
}

/// A record that is not what was written, or not for these sources: it is as good as none.
struct TornRecord: Error {}

/// Writes a record: numbers as eight bytes, texts and lists with their length.
struct RecordWriter {
  private(set) var bytes: [UInt8] = []
  /// How sources are named in the record; their numbers are another run's.
  let paths: [SourceID: String]

  mutating func write(_ value: some Recordable) {
    value.write(to: &self)
  }

  fileprivate mutating func append(_ number: UInt64) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  fileprivate mutating func append(_ raw: some Collection<UInt8>) {
    append(UInt64(raw.count))
    bytes.append(contentsOf: raw)
  }
}

/// Reads a record strictly, and never beyond its end.
struct RecordReader {
  private var rest: ArraySlice<UInt8>
  let sources: [String: SourceID]

  init(_ bytes: ArraySlice<UInt8>, sources: [String: SourceID]) {
    rest = bytes
    self.sources = sources
  }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func read<Value: Recordable>(_ type: Value.Type = Value.self) throws(TornRecord) -> Value {
    try Value(from: &self)
  }

  fileprivate mutating func number() throws(TornRecord) -> UInt64 {
    guard rest.count >= 8 else { throw TornRecord() }
    let number = rest.withUnsafeBytes { $0.loadUnaligned(as: UInt64.self) }
    rest = rest.dropFirst(8)
    return UInt64(littleEndian: number)
  }

  fileprivate mutating func raw() throws(TornRecord) -> ArraySlice<UInt8> {
    let count = try number()
    guard count <= rest.count else { throw TornRecord() }
    defer { rest = rest.dropFirst(Int(count)) }
    return rest.prefix(Int(count))
  }
}

extension UInt64: Recordable {
  init(from record: inout RecordReader) throws(TornRecord) { self = try record.number() }
  func write(to record: inout RecordWriter) { record.append(self) }
}

extension Int: Recordable {
  init(from record: inout RecordReader) throws(TornRecord) {
    self.init(bitPattern: UInt(try record.number()))
  }
  func write(to record: inout RecordWriter) { record.append(UInt64(UInt(bitPattern: self))) }
}

extension Bool: Recordable {
  init(from record: inout RecordReader) throws(TornRecord) { self = try record.number() != 0 }
  func write(to record: inout RecordWriter) { record.append(self ? 1 : 0) }
}

extension String: Recordable {
  init(from record: inout RecordReader) throws(TornRecord) {
    self.init(decoding: try record.raw(), as: UTF8.self)
  }

  func write(to record: inout RecordWriter) { record.append(utf8) }
}

/// The content of a file.
struct RecordedBytes: Recordable {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }
  init(from record: inout RecordReader) throws(TornRecord) { bytes = Array(try record.raw()) }
  func write(to record: inout RecordWriter) { record.append(bytes) }
}

extension Optional: Recordable where Wrapped: Recordable {
  init(from record: inout RecordReader) throws(TornRecord) {
    self = try record.read(Bool.self) ? try record.read(Wrapped.self) : nil
  }

  func write(to record: inout RecordWriter) {
    record.write(self != nil)
    if let self { record.write(self) }
  }
}

extension Array: Recordable where Element: Recordable {
  init(from record: inout RecordReader) throws(TornRecord) {
    self = []
    // No element is empty: a count beyond the rest would be found soon, and is not reserved.
    for _ in 0..<(try record.number()) { append(try record.read()) }
  }

  func write(to record: inout RecordWriter) {
    record.append(UInt64(count))
    for element in self { record.write(element) }
  }
}
