package import Diagnostics
package import Linting
private import Glibc
internal import YAMLSyntax

/// A comment that allows what a rule says about its line or the next one: `# spai:allow RULE -- reason`.
package struct Suppression: Hashable, Sendable {
  /// The comment.
  let span: Span
  /// What goes with it: the spaces before it, or the whole line where nothing else is there.
  let removal: Span
  /// Its one rule, if it is the first word; for a correction.
  let soleRule: Span?
  /// The lines that it is about.
  let lines: ClosedRange<Int>
  let rules: [String]
  let reason: String
  /// The last day of it, as `2026-12-31`; nil for one without an end.
  let until: String?
}

/// All suppressions of a set of sources.
package struct Suppressions: Sendable {
  private var bySource: [SourceID: [Suppression]] = [:]
  private var tables: [SourceID: LineTable] = [:]

  package init(_ sources: SourceMap) {
    for source in sources.sources where source.owner != .builtIn {
      let found = suppressions(in: source)
      guard !found.isEmpty else { continue }
      bySource[source.id] = found
      tables[source.id] = LineTable(source.bytes)
    }
  }

  package var all: [Suppression] { bySource.keys.sorted().flatMap { bySource[$0] ?? [] } }

  /// The suppression that is about a finding, if there is one.
  func suppression(of finding: Diagnostic) -> Suppression? {
    guard let span = finding.primary?.span, let found = bySource[span.source] else { return nil }
    let line = tables[span.source]?.position(of: span.start).line ?? 0
    return found.first {
      $0.lines.contains(line) && $0.rules.contains(finding.code.name) && !$0.reason.isEmpty
    }
  }

  /// What is wrong with the suppressions themselves.
  ///
  /// - Parameters:
  ///   - used: Those that allowed something.
  ///   - running: The rules of the run; an allowance for a rule that does not run may not be idle.
  ///   - today: The day of the run, as `2026-11-21`.
  /// - Returns: A finding for each that is unused, expired, without a reason, or about no rule.
  package func problems(used: Set<Suppression>, running: [LintRule], today: String) -> [Diagnostic] {
    let active = Set(running.map(\.name))
    let names = LintRule.all.map(\.name)
    return all.flatMap { one -> [Diagnostic] in
      let unknown = one.rules.filter { !names.contains($0) }
      if !unknown.isEmpty { return unknown.map { .unknownRule($0, in: one, among: names) } }
      if one.reason.isEmpty { return [.reasonless(one)] }
      if let until = one.until, until < today { return [.expired(one, until)] }
      return used.contains(one) || !active.isSuperset(of: one.rules) ? [] : [.unused(one)]
    }
  }
}

private let mark = Array("# spai:allow ".utf8)

/// Nearly every file has none: the search must cost next to nothing.
private func suppressions(in source: Source) -> [Suppression] {
  let bytes = source.bytes
  guard hasMark(bytes) else { return [] }
  var found: [Suppression] = []
  var number = 1, start = 0, index = 0
  while index < bytes.count {
    if bytes[index] == UInt8(ascii: "\n") {
      number += 1
      start = index + 1
    } else if bytes[index] == UInt8(ascii: "#"), bytes[index...].starts(with: mark) {
      let one = Suppression(in: source, at: index, line: number, from: start)
      found.append(one)
      index = Int(one.span.end)
      continue
    }
    index += 1
  }
  return found.isEmpty ? [] : found.outsideTexts(of: source)
}

private func hasMark(_ bytes: [UInt8]) -> Bool {
  unsafe bytes.withUnsafeBytes { bytes in
    guard let start = bytes.baseAddress else { return false }
    var offset = 0
    while let sign = unsafe memchr(start + offset, Int32(UInt8(ascii: "#")), bytes.count - offset) {
      offset = unsafe start.distance(to: sign)
      if unsafe bytes[offset...].starts(with: mark) { return true }
      offset += 1
    }
    return false
  }
}

extension [Suppression] {
  /// Those that are comments: a script in a block of text may have the same words.
  fileprivate func outsideTexts(of source: Source) -> [Suppression] {
    var findings = Findings()
    let texts = parseYAML(source, reporting: &findings).flatMap(\.scalarSpans)
    return filter { one in !texts.contains { $0.start <= one.span.start && one.span.start < $0.end } }
  }
}

extension Node {
  fileprivate var scalarSpans: [Span] {
    switch content {
    case .scalar: origin.span.map { [$0] } ?? []
    case .sequence(let nodes): nodes.flatMap(\.scalarSpans)
    case .mapping(let mapping): mapping.entries.flatMap(\.value.scalarSpans)
    }
  }
}

extension Suppression {
  /// Reads `# spai:allow RULE, RULE until=2026-12-31 -- reason`, which begins at an offset.
  fileprivate init(in source: Source, at offset: Int, line: Int, from lineStart: Int) {
    let bytes = source.bytes
    let lineEnd = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    let end = bytes[lineEnd - 1] == UInt8(ascii: "\r") ? lineEnd - 1 : lineEnd
    let before = bytes[lineStart..<offset].lastIndex { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
    func span(_ start: Int, _ end: Int) -> Span {
      Span(source: source.id, start: UInt32(start), end: UInt32(end))
    }
    let text = String(decoding: bytes[(offset + mark.count)..<end], as: UTF8.self)
    let parts = text.split(separator: "--", maxSplits: 1, omittingEmptySubsequences: false)
    let words = parts[0].split { $0 == " " || $0 == "," }.map(String.init)
    self.span = span(offset, end)
    removal = before.map { span($0 + 1, end) } ?? span(lineStart, Swift.min(lineEnd + 1, bytes.count))
    lines = before == nil ? line...(line + 1) : line...line
    rules = words.filter { !$0.hasPrefix("until=") }
    until = words.first { $0.hasPrefix("until=") }.map { String($0.dropFirst("until=".count)) }
    reason = parts.count > 1 ? String(parts[1].drop { $0 == " " }) : ""
    let first = offset + mark.count + text.utf8.prefix { $0 == UInt8(ascii: " ") }.count
    soleRule = rules.count == 1 && words.first == rules[0] ? span(first, first + rules[0].utf8.count) : nil
  }
}

extension Code {
  package static let unusedSuppression = Code("SPAI3502", "unused-suppression")
  package static let reasonlessSuppression = Code("SPAI3503", "reasonless-suppression")
  package static let expiredSuppression = Code("SPAI3504", "expired-suppression")
}

extension Diagnostic {
  fileprivate static func unknownRule(_ name: String, in one: Suppression, among names: [String]) -> Self {
    var finding = unknownRule(name, one.span, among: names)
    finding.fix = .correcting(name, at: one.soleRule, among: names)
    return finding
  }

  fileprivate static func unused(_ one: Suppression) -> Self {
    Diagnostic(
      .unusedSuppression,
      .warning,
      "nothing is allowed by this comment",
      at: Label(one.span, "no finding of \(one.rules.joined(separator: ", ")) on this line or the next"),
      help: "Remove it: what it was for is mended, or it stands at the wrong line.",
      fix: Fix("removes the allowance", one.removal, .safe)
    )
  }

  fileprivate static func reasonless(_ one: Suppression) -> Self {
    Diagnostic(
      .reasonlessSuppression,
      .warning,
      "a finding is allowed without a reason, and so it is not",
      at: Label(one.span, "say why"),
      help: "Write '# spai:allow \(one.rules.joined(separator: ", ")) -- the reason'."
    )
  }

  fileprivate static func expired(_ one: Suppression, _ until: String) -> Self {
    Diagnostic(
      .expiredSuppression,
      .error,
      "what this comment allows was allowed until \(until)",
      at: Label(one.span, "expired"),
      help: "Mend what it allows, or agree on another date.",
      fix: Fix("removes the allowance", one.removal, .unsafe)
    )
  }
}
