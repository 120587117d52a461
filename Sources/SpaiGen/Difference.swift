package import Comparing
package import Diagnostics
internal import Kubernetes
internal import Specification

/// Which units are compared.
package struct DiffOptions: Sendable {
  package var environment: String?
  package var tenant: String?
  package var workers = 2

  package init() {}
}

/// One revision, ready to be compiled.
package struct Revision: Sendable {
  /// What the user calls it: `HEAD`, `working tree`, a folder.
  package let name: String
  package let workspace: Workspace
  package let sources: SourceMap

  package init(name: String, workspace: Workspace, sources: SourceMap) {
    self.name = name
    self.workspace = workspace
    self.sources = sources
  }
}

/// Compiles the wanted units of both revisions and compares their objects.
///
/// A unit that cannot be compiled in one of them is left out and told: half of a comparison would read like a deletion.
///
/// - Parameters:
///   - old: The revision before.
///   - new: The revision after, whose errors are findings like those of a build.
///   - options: Which units.
///   - findings: The errors of the new revision.
/// - Returns: What differs, unit by unit.
package func difference(
  from old: Revision,
  to new: Revision,
  options: DiffOptions,
  reporting findings: inout Findings
) async -> Difference {
  let oldUnits = await compileAll(old, options), newUnits = await compileAll(new, options)
  findings.report(contentsOf: newUnits.flatMap(\.diagnostics))
  let before = oldUnits + brokenUnits(of: old, beside: newUnits)
  let after = newUnits + brokenUnits(of: new, beside: oldUnits)
  let broken = Set((before + after).filter(\.isBroken).map(\.id))
  func leftOut(_ units: [CompiledObjects], _ side: Side) -> [LeftOutUnit] {
    units.filter(\.isBroken).map { unit in
      let error = unit.diagnostics.first { $0.severity == .error }
      return LeftOutUnit(
        unit: unit.id.path,
        side: side,
        reason: error?.message ?? "a document of its tenant has errors",
        cause: error?.primary.map { Cause(span: $0.span, side: side) }
      )
    }
  }
  func objects(_ units: [CompiledObjects], _ revision: Revision) -> [ReviewedObject] {
    let platform = options.tenant == nil ? revision.platformObjects(options) : []
    return units.filter { !broken.contains($0.id) }.flatMap(\.objects) + platform
  }
  let renames = new.workspace.repository.moves.map {
    Rename(tenant: $0.tenant.value, old: $0.from.value, new: $0.to.value)
  }
  return Difference(
    from: (old.name, old.sources),
    to: (new.name, new.sources),
    changes: compare(objects(before, old), objects(after, new), renames: renames),
    leftOut: leftOut(before, .old) + leftOut(after, .new)
  )
}

/// What compiling one unit for a comparison gave.
private struct CompiledObjects: Sendable {
  let id: UnitID
  let objects: [ReviewedObject]
  let isBroken: Bool
  let diagnostics: [Diagnostic]
}

/// Units of the other revision that are not known here because documents cannot be read: broken, not deleted.
private func brokenUnits(of revision: Revision, beside others: [CompiledObjects]) -> [CompiledObjects] {
  let workspace = revision.workspace
  let known = Set(workspace.units)
  return others.map(\.id).filter { id in
    guard !known.contains(id), let tenant = id.tenant else { return false }
    return workspace.repository.brokenTenants.contains(tenant) || workspace.hasUnknownGaps
  }.map { CompiledObjects(id: $0, objects: [], isBroken: true, diagnostics: []) }
}

private func compileAll(_ revision: Revision, _ options: DiffOptions) async -> [CompiledObjects] {
  let workspace = revision.workspace
  let wanted = workspace.units.filter { id in
    (options.environment == nil || options.environment == id.environment)
      && (options.tenant == nil || options.tenant == id.tenant)
  }
  return await concurrentMap(wanted, workers: options.workers) { id in
    var findings = Findings()
    let unit = workspace.compile(id, overrides: .init(), service: nil, reporting: &findings)
    return CompiledObjects(
      id: id,
      objects: unit?.objects.map { ReviewedObject($0, of: id) } ?? [],
      isBroken: unit == nil,
      diagnostics: findings.all
    )
  }
}

extension Revision {
  /// The platform's own objects of the wanted environments.
  fileprivate func platformObjects(_ options: DiffOptions) -> [ReviewedObject] {
    let environments = Set(workspace.units.map(\.environment)).sorted()
    return environments.filter { options.environment == nil || options.environment == $0 }.flatMap { name in
      workspace.clusterObjects(of: name).map {
        ReviewedObject($0, of: UnitID(environment: name, tenant: nil))
      }
    }
  }
}

extension ReviewedObject {
  /// A tenant's cluster-scoped objects are told with the tenant: a reviewer asks what happens to whom.
  fileprivate init(_ object: KubernetesObject, of unit: UnitID) {
    self.init(
      unit: unit.path,
      apiVersion: object.apiVersion,
      kind: object.kind,
      namespace: object.namespace,
      name: object.name,
      tree: object.root,
      owner: object.owner
    )
  }
}
