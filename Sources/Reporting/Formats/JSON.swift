import Diagnostics

extension ReportFormat {
  /// JSON for programs.
  ///
  /// The schema is stable: members may be added, none is renamed, moved or left out, and what does not apply
  /// is null. Lines and columns count from 1, columns in Unicode scalars; `endColumn` is after the last one.
  ///
  /// ```
  /// {
  ///   "tool": {"name", "version"},
  ///   "summary": {"errors", "warnings", "notes", "units", "created", "changed", "unchanged", "removed"},
  ///   "diagnostics": [{
  ///     "code", "name", "severity": "error" | "warning" | "note", "message",
  ///     "location": {"path", "line", "column", "endLine", "endColumn", "why"} | null,
  ///     "related": [location], "help": text | null, "generated": {"path", "line"} | null
  ///   }],
  ///   "units": [{
  ///     "unit", "tenant": text | null, "environment",
  ///     "status": "written" | "unchanged" | "outdated" | "failed",
  ///     "created", "changed", "unchanged", "removed"
  ///   }],
  ///   "checked": [{
  ///     "name", "passed", "failed", "skipped", "errors",
  ///     "cases": [{
  ///       "name", "class", "outcome": "passed" | "failed" | "skipped" | "error", "reason": text | null,
  ///       "codes": [text], "properties": [{"name", "value"}]
  ///     }]
  ///   }],
  ///   "assessment": {
  ///     "asOf", "score", "gate": [{"name", "holds", "explanation"}],
  ///     "frameworks": [{
  ///       "id", "title", "version", "summary", "score", "units": [text],
  ///       "controls": [{"id", "title", "coverage", "outcome", "reasons": [text], "rules": [text]}]
  ///     }],
  ///     "rules": [{
  ///       "name", "severity", "codes": [text], "passed", "failed", "waived", "notApplicable", "errors",
  ///       "silence": text | null
  ///     }],
  ///     "waivers": [{"name", "rules": [text], "state", "owner", "approvedBy", "expires", "daysLeft", "matches"}],
  ///     "footer"
  ///   } | null
  /// }
  /// ```
  package static let json = ReportFormat("json", fileExtension: "json") { report in
    var tables = LineTables(report.sources)
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("tool") { $0.write(report.tool) }
      writer.member("summary") { $0.writeSummary(of: report) }
      writer.member("diagnostics") { writer in
        writer.array(report.diagnostics) { $0.write($1, locatedBy: &tables) }
      }
      writer.member("units") { writer in
        writer.array(report.units) { $0.write($1) }
      }
      writer.member("checked") { writer in
        writer.array(report.checked) { $0.write($1) }
      }
      writer.member("assessment") { writer in
        if let assessment = report.assessment { writer.write(assessment) } else { writer.null() }
      }
    }
    return writer.finished()
  }
}

extension JSONWriter {
  fileprivate mutating func write(_ tool: Tool) {
    object {
      $0.member("name", tool.name)
      $0.member("version", tool.version)
    }
  }

  fileprivate mutating func writeSummary(of report: Report) {
    object {
      $0.member("errors", report.count(of: .error))
      $0.member("warnings", report.count(of: .warning))
      $0.member("notes", report.count(of: .note))
      $0.member("units", report.units.count)
      $0.member("created", report.total(\.created))
      $0.member("changed", report.total(\.changed))
      $0.member("unchanged", report.total(\.unchanged))
      $0.member("removed", report.total(\.removed))
    }
  }

  fileprivate mutating func write(_ diagnostic: Diagnostic, locatedBy tables: inout LineTables) {
    object { writer in
      writer.member("code", diagnostic.code.id)
      writer.member("name", diagnostic.code.name)
      writer.member("severity", diagnostic.severity.name)
      writer.member("message", diagnostic.message)
      writer.member("location") { writer in
        guard let primary = diagnostic.primary else { return writer.null() }
        writer.write(primary, locatedBy: &tables)
      }
      writer.member("related") { writer in
        writer.array(diagnostic.related) { $0.write($1, locatedBy: &tables) }
      }
      writer.member("help", diagnostic.help)
      writer.member("generated") { writer in
        guard let generated = diagnostic.generated else { return writer.null() }
        writer.object {
          $0.member("path", generated.path)
          $0.member("line", generated.line)
        }
      }
    }
  }

  private mutating func write(_ label: Label, locatedBy tables: inout LineTables) {
    let location = tables.location(of: label.span)
    object {
      $0.member("path", location.path)
      $0.member("line", location.line)
      $0.member("column", location.column)
      $0.member("endLine", location.endLine)
      $0.member("endColumn", location.endColumn)
      $0.member("why", label.message.isEmpty ? nil : label.message)
    }
  }

  fileprivate mutating func write(_ unit: UnitResult) {
    object {
      $0.member("unit", unit.unit)
      $0.member("tenant", unit.tenant)
      $0.member("environment", unit.environment)
      $0.member("status", unit.status.rawValue)
      $0.member("created", unit.created)
      $0.member("changed", unit.changed)
      $0.member("unchanged", unit.unchanged)
      $0.member("removed", unit.removed)
    }
  }
  fileprivate mutating func write(_ group: CheckedGroup) {
    object { writer in
      writer.member("name", group.name)
      writer.member("passed", group.count(of: .passed))
      writer.member("failed", group.count(of: .failed))
      writer.member("skipped", group.count(of: .skipped))
      writer.member("errors", group.count(of: .error))
      writer.member("cases") { writer in
        writer.array(group.cases) { $0.write($1) }
      }
    }
  }

  private mutating func write(_ checked: CheckedCase) {
    object { writer in
      writer.member("name", checked.name)
      writer.member("class", checked.className)
      writer.member("outcome", checked.outcome.kind.rawValue)
      writer.member("reason", checked.outcome.reason)
      writer.member("codes") { writer in
        writer.array(checked.findings) { $0.string($1.code.id) }
      }
      writer.member("properties") { writer in
        writer.array(checked.properties) { writer, property in
          writer.object {
            $0.member("name", property.name)
            $0.member("value", property.value)
          }
        }
      }
    }
  }
}
