package import Diagnostics

extension Field {
  /// What the schema requires must say something, too; that it is missing is the schema's to tell.
  func mustNotBeEmpty(because reason: String = "", reporting findings: inout Findings) {
    guard isPresent else { return }
    mustBeGiven(because: reason, reporting: &findings)
  }

  /// Something must be written here, although the schema does not require it.
  func mustBeGiven(
    because reason: String = "",
    reporting findings: inout Findings
  ) {
    guard isEmpty else { return }
    refuse(
      .apiRequired,
      isPresent ? "is empty" : "is missing",
      because: reason,
      help: "Give it a value.",
      reporting: &findings
    )
  }

  /// Nothing may be written here, for the reason given.
  func mustBeAbsent(
    because reason: String,
    beside other: Field? = nil,
    reporting findings: inout Findings
  ) {
    guard isPresent else { return }
    refuse(
      .apiCombination,
      "is not allowed here: \(reason)",
      help: "Remove it.",
      beside: other,
      reporting: &findings
    )
  }

  /// At most one of the keys may have a value; gives those that have.
  @discardableResult
  func mustHoldAtMostOne(of keys: [String], reporting findings: inout Findings) -> [Field] {
    let present = entries.filter { $0.value.isPresent && keys.contains($0.key) }.map(\.value)
    guard present.count > 1 else { return present }
    present[1].refuse(
      .apiExclusive,
      "is a second choice beside '\(present[0].path.key)'",
      because: "only one of \(listed(present.map(\.path.key))) can be",
      help: "Keep one of \(listed(present.map(\.path.key))).",
      reporting: &findings
    )
    return present
  }

  /// Exactly one of the keys must have a value; `what` is the choice in words.
  @discardableResult
  func mustHoldExactlyOne(of keys: [String], as what: String, reporting findings: inout Findings) -> [Field] {
    let present = mustHoldAtMostOne(of: keys, reporting: &findings)
    guard present.isEmpty, isMap else { return present }
    refuse(
      .apiExclusive,
      "has no \(what)",
      because: "exactly one is needed",
      help: "Write one of \(listed(keys)).",
      reporting: &findings
    )
    return present
  }

  /// The text must be one of the values that the API server knows; published schemas don't list them.
  func mustBe(oneOf values: [String], reporting findings: inout Findings) {
    guard let written, !values.contains(written) else { return }
    refuse(
      .apiValue,
      "is \(shown), not \(values.count > 1 ? "one of " : "")\(values.joined(separator: ", "))",
      help: didYouMean(written, among: values) ?? "Write one of \(listed(values)).",
      reporting: &findings
    )
  }
}

/// Names in quotes, as a sentence lists them.
func listed(_ names: [String], joinedBy word: String = "or") -> String {
  let quoted = names.map { "'\($0)'" }
  guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
  return "\(quoted.dropLast().joined(separator: ", ")) \(word) \(last)"
}

extension Code {
  package static let apiExclusive = Code("SPAI1706", "api-exclusive")
  package static let apiCombination = Code("SPAI1713", "api-combination")
  package static let apiRequired = Code("SPAI1714", "api-required")
  package static let apiValue = Code("SPAI1715", "api-value")
}
