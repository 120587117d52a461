package import Diagnostics
internal import Specification

/// Deals with the output of units that no spec asks for any more: told, and removed only where that was allowed.
func handleAbandoned(
  _ workspace: Workspace,
  _ folder: Folder,
  _ options: BuildOptions,
  reporting findings: inout Findings
) {
  let known = Set(workspace.units.map(\.path))
  do {
    for (environment, kind) in try folder.list(outputFolder) where kind == .folder {
      for (name, kind) in try folder.list("\(outputFolder)/\(environment)") where kind == .folder {
        let id = "\(environment)/\(name)"
        // Whatever a broken tenant wanted in the environment cannot be told.
        let isPlanned =
          known.contains(id) || workspace.repository.brokenTenants.contains(name)
          || name == "_cluster"
            && (!workspace.repository.brokenTenants.isEmpty
              || known.contains { $0.hasPrefix("\(environment)/") })
        if !isPlanned, try folder.kind("\(outputFolder)/\(id)/\(Lock.name)") == .file {
          if options.mode == .write, options.apply.allowDelete.contains(id) {
            let unit = PlannedUnit(
              id: UnitID(environment: environment, tenant: name),
              source: nil,
              files: [],
              isWhole: true
            )
            try removeUnit(unit, in: folder, reporting: &findings)
          } else {
            findings.report(.abandonedUnit(id))
          }
        }
      }
    }
  } catch {
    findings.report(error.diagnostic)
  }
}

// MARK: - Messages

extension Code {
  package static let abandonedUnit = Code("SPAI1508", "abandoned-unit")
}

extension Diagnostic {
  fileprivate static func abandonedUnit(_ id: String) -> Self {
    Diagnostic(
      .abandonedUnit,
      .warning,
      "'\(outputFolder)/\(id)' belongs to no tenant any more, and is kept",
      at: nil,
      help: "Delete the folder with git once the tenant's data is safe."
    )
  }
}
