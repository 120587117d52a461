import Diagnostics

extension ReportFormat {
  /// One page for people that needs nothing beside it: no fonts, no network.
  ///
  /// All of it is there without its script, which only hides what a reader does not look for.
  package static let html = ReportFormat("html", fileExtension: "html") { report in
    var writer = HTMLWriter()
    writer.element("html", [("lang", "en")]) { writer in
      writer.newline()
      writer.element("head") { $0.writeHead(of: report) }
      writer.newline()
      writer.element("body") { writer in
        writer.newline()
        writer.element("header") { $0.writeHeader(of: report) }
        writer.newline()
        writer.element("main") { writer in
          writer.newline()
          if let assessment = report.assessment { writer.write(assessment) }
          if !report.units.isEmpty { writer.writeUnits(of: report) }
          if !report.checked.isEmpty, report.assessment == nil { writer.writeGroups(of: report) }
          writer.writeFindings(of: report)
          if let assessment = report.assessment { writer.writeRules(of: assessment) }
        }
        writer.newline()
        writer.script(htmlScript)
      }
      writer.newline()
    }
    return writer.finished()
  }
}

extension HTMLWriter {
  fileprivate mutating func writeHead(of report: Report) {
    void("meta", [("charset", "utf-8")])
    void("meta", [("name", "viewport"), ("content", "width=device-width, initial-scale=1")])
    void(
      "meta",
      [
        ("http-equiv", "Content-Security-Policy"),
        ("content", "default-src 'none'; style-src 'unsafe-inline'; script-src '\(htmlScriptDigest)'"),
      ]
    )
    element("title", text: "\(report.tool.name): \(countSentence(report.diagnostics))")
    style(htmlStyle)
  }

  fileprivate mutating func writeHeader(of report: Report) {
    element("h1", text: "\(report.tool.name) \(report.tool.version)")
    let verdict = report.hasFailure ? "failed" : "passed"
    element("p", [("class", "verdict \(verdict)")], text: "\(verdict): \(countSentence(report.diagnostics))")
    if let started = report.started { element("p", [("class", "muted")], text: "Started \(started)") }
    if let duration = report.duration {
      element("p", [("class", "muted")], text: "Took \(junitTime(duration)) seconds")
    }
  }

  fileprivate mutating func writeUnits(of report: Report) {
    section("units", "Units") { writer in
      let counts = ["created", "changed", "unchanged", "removed"]
      writer.table(["unit", "tenant", "environment", "status"], counts) { writer in
        for unit in report.units {
          writer.row { writer in
            writer.element("td", text: unit.unit)
            writer.element("td", text: unit.tenant ?? "")
            writer.element("td", text: unit.environment)
            writer.element("td", [("class", unit.status.rawValue)], text: unit.status.rawValue)
            writer.counts([unit.created, unit.changed, unit.unchanged, unit.removed])
          }
        }
      }
    }
  }

  fileprivate mutating func writeGroups(of report: Report) {
    section("checked", "Checked") { writer in
      let kinds = CheckedCase.Outcome.Kind.allCases
      writer.table(["group"], ["cases"] + kinds.map(\.rawValue)) { writer in
        for group in report.checked {
          writer.row { writer in
            writer.element("td", text: group.name)
            writer.counts([group.cases.count] + kinds.map { group.count(of: $0) })
          }
        }
      }
      for group in report.checked where !group.cases.isEmpty {
        writer.element("details") { $0.writeCases(of: group) }
        writer.newline()
      }
    }
  }

  private mutating func writeCases(of group: CheckedGroup) {
    element("summary", text: "\(group.name): \(group.count(of: .passed)) of \(group.cases.count) passed")
    let shown = group.cases.prefix(mostCases)
    table(["outcome", "class", "case", "why"], []) { writer in
      for checked in shown {
        writer.row { writer in
          let outcome = checked.outcome.kind.rawValue
          writer.element("td", [("class", outcome)], text: outcome)
          writer.element("td", text: checked.className)
          writer.element("td", text: checked.name)
          let codes = checked.findings.map { "\($0.code.id): \($0.message)" }
          let facts = checked.properties.map { "\($0.name): \($0.value)" }
          let why = [checked.outcome.reason].compactMap(\.self) + codes + facts
          writer.element("td", text: why.joined(separator: "; "))
        }
      }
    }
    if shown.count < group.cases.count {
      element("p", [("class", "muted")], text: "and \(group.cases.count - shown.count) cases more")
    }
  }

  fileprivate mutating func writeFindings(of report: Report) {
    guard !report.diagnostics.isEmpty else { return }
    var tables = LineTables(report.sources)
    let findings = Array(zip(report.diagnostics, report.fingerprints()))
    let places = report.assessment?.placesOfFindings() ?? [:]
    section("findings", "Findings") { writer in
      for severity in Severity.allCases.reversed() {
        for (diagnostic, fingerprint) in findings
        where diagnostic.severity == severity {
          let words = filterWords(severity.name, places[diagnostic])
          writer.element("article", [("class", severity.name), ("id", "f-\(fingerprint)")] + words) {
            writer in
            let excerpt = report.assessment?.excerpts[diagnostic]
            writer.write(diagnostic, at: diagnostic.primary ?? excerpt?.declared, locatedBy: &tables)
            if let excerpt { writer.write(excerpt) }
          }
          writer.newline()
        }
      }
    }
  }

  private mutating func write(
    _ diagnostic: Diagnostic,
    at primary: Label?,
    locatedBy tables: inout LineTables
  ) {
    element("h3") { writer in
      let severity = diagnostic.severity.name
      writer.element("span", [("class", "badge \(severity)")], text: "\(severity) \(diagnostic.code.id)")
      writer.text(diagnostic.message)
    }
    for snippet in Snippet.all(of: primary, diagnostic.related, locatedBy: &tables) {
      let place = snippet.leading.location
      element("p", [("class", "muted")], text: "\(place.path):\(place.line):\(place.column)")
      element("table", [("class", "source")]) { $0.write(snippet, locatedBy: &tables) }
    }
    if let help = diagnostic.help { element("p", text: "help: \(help)") }
    if let generated = diagnostic.generated {
      element("p", [("class", "muted")], text: "generated: \(generated.path):\(generated.line)")
    }
  }

  private mutating func write(_ snippet: Snippet, locatedBy tables: inout LineTables) {
    let table = tables.table(of: snippet.leading.label.span.source)
    for number in snippet.lines {
      let bytes = table.text(ofLine: number)
      let line = SourceLine(bytes)
      let marks = snippet.marks(ofLine: number)
      let marked = marks.first.map { line.columns(of: $0.range(in: bytes)) } ?? 0..<0
      let window = line.window(around: marked, limit: widestLine)
      let (before, inside, after) = line.parts(in: window, around: marked)
      row { writer in
        writer.element("td", [("class", "number")], text: String(number))
        writer.element("td", [("class", "text")]) { writer in
          writer.text(before)
          if !inside.isEmpty { writer.element("mark", text: inside) }
          writer.text(after)
        }
      }
      for mark in marks where !mark.label.message.isEmpty {
        row { writer in
          writer.element("td", [("class", "number")], text: "")
          writer.element("td", [("class", "why muted")], text: "^ \(mark.label.message)")
        }
      }
    }
  }
}

/// The cases of one group beyond which the rest is counted only.
private let mostCases = 1000
