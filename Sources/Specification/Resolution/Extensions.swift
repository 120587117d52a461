package import Diagnostics

/// A document that adds to or changes what the compiler makes, and who wrote it.
package struct Extension<Document: Sendable>: Sendable {
  package let document: Document
  package let header: Header
  package let scope: ExtensionScope
  package let owner: Owner

  /// The platform's come first, so that a tenant's patch sees their result; then by name.
  func precedes(_ other: Extension) -> Bool {
    if owner != other.owner { return owner == .platform }
    return (scope.tenant?.value ?? "", header.name) < (other.scope.tenant?.value ?? "", other.header.name)
  }
}

/// The extensions that are for one unit.
package struct UnitExtensions: Sendable {
  package let rawObjects: [Extension<RawObjects>]
  package let patches: [Extension<Patch>]
  package let moves: [Move]
}

extension Repository {
  /// What is for a tenant in an environment.
  func extensions(of tenant: Tenant, in environment: Environment) -> UnitExtensions {
    func isFor(_ scope: ExtensionScope) -> Bool {
      (scope.tenant == nil || scope.tenant?.value == tenant.name)
        && (scope.tiers.isEmpty || scope.tiers.contains { $0.value == tenant.tier.value })
        && (scope.environments.isEmpty || scope.environments.contains { $0.value == environment.name })
    }
    return UnitExtensions(
      rawObjects: rawObjects.filter { isFor($0.scope) },
      patches: patches.filter { isFor($0.scope) },
      moves: moves.filter { $0.tenant.value == tenant.name }
    )
  }

  /// Names that extensions use, and what only they can get wrong.
  mutating func checkExtensions(reporting findings: inout Findings) {
    for raw in rawObjects { check(raw, reporting: &findings) }
    for patch in patches {
      check(patch, reporting: &findings)
      if (patch.document.merge == nil) == patch.document.json.isEmpty {
        findings.report(.emptyPatch(patch.header))
      }
    }
    for move in moves { _ = tenants.find(move.tenant, kind: "Tenant", reporting: &findings) }
  }

  private func check<Document>(_ one: Extension<Document>, reporting findings: inout Findings) {
    if let tenant = one.scope.tenant {
      _ = tenants.find(tenant, kind: "Tenant", reporting: &findings)
    } else if one.owner == .tenant {
      findings.report(.noTenant(one.header))
    }
    for tier in one.scope.tiers { _ = tiers.find(tier, kind: "Tier", reporting: &findings) }
    for environment in one.scope.environments {
      _ = environments.find(environment, kind: "Environment", reporting: &findings)
    }
  }
}

extension Resolver {
  /// A move leads from a name that is gone to one that is there.
  ///
  /// - Returns: The old name of each workload that was renamed, by its new one.
  func moves(
    _ moves: [Move],
    services: [Service],
    jobs: [Job],
    reporting findings: inout Findings
  ) -> [String: String] {
    let stateful = services.filter { $0.spec.stateful.value }.map(\.name)
    let names = services.map(\.name) + jobs.map(\.name)
    var oldNames: [String: String] = [:]
    for move in moves {
      if names.contains(move.from.value) { findings.report(.unfinishedMove(move)) }
      guard names.contains(move.to.value) else {
        findings.report(.undeclared("workload of tenant '\(tenant.name)'", move.to, among: names))
        continue
      }
      if stateful.contains(move.to.value) { findings.report(.statefulMove(move)) }
      oldNames[move.to.value] = move.from.value
    }
    return oldNames
  }
}

// MARK: - Messages

extension Code {
  package static let noTenant = Code("SPAI1338", "no-tenant")
  package static let emptyPatch = Code("SPAI1339", "empty-patch")
  package static let unfinishedMove = Code("SPAI1340", "unfinished-move")
  package static let statefulMove = Code("SPAI1341", "stateful-move")
}

extension Diagnostic {
  fileprivate static func noTenant(_ header: Header) -> Self {
    Diagnostic(
      .noTenant,
      .error,
      "\(header.kind.value) '\(header.name)' names no tenant",
      at: header.origin.span.map { Label($0, "under tenants/ it would be for everybody") },
      help: "Set 'tenant', or move it to templates/."
    )
  }

  fileprivate static func emptyPatch(_ header: Header) -> Self {
    Diagnostic(
      .emptyPatch,
      .error,
      "patch '\(header.name)' needs exactly one of 'merge' and 'json'",
      at: header.origin.span.map { Label($0, "it has both or neither") },
      help: "Split it in two, or say what it changes."
    )
  }

  fileprivate static func unfinishedMove(_ move: Move) -> Self {
    Diagnostic(
      .unfinishedMove,
      .error,
      "move '\(move.header.name)' leads from '\(move.from.value)', which is still there",
      at: move.from.origin.span.map { Label($0, "a service or job has this name") },
      help: "Rename the workload to '\(move.to.value)', or remove the move."
    )
  }

  fileprivate static func statefulMove(_ move: Move) -> Self {
    Diagnostic(
      .statefulMove,
      .error,
      "stateful service '\(move.to.value)' cannot be renamed: its claims are named after it",
      at: move.to.origin.span.map { Label($0, "the data would stay behind") },
      help: "Keep the name, or copy the data and allow the deletion of the old service."
    )
  }
}
