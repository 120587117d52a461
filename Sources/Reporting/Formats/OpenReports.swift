import Diagnostics

extension ReportFormat {
  /// The objects `Report` of openreports.io, one a unit: a file for dashboards, not an input of a cluster.
  ///
  /// A waived failure is skipped and names its waiver; what passes is one result a rule, so that the file stays
  /// small.
  package static let openReports = ReportFormat("openreports", fileExtension: "yaml") { assessment, tool in
    var entries: [String: [Entry]] = [:]
    for unit in assessment.frameworks.flatMap(\.units) { entries[unit] = [] }
    for rule in assessment.rules {
      for (unit, results) in Dictionary(grouping: rule.results, by: { assessment.subjects[$0.subject].unit })
      {
        let own = Entry.all(of: results, rule, about: assessment.subjects)
        entries[unit, default: []] += own
      }
    }
    let controls = Dictionary(
      assessment.rules.map { ($0.name, assessment.controls(naming: $0.name)) },
      uniquingKeysWith: { first, _ in first }
    )
    var writer = YAMLWriter()
    for (unit, entries) in entries.sorted(by: { $0.key < $1.key }) {
      let report = UnitReport(
        unit: unit,
        assessment: assessment,
        tool: tool,
        entries: entries,
        controls: controls
      )
      report.write(to: &writer)
    }
    return writer.finished()
  }
}

/// One result of a report.
private struct Entry {
  let rule: Assessment.Rule
  /// `pass`, `fail`, `error` or `skip`.
  let result: String
  let subject: Assessment.Subject?
  let message: String
  let waiver: String?

  /// Those of one rule in one unit: one for all that passes, and one for each subject that does not.
  static func all(
    of results: [Assessment.Result],
    _ rule: Assessment.Rule,
    about subjects: [Assessment.Subject]
  ) -> [Entry] {
    let passed = results.count { $0.outcome.kind == .passed }
    let words = "\(passed) of \(results.count) subjects pass: \(rule.summary)"
    let passing = Entry(rule: rule, result: "pass", subject: nil, message: words, waiver: nil)
    return (passed > 0 ? [passing] : [])
      + results.compactMap { Entry($0.outcome, of: subjects[$0.subject], rule) }
  }
}

/// The report about one unit.
private struct UnitReport {
  let unit: String
  let assessment: Assessment
  let tool: Tool
  let entries: [Entry]
  /// By the name of the rule.
  let controls: [String: [(framework: Assessment.Framework, control: Assessment.Control)]]

  func write(to writer: inout YAMLWriter) {
    writer.document()
    writer.member("apiVersion", "openreports.io/v1alpha1")
    writer.member("kind", "Report")
    let namespaces = Set(entries.compactMap { $0.subject?.namespace })
    writer.mapping("metadata") { writer in
      writer.member("name", objectName)
      if namespaces.count == 1, let namespace = namespaces.first {
        writer.member("namespace", shownName(namespace))
      }
      writer.mapping("annotations") { writer in
        writer.member("spai/unit", shownName(unit))
        writer.member("spai/as-of", assessment.asOf)
        writer.member("spai/scope", assessment.footer)
      }
    }
    writer.member("source", tool.name)
    writer.mapping("summary") { writer in
      writer.member("pass", count("pass"))
      writer.member("fail", count("fail"))
      writer.member("warn", 0)
      writer.member("error", count("error"))
      writer.member("skip", count("skip"))
    }
    writer.list("results", entries) { write($1, to: &$0) }
  }

  private func count(_ result: String) -> Int { entries.count { $0.result == result } }

  private func write(_ entry: Entry, to writer: inout YAMLWriter) {
    writer.member("policy", shownName(entry.rule.name))
    writer.member("category", "manifests")
    writer.member("severity", entry.rule.severity)
    writer.member("result", entry.result)
    writer.member("scored", true)
    writer.member("message", shownText(entry.message))
    writer.list("resources", [entry.subject].compactMap(\.self).filter { !$0.apiVersion.isEmpty }) {
      writer,
      subject in
      writer.member("apiVersion", shownName(subject.apiVersion))
      writer.member("kind", shownName(subject.kind))
      if let namespace = subject.namespace { writer.member("namespace", shownName(namespace)) }
      writer.member("name", shownName(subject.name))
    }
    writer.mapping("properties") { writer in
      writer.member("controls", shownText(controls(of: entry.rule)))
      if let file = entry.subject?.file { writer.member("file", shownText(file.path)) }
      if let waiver = entry.waiver { writer.member("waiver", shownText(assessment.describe(waiver: waiver))) }
    }
  }

  private func controls(of rule: Assessment.Rule) -> String {
    controls[rule.name, default: []].filter { $0.framework.units.contains(unit) }
      .map { "\($0.framework.id)/\($0.control.id)" }
      .joined(separator: ", ")
  }

  /// The unit as the name of an object; a few digits tell those apart that look alike then.
  private var objectName: String {
    let letters = unit.lowercased().utf8.map { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
      default: UInt8(ascii: "-")
      }
    }
    let digits = NameBasedUUID.reports["unit", unit].prefix(8)
    return "\(tool.name)-\(String(decoding: letters.prefix(200), as: UTF8.self))-\(digits)"
  }
}

extension Entry {
  /// What did not pass; nil for what did, and for what the rule is not about.
  fileprivate init?(_ outcome: Assessment.Outcome, of subject: Assessment.Subject, _ rule: Assessment.Rule) {
    let result: String
    var message: String
    var waiver: String?
    switch outcome {
    case .passed, .notApplicable: return nil
    case .failed(let findings): (result, message) = ("fail", findings.words)
    case .waived(let findings, let name): (result, message, waiver) = ("skip", findings.words, name)
    case .error(let reason): (result, message) = ("error", reason)
    }
    if let path = subject.file?.path { message += " (\(path))" }
    self.init(rule: rule, result: result, subject: subject, message: message, waiver: waiver)
  }
}

extension [Diagnostic] {
  fileprivate var words: String { map(\.message).joined(separator: "; ") }
}
