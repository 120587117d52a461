import Diagnostics
import Linting
import Rendering
import Specification

/// What building a unit gave, until all units are known.
struct UnitBuild: Sendable {
  var outcome: UnitOutcome
  var diagnostics: [Diagnostic] = []
  var clusterFiles: [PlannedFile] = []
  var claims: [StandingClaim] = []
  /// What the unit costs; nil where it was not compiled, or where nobody holds its tenant to a budget.
  var costs: [WorkloadCost]?
}

extension UnitBuild {
  /// A unit that is another shard's.
  init(leavingOut id: UnitID) {
    self.init(outcome: UnitOutcome(id: id, files: nil, isFailed: false))
  }

  /// What a former build found.
  init(_ record: UnitRecord, of id: UnitID, _ watch: inout Stopwatch) {
    self.init(
      outcome: UnitOutcome(record, of: id),
      diagnostics: record.findings,
      clusterFiles: record.clusterFiles,
      claims: record.claims
    )
    watch.lap(.recall)
    outcome.laps = watch.laps
  }
}

extension UnitOutcome {
  /// What a former build found.
  init(_ record: UnitRecord, of id: UnitID) {
    self.init(id: id, files: FileCounts(unchanged: record.standing.fileCount), isFailed: false)
    isCompiled = true
    isRecalled = true
    extensions = record.extensions
  }
}
