package import Diagnostics

extension Field {
  /// The name must be one of those that the object itself declares; `what` is the kind of thing in words.
  func mustRefer(to names: [String], as what: String, reporting findings: inout Findings) {
    guard let written, !names.contains(written) else { return }
    refuse(
      .apiReference,
      "is \(shown), which is no \(what) of this object",
      because: names.isEmpty ? "there is none" : "there is \(listed(names, joinedBy: "and"))",
      help: didYouMean(written, among: names) ?? "Declare it, or name one that is declared.",
      reporting: &findings
    )
  }
}

extension Code {
  package static let apiReference = Code("SPAI1708", "api-reference")
}
