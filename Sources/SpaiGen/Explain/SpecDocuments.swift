internal import Diagnostics
internal import Specification
internal import YAMLSyntax

/// The documents of a run as they were written, for questions about where something is said.
struct SpecDocuments: Sendable {
  var nodes: [Node] = []
  /// The lowest layers of services, jobs and streams.
  var builtIn: [(name: String, node: Node)] = []

  /// One layer of a workload, from the lowest up.
  struct Layer {
    let name: String
    let node: Node
  }

  func document(_ kind: String, _ name: String) -> Node? {
    nodes.first { $0.text(at: ["kind"]) == kind && $0.text(at: ["metadata", "name"]) == name }
  }

  /// Every layer of a tenant's service or job in an environment, in the one order of layering.
  func layers(
    ofWorkload name: String,
    tenant tenantName: String,
    environment: String,
    _ repository: Repository
  ) -> [Layer] {
    guard let tenant = document("Tenant", tenantName) else { return [] }
    let own = nodes.first { node in
      ["AppService", "BatchJob"].contains(node.text(at: ["kind"]) ?? "")
        && node.text(at: ["metadata", "name"]) == name && node.text(at: ["tenant"]) == tenantName
    }
    let isService = tenant.node(at: ["services", name]) != nil || own?.text(at: ["kind"]) == "AppService"
    let group = isService ? "services" : "jobs"
    guard let declared = own ?? tenant.node(at: [group, name]) else { return [] }
    let template = declared.text(at: ["template"]) ?? (own == nil ? name : nil)
    var layers = builtIn.filter { isService == ($0.name == "built-in service") }.map {
      Layer(name: $0.name, node: $0.node)
    }
    func add(_ label: String, _ node: Node?) {
      if let node { layers.append(Layer(name: label, node: node)) }
    }
    if let template {
      add("template '\(template)'", document(isService ? "ServiceTemplate" : "JobTemplate", template))
    }
    let tier = tenant.text(at: ["tier"]) ?? ""
    add("tier '\(tier)'", document("Tier", tier)?.node(at: ["defaults", group]))
    add(
      "environment '\(environment)'",
      document("Environment", environment)?.node(at: ["defaults", group])
    )
    add("tenant's defaults", tenant.node(at: ["defaults", group]))
    add(isService ? "service '\(name)'" : "job '\(name)'", declared)
    add("'\(name)' in \(environment)", declared.node(at: ["environments", environment]))
    return layers
  }
}

extension Node {
  func text(at path: [String]) -> String? {
    node(at: path)?.scalar?.text
  }

  /// The keys that lead to the value, or the key, at a span; nil where it is not below the node.
  func path(to span: Span) -> [String]? {
    if origin.span == span { return [] }
    switch content {
    case .scalar: return nil
    case .sequence(let nodes):
      // A list is one value of its layer.
      return nodes.contains { $0.path(to: span) != nil } ? [] : nil
    case .mapping(let mapping):
      for entry in mapping.entries {
        if entry.keySpan == span { return [entry.key] }
        if let rest = entry.value.path(to: span) { return [entry.key] + rest }
      }
      return nil
    }
  }

  /// The first place in or under the node.
  var firstPlace: Span? {
    if let span = origin.span { return span }
    switch content {
    case .scalar: return nil
    case .sequence(let nodes): return nodes.lazy.compactMap(\.firstPlace).first
    case .mapping(let mapping):
      return mapping.entries.lazy.compactMap { $0.keySpan ?? $0.value.firstPlace }.first
    }
  }
}
