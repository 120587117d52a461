package import Compliance
package import Diagnostics
internal import Linting
package import Reporting
internal import Specification
internal import YAMLSyntax

extension Workspace {
  /// Some lines around the generated line that each finding is about.
  ///
  /// Units with findings are compiled again: keeping the bytes of all would cost the runs without reports.
  package func excerpts(of result: ComplianceResult) -> [Diagnostic: Assessment.Excerpt] {
    var found: [String: [(file: String, finding: SubjectFinding)]] = [:]
    for subject in result.rules.lazy.flatMap(\.subjects) {
      guard let file = subject.subject.file else { continue }
      found[subject.subject.unit, default: []] += subject.outcome.findings.map { (file, $0) }
    }
    var excerpts: [Diagnostic: Assessment.Excerpt] = [:]
    for unit in units {
      guard let found = found[unit.path] else { continue }
      // What prevents the unit was reported when it was assessed.
      var unheard = Findings()
      let compiled = compile(unit, overrides: Overrides(), service: nil, reporting: &unheard)
      let files = Dictionary(
        (compiled?.outputs ?? []).map { ($0.path, $0.file) },
        uniquingKeysWith: { first, _ in first }
      )
      var pages: [String: GeneratedPage] = [:]
      for (path, finding) in found where excerpts[finding.diagnostic] == nil {
        guard let file = files[path] else { continue }
        let page = pages[path] ?? GeneratedPage(file, path: path)
        pages[path] = page
        excerpts[finding.diagnostic] = page.excerpt(of: finding)
      }
    }
    return excerpts
  }
}

/// A generated file, read back to tell where its fields are.
private struct GeneratedPage {
  private let path: String
  private let owner: Origin
  private let object: Node?
  private let table: LineTable
  private let last: Int

  init(_ file: PlannedFile, path: String) {
    self.path = path
    owner = file.owner
    var sources = SourceMap()
    let id = sources.add(path: path, owner: .builtIn, bytes: file.bytes)
    var unheard = Findings()
    object = parseYAML(sources[id], reporting: &unheard).first
    table = LineTable(file.bytes)
    last = file.bytes.count { $0 == UInt8(ascii: "\n") }
  }

  func excerpt(of finding: SubjectFinding) -> Assessment.Excerpt {
    let line = (object?.span(of: finding.path)).map { table.position(of: $0.start).line } ?? 1
    let range = max(1, line - 3)...max(1, min(last, line + 3))
    return Assessment.Excerpt(
      path: path,
      firstLine: range.lowerBound,
      lines: range.map { String(decoding: table.text(ofLine: $0), as: UTF8.self) },
      line: line,
      declared: finding.diagnostic.primary ?? finding.diagnostic.located(at: owner).primary
    )
  }
}

extension Node {
  /// Where the deepest part of a path that is there was written: `spec.containers[0].image`.
  fileprivate func span(of path: String) -> Span? {
    var node = self
    var span = origin.span
    for part in path.split(whereSeparator: { ".[]".contains($0) }) {
      if let index = Int(part), let items = node.sequence {
        guard items.indices.contains(index) else { break }
        node = items[index]
        span = node.origin.span ?? span
      } else {
        guard let entry = node.mapping?.entry(String(part)) else { break }
        node = entry.value
        span = entry.keySpan ?? entry.value.origin.span ?? span
      }
    }
    return span
  }
}
