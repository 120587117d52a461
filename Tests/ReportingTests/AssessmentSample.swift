import Diagnostics
import Reporting

/// An assessment with one of everything.
enum AssessmentSample {
  /// Where the finding of ``FormatSample`` is in the output.
  private static func excerpt(_ word: () -> String) -> Assessment.Excerpt {
    Assessment.Excerpt(
      path: "out/production/acme/a.yaml" + word(),
      firstLine: 2,
      lines: ["spec:" + word(), "  image: a" + word()],
      line: 3,
      declared: FormatSample.latestTag.primary
    )
  }

  static func report(_ assessment: Assessment) -> Report {
    let sample = FormatSample.full
    return Report(
      tool: sample.tool,
      diagnostics: sample.diagnostics,
      sources: sample.sources,
      units: sample.units,
      checked: sample.checked,
      assessment: assessment,
      rules: sample.rules
    )
  }

  static let full = report(assessment())

  /// What a run found, with `word` wherever a user's words can be, behind what makes them unique.
  ///
  /// - Parameters:
  ///   - copies: How many subjects like the first each rule has.
  ///   - passes: How many of the passed results JUnit shows.
  ///   - failed: What one subject fails by.
  ///   - waived: What is waived.
  ///   - word: The next word of a user.
  /// - Returns: One of everything.
  static func assessment(
    copies: Int = 1,
    passes: JUnitPasses = .perRule,
    failed: Diagnostic = FormatSample.unknownKey,
    waived: Diagnostic = waived,
    word: () -> String = { "" }
  ) -> Assessment {
    func text(_ own: String) -> String { own + word() }
    let frameworkID = text("pci-dss-4.0.1")
    let unit = text("production/acme")
    let rules = ["pod-seccomp", "secret-as-file", "net-tls", "ns-quota"].map(text)
    let waiver = text("W-1")
    let subjects = (0..<copies + 2).map { index in
      Assessment.Subject(
        unit: unit,
        tenant: text("acme"),
        environment: text("production"),
        apiVersion: text("apps/v1"),
        kind: text("Deployment"),
        namespace: index == 1 ? nil : text("acme-prod"),
        name: text("api-\(index)"),
        file: DigestedFile(path: text("out/production/acme/a\(index).yaml"), sha256: digest("\(index)"))
      )
    }
    let passed = (0..<copies).map { Assessment.Result(subject: $0, outcome: .passed) }
    func result(_ outcome: Assessment.Outcome) -> Assessment.Result {
      Assessment.Result(subject: copies, outcome: outcome)
    }
    let last = Assessment.Result(subject: copies + 1, outcome: .notApplicable(text("it runs to an end")))
    func rule(_ index: Int, _ severity: String, _ silence: String?, _ results: [Assessment.Result])
      -> Assessment.Rule
    {
      Assessment.Rule(
        name: rules[index],
        severity: severity,
        summary: text("what holds"),
        codes: index == 3 ? [] : [index == 0 ? failed.code : waived.code],
        silence: silence,
        results: results
      )
    }
    return Assessment(
      asOf: "2026-11-21",
      score: "strict 90.0 % / adjusted 95.1 % (1 waived)",
      conditions: [
        .init(name: "score", holds: true, explanation: text("more than 95.0 % is needed")),
        .init(name: "no-critical-failure", holds: false, explanation: text("pod-seccomp")),
      ],
      frameworks: [
        .init(
          id: frameworkID,
          title: text("PCI DSS"),
          version: text("4.0.1"),
          publisher: text("PCI SSC"),
          source: "https://example.com/a b?c=" + word(),
          summary: text("5 requirements"),
          score: "strict 90.0 %",
          units: [unit],
          controls: controls(rules, word)
        ),
        .init(
          id: text("sox-itgc"),
          title: text("SOX"),
          version: text("2019"),
          publisher: nil,
          source: nil,
          summary: text("1 control"),
          score: "none",
          units: [],
          controls: [control(text("1"), .none, .notAssessed, covers: [text("1")], necessary: [], word)]
        ),
      ],
      tenants: [.init(name: text("acme"), score: "strict 90.0 %")],
      rules: [
        rule(0, "critical", nil, passed + [result(.failed([failed])), last]),
        rule(1, "high", nil, passed + [result(.waived([waived], by: waiver)), last]),
        rule(2, "medium", text("1 objects could not be read"), passed + [result(.error(text("unreadable")))]),
        rule(3, "low", text("nobody looked"), []),
      ],
      subjects: subjects,
      waivers: [
        .init(
          name: waiver,
          rules: [rules[1]],
          category: "compensating-control",
          reason: text("The node holds it down."),
          compensating: [text("fw-rule-8812")],
          owner: text("jane@acme.example"),
          approver: text("ciso@acme.example"),
          approved: "2026-11-01",
          expires: "2026-11-30",
          ticket: text("RISK-1"),
          state: "active",
          matches: 1,
          daysLeft: 9
        )
      ],
      inputs: [DigestedFile(path: text("tenants/acme.yaml"), sha256: digest("a"))],
      excerpts: [failed: excerpt(word)],
      footer: "Static evidence from manifests only.",
      junitPasses: passes
    )
  }

  static let waived = Diagnostic(
    FormatSample.latestTag.code,
    .warning,
    "image 'b' has no tag",
    at: FormatSample.latestTag.primary
  )

  private static func controls(_ rules: [String], _ word: () -> String) -> [Assessment.Control] {
    [
      control("1.1.1" + word(), .full, .gap, covers: ["1.1.1"], necessary: [rules[0]], word),
      control(
        "1.1(a)" + word(),
        .partial,
        .acceptedDeviation,
        covers: ["1.1(a)"],
        necessary: [rules[1]],
        word
      ),
      control("1.1[a" + word(), .partial, .error, covers: ["1.1[a"], necessary: [rules[2]], word),
      control("1.2" + word(), .partial, .supported, covers: ["1.2"], necessary: [rules[1], rules[2]], word),
      control("1.3" + word(), .artefact, .evidenceOnly, covers: ["1.3"], necessary: [rules[3]], word),
      control("2.*" + word(), .none, .notAssessed, covers: ["2.1", "2.2" + word()], necessary: [], word),
    ]
  }

  private static func control(
    _ id: String,
    _ coverage: Assessment.Control.Coverage,
    _ outcome: Assessment.Control.Outcome,
    covers: [String],
    necessary: [String],
    _ word: () -> String
  ) -> Assessment.Control {
    Assessment.Control(
      id: id,
      title: "title of \(id)",
      coverage: coverage,
      outcome: outcome,
      reasons: outcome == .supported ? [] : ["because" + word()],
      covers: covers,
      necessary: necessary,
      supporting: [],
      notAssessed: coverage == .partial ? ["the rest" + word()] : [],
      assessorNeeds: coverage == .partial ? ["a diagram" + word()] : []
    )
  }

  private static func digest(_ digits: String) -> String {
    String(String(repeating: "0", count: 64 - digits.utf8.count) + digits)
  }
}
