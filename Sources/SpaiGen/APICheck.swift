internal import Diagnostics
internal import KubernetesAPI
internal import Validation
internal import YAMLSyntax

/// Everything that an API server of a version would refuse of an object: what its schema says, and what no schema
/// does.
struct APICheck {
  private var structure: StructureCheck

  init(at version: KubernetesAPI.KubernetesVersion, in catalogue: APICatalogue) {
    structure = StructureCheck(at: version, in: catalogue)
  }

  /// Checks one object; `meaning` is what ``meaningFindings(of:)`` says of it, the same at every version.
  ///
  /// A mistake that both tell is told once, by the schema.
  mutating func check(_ object: Node, _ meaning: [Diagnostic], reporting findings: inout Findings) {
    var own = Findings()
    structure.check(object, reporting: &own)
    let told = Set(own.all.compactMap(\.primary?.span))
    findings.report(contentsOf: own.all)
    findings.report(
      contentsOf: meaning.filter { finding in finding.primary.map { !told.contains($0.span) } ?? true }
    )
  }
}

/// What an API server refuses of an object although it fits its schema.
func meaningFindings(of object: APIObject) -> [Diagnostic] {
  var findings = Findings()
  checkMeaning(object, reporting: &findings)
  return findings.all
}
