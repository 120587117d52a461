package import Diagnostics

/// The program that made a report.
package struct Tool: Hashable, Sendable {
  package let name: String
  package let version: String

  package init(name: String, version: String) {
    self.name = name
    self.version = version
  }
}

/// What became of one unit: a tenant in an environment, or the cluster-scoped objects of one.
package struct UnitResult: Hashable, Sendable {
  /// What a run did with a unit's folder.
  package enum Status: String, CaseIterable, Sendable {
    /// The folder was changed to what the specs say.
    case written
    /// The folder already was what the specs say.
    case unchanged
    /// The folder differs from what the specs say, and the run only compared.
    case outdated
    /// Errors, or a refusal to delete, kept the folder as it was.
    case failed
  }

  /// The unit's folder below `out/`: `production/acme`.
  package let unit: String
  /// The tenant; nil for the cluster-scoped objects.
  package let tenant: String?
  package let environment: String
  package let status: Status
  /// How many files were, or would be, created; the other counts likewise.
  package let created: Int
  package let changed: Int
  package let unchanged: Int
  package let removed: Int

  package init(
    unit: String,
    tenant: String?,
    environment: String,
    status: Status,
    created: Int = 0,
    changed: Int = 0,
    unchanged: Int = 0,
    removed: Int = 0
  ) {
    self.unit = unit
    self.tenant = tenant
    self.environment = environment
    self.status = status
    self.created = created
    self.changed = changed
    self.unchanged = unchanged
    self.removed = removed
  }
}

/// All that a run has to say, from which every report format is written.
///
/// A complete value without clock or surroundings: the same report is always the same bytes.
package struct Report: Sendable {
  package let tool: Tool
  /// In their total order, each once; those of failed cases are among them.
  package let diagnostics: [Diagnostic]
  package let sources: SourceMap
  /// By the name of the unit.
  package let units: [UnitResult]
  /// What was looked at, by the name of the group; passed cases are what makes a report countable.
  package let checked: [CheckedGroup]
  /// What can be said of compliance; nil where the run does not ask.
  package let assessment: Assessment?
  /// What is known about kinds of findings, by code.
  package let rules: [RuleDescription]
  /// The severity from which on a finding fails the run.
  package let threshold: Severity
  /// When the run started, as in RFC 3339 and UTC: `2026-11-21T07:26:59Z`; nil keeps reports the same.
  package let started: String?
  /// How long the run took; nil keeps reports the same.
  package let duration: Duration?

  /// Takes findings, units, groups and rules in any order.
  package init(
    tool: Tool,
    diagnostics: [Diagnostic],
    sources: SourceMap,
    units: [UnitResult],
    checked: [CheckedGroup] = [],
    assessment: Assessment? = nil,
    rules: [RuleDescription] = [],
    threshold: Severity = .error,
    started: String? = nil,
    duration: Duration? = nil
  ) {
    self.tool = tool
    self.diagnostics = (diagnostics + checked.flatMap { $0.cases.flatMap(\.findings) }).sortedAndUnique()
    self.sources = sources
    self.units = units.sorted { $0.unit < $1.unit }
    self.checked = checked.sortedAndJoined()
    self.assessment = assessment
    self.rules = rules.sorted { $0.code.id < $1.code.id }
    self.threshold = threshold
    self.started = started
    self.duration = duration
  }

  /// How many findings there are of a severity.
  package func count(of severity: Severity) -> Int {
    diagnostics.count { $0.severity == severity }
  }

  /// The sum of one count over all units: `report.total(\.created)`.
  package func total(_ count: (UnitResult) -> Int) -> Int {
    units.reduce(0) { $0 + count($1) }
  }

  /// How many checked cases have an outcome of a kind.
  package func countOfCases(_ kind: CheckedCase.Outcome.Kind) -> Int {
    checked.reduce(0) { $0 + $1.count(of: kind) }
  }

  /// Whether a finding at or above the threshold, a checked case or a unit failed.
  package var hasFailure: Bool {
    diagnostics.contains { $0.severity >= threshold }
      || units.contains { $0.status == .failed || $0.status == .outdated }
      || countOfCases(.failed) + countOfCases(.error) > 0
  }

  /// What was looked at, and the findings that no failed case has: one case a finding.
  ///
  /// Those below the threshold are skipped cases, which consumers show and which fail nobody.
  func groupsWithAllFindings() -> [CheckedGroup] {
    let checked = (checked + (assessment?.junitGroups() ?? [])).sortedAndJoined()
    let told = Set(checked.flatMap { $0.cases.flatMap(\.findings) })
    let others = diagnostics.filter { !told.contains($0) }
    guard !others.isEmpty else { return checked }
    let cases = others.map { diagnostic in
      CheckedCase(
        name: diagnostic.message,
        className: diagnostic.primary.map { sources[$0.span.source].path } ?? tool.name,
        outcome: diagnostic.severity >= threshold
          ? .failed([diagnostic]) : .skipped(reason: "\(diagnostic.severity.name)[\(diagnostic.code.id)]"),
        properties: []
      )
    }
    return (checked + [CheckedGroup(name: "findings", cases: cases)]).sortedAndJoined()
  }
}
