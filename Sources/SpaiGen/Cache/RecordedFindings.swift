import Diagnostics
import Linting

extension Span: Recordable {
  init(from record: inout RecordReader) throws(TornRecord) {
    let path = try record.read(String.self)
    guard let source = record.sources[path], let start = UInt32(exactly: try record.read(Int.self)),
      let end = UInt32(exactly: try record.read(Int.self))
    else { throw TornRecord() }
    self.init(source: source, start: start, end: end)
  }

  func write(to record: inout RecordWriter) {
    record.write(record.paths[source] ?? "")
    record.write(Int(start))
    record.write(Int(end))
  }
}

extension Label: Recordable {
  init(from record: inout RecordReader) throws(TornRecord) {
    self.init(try record.read(), try record.read())
  }

  func write(to record: inout RecordWriter) {
    record.write(span)
    record.write(message)
  }
}

extension GeneratedLine: Recordable {
  init(from record: inout RecordReader) throws(TornRecord) {
    self.init(path: try record.read(), line: try record.read())
  }

  func write(to record: inout RecordWriter) {
    record.write(path)
    record.write(line)
  }
}

extension Fix: Recordable {
  init(from record: inout RecordReader) throws(TornRecord) {
    self.init(
      try record.read(),
      try record.read(),
      with: try record.read(),
      try record.read(Bool.self) ? .safe : .unsafe
    )
  }

  func write(to record: inout RecordWriter) {
    record.write(title)
    record.write(span)
    record.write(replacement)
    record.write(safety == .safe)
  }
}

extension Severity: Recordable {
  init(from record: inout RecordReader) throws(TornRecord) {
    guard let raw = UInt8(exactly: try record.read(Int.self)), let severity = Severity(rawValue: raw) else {
      throw TornRecord()
    }
    self = severity
  }

  func write(to record: inout RecordWriter) { record.write(Int(rawValue)) }
}

extension Diagnostic: Recordable {
  init(from record: inout RecordReader) throws(TornRecord) {
    self.init(
      Code(try record.read(), try record.read()),
      try record.read(),
      try record.read(),
      at: try record.read(),
      related: try record.read(),
      help: try record.read(),
      generated: try record.read(),
      fix: try record.read()
    )
  }

  func write(to record: inout RecordWriter) {
    record.write(code.id)
    record.write(code.name)
    record.write(severity)
    record.write(message)
    record.write(primary)
    record.write(related)
    record.write(help)
    record.write(generated)
    record.write(fix)
  }
}

extension StandingClaim: Recordable {
  init(from record: inout RecordReader) throws(TornRecord) {
    let name = try record.read(String.self)
    guard let rule = LintRule.claiming.first(where: { $0.name == name }) else { throw TornRecord() }
    self.init(
      rule: rule,
      severity: try record.read(),
      thing: try record.read(),
      party: try record.read(),
      condition: try record.read(),
      path: (try record.read(), try record.read()),
      isAllowed: try record.read(),
      object: ObjectKey(
        group: try record.read(),
        kind: try record.read(),
        namespace: try record.read(),
        name: try record.read()
      ),
      place: try record.read()
    )
  }

  func write(to record: inout RecordWriter) {
    record.write(rule.name)
    record.write(severity)
    record.write(thing)
    record.write(party)
    record.write(condition)
    record.write(path.route)
    record.write(path.description)
    record.write(isAllowed)
    record.write(object.group)
    record.write(object.kind)
    record.write(object.namespace)
    record.write(object.name)
    record.write(place)
  }
}
