package import Diagnostics
internal import Linting
internal import Validation
internal import YAMLSyntax

/// Lints manifests as they are, all of them together.
package func lint(_ sources: SourceMap, _ plan: LintPlan, reporting findings: inout Findings) -> LintResult {
  var objects: [(object: APIObject, owner: Origin)] = []
  for source in sources.sources where source.path != lintFileName {
    for node in parseYAML(source, reporting: &findings) {
      objects += node.listItems.map { (APIObject($0), Origin(span: $0.origin.span)) }
    }
  }
  return plan.lint(objects)
}
