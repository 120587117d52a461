import Diagnostics
import Kubernetes
import Linting

/// All that a unit is made of, by digests: the same key gives the same output and the same findings.
struct UnitKey: Equatable, Sendable {
  /// The compiler.
  let tool: String
  /// What was asked for beyond the specs: the strategy, whether to lint.
  let request: String
  /// Everything that is not one tenant's: templates/, what lint reads, specs that do not say whose they are.
  let shared: String
  /// The tenant's own sources, by path.
  let own: [KeyedSource]

  struct KeyedSource: Equatable, Sendable {
    let path: String
    let digest: String
  }
}

/// What is known of a unit that a former build wrote and that had no errors.
struct UnitRecord: Sendable {
  let key: UnitKey
  var standing: StandingOutput
  let findings: [Diagnostic]
  let claims: [StandingClaim]
  let extensions: ExtensionCount
  let clusterFiles: [PlannedFile]
}

extension UnitRecord {
  private static let firstLine = Array("spai-gen record 1\n".utf8)
  private static let digestLength = 64

  /// The record as bytes that tell when they are torn.
  func bytes(paths: [SourceID: String]) -> [UInt8] {
    var record = RecordWriter(paths: paths)
    record.write(key.tool)
    record.write(key.request)
    record.write(key.shared)
    record.write(key.own)
    record.write(standing.lockDigest)
    record.write(standing.fileCount)
    record.write(standing.seen)
    record.write(findings)
    record.write(claims)
    record.write(extensions.patches)
    record.write(extensions.rawObjects)
    record.write(clusterFiles)
    return Self.firstLine + Array(sha256(record.bytes).utf8) + record.bytes
  }

  /// Reads a record.
  ///
  /// - Parameters:
  ///   - bytes: The whole of it.
  ///   - sources: The sources of this run by path; spans point into them.
  /// - Throws: ``TornRecord`` where the bytes are no whole record of these sources.
  init(_ bytes: [UInt8], sources: [String: SourceID]) throws(TornRecord) {
    let start = Self.firstLine.count + Self.digestLength
    guard bytes.starts(with: Self.firstLine), bytes.count > start else { throw TornRecord() }
    let body = bytes[start...]
    guard Array(sha256(body).utf8) == Array(bytes[Self.firstLine.count..<start]) else { throw TornRecord() }
    var record = RecordReader(body, sources: sources)
    key = UnitKey(
      tool: try record.read(),
      request: try record.read(),
      shared: try record.read(),
      own: try record.read()
    )
    standing = StandingOutput(
      lockDigest: try record.read(),
      fileCount: try record.read(),
      seen: try record.read()
    )
    findings = try record.read()
    claims = try record.read()
    extensions = ExtensionCount(patches: try record.read(), rawObjects: try record.read())
    clusterFiles = try record.read()
    guard record.isAtEnd else { throw TornRecord() }
  }
}

extension UnitKey.KeyedSource: Recordable {
  init(from record: inout RecordReader) throws(TornRecord) {
    self.init(path: try record.read(), digest: try record.read())
  }

  func write(to record: inout RecordWriter) {
    record.write(path)
    record.write(digest)
  }
}

extension SeenPath: Recordable {
  init(from record: inout RecordReader) throws(TornRecord) {
    self.init(path: try record.read(), stamp: try record.read())
  }

  func write(to record: inout RecordWriter) {
    record.write(path)
    record.write(stamp)
  }
}

extension FileStamp: Recordable {
  init(from record: inout RecordReader) throws(TornRecord) {
    self.init(
      mode: UInt32(truncatingIfNeeded: try record.read(UInt64.self)),
      inode: try record.read(),
      size: Int64(try record.read(Int.self)),
      modified: Int64(try record.read(Int.self)),
      changed: Int64(try record.read(Int.self))
    )
  }

  func write(to record: inout RecordWriter) {
    record.write(UInt64(mode))
    record.write(inode)
    record.write(Int(size))
    record.write(Int(modified))
    record.write(Int(changed))
  }
}

extension PlannedFile: Recordable {
  init(from record: inout RecordReader) throws(TornRecord) {
    self.init(
      path: try record.read(),
      bytes: try record.read(RecordedBytes.self).bytes,
      lines: [],
      owner: Origin(span: try record.read())
    )
  }

  func write(to record: inout RecordWriter) {
    record.write(path)
    record.write(RecordedBytes(bytes))
    record.write(owner.span)
  }
}
