package import Compliance
package import Diagnostics
internal import Kubernetes
package import Linting
internal import YAMLSyntax

/// Judges manifests as they are, all of them together as one unit.
///
/// Nobody declares what such manifests are under, so that every framework is asked, or the one that is named.
///
/// - Parameters:
///   - manifests: The manifests.
///   - documents: Frameworks and waivers.
///   - name: Only the framework that is called so; all where nil.
///   - configuration: What the rules are told.
///   - day: The day of the run, by which waivers end.
///   - findings: Broken manifests, documents and waivers.
/// - Returns: What can be said; nil where no framework is called so.
package func checkCompliance(
  of manifests: SourceMap,
  by documents: ComplianceDocuments,
  framework name: String?,
  configuration: LintConfiguration,
  asOf day: Day,
  reporting findings: inout Findings
) -> ComplianceResult? {
  var (frameworks, waivers) = documents.decode(reporting: &findings)
  if let name {
    frameworks = frameworks.filter { $0.isCalled(name) }
    if frameworks.isEmpty { return nil }
  }
  let unit = UnitIdentity(name: "manifests", frameworks: frameworks.map(\.id))
  let plan = AssessmentPlan([unit], by: frameworks, configuration)
  let objects = manifests.sources.flatMap { assessedObjects(in: $0, reporting: &findings) }
  return plan.conclude(
    [plan.assess(AssessedUnit(unit, objects: objects))],
    waivers: waivers,
    requirements: GateRequirements(),
    asOf: day,
    reporting: &findings
  )
}

/// The objects of a file that a cluster would be given.
private func assessedObjects(in source: Source, reporting findings: inout Findings) -> [AssessedObject] {
  let digest = sha256(source.bytes)
  return parseYAML(source, reporting: &findings).flatMap(\.listItems).filter { node in
    // What kustomize reads stands among manifests, and is none.
    node.mapping?["apiVersion"]?.scalar?.text.hasPrefix("kustomize.config.k8s.io/") != true
  }
  .map { AssessedObject($0, digest: digest) }
}

/// The frameworks and waivers below `templates/` of a folder; the frameworks that come with the compiler where it has
/// none.
///
/// - Parameters:
///   - folder: The root of a project, or any folder.
///   - sources: Where their files are added, for findings to point into.
///   - findings: What cannot be read.
/// - Returns: The documents, as they were written.
package func readComplianceDocuments(
  in folder: Folder,
  _ sources: inout SourceMap,
  reporting findings: inout Findings
) -> ComplianceDocuments {
  var documents = ComplianceDocuments()
  do throws(FileFailure) {
    if try folder.kind("templates") == .folder {
      for path in try folder.files(below: "templates").sorted() where isSpec(path) && !isHidden(path) {
        let path = "templates/\(path)"
        guard let bytes = try folder.read(path) else { continue }
        documents.take(bytes, of: path, owner: .platform, &sources, reporting: &findings)
      }
    }
  } catch {
    findings.report(error.diagnostic)
  }
  guard !documents.hasFrameworks else { return documents }
  for file in Starter.files where file.path.hasPrefix("templates/frameworks/") {
    documents.take(file.bytes, of: file.path, owner: .builtIn, &sources, reporting: &findings)
  }
  return documents
}

extension ComplianceDocuments {
  fileprivate mutating func take(
    _ bytes: [UInt8],
    of path: String,
    owner: Owner,
    _ sources: inout SourceMap,
    reporting findings: inout Findings
  ) {
    let id = sources.add(path: path, owner: owner, bytes: bytes)
    let source = sources[id]
    for node in parseYAML(source, reporting: &findings) {
      _ = take(node, from: source, reporting: &findings)
    }
  }
}
