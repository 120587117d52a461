package import Diagnostics
internal import Specification
internal import YAMLSyntax

/// Why a line of the output is as it is.
package struct LineExplanation: Sendable {
  /// The line itself, without its end.
  package let text: String
  /// The object that it is part of: `Deployment/api`.
  package let object: String
  /// The words of a spec that it comes from; for a constant, those that the object is there for.
  package let source: Span?
  /// Whether no spec has a say in the line beyond that its object exists.
  package let isConstant: Bool
  /// The rule that computed it from them.
  package let rule: String?
  /// What each layer says about the same path, lowest first; empty where the words are no layer's.
  package let layers: [Layer]
  /// The path of the spec, for instance `autoscaling.cpu`.
  package let path: String?

  package struct Layer: Sendable {
    package let name: String
    /// Where it says something; nil where it is silent.
    package let value: Span?
  }
}

/// Why there is no explanation.
package enum ExplanationFailure: Error, Sendable {
  /// The path does not have the form `out/ENVIRONMENT/TENANT/…`.
  case notOutput
  case noSuchUnit
  case brokenUnit
  case noSuchFile
  case noSuchLine(count: Int)
}

extension Workspace {
  /// Explains one line of one file of the output, as the specs make it now.
  ///
  /// - Parameters:
  ///   - path: For instance `out/production/acme/acme-prod/service-api.yaml`.
  ///   - line: From 1.
  ///   - findings: Where problems of the unit go.
  /// - Returns: Where the line comes from.
  /// - Throws: Why there is nothing to explain.
  package func explain(
    _ path: String,
    line: Int,
    reporting findings: inout Findings
  ) throws(ExplanationFailure) -> LineExplanation {
    let parts = path.split(separator: "/").map(String.init)
    guard parts.count >= 4, parts[0] == outputFolder else { throw .notOutput }
    let file = parts.dropFirst(3).joined(separator: "/")
    let planned: PlannedFile
    var unit: UnitID?
    if parts[2] == "_cluster" {
      planned = try clusterFile(file, of: parts[1], reporting: &findings)
    } else {
      let id = UnitID(environment: parts[1], tenant: parts[2])
      guard units.contains(id) else { throw .noSuchUnit }
      guard let compiled = compile(id, overrides: Overrides(), service: nil, reporting: &findings) else {
        throw .brokenUnit
      }
      guard let found = compiled.files.first(where: { $0.path == file }) else { throw .noSuchFile }
      planned = found
      unit = id
    }
    guard planned.lines.indices.contains(line - 1) else { throw .noSuchLine(count: planned.lines.count) }
    let origin = planned.lines[line - 1]
    let (path, layers) = unit.map { self.layers(of: origin, in: planned, of: $0) } ?? (nil, [])
    return LineExplanation(
      text: LineTable(planned.bytes).line(line),
      object: planned.title,
      source: origin.span ?? planned.owner.span,
      isConstant: origin.span == nil,
      rule: origin.derivation?.explanation,
      layers: layers,
      path: path
    )
  }

  private func clusterFile(
    _ name: String,
    of environment: String,
    reporting findings: inout Findings
  ) throws(ExplanationFailure) -> PlannedFile {
    let own = clusterFiles(of: environment)
    if let file = own.first(where: { $0.path == name }) { return file }
    for id in units where id.environment == environment {
      let compiled = compile(id, overrides: Overrides(), service: nil, reporting: &findings)
      if let file = compiled?.clusterFiles.first(where: { $0.path == name }) { return file }
    }
    throw .noSuchFile
  }

  /// What the layers of the line's workload say at the path that the line comes from.
  private func layers(
    of origin: Origin,
    in file: PlannedFile,
    of unit: UnitID
  ) -> (path: String?, layers: [LineExplanation.Layer]) {
    guard let span = origin.span, let tenant = unit.tenant, let name = file.workload else { return (nil, []) }
    let layers = documents.layers(ofWorkload: name, tenant: tenant, environment: unit.environment, repository)
    // An environment's override stands inside its service, so the highest layer is asked first.
    for layer in layers.reversed() {
      guard let path = layer.node.path(to: span) else { continue }
      return (
        path.joined(separator: "."),
        layers.map { LineExplanation.Layer(name: $0.name, value: $0.node.node(at: path)?.firstPlace) }
      )
    }
    return (nil, [])
  }
}

extension PlannedFile {
  /// For instance `Deployment/api`.
  fileprivate var title: String {
    let kind = tree.mapping?["kind"]?.scalar?.text ?? "?"
    let name = tree.mapping?["metadata"]?.mapping?["name"]?.scalar?.text ?? "?"
    return "\(kind)/\(name)"
  }

  /// The workload that its object belongs to.
  fileprivate var workload: String? {
    tree.node(at: ["metadata", "labels", "app.kubernetes.io/name"])?.scalar?.text
  }
}

extension LineTable {
  fileprivate func line(_ number: Int) -> String {
    String(decoding: text(ofLine: number), as: UTF8.self)
  }
}
