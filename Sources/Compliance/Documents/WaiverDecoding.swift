package import Diagnostics
package import YAMLSyntax

/// Decodes documents of kind Waiver, and reports what is wrong with each.
///
/// - Returns: Those without mistakes, by name.
package func decodeWaivers(_ nodes: [Node], reporting findings: inout Findings) -> [Waiver] {
  var waivers: [Waiver] = []
  for node in nodes {
    let before = findings.errorCount
    guard let waiver = Waiver(node, reporting: &findings), findings.errorCount == before else { continue }
    if waivers.contains(where: { $0.name == waiver.name }) {
      findings.report(.duplicateDocument("waiver", waiver.name, at: node.nameSpan))
    } else {
      waivers.append(waiver)
    }
  }
  return waivers.sorted { $0.name < $1.name }
}

extension Waiver {
  fileprivate init?(_ node: Node, reporting findings: inout Findings) {
    let keys = [
      "apiVersion", "kind", "metadata", "rules", "scope", "category", "reason", "compensating", "owner",
      "approvedBy",
      "approvedAt", "expires", "ticket", "digest",
    ]
    let called =
      node.mapping?["metadata"]?.mapping?["name"]?.scalar.map { "waiver '\($0.text)'" } ?? "a waiver"
    guard let reader = DocumentReader(node, called, keys: keys, reporting: &findings) else { return nil }
    let name = reader.header(reporting: &findings)
    let rules = reader.rules("rules", reporting: &findings)
    if reader.node("rules")?.sequence?.isEmpty ?? true { reader.reportMissing("rules", reporting: &findings) }
    let scope = Scope(reader, reporting: &findings)
    let category: Category? = reader.word("category", reporting: &findings)
    let reason = reader.required("reason", reporting: &findings)
    let owner = reader.required("owner", reporting: &findings)
    let approver = reader.required("approvedBy", reporting: &findings)
    let approved = reader.day("approvedAt", reporting: &findings)
    let expires = reader.day("expires", reporting: &findings)
    let ticket = reader.required("ticket", reporting: &findings)
    let digest = reader.digest(reporting: &findings)
    let compensating = reader.texts("compensating", reporting: &findings).map(\.text)
    guard let name, let scope, let category, let reason, let owner, let approver, let approved, let expires,
      let ticket
    else { return nil }
    self.name = name.text
    self.rules = rules
    self.scope = scope
    self.category = category
    self.reason = reason.text
    self.compensating = compensating
    self.owner = owner.text
    self.approver = approver.text
    self.approved = approved
    self.expires = expires
    self.ticket = ticket.text
    self.digest = digest
    span = name.span
    if owner.isSamePerson(as: approver) {
      findings.report(.selfApproved(self, owner: owner, approver: approver))
    }
    checkTerm(at: reader.place("expires"), reporting: &findings)
  }

  /// Whether it lasts no longer than its gravest rule allows.
  private func checkTerm(at span: Span?, reporting findings: inout Findings) {
    if expires < approved {
      findings.report(
        .badValue("waiver '\(name)' expires before it is approved", at: span, help: "Write a later day.")
      )
    }
    let severities = rules.compactMap { ComplianceRule.named($0)?.severity }
    guard let severity = severities.max(), expires.days(since: approved) > severity.longestWaiver else {
      return
    }
    findings.report(
      Diagnostic(
        .waiverTooLong,
        .error,
        "waiver '\(name)' lasts \(expires.days(since: approved)) days",
        at: span.map {
          Label($0, "a rule of severity \(severity.name) is waived for \(severity.longestWaiver) at most")
        },
        help: "Let it expire earlier and have it approved anew then."
      )
    )
  }
}

extension Waiver.Scope {
  fileprivate init?(_ reader: DocumentReader, reporting findings: inout Findings) {
    guard let node = reader.node("scope") else {
      reader.reportMissing("scope", reporting: &findings)
      return nil
    }
    let keys = ["tenant", "environment", "namespace", "kind", "name"]
    guard let own = DocumentReader(node, "'scope' of \(reader.owner)", keys: keys, reporting: &findings),
      let kind = own.required("kind", reporting: &findings),
      let name = own.required("name", reporting: &findings)
    else { return nil }
    self.init(
      tenant: own.text("tenant", reporting: &findings)?.text,
      environment: own.text("environment", reporting: &findings)?.text,
      namespace: own.text("namespace", reporting: &findings)?.text,
      kind: kind.text,
      name: name.text
    )
    for key in keys where own.node(key)?.scalar?.text.utf8.contains(UInt8(ascii: "*")) ?? false {
      findings.report(
        .badValue("'\(key)' of \(own.owner) has a wildcard", at: own.place(key), help: "Name one object.")
      )
    }
  }
}

extension DocumentReader {
  /// The pinned digest in hexadecimal digits, without `sha256:`.
  fileprivate func digest(reporting findings: inout Findings) -> String? {
    guard let word = text("digest", reporting: &findings) else { return nil }
    let digits = word.text.hasPrefix("sha256:") ? word.text.utf8.dropFirst(7) : word.text.utf8[...]
    let isHexadecimal = digits.allSatisfy { byte in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
    }
    if digits.count == 64, isHexadecimal { return String(digits) }
    findings.report(
      .badValue("'digest' of \(owner) is no SHA-256", at: word.span, help: "Write 'sha256:' and 64 digits.")
    )
    return nil
  }
}

extension Word {
  /// Whether both are the same to a reader: case and spaces around do not make another person.
  fileprivate func isSamePerson(as other: Word) -> Bool {
    func folded(_ text: String) -> [Substring.UTF8View.Element] {
      text.lowercased().utf8.filter { $0 != UInt8(ascii: " ") }
    }
    return folded(text) == folded(other.text)
  }
}

// MARK: - Messages

extension Code {
  package static let selfApprovedWaiver = Code("SPAI1909", "self-approved-waiver")
  package static let waiverTooLong = Code("SPAI1910", "waiver-too-long")
}

extension Diagnostic {
  fileprivate static func selfApproved(_ waiver: Waiver, owner: Word, approver: Word) -> Self {
    Diagnostic(
      .selfApprovedWaiver,
      .error,
      "waiver '\(waiver.name)' is approved by its owner",
      at: approver.span.map { Label($0, "approves") },
      related: owner.span.map { [Label($0, "owns")] } ?? [],
      help: "Have somebody else approve it."
    )
  }
}
