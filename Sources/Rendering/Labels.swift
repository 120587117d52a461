internal import Diagnostics
internal import Kubernetes
internal import Specification
internal import YAMLSyntax

/// The prefix of labels and annotations of our own.
let ownPrefix = "spai.dev"

/// Which of several versions of one service a pod is.
private let trackLabel = "\(ownPrefix)/track"

extension TenantUnit {
  /// The labels of every object of the unit: whose it is, and what it holds.
  var labels: [(String, Node)] {
    func identity(_ text: String, _ origin: Origin) -> Node {
      Node(labelSafe(text), origin: Origin(span: origin.span, derivation: .identity))
    }
    var labels = [
      ("app.kubernetes.io/managed-by", Node("spai-gen")),
      (
        "app.kubernetes.io/part-of",
        identity(platform.header.name, platform.header.origin)
      ),
      ("\(ownPrefix)/environment", identity(environment.name, environment.header.origin)),
      ("\(ownPrefix)/owner", identity(tenant.owner.team.value, tenant.owner.team.origin)),
      ("\(ownPrefix)/tenant", identity(tenant.name, tenant.header.origin)),
      ("\(ownPrefix)/tier", identity(dnsSafe(tier.header.name), tenant.tier.origin)),
    ]
    if let centre = tenant.facts.costCentre {
      labels.append(("\(ownPrefix)/cost-centre", identity(centre.value, centre.origin)))
    }
    if let first = tenant.facts.dataClasses.first {
      let classes = tenant.facts.dataClasses.map(\.value).sorted().joined(separator: ".")
      labels.append(("\(ownPrefix)/data-class", identity(classes, first.origin)))
    }
    return labels
  }

  /// The labels of an object of one workload.
  func labels(of workload: Workload) -> [(String, Node)] {
    var labels = self.labels + selector(of: workload)
    if let category = workload.category {
      labels.append(("app.kubernetes.io/component", Node(category)))
    }
    let tag = workload.version
    labels.append(("app.kubernetes.io/version", Node(labelSafe(tag.value), origin: tag.origin)))
    return labels + workload.pod.labels.items.map { ($0.name, Node($0.value)) }
  }

  /// The labels by which a workload's pods are found: never tier, version or environment, because a selector
  /// can not be changed once the object exists.
  ///
  /// The pods of a track are found by it as well, so that no two controllers count each other's; they are still
  /// pods of the workload for whatever does not ask for the track.
  func selector(of workload: Workload) -> [(String, Node)] {
    func identity(_ text: String, _ origin: Origin) -> Node {
      Node(text, origin: Origin(span: origin.span, derivation: .identity))
    }
    return [
      ("app.kubernetes.io/instance", identity(tenant.name, tenant.header.origin)),
      ("app.kubernetes.io/name", identity(workload.name, workload.origin)),
    ] + (workload.track.map { [(trackLabel, identity($0, workload.origin))] } ?? [])
  }

  func selectorNode(of workload: Workload, track: Node? = nil) -> Node {
    .map(selector(of: workload) + (track.map { [(trackLabel, $0)] } ?? [])) ?? [:]
  }
}

extension Mapping {
  init(_ entries: [(String, Node)]) {
    self.init(entries.map { Entry($0, $1) })
  }
}

extension KubernetesObject {
  /// An object of the unit as a whole.
  init(
    _ apiVersion: String,
    _ kind: String,
    named name: String,
    in unit: TenantUnit,
    annotations: [(String, Node)] = [],
    namespaced: Bool = true,
    _ body: Node
  ) {
    self.init(
      apiVersion,
      kind,
      name: name,
      namespace: namespaced ? unit.namespace.value : nil,
      labels: Mapping(unit.labels),
      annotations: Mapping(annotations),
      owner: unit.origin,
      renderer: kind,
      body: body
    )
  }

  /// An object of one workload of the unit.
  init(
    _ apiVersion: String,
    _ kind: String,
    named name: String? = nil,
    of workload: Workload,
    in unit: TenantUnit,
    labels: [(String, Node)] = [],
    annotations: [(String, Node)] = [],
    _ body: Node
  ) {
    self.init(
      apiVersion,
      kind,
      name: name ?? workload.objectName,
      namespace: unit.namespace.value,
      labels: Mapping(unit.labels(of: workload) + labels),
      annotations: Mapping(
        annotations + workload.pod.annotations.items.map { ($0.name, Node($0.value)) }
      ),
      owner: workload.origin,
      renderer: kind,
      body: body
    )
  }
}
