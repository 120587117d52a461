internal import Diagnostics
internal import ArgumentParser
internal import Reporting
internal import SpaiGen

/// The reports that a command writes beside what it says.
struct ReportOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Write a report; may be given several times.", valueName: "format=path"))
  var report: [String] = []

  @Option(help: "Exit 1 at findings of this severity: note, warning, error.")
  var failOn = FailureThreshold.error

  func validate() throws {
    for report in report {
      let format = report.prefix { $0 != "=" }
      guard report.contains("="), ReportFormat.all.contains(where: { $0.name == format }) else {
        let known = ReportFormat.all.map { "\($0.name)=PATH" }.joined(separator: ", ")
        throw ValidationError("--report takes \(known), not '\(report)'.")
      }
    }
  }

  func write(_ report: Report) throws {
    for request in self.report {
      let parts = request.split(separator: "=", maxSplits: 1).map(String.init)
      guard let format = ReportFormat.all.first(where: { $0.name == parts[0] }), parts.count == 2 else {
        continue
      }
      do {
        try writeReport(format.write(report), to: parts[1])
      } catch {
        Console.say("error: \(error.diagnostic.message)")
        throw ExitCode.cannotRun
      }
    }
  }
}

enum FailureThreshold: String, ExpressibleByArgument, CaseIterable {
  case note
  case warning
  case error

  var severity: Severity {
    switch self {
    case .note: .note
    case .warning: .warning
    case .error: .error
    }
  }
}
