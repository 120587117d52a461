package import Diagnostics
internal import Specification
internal import YAMLSyntax

/// What formatting gave.
package struct FormatOutcome: Sendable {
  /// How many specs were looked at.
  package let count: Int
  /// The paths of those that were, or are to be, written anew.
  package let changed: [String]
}

/// Reads the specs at paths of the user's own: files, and folders with all specs in them.
///
/// Hidden files and links in folders are left alone; a file that is named is taken for what it is, and a link refused.
package func readSpecs(at paths: [String], reporting findings: inout Findings) -> SourceMap {
  var sources = SourceMap()
  let all = readManifests(paths, standardInput: { () throws(FileFailure) in [] }, reporting: &findings)
  for source in all.sources where isSpec(source.path) {
    _ = sources.add(path: source.path, owner: source.owner, bytes: source.bytes)
  }
  return sources
}

/// Brings specs to their canonical form.
///
/// - Parameters:
///   - sources: The specs.
///   - write: Writes a spec that was not in its form; nil to report it instead.
///   - findings: What has no canonical form or cannot be written, and without `write` what is not in it.
/// - Returns: How many specs there are, and which of them were not in it.
package func format(
  _ sources: SourceMap,
  write: (([UInt8], String) throws(FileFailure) -> Void)?,
  reporting findings: inout Findings
) -> FormatOutcome {
  var changed: [String] = []
  for source in sources.sources {
    guard let formatted = formatYAML(source, order: canonicalOrder, reporting: &findings),
      formatted != source.bytes
    else { continue }
    changed.append(source.path)
    guard let write else {
      findings.report(.notFormatted(source, formatted))
      continue
    }
    do throws(FileFailure) {
      try write(formatted, source.path)
    } catch {
      findings.report(error.diagnostic)
    }
  }
  return FormatOutcome(count: sources.sources.count, changed: changed)
}

/// A spec that is made here, in the form in which a hook would write it.
func canonicalSpec(_ bytes: [UInt8]) -> [UInt8] {
  var sources = SourceMap()
  let id = sources.add(path: "", owner: .tenant, bytes: bytes)
  var findings = Findings()
  return formatYAML(sources[id], order: canonicalOrder, reporting: &findings) ?? bytes
}

// MARK: - Messages

extension Code {
  package static let notFormatted = Code("SPAI1510", "not-formatted")
}

extension Diagnostic {
  fileprivate static func notFormatted(_ source: Source, _ formatted: [UInt8]) -> Self {
    let same = zip(source.bytes, formatted).prefix { $0 == $1 }.count
    let start = source.bytes[..<same].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let end = source.bytes[same...].firstIndex(of: UInt8(ascii: "\n")) ?? source.bytes.count
    return Diagnostic(
      .notFormatted,
      .error,
      "'\(source.path)' is not in its canonical form",
      at: Label(
        Span(source: source.id, start: UInt32(start), end: UInt32(end)),
        "the first line that differs"
      ),
      help: "Run 'spai-gen fmt'."
    )
  }
}
