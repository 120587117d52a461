package import Diagnostics
package import YAMLSyntax

/// A source and its documents: what reading it gave, once.
package struct ParsedSource: Sendable {
  package let source: Source
  package var documents: [Node]
  let findings: [Diagnostic]

  package init(_ source: Source) {
    self.source = source
    var findings = Findings()
    documents = parseYAML(source, reporting: &findings)
    self.findings = findings.all
  }

  /// Whether it has errors of YAML, so that its documents may not be what was meant.
  var isTorn: Bool { findings.contains { $0.severity == .error } }
}
