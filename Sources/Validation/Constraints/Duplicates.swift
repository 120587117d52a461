package import Diagnostics

extension [Field] {
  /// No two elements may have the same value at `key`.
  func mustDiffer(by key: String, reporting findings: inout Findings) {
    mustDiffer(reporting: &findings) { element in
      let value = element[key]
      return value.textOrNumber.map { ($0, value) }
    }
  }

  /// No two elements may have the same identity; an element without one is left alone.
  func mustDiffer(
    reporting findings: inout Findings,
    identity: (Field) -> (text: String, field: Field)?
  ) {
    guard count > 1 else { return }
    var first: [String: Field] = [:]
    for element in self {
      guard let (text, field) = identity(element), !text.isEmpty else { continue }
      guard let earlier = first[text] else {
        first[text] = field
        continue
      }
      field.refuse(
        .apiDuplicate,
        "repeats \(field.shown) of '\(earlier.path.route)'",
        because: "must be unique",
        help: "Give it another value, or remove one of the two.",
        beside: earlier,
        reporting: &findings
      )
    }
  }
}

extension Code {
  package static let apiDuplicate = Code("SPAI1709", "api-duplicate")
}
