// Written by Scripts/catalogue from the files in Formats; do not edit.

extension ReportFormat {
  /// The value of each file in `Formats`, in the order of their names.
  package static let all: [ReportFormat] = [
    .gitHub,
    .gitLab,
    .html,
    .json,
    .jUnit,
    .jUnitCI,
    .markdown,
    .oscalComponents,
    .oscalResults,
    .openReports,
    .provenance,
    .sarif,
    .testResult,
  ]
}
