package import Diagnostics
package import YAMLSyntax

/// The name of a unit: one tenant in one environment, or the cluster-scoped objects of one environment.
package struct UnitID: Hashable, Comparable, Sendable {
  package let environment: String
  /// The tenant; nil for the cluster-scoped objects.
  package let tenant: String?

  package init(environment: String, tenant: String?) {
    self.environment = environment
    self.tenant = tenant
  }

  /// The unit's folder below `out/`, and its name in `--allow-delete`: `production/acme`.
  package var path: String {
    "\(environment)/\(tenant ?? "_cluster")"
  }

  package static func < (left: UnitID, right: UnitID) -> Bool {
    left.path < right.path
  }
}

/// One file to be: complete bytes, and the origin of each of its lines.
package struct PlannedFile: Sendable {
  /// Relative to the unit's folder: `acme-prod/service-backend.yaml`.
  package let path: String
  package let bytes: [UInt8]
  /// The origin of line `i + 1` at index `i`; none for a constant of the compiler.
  package let lines: [Origin]
  /// The spec line that the object as a whole is there for.
  package let owner: Origin
  /// What the bytes are printed from.
  let tree: Node

  package init(path: String, bytes: [UInt8], lines: [Origin], owner: Origin = .none, tree: Node = [:]) {
    self.path = path
    self.bytes = bytes
    self.lines = lines
    self.owner = owner
    self.tree = tree
  }
}

/// All that a unit's folder should hold.
package struct PlannedUnit: Sendable {
  package let id: UnitID
  /// The spec that the unit comes from, as the lock names it; nil for cluster-scoped objects.
  package let source: String?
  /// Sorted by path.
  package let files: [PlannedFile]
  /// Whether the plan is everything that the folder should hold.
  ///
  /// A part (narrowed by an option, or some tenant of the environment has
  /// errors) is written, but nothing is pruned.
  package let isWhole: Bool

  package init(id: UnitID, source: String?, files: [PlannedFile], isWhole: Bool) {
    self.id = id
    self.source = source
    self.files = files
    self.isWhole = isWhole
  }
}
