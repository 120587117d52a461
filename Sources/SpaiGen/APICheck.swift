internal import Diagnostics
internal import KubernetesAPI
internal import Validation
internal import YAMLSyntax

/// Everything that an API server of a version would refuse of an object: what its schema says, and what no schema
/// does.
///
/// A mistake that both tell is told once, by the schema.
func checkAPI(
  _ object: Node,
  at version: KubernetesAPI.KubernetesVersion,
  in catalogue: APICatalogue,
  reporting findings: inout Findings
) {
  var structure = Findings()
  checkStructure(object, at: version, in: catalogue, reporting: &structure)
  var meaning = Findings()
  checkMeaning(object, reporting: &meaning)
  let told = Set(structure.all.compactMap(\.primary?.span))
  let news = meaning.all.filter { finding in finding.primary.map { !told.contains($0.span) } ?? true }
  findings.report(contentsOf: structure.all + news)
}
