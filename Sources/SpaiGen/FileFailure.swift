package import Diagnostics
internal import SystemPackage

/// What the disk refused to do.
package struct FileFailure: Error, Sendable {
  /// For instance `write`.
  package let operation: String
  package let path: String
  package let reason: String

  init(_ operation: String, _ path: String, errno code: CInt) {
    self.operation = operation
    self.path = path
    reason = Errno(rawValue: code).description
  }

  package init(_ operation: String, _ path: String, reason: String) {
    self.operation = operation
    self.path = path
    self.reason = reason
  }

  package var diagnostic: Diagnostic {
    Diagnostic(
      .fileFailure,
      .error,
      "cannot \(operation) '\(path)': \(reason)",
      at: nil,
      help: "Mend the cause and run again; what was not written is written then."
    )
  }
}

extension Code {
  package static let fileFailure = Code("SPAI0001", "file-failure")
}
