package import Diagnostics
import YAMLSyntax

extension StructureCheck {
  mutating func checkScalar(
    _ node: Node,
    _ type: APIType,
    near place: Span?,
    reporting findings: inout Findings
  ) {
    if node.isNull, type.isNullable { return }
    guard let scalar = node.scalar, type.reads(scalar.type) else {
      findings.report(.wrongType(node, type, at: path, place))
      return
    }
    switch scalar.type {
    case .string: checkText(scalar.text, type, at: place, reporting: &findings)
    case .integer, .float:
      if type.shape == .integer || type.shape == .integerOrString {
        checkInteger(scalar, node, type, at: place, reporting: &findings)
      } else {
        checkBounds(Double(scalar.text), scalar.text, type, at: place, reporting: &findings)
      }
    case .boolean, .null: break
    }
    if !type.allows(scalar.text) {
      findings.report(.notInEnumeration(scalar.text, type, path, place))
    }
  }

  private mutating func checkText(
    _ text: String,
    _ type: APIType,
    at place: Span?,
    reporting findings: inout Findings
  ) {
    if type.shape == .quantity || type.format == .quantity {
      if !isWritten(text, as: .quantity) {
        findings.report(.wrongFormat(text.shortened, .quantity, path, place))
      }
      return
    }
    // Texts in base64 are mostly secrets: the message does not repeat them.
    if type.format != .none, type.shape == .string, !isWritten(text, as: type.format) {
      let shown = type.format == .base64 ? nil : text.shortened
      findings.report(.wrongFormat(shown, type.format, path, place))
    }
    if type.least != nil || type.most != nil {
      checkCount(text.unicodeScalars.count, "character", type, at: place, reporting: &findings)
    }
    if let pattern = type.pattern, let compiled = compiled(pattern), !compiled.matches(text) {
      findings.report(.wrongPattern(text.shortened, pattern, path, place))
    }
  }

  private func checkInteger(
    _ scalar: Scalar,
    _ node: Node,
    _ type: APIType,
    at place: Span?,
    reporting findings: inout Findings
  ) {
    let value = Double(scalar.text) ?? integer(scalar.text).map(Double.init)
    guard let value, value == value.rounded(.towardZero) else {
      findings.report(.wrongType(node, type, at: path, place))
      return
    }
    let bits = type.format == .int32 ? 32 : 64
    let fits =
      bits == 32 ? value >= -0x1p31 && value < 0x1p31 : integer(scalar.text) != nil || abs(value) < 0x1p63
    if !fits {
      findings.report(.tooWide(scalar.text, bits, path, place))
      return
    }
    checkBounds(value, scalar.text, type, at: place, reporting: &findings)
  }

  /// Reads the integers of YAML 1.2; nil for those that 64 bits do not hold.
  private func integer(_ text: String) -> Int? {
    if text.hasPrefix("0x") { return Int(text.dropFirst(2), radix: 16) }
    if text.hasPrefix("0o") { return Int(text.dropFirst(2), radix: 8) }
    return Int(text)
  }

  private func checkBounds(
    _ value: Double?,
    _ text: String,
    _ type: APIType,
    at place: Span?,
    reporting findings: inout Findings
  ) {
    guard let value else { return }
    if let minimum = type.minimum, type.excludesMinimum ? value <= minimum : value < minimum {
      findings.report(
        .outOfBounds(text, type.excludesMinimum ? "not more" : "less", minimum, type, path, place)
      )
    }
    if let maximum = type.maximum, type.excludesMaximum ? value >= maximum : value > maximum {
      findings.report(
        .outOfBounds(text, type.excludesMaximum ? "not less" : "more", maximum, type, path, place)
      )
    }
  }

  /// Checks how many characters, entries or fields there are.
  func checkCount(
    _ count: Int,
    _ unit: String,
    _ type: APIType,
    at place: Span?,
    reporting findings: inout Findings
  ) {
    if let least = type.least, count < least {
      findings.report(.wrongCount(count, unit, "at least \(least)", path, place))
    }
    if let most = type.most, count > most {
      findings.report(.wrongCount(count, unit, "at most \(most)", path, place))
    }
  }
}

// MARK: - Messages

extension Diagnostic {
  fileprivate static func notInEnumeration(
    _ text: String,
    _ type: APIType,
    _ path: FieldPath,
    _ span: Span?
  ) -> Diagnostic {
    let values = (type.enumeration ?? []).filter { !$0.isEmpty }
    let all = "Its values are \(listed(values, "and"))."
    return Diagnostic(
      .apiEnumeration,
      .error,
      "'\(path)' cannot be '\(text.shortened)'",
      at: span.map { Label($0, "is none of its values") },
      help: didYouMean(text, among: values).map { "\($0) \(all)" } ?? all
    )
  }

  fileprivate static func outOfBounds(
    _ text: String,
    _ relation: String,
    _ bound: Double,
    _ type: APIType,
    _ path: FieldPath,
    _ span: Span?
  ) -> Diagnostic {
    let low = type.minimum.map { (type.excludesMinimum ? "more than " : "at least ") + written($0) }
    let high = type.maximum.map { (type.excludesMaximum ? "less than " : "at most ") + written($0) }
    return Diagnostic(
      .apiBound,
      .error,
      "'\(path)' is \(text), which is \(relation) than \(written(bound))",
      at: span.map { Label($0, "is \(relation) than \(written(bound))") },
      help: "It must be \([low, high].compactMap(\.self).joined(separator: " and "))."
    )
  }

  fileprivate static func tooWide(_ text: String, _ bits: Int, _ path: FieldPath, _ span: Span?) -> Diagnostic
  {
    Diagnostic(
      .apiBound,
      .error,
      "'\(path)' is \(text), which \(bits) bits do not hold",
      at: span.map { Label($0, "is not an integer of \(bits) bits") },
      help: bits == 32 ? "It must be from -2147483648 to 2147483647." : nil
    )
  }

  fileprivate static func wrongCount(
    _ count: Int,
    _ unit: String,
    _ bound: String,
    _ path: FieldPath,
    _ span: Span?
  ) -> Diagnostic {
    Diagnostic(
      .apiBound,
      .error,
      "'\(path)' has \(counted(count, unit)), not \(bound)",
      at: span.map { Label($0, "must have \(bound)") },
      help: "Its definition allows \(bound)."
    )
  }

  fileprivate static func wrongPattern(
    _ text: String,
    _ pattern: String,
    _ path: FieldPath,
    _ span: Span?
  ) -> Diagnostic {
    Diagnostic(
      .apiPattern,
      .error,
      "'\(path)' cannot be '\(text)'",
      at: span.map { Label($0, "does not match the pattern of its definition") },
      help: "It must match '\(pattern)'."
    )
  }

  fileprivate static func wrongFormat(
    _ text: String?,
    _ format: APIType.Format,
    _ path: FieldPath,
    _ span: Span?
  ) -> Diagnostic {
    Diagnostic(
      .apiFormat,
      .error,
      "'\(path)' must be \(name(of: format))" + (text.map { ", not '\($0)'" } ?? ""),
      at: span.map { Label($0, "is not \(name(of: format))") },
      help: format == .base64 ? "Encode the value; a Secret takes plain text in 'stringData'." : nil
    )
  }
}

/// A bound as people write it.
private func written(_ number: Double) -> String {
  number == number.rounded() && abs(number) < 0x1p53 ? String(Int(number)) : String(number)
}

private func counted(_ count: Int, _ unit: String) -> String {
  guard count != 1 else { return "1 \(unit)" }
  return unit == "entry" ? "\(count) entries" : "\(count) \(unit)s"
}

extension Code {
  package static let apiEnumeration = Code("SPAI1609", "api-enum")
  package static let apiBound = Code("SPAI1610", "api-bound")
  package static let apiPattern = Code("SPAI1611", "api-pattern")
  package static let apiFormat = Code("SPAI1612", "api-format")
}
