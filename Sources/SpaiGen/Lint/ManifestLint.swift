package import Diagnostics
internal import Linting
internal import YAMLSyntax

/// Lints manifests as they are, all of them together.
package func lint(_ sources: SourceMap, _ plan: LintPlan, reporting findings: inout Findings) -> LintResult {
  var objects: [(Node, Origin)] = []
  for source in sources.sources where source.path != lintFileName {
    for node in parseYAML(source, reporting: &findings) {
      objects += node.listItems.map { ($0, Origin(span: $0.origin.span)) }
    }
  }
  return plan.lint(objects.map { (node: $0.0, owner: $0.1) })
}
