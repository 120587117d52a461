/// A form in which a report can be written to a file; one file below `Formats` each.
///
/// ``all`` is generated from the file names, so that a new format is one new file.
package struct ReportFormat: Sendable {
  /// The name in `--report NAME=PATH`.
  package let name: String
  /// Without the dot.
  package let fileExtension: String
  /// The complete bytes of the file; the same for the same report.
  package let write: @Sendable (Report) -> [UInt8]

  package init(_ name: String, fileExtension: String, write: @escaping @Sendable (Report) -> [UInt8]) {
    self.name = name
    self.fileExtension = fileExtension
    self.write = write
  }
}
