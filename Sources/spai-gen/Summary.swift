internal import Diagnostics
internal import Reporting
internal import SpaiGen

extension UnitResult {
  init(_ outcome: UnitOutcome, isWriting: Bool) {
    let files = outcome.files
    let differs = (files?.created ?? 0) + (files?.changed ?? 0) + (files?.removed ?? 0) > 0
    self.init(
      unit: outcome.id.path,
      tenant: outcome.id.tenant,
      environment: outcome.id.environment,
      status: outcome.isFailed ? .failed : !differs ? .unchanged : isWriting ? .written : .outdated,
      created: files?.created ?? 0,
      changed: files?.changed ?? 0,
      unchanged: files?.unchanged ?? 0,
      removed: files?.removed ?? 0
    )
  }
}

/// What a build did, a line for each unit that is not simply unchanged, and a total.
///
/// - Parameters:
///   - outcome: What became of each unit.
///   - options: What was asked for; a part is told, because a variable of the shell may have asked for it.
///   - palette: How it is coloured.
/// - Returns: Several lines, without the last line's end.
func summary(_ outcome: BuildOutcome, options: BuildOptions, palette: Palette) -> String {
  let mode = options.mode
  let units = outcome.units.map { UnitResult($0, isWriting: mode == .write) }
  let width = units.map(\.unit.utf8.count).max() ?? 0
  var text = ""
  let told = units.filter { $0.status != .unchanged }
  let shown = told.enumerated().filter { $0.offset < 40 || $0.element.isBroken(in: mode) }.map(\.element)
  for unit in shown {
    let name = unit.unit + String(repeating: " ", count: width - unit.unit.utf8.count)
    let counts = [
      (unit.created, "created"), (unit.changed, "changed"), (unit.removed, "removed"),
      (unit.unchanged, "unchanged"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    let words = unit.isBroken(in: mode) ? palette.error("failed, left as it was") : counts
    text += "  \(palette.headline(name))  \(words)\n"
  }
  if shown.count < told.count { text += "  and \(told.count - shown.count) more units that differ\n" }
  let failed = units.count { $0.isBroken(in: mode) }
  let files = units.reduce(0) { $0 + $1.created + $1.changed + $1.unchanged }
  // Of a unit that failed nothing was written.
  let changes = units.filter { mode != .write || !$0.isBroken(in: mode) }
    .reduce(0) { $0 + $1.created + $1.changed + $1.removed }
  let verb =
    switch mode {
    case .write: changes == 0 ? "nothing to do" : "\(changes) written or removed"
    case .check: changes == 0 ? "up to date" : "\(changes) differ"
    case .list: changes == 0 ? "nothing would change" : "\(changes) would change"
    }
  let failures = failed == 0 ? "" : ", \(failed) failed"
  let patches = outcome.units.reduce(0) { $0 + $1.extensions.patches }
  let raw = outcome.units.reduce(0) { $0 + $1.extensions.rawObjects }
  if patches + raw > 0 {
    text += "beyond the spec language: \(counted(patches, "patch", "patches")), "
    text += "\(counted(raw, "raw object", "raw objects"))\n"
  }
  return text + "\(units.count) units\(options.partInWords)\(failures), \(files) files: \(verb)"
}

extension UnitResult {
  /// Whether it has errors of its own; that it differs is what a check is there to tell.
  fileprivate func isBroken(in mode: BuildOptions.Mode) -> Bool {
    status == .failed && (mode != .check || created + changed + removed == 0)
  }
}

/// A number with its noun.
func counted(_ count: Int, _ one: String, _ many: String) -> String {
  "\(count) \(count == 1 ? one : many)"
}

extension BuildOptions {
  /// For instance ` (only tenant acme)`; empty where everything is built.
  fileprivate var partInWords: String {
    let parts = [
      ("shard", shard.map { "\($0.number)/\($0.count)" }), ("environment", environment), ("tenant", tenant),
      ("namespace", namespace), ("service", service),
    ].compactMap { kind, name in name.map { "\(kind) \($0)" } }
    return parts.isEmpty ? "" : " (only \(parts.joined(separator: ", ")))"
  }
}

/// Which units were compiled anew, and why; one line where the cache had them all.
func cacheExplanation(_ outcome: BuildOutcome) -> String {
  let known = outcome.units.count(where: \.isRecalled)
  let lines = outcome.units.filter { !$0.isRecalled }.map { unit in
    "  \(unit.id.path): \(unit.cacheMiss ?? "the cache was not asked")"
  }
  return (["\(known) of \(outcome.units.count) units from the cache"] + lines).joined(separator: "\n")
}
