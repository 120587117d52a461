package import Diagnostics

/// What a report can say about a kind of finding beyond its single findings.
package struct RuleDescription: Hashable, Sendable {
  package let code: Code
  /// How much its findings matter where nothing else is configured.
  package let severity: Severity
  /// What it finds, in one sentence.
  package let summary: String
  /// Why that matters.
  package let rationale: String
  /// What to do about it.
  package let remediation: String

  package init(code: Code, severity: Severity, summary: String, rationale: String, remediation: String) {
    self.code = code
    self.severity = severity
    self.summary = summary
    self.rationale = rationale
    self.remediation = remediation
  }
}
