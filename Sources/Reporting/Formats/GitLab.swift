import Diagnostics

extension ReportFormat {
  /// GitLab's Code Quality report: the findings in the merge request's widget and beside its lines.
  ///
  /// GitLab wants a place for everything: what has none is shown at the root of the repository.
  package static let gitLab = ReportFormat("gitlab", fileExtension: "json") { report in
    var tables = LineTables(report.sources)
    var writer = JSONWriter()
    writer.array(Array(zip(report.diagnostics, report.fingerprints()))) { writer, finding in
      let (diagnostic, fingerprint) = finding
      writer.object { writer in
        writer.member("description", description(of: diagnostic))
        writer.member("check_name", "\(diagnostic.code.id) \(diagnostic.code.name)")
        writer.member("fingerprint", fingerprint)
        writer.member("severity", severity(of: diagnostic))
        writer.member("location") { writer in
          let location = diagnostic.primary.map { tables.location(of: $0.span) }
          writer.object { writer in
            writer.member("path", location?.path ?? diagnostic.generated?.path ?? ".")
            writer.member("lines") { writer in
              writer.object { $0.member("begin", location?.line ?? diagnostic.generated?.line ?? 1) }
            }
          }
        }
      }
    }
    return writer.finished()
  }
}

/// The widget shows one line: headline, why and help.
private func description(of diagnostic: Diagnostic) -> String {
  let why = diagnostic.primary.map { $0.message.isEmpty ? "" : ": \($0.message)" } ?? ""
  let help = diagnostic.help.map { ". \($0)" } ?? ""
  return shownText(diagnostic.message + why + help)
}

/// One of GitLab's five words.
private func severity(of diagnostic: Diagnostic) -> String {
  switch diagnostic.severity {
  case .error: "critical"
  case .warning: "major"
  case .note: "info"
  }
}
