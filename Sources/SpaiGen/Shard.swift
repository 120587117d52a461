/// One of several parts of the units: no unit is in two, and all parts together are all units.
///
/// Units are dealt out by their place in the sorted list, so that parts differ by one unit at most, and every machine
/// deals the same from the same specs.
package struct Shard: Equatable, Sendable {
  /// From 1.
  package let number: Int
  package let count: Int

  /// Reads `2/8`: the second of eight.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let number = parts[0], let count = parts[1], (1...10_000).contains(count),
      (1...count).contains(number)
    else { return nil }
    self.number = number
    self.count = count
  }

  /// Its part of the units, those of `_cluster` too.
  func units(of workspace: Workspace) -> Set<UnitID> {
    let clusters = Set(workspace.units.map(\.environment)).map { UnitID(environment: $0, tenant: nil) }
    let dealt = (workspace.units + clusters).sorted().enumerated()
    return Set(dealt.filter { $0.offset % count == number - 1 }.map(\.element))
  }
}
