package import Diagnostics
internal import Kubernetes
internal import KubernetesAPI
internal import Reporting
internal import Validation
internal import YAMLSyntax

/// What every object of a unit is held to before it is printed.
struct ObjectCheck {
  private let catalogue: APICatalogue
  private var api: APICheck

  init(at version: KubernetesAPI.KubernetesVersion, in catalogue: APICatalogue) {
    self.catalogue = catalogue
    api = APICheck(at: version, in: catalogue)
  }

  /// Checks one object; its findings are at the lines of the spec that made it.
  ///
  /// - Parameters:
  ///   - object: The object.
  ///   - known: The same, as rules read it.
  ///   - className: What reports call its unit.
  ///   - findings: What is wrong with it.
  /// - Returns: What became of it.
  mutating func check(
    _ object: KubernetesObject,
    _ known: APIObject,
    className: String,
    reporting findings: inout Findings
  ) -> CheckedCase {
    var own = Findings()
    api.check(object.root, meaningFindings(of: known), reporting: &own)
    if object.namespace != nil, catalogue.scope(of: object.kind, in: object.apiVersion) == .cluster {
      own.report(.clusterScoped(object))
    }
    let located = own.all.map { $0.located(at: object.owner) }
    findings.report(contentsOf: located)
    return CheckedCase(
      name: "\(object.kind)/\(object.name)",
      className: className,
      findings: located
    )
  }
}

extension Diagnostic {
  /// The finding at the line that the object is there for, where no line of its own says it.
  func located(at owner: Origin) -> Diagnostic {
    guard primary == nil, let span = owner.span else { return self }
    return Diagnostic(
      code,
      severity,
      message,
      at: Label(span, "makes this object"),
      related: related,
      help: help,
      generated: generated
    )
  }

  fileprivate static func clusterScoped(_ object: KubernetesObject) -> Self {
    Diagnostic(
      .clusterScoped,
      .error,
      "\(object.kind) '\(object.name)' cannot be in a namespace: its kind is the whole cluster's",
      at: nil,
      help: "Ask the platform team; objects of a tenant are its namespace's."
    )
  }
}

extension Code {
  package static let clusterScoped = Code("SPAI1617", "cluster-scoped")
}
