package import Compliance
package import Diagnostics
internal import Specification
internal import YAMLSyntax

/// The documents about compliance that stand among the specs: kept as they were written, for `check` to decode.
///
/// `build` passes them by: what an auditor asks changes no byte of the output.
package struct ComplianceDocuments: Sendable {
  private var frameworks: [Node] = []
  private var waivers: [Node] = []

  var hasFrameworks: Bool { !frameworks.isEmpty }

  /// Takes a document of kind Framework or Waiver; any other is none of its business.
  ///
  /// - Parameters:
  ///   - node: The document.
  ///   - source: Where it stands; a tenant does not waive what is asked of it.
  ///   - findings: Where a document in the wrong folder is reported.
  /// - Returns: Whether it was one of them.
  mutating func take(_ node: Node, from source: Source, reporting findings: inout Findings) -> Bool {
    let kind = node.mapping?["kind"]
    guard let name = kind?.scalar?.text, ["Framework", "Waiver"].contains(name) else { return false }
    if source.owner == .tenant {
      findings.report(
        Diagnostic(
          .wrongFolder,
          .error,
          "kind '\(name)' does not belong here",
          at: kind?.origin.span.map { Label($0, "written by the platform team") },
          help: "Move it to templates/."
        )
      )
    } else if name == "Framework" {
      frameworks.append(node)
    } else {
      waivers.append(node)
    }
    return true
  }

  /// Reads all of them; a broken one is reported and left out.
  package func decode(reporting findings: inout Findings) -> (frameworks: [Framework], waivers: [Waiver]) {
    (
      decodeFrameworks(frameworks, reporting: &findings),
      decodeWaivers(waivers, reporting: &findings)
    )
  }
}
