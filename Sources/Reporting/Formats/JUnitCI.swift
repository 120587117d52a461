import Diagnostics

extension ReportFormat {
  /// JUnit XML with what CI systems read beyond the schemas: file, line, properties of cases, messages.
  ///
  /// GitLab, Jenkins' own plugin, Azure and the reporters of GitHub actions take it; validating consumers
  /// want ``jUnit``.
  package static let jUnitCI = ReportFormat("junit-ci", fileExtension: "xml") { report in
    var tables = LineTables(report.sources)
    var names = JUnitNames()
    var writer = XMLWriter()
    let groups = report.groupsWithAllFindings()
    let timestamp = report.junitTimestamp.map { [(name: "timestamp", value: $0)] } ?? []
    let total = CheckedGroup(name: "", cases: groups.flatMap(\.cases))
    let all =
      [(name: "name", value: report.tool.name)] + time(report.duration) + timestamp + total.junitCounts
    writer.element("testsuites", all) { writer in
      for group in groups {
        let attributes =
          [(name: "name", value: shownName(group.name))] + time(group.duration) + timestamp
          + group.junitCounts
        writer.element("testsuite", attributes) { writer in
          writer.junitProperties([report.tool.junitProperty])
          for checked in group.cases {
            let place = checked.leadingFinding?.primary.map { fileAndLine(of: $0, locatedBy: &tables) } ?? []
            writer.element("testcase", names.attributes(of: checked) + place) { writer in
              writer.junitProperties(checked.properties)
              if case .skipped(let reason) = checked.outcome {
                writer.element("skipped", [("message", shownText(reason))])
              }
              writer.junitFailure(of: checked, facts: [], locatedBy: &tables)
            }
          }
        }
      }
    }
    return writer.finished()
  }
}

private func time(_ duration: Duration?) -> [(name: String, value: String)] {
  duration.map { [("time", junitTime($0))] } ?? []
}

private func fileAndLine(
  of label: Label,
  locatedBy tables: inout LineTables
) -> [(name: String, value: String)] {
  let location = tables.location(of: label.span)
  return [("file", shownName(location.path)), ("line", String(location.line))]
}
