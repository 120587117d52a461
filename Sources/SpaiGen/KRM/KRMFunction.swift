package import Diagnostics
internal import Specification
internal import YAMLSyntax

/// What a function gives back.
package struct KRMOutcome: Sendable {
  /// The list for standard output; nil where the input is none.
  package let output: [UInt8]?
  package let diagnostics: [Diagnostic]
  package let sources: SourceMap
}

/// Compiles as a function of kustomize or kpt does: a list of resources in, the same list with what was made out.
///
/// Specs are the items of spai/v1, and those in the folder that `root` of the configuration names; `environment` and
/// `tenant` narrow. What a former run made is replaced, but for units with errors, which stay as they were.
///
/// - Parameter input: The list.
/// - Returns: The list with the objects, and what was found as its results.
package func runKRMFunction(_ input: [UInt8]) -> KRMOutcome {
  var findings = Findings()
  var sources = SourceMap()
  // The same text once for each owner: who may say what depends on it.
  let owners: [Owner] = [.platform, .tenant]
  let parsed = owners.map { owner in
    sources.parse(path: "<stdin>", owner: owner, bytes: input)
  }
  guard let list = ResourceList(parsed[0], reporting: &findings) else {
    return KRMOutcome(output: nil, diagnostics: findings.all, sources: sources)
  }
  var specs = zip(parsed, owners).map { parsed, owner in
    var parsed = parsed
    let items = parsed.documents[0].node(at: ["items"])?.sequence ?? []
    parsed.documents = items.filter { $0.isSpecDocument && $0.specOwner == owner }.map(
      \.withoutFileAnnotations
    )
    return parsed
  }
  if let root = list.setting("root") {
    let files = discover(in: Folder(root), reporting: &findings)
    for file in files.sources {
      specs.append(sources.parse(path: file.path, owner: file.owner, bytes: file.bytes))
    }
  }
  var made = MadeObjects()
  if findings.errorCount == 0, let workspace = Workspace(specs, &sources, reporting: &findings) {
    made = MadeObjects(of: workspace, list, reporting: &findings)
  }
  let kept = list.items.filter { item in item.filePath.map { !made.replaces($0) } ?? true }
  let diagnostics = findings.all.sortedAndUnique()
  let places = ResultPlaces(items: list.items, sources: sources)
  let results = diagnostics.map { places.result($0) }
  let output: Node = [
    "apiVersion": list.apiVersion, "kind": "ResourceList", "functionConfig": list.configuration,
    "items": Node(.sequence(kept + made.nodes)),
    "results": results.isEmpty ? nil : Node(.sequence(results)),
  ]
  return KRMOutcome(output: printYAML(output).bytes, diagnostics: diagnostics, sources: sources)
}

/// The objects of the wanted units, with their files.
private struct MadeObjects {
  private var files: [(path: String, tree: Node)] = []
  /// Folders of units that were compiled.
  private var folders: Set<String> = []
  /// Whether there is nothing else that a run would make.
  private var isWhole = false

  init() {}

  init(of workspace: Workspace, _ list: ResourceList, reporting findings: inout Findings) {
    let environment = list.setting("environment"), tenant = list.setting("tenant")
    let units = workspace.units.filter { unit in
      (environment == nil || unit.environment == environment) && (tenant == nil || unit.tenant == tenant)
    }
    isWhole = environment == nil && tenant == nil && !workspace.hasUnknownGaps
    for unit in units {
      let compiled = workspace.compile(unit, overrides: Overrides(), service: nil, reporting: &findings)
      guard let compiled else {
        isWhole = false
        continue
      }
      folders.insert("\(outputFolder)/\(unit.path)/")
      add(compiled.files, unit)
      add(compiled.clusterFiles, UnitID(environment: unit.environment, tenant: nil))
    }
    if tenant == nil {
      for name in Set(units.map(\.environment)).sorted() {
        add(workspace.clusterFiles(of: name), UnitID(environment: name, tenant: nil))
      }
    }
    files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  private mutating func add(_ planned: [PlannedFile], _ unit: UnitID) {
    files += planned.map { ("\(outputFolder)/\(unit.path)/\($0.path)", $0.tree) }
  }

  var nodes: [Node] { files.map { $0.tree.placed(at: $0.path) } }

  /// Whether an item at a path is what a former run made, and this one makes anew or no longer makes.
  func replaces(_ path: String) -> Bool {
    guard path.hasPrefix("\(outputFolder)/") else { return false }
    return isWhole || folders.contains { path.hasPrefix($0) } || files.contains { $0.path == path }
  }
}

extension SourceMap {
  fileprivate mutating func parse(path: String, owner: Owner, bytes: [UInt8]) -> ParsedSource {
    let id = add(path: path, owner: owner, bytes: bytes)
    return ParsedSource(self[id])
  }
}

extension Node {
  /// Who writes a document of its kind; where both do, it is a tenant's that names one.
  fileprivate var specOwner: Owner {
    text(at: ["kind"]).flatMap { SpecKind.named($0) }?.owner
      ?? (text(at: ["tenant"]) == nil ? .platform : .tenant)
  }
}
