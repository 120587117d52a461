package import Reporting

/// What became of one unit.
package struct UnitOutcome: Sendable {
  package let id: UnitID
  /// How its folder differed; nil where the unit could not be compiled or compared.
  package var files: FileCounts?
  package var isFailed: Bool
  /// Whether objects were made of it, right or wrong; what is taken from the cache was compiled once.
  package var isCompiled = false
  package var extensions = ExtensionCount.none
  /// Every object that was checked, where that was asked for.
  package var checked: CheckedGroup?
  package var lint = LintResult()
  /// Why it was compiled anew; nil where it was not, or where there is no cache.
  package var cacheMiss: String?
  /// Whether a former build's result was taken.
  package var isRecalled = false
  package var laps: [Lap] = []
}

/// How a unit's folder differed from its plan, in numbers: paths of a thousand units are not kept.
package struct FileCounts: Equatable, Sendable {
  package var created = 0
  /// Out of date, or edited.
  package var changed = 0
  /// No longer planned, and to be removed; none where the unit is not pruned.
  package var removed = 0
  package var unchanged = 0
  /// Whether the folder was exactly what a finished build leaves.
  package var isClean = true

  init(_ changes: UnitChanges, prunes: Bool) {
    created = changes.created.count
    changed = changes.outdated.count + changes.edited.count
    removed = prunes ? changes.stale.count : 0
    unchanged = changes.unchanged.count
    isClean = changes.isClean
  }

  init(unchanged: Int) {
    self.unchanged = unchanged
  }
}
