package import Diagnostics
package import Kubernetes
internal import KubernetesAPI
internal import Rendering
package import Reporting
package import Specification
package import Validation
internal import YAMLSyntax

/// The specs of one run, decoded: what `compile` needs beside the name of a unit.
///
/// The pipeline: sources are **parsed** to nodes, nodes **decoded** to documents, documents **assembled** to a
/// repository; then, for each unit by itself, its layers are **resolved** to a model, the model is **rendered** to
/// objects, objects are **checked** against the API, and **printed** to planned files.
package struct Workspace: Sendable {
  package let repository: Repository
  private let bases: LayerBases
  private let paths: [SourceID: String]
  private let objectCheck: ObjectCheck
  let documents: SpecDocuments
  /// What stands below templates/ for `check`.
  package let compliance: ComplianceDocuments
  /// Units that the specs ask for, sorted; those of broken tenants too.
  package let units: [UnitID]
  /// Whose each source is, if it says so in every document; what it does not name is everybody's.
  let tenantsBySource: [SourceID: Set<String>]
  /// Whether some file could not be read far enough to know whom it concerns: nothing may be pruned then.
  package let hasUnknownGaps: Bool

  /// Reads all sources; pure but for the findings.
  ///
  /// - Returns: nil where there is no usable Platform.
  package init?(_ sources: inout SourceMap, reporting findings: inout Findings) {
    self.init(sources.sources.map { ParsedSource($0) }, &sources, reporting: &findings)
  }

  /// Takes documents that are read already.
  ///
  /// - Parameters:
  ///   - parsed: What the sources say; in the order of the sources.
  ///   - sources: Where the documents stand; the built-in ones are added.
  ///   - findings: Everything that is wrong with them; there is no workspace without a usable Platform.
  package init?(
    _ parsed: [ParsedSource],
    _ sources: inout SourceMap,
    reporting findings: inout Findings
  ) {
    let builtIn = BuiltInLayers(into: &sources, reporting: &findings)
    var written = SpecDocuments()
    written.builtIn = [("built-in service", builtIn.service), ("built-in job", builtIn.job)]
    var documents: [SpecDocument] = []
    var broken: [BrokenDocument] = []
    var gaps = false
    var catalogue = APICatalogue.embedded
    var compliance = ComplianceDocuments()
    var owned: [SourceID: Set<String>] = [:]
    for file in parsed {
      let source = file.source
      if source.owner == .tenant, !file.isTorn { owned[source.id] = tenantsNamed(in: file.documents) }
      findings.report(contentsOf: file.findings)
      if file.isTorn && source.owner == .tenant { gaps = true }
      for node in file.documents {
        if source.owner == .platform, node.isCustomResourceDefinition {
          catalogue = catalogue.adding(crd: node, reporting: &findings)
          continue
        }
        if compliance.take(node, from: source, reporting: &findings) { continue }
        written.nodes.append(node)
        switch decode(node, from: source, isTorn: file.isTorn, reporting: &findings) {
        case .success(let document): documents.append(document)
        case .failure(let document):
          broken.append(document)
          if document.source == source.id, source.owner == .tenant, document.name == nil,
            document.tenant == nil
          {
            gaps = true
          }
        }
      }
    }
    guard
      let repository = assemble(documents, broken: broken, sources: sources, reporting: &findings)
    else { return nil }
    self.repository = repository
    self.documents = written
    self.compliance = compliance
    let minor = KubernetesAPI.KubernetesVersion(parsing: repository.platform.kubernetes.value.rawValue)
    objectCheck = ObjectCheck(
      at: minor ?? KubernetesAPI.KubernetesVersion.supported.upperBound,
      in: catalogue
    )
    bases = LayerBases(repository, builtIn: builtIn)
    paths = Dictionary(uniqueKeysWithValues: sources.sources.map { ($0.id, $0.path) })
    hasUnknownGaps = gaps
    tenantsBySource = owned
    units = repository.tenants.all.flatMap { tenant in
      tenant.environments.names.map { UnitID(environment: $0, tenant: tenant.name) }
    }.sorted()
  }

  /// The namespace that a unit has, if it can be told.
  package func namespace(of unit: UnitID) -> String? {
    guard let tenant = unit.tenant.flatMap({ repository.tenants[$0] }),
      let declared = tenant.environments[unit.environment]
    else { return nil }
    return declared.namespace?.value
      ?? repository.environments[unit.environment].map { "\(tenant.name)-\($0.short.value)" }
  }

  /// Compiles one unit: its own files, and those of its environment's `_cluster`, which are cluster-scoped or for a
  /// delivery engine.
  ///
  /// - Returns: nil where the unit has errors; they are in the findings.
  package func compile(
    _ id: UnitID,
    overrides: Overrides,
    service: String?,
    reporting findings: inout Findings
  ) -> CompiledUnit? {
    var watch = Stopwatch()
    return compile(id, overrides: overrides, service: service, timing: &watch, reporting: &findings)
  }

  /// The same, with the time of each stage.
  func compile(
    _ id: UnitID,
    overrides: Overrides,
    service: String?,
    timing watch: inout Stopwatch,
    reporting findings: inout Findings
  ) -> CompiledUnit? {
    guard let unit = resolved(id, overrides: overrides, reporting: &findings) else { return nil }
    watch.lap(.resolve)
    let before = findings.errorCount
    let objects = render(unit, reporting: &findings)
    watch.lap(.render)
    let className = "\(id.environment).\(unit.tenant.name)"
    var check = objectCheck
    let known = objects.map { APIObject($0.root) }
    let cases = zip(objects, known).map {
      check.check($0, $1, className: className, reporting: &findings)
    }
    watch.lap(.check)
    guard findings.errorCount == before else { return nil }
    var own: [PlannedFile] = []
    var cluster: [PlannedFile] = []
    for object in objects {
      if object.namespace == unit.namespace.value {
        if let service,
          object.root.node(at: ["metadata", "labels", "app.kubernetes.io/name"])?.scalar?.text != service
        {
          continue
        }
        own.append(plan(object))
      } else {
        cluster.append(plan(object))
      }
    }
    own.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    guard hasNoCollisions(own, unit: id, reporting: &findings) else { return nil }
    watch.lap(.print)
    return CompiledUnit(
      id: id,
      source: unit.origin.span.flatMap { paths[$0.source] },
      files: own,
      clusterFiles: cluster,
      checked: CheckedGroup(name: id.path, cases: cases),
      objects: objects,
      known: known,
      costs: unit.costs,
      extensions: ExtensionCount(
        patches: unit.extensions.patches.count,
        rawObjects: unit.extensions.rawObjects.reduce(0) { $0 + $1.document.objects.count }
      )
    )
  }

  /// The objects of a unit without holding them to anything, and its files of `_cluster`.
  ///
  /// - Returns: nil where there is nothing to make objects of.
  func outline(
    _ id: UnitID,
    overrides: Overrides,
    reporting findings: inout Findings
  ) -> (objects: [KubernetesObject], clusterFiles: [PlannedFile])? {
    guard let unit = resolved(id, overrides: overrides, reporting: &findings) else { return nil }
    let before = findings.errorCount
    let objects = render(unit, reporting: &findings)
    guard findings.errorCount == before else { return nil }
    return (objects, objects.filter { $0.namespace != unit.namespace.value }.map(plan))
  }

  /// What a unit means; nil where it has errors, or where nobody declares it.
  func resolved(
    _ id: UnitID,
    overrides: Overrides = Overrides(),
    reporting findings: inout Findings
  ) -> TenantUnit? {
    guard let tenant = id.tenant.flatMap({ repository.tenants[$0] }) else { return nil }
    return resolve(
      tenant,
      in: id.environment,
      of: repository,
      bases: bases,
      overrides: overrides,
      reporting: &findings
    )
  }

  /// What a unit costs; nil where it has errors.
  func costs(of id: UnitID, overrides: Overrides) -> [WorkloadCost]? {
    var findings = Findings()
    return resolved(id, overrides: overrides, reporting: &findings)?.costs
  }

  /// The files of an environment's `_cluster` that come from the platform alone.
  package func clusterFiles(of environment: String) -> [PlannedFile] {
    clusterObjects(of: environment).map(plan)
  }

  /// The cluster-scoped objects of an environment that come from the platform alone.
  package func clusterObjects(of environment: String) -> [KubernetesObject] {
    guard let environment = repository.environments[environment] else { return [] }
    return renderCluster(repository.platform, environment)
  }

  private func plan(_ object: KubernetesObject) -> PlannedFile {
    PlannedFile(
      printing: object.root,
      to: (object.namespace.map { $0 + "/" } ?? "") + object.fileName,
      owner: object.owner
    )
  }
}

extension Node {
  /// Whether it is no spec but the definition of a kind that specs may use: it extends what is known of the API.
  fileprivate var isCustomResourceDefinition: Bool {
    mapping?["kind"]?.scalar?.text == "CustomResourceDefinition"
  }
}

/// What compiling a unit gave.
package struct CompiledUnit: Sendable {
  package let id: UnitID
  /// The file that declares the tenant.
  package let source: String?
  package let files: [PlannedFile]
  package let clusterFiles: [PlannedFile]
  package let checked: CheckedGroup
  /// What all of the files are printed from.
  package let objects: [KubernetesObject]
  /// The same, as rules read them.
  package let known: [APIObject]
  /// What its workloads cost by the platform's prices.
  package let costs: [WorkloadCost]
  package let extensions: ExtensionCount

  /// Each object with what it is there for.
  var owned: [(object: APIObject, owner: Origin)] {
    zip(known, objects).map { ($0, $1.owner) }
  }
}

/// How often a unit leaves the spec language.
package struct ExtensionCount: Hashable, Sendable {
  package let patches: Int
  package let rawObjects: Int

  package static let none = ExtensionCount(patches: 0, rawObjects: 0)
}

/// Whether every file has a path of its own: file systems that fold case would keep only one of two such files.
func hasNoCollisions(
  _ files: [PlannedFile],
  unit: UnitID,
  reporting findings: inout Findings
) -> Bool {
  let before = findings.errorCount
  var seen: [String: PlannedFile] = [:]
  for file in files {
    if let first = seen.updateValue(file, forKey: file.path.lowercased()) {
      findings.report(
        Diagnostic(
          .pathCollision,
          .error,
          "'\(first.path)' and '\(file.path)' of '\(unit.path)' are the same file",
          at: file.owner.span.map { Label($0, "makes the second") },
          related: first.owner.span.map { [Label($0, "makes the first")] } ?? [],
          help: "Rename one of the tenants, workloads, volumes or secrets that make them."
        )
      )
    }
  }
  return findings.errorCount == before
}

extension Code {
  package static let pathCollision = Code("SPAI1506", "path-collision")
}

extension PlannedFile {
  /// Reads the bytes back with libyaml; what differs from the tree is a bug of ours.
  package var readBackProblem: String? {
    readBackDifference(bytes, tree)
  }
}
