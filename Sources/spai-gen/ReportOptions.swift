internal import ArgumentParser
internal import Diagnostics
internal import Reporting
internal import SpaiGen

/// The reports that a command writes beside what it says.
struct ReportOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Write a report; may be given several times.", valueName: "format=path"))
  var report: [String] = []

  @Option(help: "Exit 1 at findings of this severity: note, warning, error.")
  var failOn = FailureThreshold.error

  func validate() throws {
    try ReportRequest.check(report, formats: ReportFormat.all.filter { !$0.needsAssessment })
  }

  /// Writes what was asked for; without that, the report is not even made.
  func write(_ made: @autoclosure () -> Report) throws {
    if !report.isEmpty { try ReportRequest.write(made(), to: report) }
  }
}

/// The reports of `check`, which can say more than those of other commands.
struct AssessmentReportOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Write a report; may be given several times.", valueName: "format=path"))
  var report: [String] = []

  @Option(
    help:
      "The passed results that JUnit shows: \(JUnitPasses.allCases.map(\.rawValue).joined(separator: ", "))."
  )
  var junitPasses = JUnitPasses.perRule

  @Option(help: "Exit 1 at findings of this severity: note, warning, error.")
  var failOn = FailureThreshold.error

  func validate() throws {
    try ReportRequest.check(report, formats: ReportFormat.all)
  }

  func write(_ report: Report) throws {
    try ReportRequest.write(report, to: self.report)
  }
}

/// Words such as `junit=report.xml`.
private enum ReportRequest {
  static func check(_ requests: [String], formats: [ReportFormat]) throws {
    for request in requests {
      let format = request.prefix { $0 != "=" }
      guard request.contains("="), formats.contains(where: { $0.name == format }) else {
        let known = formats.map { "\($0.name)=PATH" }.joined(separator: ", ")
        let isOfCheck = ReportFormat.all.contains { $0.name == format && $0.needsAssessment }
        let hint = isOfCheck ? " 'spai-gen check' writes reports about compliance." : ""
        throw ValidationError("--report takes \(known), not '\(request)'.\(hint)")
      }
    }
  }

  static func write(_ report: Report, to requests: [String]) throws {
    for request in requests {
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

extension JUnitPasses: ExpressibleByArgument {}

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
