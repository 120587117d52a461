/// A form in which a report can be written to a file; one file below `Formats` each.
///
/// ``all`` is generated from the file names, so that a new format is one new file.
package struct ReportFormat: Sendable {
  /// The name in `--report NAME=PATH`.
  package let name: String
  /// Without the dot.
  package let fileExtension: String
  /// Whether it is about compliance and nothing else: without an assessment there is nothing to write.
  package let needsAssessment: Bool
  /// The complete bytes of the file; the same for the same report.
  package let write: @Sendable (Report) -> [UInt8]

  package init(_ name: String, fileExtension: String, write: @escaping @Sendable (Report) -> [UInt8]) {
    self.name = name
    self.fileExtension = fileExtension
    needsAssessment = false
    self.write = write
  }

  /// A form of what can be said of compliance.
  package init(
    _ name: String,
    fileExtension: String,
    write: @escaping @Sendable (Assessment, _ by: Tool) -> [UInt8]
  ) {
    self.name = name
    self.fileExtension = fileExtension
    needsAssessment = true
    self.write = { report in report.assessment.map { write($0, report.tool) } ?? [] }
  }
}
