package import Diagnostics

/// A unit of which one revision cannot be compiled.
package struct LeftOutUnit: Hashable, Sendable {
  package let unit: String
  /// The revision that is broken.
  package let side: Side
  /// Its first error.
  package let reason: String
  package let cause: Cause?

  package init(unit: String, side: Side, reason: String, cause: Cause?) {
    self.unit = unit
    self.side = side
    self.reason = reason
    self.cause = cause
  }
}

/// The changes of one unit, by danger.
package struct UnitDifference: Sendable {
  /// For instance `production/acme`.
  package let unit: String
  package let changes: [ObjectChange]

  package var environment: String { String(unit.prefix { $0 != "/" }) }

  /// Nil for what the platform alone has in the cluster.
  package var tenant: String? {
    let name = unit.split(separator: "/").last.map(String.init)
    return name == "_cluster" ? nil : name
  }

  /// How many objects have a class; an object may have several.
  package func count(of changeClass: ChangeClass) -> Int {
    changes.count { $0.classes.contains(changeClass) }
  }

  /// Whether the unit is shown before another: the worse first, then the one with more of it, then by name.
  fileprivate func precedes(_ other: UnitDifference) -> Bool {
    for changeClass in ChangeClass.allCases {
      let count = count(of: changeClass), otherCount = other.count(of: changeClass)
      if count != otherCount { return count > otherCount }
    }
    return unit < other.unit
  }
}

/// The line of a spec that a change comes from.
package struct SpecLine: Hashable, Sendable {
  package let path: String
  /// From 1.
  package let line: Int
  package let side: Side
}

/// All that differs between two revisions, for the formats that show it.
package struct Difference: Sendable {
  /// What the user calls the revision before.
  package let oldName: String
  package let newName: String
  /// Units with changes, the most dangerous first.
  package let units: [UnitDifference]
  package let leftOut: [LeftOutUnit]
  private let lines: [Cause: SpecLine]

  package init(
    from old: (name: String, sources: SourceMap),
    to new: (name: String, sources: SourceMap),
    changes: [ObjectChange],
    leftOut: [LeftOutUnit] = []
  ) {
    oldName = old.name
    newName = new.name
    self.leftOut = leftOut
    // One pass each, because building a table of lines for every change would read every file again.
    var oldTables = LineTables(old.sources), newTables = LineTables(new.sources)
    var lines: [Cause: SpecLine] = [:]
    let causes = changes.flatMap { [$0.cause] + $0.fields.map(\.cause) } + leftOut.map(\.cause)
    for case let cause? in causes where lines[cause] == nil {
      let location =
        cause.side == .old ? oldTables.location(of: cause.span) : newTables.location(of: cause.span)
      lines[cause] = SpecLine(path: location.path, line: location.line, side: cause.side)
    }
    self.lines = lines
    let grouped = Dictionary(grouping: changes, by: \.unit)
    units = grouped.map { UnitDifference(unit: $0.key, changes: $0.value) }.sorted { $0.precedes($1) }
  }

  /// Where a change was written; nil for what no line stands for.
  package func line(of cause: Cause?) -> SpecLine? {
    cause.flatMap { lines[$0] }
  }

  /// The classes that occur, the most dangerous first.
  package var classes: [ChangeClass] {
    ChangeClass.allCases.filter { changeClass in units.contains { $0.count(of: changeClass) > 0 } }
  }

  /// Whether something is as dangerous as a class, or more.
  package func holds(_ threshold: ChangeClass) -> Bool {
    units.contains { unit in unit.changes.contains { $0.worst <= threshold } }
  }
}
