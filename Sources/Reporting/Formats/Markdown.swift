import Diagnostics

extension ReportFormat {
  /// Markdown for a comment on a pull request: what is dangerous first, details folded.
  ///
  /// At most 60,000 characters, below the limits of GitHub and GitLab, with a line that says what was cut.
  package static let markdown = ReportFormat("markdown", fileExtension: "md") { report in
    var page = MarkdownPage()
    let verdict = report.hasFailure ? "failed" : "passed"
    page.append("## \(markdownText(report.tool.name)) \(verdict): \(countSentence(report.diagnostics))\n")
    if !report.units.isEmpty {
      page.append("\n| unit | status | removed | changed | created | unchanged |\n")
      page.append("|---|---|--:|--:|--:|--:|\n")
      page.append(rows: dangerousFirst(report.units).map(row), of: "units")
    }
    if !report.checked.isEmpty {
      page.append("\n| checked | error | failed | skipped | passed |\n|---|--:|--:|--:|--:|\n")
      page.append(rows: dangerousFirst(report.checked).map(row), of: "groups")
    }
    var terminal = TerminalPage(sources: report.sources, palette: .plain)
    var left = report.diagnostics.count
    findings: for severity in Severity.allCases.reversed() {
      for diagnostic in report.diagnostics where diagnostic.severity == severity {
        guard page.append(fold(diagnostic, text: terminal.text(of: diagnostic))) else { break findings }
        left -= 1
      }
    }
    if left > 0 { page.close(leavingOut: "\(left) findings") }
    return Array(page.text.utf8)
  }
}

/// Failed units, then those that lose files, then those that change.
private func dangerousFirst(_ units: [UnitResult]) -> [UnitResult] {
  let statuses: [UnitResult.Status] = [.failed, .outdated, .written, .unchanged]
  return statuses.flatMap { status in
    let alike = units.filter { $0.status == status }
    return alike.filter { $0.removed > 0 } + alike.filter { $0.removed == 0 }
  }
}

/// Groups with errors, then those with failures, then empty ones, then the rest.
private func dangerousFirst(_ groups: [CheckedGroup]) -> [CheckedGroup] {
  let ranks = groups.map { group in
    if group.count(of: .error) > 0 { return 0 }
    if group.count(of: .failed) > 0 { return 1 }
    return group.cases.isEmpty ? 2 : 3
  }
  return (0...3).flatMap { rank in zip(groups, ranks).filter { $0.1 == rank }.map(\.0) }
}

private func row(_ unit: UnitResult) -> String {
  let counts = [unit.removed, unit.changed, unit.created, unit.unchanged].map(String.init)
  return "| \(markdownText(unit.unit)) | \(unit.status.rawValue) | \(counts.joined(separator: " | ")) |\n"
}

private func row(_ group: CheckedGroup) -> String {
  let counts = CheckedCase.Outcome.Kind.allCases.map { String(group.count(of: $0)) }
  return "| \(markdownText(group.name)) | \(counts.joined(separator: " | ")) |\n"
}

/// A finding behind its headline, as the terminal shows it.
///
/// `pre` and not a fence: no words of a user can end it, because it is HTML with everything escaped.
private func fold(_ diagnostic: Diagnostic, text: String) -> String {
  let headline = escapedForHTML(escaped(shortened(diagnostic.message, to: 300)))
  let lines = escapedForHTML(shortened(text, to: 4000))
  return """

    <details>
    <summary>\(diagnostic.severity.name) \(diagnostic.code.id): <code>\(headline)</code></summary>

    <pre>
    \(lines)</pre>

    </details>

    """
}
