import Diagnostics
import Reporting

/// Reports that hold everything a format has to show.
enum FormatSample {
  static let tool = Tool(name: "spai-gen", version: "1.2.3")

  private static let sample: Sample = {
    var sample = Sample("name: api\nreplica: 3\nimage: a\n", path: "tenants/acme.yaml")
    sample.add("templates/tiers & sizes.yaml", "max: 2\n")
    return sample
  }()

  static let unknownKey = Diagnostic(
    Code("SPAI1102", "unknown-key"),
    .error,
    "unknown key 'replica'",
    at: Label(sample.span(of: "replica"), "not a key of a service"),
    related: [Label(sample.span(of: "max: 2", in: 1), "the limit is here"), Label(sample.span(of: "api"))],
    help: "Did you mean 'replicas'?",
    generated: GeneratedLine(path: "out/production/acme/a.yaml", line: 9)
  )
  static let latestTag = Diagnostic(
    Code("SPAI2001", "latest-tag"),
    .warning,
    "image 'a' has no tag",
    at: Label(sample.span(of: "image: a"), "means 'latest'"),
    help: "Name a version."
  )
  static let unreadable = Diagnostic(Code("SPAI0001", "unreadable"), .error, "cannot read 'x'", at: nil)
  static let generatedOnly = Diagnostic(
    Code("SPAI3001", "no-probe"),
    .note,
    "container 'api' has no probe",
    at: nil,
    generated: GeneratedLine(path: "out/production/acme/a.yaml", line: 3)
  )

  /// One of each outcome, an empty group, findings outside of the cases, and no time.
  static let full = report(checked: groups)

  static let timed = report(checked: groups, started: "2026-11-21T07:26:59Z", duration: .milliseconds(1250))

  /// Findings of a command that says nothing about what it looked at.
  static let ungrouped = report(checked: [])

  static let empty = Report(tool: tool, diagnostics: [], sources: SourceMap(), units: [])

  private static let groups = [
    CheckedGroup(name: "staging/acme", cases: []),
    CheckedGroup(
      name: "production/acme",
      cases: [
        CheckedCase(name: "Service/api", className: "production.acme", outcome: .passed),
        CheckedCase(
          name: "Deployment/api",
          className: "production.acme",
          findings: [unknownKey, latestTag],
          failingFrom: .warning,
          properties: [.init("framework", "cis-5.2")]
        ),
        CheckedCase(
          name: "Secret/api",
          className: "production.acme",
          outcome: .skipped(reason: "waived by W-1 until 2027-01-31"),
          properties: [.init("waiver", "W-1")]
        ),
        CheckedCase(
          name: "Job/load",
          className: "production.acme",
          outcome: .error(reason: "the rule broke")
        ),
      ],
      duration: .milliseconds(7)
    ),
  ]

  private static func report(
    checked: [CheckedGroup],
    started: String? = nil,
    duration: Duration? = nil
  ) -> Report {
    Report(
      tool: tool,
      diagnostics: [unreadable, generatedOnly, unknownKey, latestTag],
      sources: sample.sources,
      units: [
        UnitResult(
          unit: "production/acme",
          tenant: "acme",
          environment: "production",
          status: .written,
          created: 1,
          changed: 2,
          unchanged: 3,
          removed: 4
        ),
        UnitResult(
          unit: "production/_cluster",
          tenant: nil,
          environment: "production",
          status: .unchanged,
          unchanged: 5
        ),
        UnitResult(unit: "staging/acme", tenant: "acme", environment: "staging", status: .failed),
      ],
      checked: checked,
      rules: [
        RuleDescription(
          code: latestTag.code,
          severity: .warning,
          summary: "Images name their version.",
          rationale: "Without a tag the image changes under the running service.",
          remediation: "Name a tag or a digest."
        )
      ],
      started: started,
      duration: duration
    )
  }
}
