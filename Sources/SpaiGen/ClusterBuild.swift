import Diagnostics

extension UnitBuilder {
  /// The cluster-scoped objects of one environment: the platform's, and those of its tenants.
  ///
  /// While any tenant is missing, what is there of it stays.
  ///
  /// - Parameters:
  ///   - environment: Its name.
  ///   - units: Its units.
  ///   - findings: Objects of one name, and what bringing the folder up to date reports.
  /// - Returns: What became of them.
  func buildCluster(
    _ environment: String,
    of units: [UnitBuild],
    reporting findings: inout Findings
  ) -> UnitOutcome {
    let files = workspace.clusterFiles(of: environment) + units.flatMap(\.clusterFiles)
    let isWhole =
      options.tenant == nil && options.namespace == nil && options.reached == nil
      && !workspace.hasUnknownGaps && !units.contains { $0.outcome.isFailed }
    let id = UnitID(environment: environment, tenant: nil)
    var outcome = UnitOutcome(id: id, files: nil, isFailed: true)
    let memory = isWhole && !options.verifies ? options.cache?.memory(of: id, made: files) : nil
    do throws(CacheMiss) {
      if let record = try memory?.recall(in: folder, keepsStamps: options.mode == .write) {
        return UnitOutcome(record, of: id)
      }
    } catch {
      outcome.cacheMiss = error.reason
    }
    guard hasNoCollisions(files, unit: id, reporting: &findings) else { return outcome }
    let unit = PlannedUnit(
      id: id,
      source: nil,
      files: files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) },
      isWhole: isWhole
    )
    let before = findings.errorCount
    let (counts, standing) = bringUpToDate(unit, reporting: &findings)
    outcome.files = counts
    outcome.isFailed = findings.errorCount > before
    if let standing, !outcome.isFailed { memory?.keep(standing, in: folder) }
    return outcome
  }
}
