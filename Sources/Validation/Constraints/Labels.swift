package import Diagnostics
import Kubernetes
import YAMLSyntax

extension Field {
  /// A map of labels: qualified names to short values.
  func mustBeLabels(reporting findings: inout Findings) {
    // Every object has many labels, and hardly any has a fault: fields are made only for those.
    for entry in node?.mapping?.entries ?? [] {
      if let problem = labelKeyProblem(entry.key) {
        key(of: entry).refuse(
          .apiLabel,
          "is a key that \(problem)",
          because: "must be a label's key",
          help: "Write a name such as 'tier', or a domain, '/' and a name, such as 'example.com/tier'.",
          reporting: &findings
        )
      }
      guard let scalar = entry.value.scalar, labelValueProblem(scalar.text) != nil else { continue }
      value(of: entry).mustBeLabelValue(reporting: &findings)
    }
  }

  func mustBeLabelKey(reporting findings: inout Findings) {
    guard let written, let problem = labelKeyProblem(written) else { return }
    refuse(
      .apiLabel,
      "is \(shown), which \(problem)",
      because: "must be a label's key",
      help: "Write a name such as 'tier', or a domain, '/' and a name, such as 'example.com/tier'.",
      reporting: &findings
    )
  }

  func mustBeLabelValue(reporting findings: inout Findings) {
    guard let written, let problem = labelValueProblem(written) else { return }
    refuse(
      .apiLabel,
      "is \(shown), which \(problem)",
      because: "must be a label's value",
      help: "Write at most 63 letters, digits, '-', '_' and '.', a letter or digit at both ends.",
      reporting: &findings
    )
  }

  /// A map of annotations: qualified names to any text, 256 KiB together.
  func mustBeAnnotations(reporting findings: inout Findings) {
    var size = 0
    for entry in node?.mapping?.entries ?? [] {
      size += entry.key.utf8.count + (entry.value.scalar?.text.utf8.count ?? 0)
      guard let problem = labelKeyProblem(lowercasedDomain(entry.key)) else { continue }
      key(of: entry).refuse(
        .apiLabel,
        "is a key that \(problem)",
        because: "must be an annotation's key",
        help: "Write a name such as 'note', or a domain, '/' and a name, such as 'example.com/note'.",
        reporting: &findings
      )
    }
    guard size > 256 << 10 else { return }
    refuse(
      .apiSize,
      "is \(size) bytes, more than 262144 together",
      because: "annotations are held to 256 KiB",
      help: "Move the largest into a ConfigMap.",
      reporting: &findings
    )
  }

  /// Annotations may have capitals in their domain.
  private func lowercasedDomain(_ key: String) -> String {
    guard let slash = key.utf8.firstIndex(of: UInt8(ascii: "/")) else { return key }
    return key[..<slash].lowercased() + key[slash...]
  }

  // MARK: Selectors

  /// A label selector: labels, and expressions whose operators have values or not.
  func mustBeSelector(reporting findings: inout Findings) {
    self["matchLabels"].mustBeLabels(reporting: &findings)
    for expression in self["matchExpressions"].items {
      expression["key"].mustNotBeEmpty(reporting: &findings)
      expression["key"].mustBeLabelKey(reporting: &findings)
      expression.operatorMustFitValues(
        some: ["In", "NotIn"],
        none: ["Exists", "DoesNotExist"],
        reporting: &findings
      )
      for value in expression["values"].items { value.mustBeLabelValue(reporting: &findings) }
    }
  }

  /// An expression's operator must be known, and have the values that it works on.
  func operatorMustFitValues(
    some: [String],
    none: [String],
    one: [String] = [],
    reporting findings: inout Findings
  ) {
    let sign = self["operator"], values = self["values"]
    sign.mustBe(oneOf: some + none + one, reporting: &findings)
    guard let word = sign.text else { return }
    if some.contains(word), values.isEmpty {
      values.refuse(
        .apiSelector,
        "is \(values.isPresent ? "empty" : "missing") with operator '\(word)'",
        because: "'\(word)' compares with values",
        help: "Write at least one value.",
        beside: sign,
        reporting: &findings
      )
    } else if none.contains(word), !values.isEmpty {
      values.refuse(
        .apiSelector,
        "is given with operator '\(word)'",
        because: "'\(word)' takes no values",
        help: "Remove the values, or use 'In'.",
        beside: sign,
        reporting: &findings
      )
    } else if one.contains(word), values.items.count != 1 {
      values.refuse(
        .apiSelector,
        "has \(values.items.count) values with operator '\(word)'",
        because: "'\(word)' compares with one value",
        help: "Write one value.",
        beside: sign,
        reporting: &findings
      )
    }
  }

  /// The selector of a controller must select something, and select the pods of its own template.
  func mustSelect(_ template: Field, reporting findings: inout Findings) {
    mustBeSelector(reporting: &findings)
    guard isPresent, isMap else { return }
    let pairs = self["matchLabels"].entries, expressions = self["matchExpressions"].items
    if pairs.isEmpty, expressions.isEmpty {
      return refuse(
        .apiSelector,
        "is empty",
        because: "would select every pod",
        help: "Write the labels that the pods of this object have and no others.",
        reporting: &findings
      )
    }
    guard template.isPresent else { return }
    let labels = template["metadata"]["labels"]
    for pair in pairs {
      guard let wanted = pair.value.text, labels[pair.key].text ?? "\u{0}" != wanted else { continue }
      pair.value.refuseMismatch(with: labels, reporting: &findings)
    }
    for expression in expressions where !expression.isSatisfied(by: labels) {
      expression.refuseMismatch(with: labels, reporting: &findings)
    }
  }

  func refuseMismatch(with labels: Field, reporting findings: inout Findings) {
    refuse(
      .apiSelector,
      "does not match '\(labels.path.route)'",
      because: "the selector must match the template's labels",
      help: "Write the same labels in both.",
      beside: labels.isPresent ? labels : nil,
      reporting: &findings
    )
  }

  /// Whether labels have what an expression asks for; true where the expression itself is wrong.
  private func isSatisfied(by labels: Field) -> Bool {
    let isComplete = !self["values"].isEmpty || !["In", "NotIn"].contains(self["operator"].text ?? "")
    guard let key = self["key"].text, isComplete else { return true }
    let value = labels[key].text
    let values = self["values"].items.compactMap(\.text)
    switch self["operator"].text {
    case "In": return value.map(values.contains) ?? false
    case "NotIn": return value.map { !values.contains($0) } ?? true
    case "Exists": return value != nil
    case "DoesNotExist": return value == nil
    default: return true
    }
  }
}

extension Code {
  package static let apiLabel = Code("SPAI1702", "api-label")
  package static let apiSelector = Code("SPAI1703", "api-selector")
  package static let apiSize = Code("SPAI1716", "api-size")
}
