package import Diagnostics
internal import Specification
internal import YAMLSyntax

/// A job that a person asks for on the command line.
package struct AdHocJob: Sendable {
  package var template: String
  package var tenant: String
  package var priority: String?
  package var resourceTier: String?
  /// Paths of the spec and their values, as `gpu.count` and `2`.
  package var settings: [(path: String, value: String)]
  package var nameSuffix: String

  package init(
    template: String,
    tenant: String,
    priority: String?,
    resourceTier: String?,
    settings: [(path: String, value: String)],
    nameSuffix: String
  ) {
    self.template = template
    self.tenant = tenant
    self.priority = priority
    self.resourceTier = resourceTier
    self.settings = settings
    self.nameSuffix = nameSuffix
  }

  package var name: String { "\(template)-\(nameSuffix)" }

  /// The job as a spec, so that it is layered, checked and held to limits like any other.
  ///
  /// - Parameter isAdHoc: Whether it is to be started by hand; one that is kept in the repository is not.
  /// - Returns: The bytes of a BatchJob.
  package func document(isAdHoc: Bool) -> [UInt8] {
    var root: Node = [
      "apiVersion": Node(Header.apiVersion), "kind": "BatchJob", "metadata": ["name": Node(name)],
      "tenant": Node(tenant), "template": Node(template), "adHoc": isAdHoc ? true : nil, "run": "batch",
      "priority": priority.map { Node($0) }, "resourceTier": resourceTier.map { Node($0) },
    ]
    for (path, value) in settings {
      root = root.setting(path.split(separator: ".").map(String.init), to: resolved(value))
    }
    let header = "'\(template)' for \(tenant), made by 'spai-gen job render'."
    return canonicalSpec(printYAML(root, header: [header]).bytes)
  }

  /// A value as YAML would read it, so that `--set gpu.count=2` is a number.
  private func resolved(_ value: String) -> Node {
    Node(.scalar(Scalar(value, type: resolvePlainScalar(value))))
  }
}

extension Node {
  fileprivate func setting(_ path: [String], to value: Node) -> Node {
    guard let key = path.first else { return value }
    var entries = mapping?.entries ?? []
    let rest = Array(path.dropFirst())
    if let index = entries.firstIndex(where: { $0.key == key }) {
      entries[index].value = entries[index].value.setting(rest, to: value)
    } else {
      entries.append(Mapping.Entry(key, Node(.mapping(Mapping())).setting(rest, to: value)))
    }
    return Node(.mapping(Mapping(entries)))
  }
}

/// Renders the objects that an ad-hoc job needs, in the order in which they have to be applied.
///
/// - Returns: One file of several documents; nil where something is wrong, which has been reported.
package func render(
  _ job: AdHocJob,
  in environment: String,
  _ sources: inout SourceMap,
  reporting findings: inout Findings
) -> [UInt8]? {
  _ = sources.add(path: "<command line>", owner: .tenant, bytes: job.document(isAdHoc: true))
  guard let workspace = Workspace(&sources, reporting: &findings) else { return nil }
  let id = UnitID(environment: environment, tenant: job.tenant)
  guard workspace.units.contains(id) else {
    // A tenant that nobody declares has been reported.
    if workspace.repository.tenants[job.tenant] != nil { findings.report(.noSuchUnit(id, workspace)) }
    return nil
  }
  var own = Findings()
  let unit = workspace.compile(id, overrides: Overrides(), service: job.name, reporting: &own)
  // That an option repeats what the template says is no news to whoever gives it.
  findings.report(contentsOf: own.all.filter { $0.severity > .note })
  guard let unit else { return nil }
  let (runs, rest) = (unit.files.filter(\.isRun), unit.files.filter { !$0.isRun })
  return Array((rest + runs).map(\.bytes).joined(separator: Array("---\n".utf8)))
}

extension PlannedFile {
  /// Whether it starts work, so that everything else has to be there before it.
  fileprivate var isRun: Bool {
    ["Job", "JobSet"].contains(tree.mapping?["kind"]?.scalar?.text ?? "")
  }
}

extension Code {
  package static let noSuchUnit = Code("SPAI1509", "no-such-unit")
}

extension Diagnostic {
  static func noSuchUnit(_ id: UnitID, _ workspace: Workspace) -> Self {
    let tenant = id.tenant ?? ""
    let environments = workspace.units.filter { $0.tenant == tenant }.map(\.environment)
    let help =
      environments.isEmpty
      ? didYouMean(tenant, among: workspace.repository.tenants.all.map(\.name)) ?? "No Tenant is called so."
      : "'\(tenant)' is in: \(environments.joined(separator: ", "))."
    return Diagnostic(
      .noSuchUnit,
      .error,
      "there is no tenant '\(tenant)' in environment '\(id.environment)'",
      at: nil,
      help: help
    )
  }
}
