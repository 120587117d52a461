package import Diagnostics
internal import Kubernetes
internal import Specification
internal import YAMLSyntax

/// What a change since a revision can make different.
package struct Reach: Sendable {
  /// The units; nil for all of them.
  package let units: Set<UnitID>?
  /// Why, for the user: what changed, and what follows.
  package let reason: String
}

/// Finds the units that the changes of the specs since a revision can reach.
///
/// A unit is made of the words below templates/ and of its own tenant's documents, and of nothing else: there are no edges
/// between tenants, and what is checked over all tenants is checked over all in any case. So a change of a tenant's
/// documents reaches that tenant's units; every other change reaches all. Where a whole build would prune something,
/// all are reached, too: a part of a build prunes nothing outside of its units.
///
/// - Parameters:
///   - workspace: The specs as they are now.
///   - sources: What they were read from.
///   - revision: The revision, whose own output is taken for right.
///   - root: The root of the platform repository.
///   - findings: What prevents reading the revision.
/// - Returns: nil where the revision cannot be read.
package func reach(
  of workspace: Workspace,
  _ sources: SourceMap,
  since revision: String,
  in root: String,
  reporting findings: inout Findings
) -> Reach? {
  guard var old = discover(revision: revision, in: root, reporting: &findings), findings.errorCount == 0,
    let settings = objectNames(in: revision, at: lintFileName, root: root, reporting: &findings)
  else { return nil }
  if (try? isSame(lintFileName, in: Folder(root), as: settings)) != true {
    return .everything("'\(lintFileName)' changed")
  }
  if changedSources(from: old, to: sources).isEmpty { return Reach(units: [], reason: "no spec changed") }
  var past = Findings()
  guard let before = Workspace(&old, reporting: &past) else {
    return .everything("the specs of '\(revision)' cannot be compiled")
  }
  return reach(from: (before, old), to: (workspace, sources))
}

/// The same of two sets of specs.
func reach(
  from old: (workspace: Workspace, sources: SourceMap),
  to new: (workspace: Workspace, sources: SourceMap)
) -> Reach {
  let changes = changedSources(from: old.sources, to: new.sources)
  if changes.isEmpty { return Reach(units: [], reason: "no spec changed") }
  let tenants: Set<String>
  switch owners(of: changes) {
  case .everybody(let path, let why): return .everything("'\(path)' \(why)")
  case .tenants(let named): tenants = named
  }
  if let gone = old.workspace.units.first(where: { !new.workspace.units.contains($0) }) {
    return .everything("'\(gone.path)' is gone")
  }
  let units = new.workspace.units.filter { $0.tenant.map(tenants.contains) ?? false }
  for unit in units
  where !clusterPaths(of: unit, in: old.workspace).isSubset(of: clusterPaths(of: unit, in: new.workspace)) {
    return .everything("'\(unit.path)' no longer makes a cluster-scoped object")
  }
  let names = tenants.sorted().map { "'\($0)'" }.joined(separator: ", ")
  return Reach(units: Set(units), reason: "\(names) changed, and nobody reads another's specs")
}

/// The units that some files are about.
///
/// - Parameters:
///   - paths: The files, as the user writes them below the root.
///   - workspace: The specs.
///   - sources: What they were read from.
/// - Returns: nil where one of them is no spec of the project.
package func reach(of paths: [String], in workspace: Workspace, _ sources: SourceMap) -> Reach? {
  let files = paths.compactMap { path in
    sources.sources.first { $0.path == (path.hasPrefix("./") ? String(path.dropFirst(2)) : path) }
  }
  guard files.count == paths.count else { return nil }
  switch owners(of: files) {
  case .everybody(let path, _): return .everything("'\(path)' is about everybody")
  case .tenants(let names):
    let units = workspace.units.filter { $0.tenant.map(names.contains) ?? false }
    return Reach(units: Set(units), reason: "the files are about \(names.sorted().joined(separator: ", "))")
  }
}

extension Reach {
  fileprivate static func everything(_ reason: String) -> Reach {
    Reach(units: nil, reason: "\(reason), which reaches every unit")
  }
}

/// Adds the units whose output is not what it was in the revision: their specs are the same, so somebody edited it.
///
/// - Returns: nil where the revision or the output cannot be read.
package func unitsWithOtherOutput(
  in folder: Folder,
  since revision: String,
  of workspace: Workspace,
  root: String,
  reporting findings: inout Findings
) -> Set<UnitID>? {
  guard let names = objectNames(in: revision, at: outputFolder, root: root, reporting: &findings) else {
    return nil
  }
  do throws(FileFailure) {
    let present = try folder.files(below: outputFolder).map { "\(outputFolder)/\($0)" }
    var changed = Set(names.keys).symmetricDifference(present)
    for path in present where names[path] != nil {
      if try !isSame(path, in: folder, as: names) { changed.insert(path) }
    }
    let folders = Set(changed.map { $0.split(separator: "/").dropFirst().prefix(2).joined(separator: "/") })
    return Set(workspace.units.filter { folders.contains($0.path) })
  } catch {
    findings.report(error.diagnostic)
    return nil
  }
}

private func isSame(_ path: String, in folder: Folder, as names: [String: String]) throws(FileFailure) -> Bool
{
  guard let name = names[path] else { return try folder.kind(path) == nil }
  guard try folder.kind(path) == .file, let bytes = try folder.read(path) else { return false }
  return gitObjectName(of: bytes, like: name) == name
}

/// Every source that is in one of both only, or of which the bytes differ: as it was, and as it is.
private func changedSources(from old: SourceMap, to new: SourceMap) -> [Source] {
  func written(_ sources: SourceMap) -> [String: Source] {
    let all = sources.sources.filter { source in
      inputFolders.contains { source.path.hasPrefix($0.name + "/") }
    }
    return Dictionary(all.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
  }
  let (before, after) = (written(old), written(new))
  return Set(before.keys).union(after.keys).sorted()
    .filter { before[$0]?.bytes != after[$0]?.bytes }
    .flatMap { [before[$0], after[$0]].compactMap { $0 } }
}

/// Whom sources are about.
private enum SourceOwners {
  case tenants(Set<String>)
  /// The source, and what is about it.
  case everybody(path: String, why: String)
}

private func owners(of sources: [Source]) -> SourceOwners {
  if let source = sources.first(where: { $0.owner == .platform }) {
    return .everybody(path: source.path, why: "changed")
  }
  var tenants: Set<String> = []
  for source in sources {
    guard let named = tenantsNamed(in: source) else {
      return .everybody(path: source.path, why: "changed, and does not say whose it is")
    }
    tenants.formUnion(named)
  }
  return .tenants(tenants)
}

/// The tenants that the documents of a source are about; nil where one does not say.
private func tenantsNamed(in source: Source) -> Set<String>? {
  let file = ParsedSource(source)
  return file.isTorn ? nil : tenantsNamed(in: file.documents)
}

/// The tenants that documents are about; nil where one does not say.
func tenantsNamed(in documents: [Node]) -> Set<String>? {
  var tenants: Set<String> = []
  for document in documents {
    let isTenant = document.text(at: ["kind"]) == "Tenant"
    guard let name = document.text(at: isTenant ? ["metadata", "name"] : ["tenant"]) else { return nil }
    tenants.insert(name)
  }
  return tenants
}

private func clusterPaths(of unit: UnitID, in workspace: Workspace) -> Set<String> {
  var findings = Findings()
  let compiled = workspace.compile(unit, overrides: .init(), service: nil, reporting: &findings)
  return Set(compiled?.clusterFiles.map(\.path) ?? [])
}
