import Diagnostics

extension ReportFormat {
  /// The commands by which a job of GitHub Actions annotates lines, one finding a line.
  ///
  /// Print the file in a step; GitHub shows the first ten of each severity.
  package static let gitHub = ReportFormat("github", fileExtension: "txt") { report in
    var tables = LineTables(report.sources)
    var text = ""
    for diagnostic in report.diagnostics {
      text += "::\(command(for: diagnostic.severity)) "
      if let primary = diagnostic.primary {
        let location = tables.location(of: primary.span)
        text += "file=\(property(location.path)),line=\(location.line),col=\(location.column),"
      } else if let generated = diagnostic.generated {
        text += "file=\(property(generated.path)),line=\(generated.line),"
      }
      text +=
        "title=\(property("\(diagnostic.code.id) \(diagnostic.code.name)"))::\(message(of: diagnostic))\n"
    }
    return Array(text.utf8)
  }
}

private func command(for severity: Severity) -> String {
  switch severity {
  case .error: "error"
  case .warning: "warning"
  case .note: "notice"
  }
}

/// Headline, why and help, each on a line of the annotation.
private func message(of diagnostic: Diagnostic) -> String {
  var lines = [diagnostic.message]
  if let why = diagnostic.primary?.message, !why.isEmpty { lines.append(why) }
  if let help = diagnostic.help { lines.append("help: \(help)") }
  return lines.map { percentEscaped(shownText($0)) }.joined(separator: "%0A")
}

/// A text between `::` and `::`, where `:` and `,` end it.
private func property(_ text: String) -> String {
  respelt(percentEscaped(shownText(text))) { scalar in
    switch scalar {
    case ":": "%3A"
    case ",": "%2C"
    default: nil
    }
  }
}

/// The runner reads `%0A` as a line end; line ends themselves are spelt out before.
private func percentEscaped(_ text: String) -> String {
  respelt(text) { $0 == "%" ? "%25" : nil }
}
