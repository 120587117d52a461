import Diagnostics

extension ReportFormat {
  /// JUnit XML for every consumer: one suite a group, one case a checked thing.
  ///
  /// Valid against the schemas of Jenkins' xUnit plugin and of Surefire, and with a start time against the
  /// one of Ant, which asks for it. They allow so little that facts about passed cases are in the suite's
  /// output; ``jUnitCI`` says more to consumers that read more.
  package static let jUnit = ReportFormat("junit", fileExtension: "xml") { report in
    var tables = LineTables(report.sources)
    var names = JUnitNames()
    var writer = XMLWriter()
    writer.element("testsuites") { writer in
      for (index, group) in report.groupsWithAllFindings().enumerated() {
        let timestamp = report.junitTimestamp.map { [(name: "timestamp", value: $0)] } ?? []
        let attributes =
          [
            (name: "name", value: shownName(group.name)), ("package", report.tool.name),
            ("id", String(index)),
            ("hostname", "localhost"), ("time", group.duration.map(junitTime) ?? "0"),
          ] + timestamp + group.junitCounts
        writer.element("testsuite", attributes) { writer in
          writer.junitProperties([report.tool.junitProperty])
          for checked in group.cases {
            writer.element("testcase", names.attributes(of: checked) + [("time", "0")]) { writer in
              if case .skipped(let reason) = checked.outcome {
                writer.element("skipped") { $0.text(shownText(reason)) }
              }
              writer.junitFailure(of: checked, facts: checked.properties, locatedBy: &tables)
            }
          }
          writer.element("system-out") { $0.text(facts(ofOthersIn: group)) }
          writer.element("system-err")
        }
      }
    }
    return writer.finished()
  }
}

/// The facts about cases that have no failure to carry them.
private func facts(ofOthersIn group: CheckedGroup) -> String {
  var text = ""
  for checked in group.cases where checked.outcome.kind != .failed {
    for fact in checked.properties {
      text += "\(shownName(checked.name)): \(shownName(fact.name)): \(shownText(fact.value))\n"
    }
  }
  return text
}
