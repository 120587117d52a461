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
  /// In their total order, each once.
  package let diagnostics: [Diagnostic]
  package let sources: SourceMap
  /// By the name of the unit.
  package let units: [UnitResult]

  /// Takes findings and units in any order.
  package init(tool: Tool, diagnostics: [Diagnostic], sources: SourceMap, units: [UnitResult]) {
    self.tool = tool
    self.diagnostics = diagnostics.sortedAndUnique()
    self.sources = sources
    self.units = units.sorted { $0.unit < $1.unit }
  }

  /// How many findings there are of a severity.
  package func count(of severity: Severity) -> Int {
    diagnostics.count { $0.severity == severity }
  }

  /// The sum of one count over all units: `report.total(\.created)`.
  package func total(_ count: (UnitResult) -> Int) -> Int {
    units.reduce(0) { $0 + count($1) }
  }
}
