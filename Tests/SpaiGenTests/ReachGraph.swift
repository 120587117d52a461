import Diagnostics
import Specification
import Testing
import YAMLSyntax

/// Who may reach whom in the namespaces of an output, read from its objects alone: once by its network policies, once by
/// those of its mesh.
struct ReachGraph: Equatable {
  /// Callers and pods by their service account, shared namespaces as `ns:NAME`; with the port.
  var inbound: Set<[String]> = []
  /// A pod's account, and the account that it may call; or a range of addresses, and a port.
  var outbound: Set<[String]> = []
}

/// The objects of one namespace.
struct ReachedNamespace {
  let name: String
  private let objects: [Node]
  private let pods: [ReachedPod]

  init(_ name: String, _ objects: [Node]) {
    self.name = name
    self.objects = objects
    pods = objects.flatMap(podTemplates)
  }

  /// The pods that have a sidecar; the policies of a mesh say nothing of others.
  private var meshed: [ReachedPod] { pods.filter { $0.labels["sidecar.istio.io/inject"] != "false" } }

  /// Port 15020 hands out metrics beside the mesh, where Prometheus goes by annotations.
  func byNetworkPolicies() -> ReachGraph {
    var graph = ReachGraph()
    let policies = of("NetworkPolicy")
    for pod in meshed {
      for policy in policies where pod.matches(policy.node(at: ["spec", "podSelector", "matchLabels"])) {
        for rule in policy.list("spec", "ingress") {
          for caller in rule.list("from").flatMap(accounts) {
            for port in ports(of: rule) where port != "15020" {
              graph.inbound.insert([caller, pod.account, port])
            }
          }
        }
        for rule in policy.list("spec", "egress") {
          for peer in rule.list("to") {
            if let range = peer.node(at: ["ipBlock", "cidr"])?.scalar?.text {
              for port in ports(of: rule) {
                let isBeside = pod.rangesBesideMesh.contains(range)
                graph.outbound.insert([pod.account, range, isBeside ? "beside the mesh" : port])
              }
            } else if peer.node(at: ["namespaceSelector"]) == nil, !ports(of: rule).isEmpty {
              // Names and the control plane are reached beside the mesh.
              for callee in accounts(peer) { graph.outbound.insert([pod.account, callee]) }
            }
          }
        }
      }
    }
    return graph
  }

  func byMesh() -> ReachGraph {
    var graph = ReachGraph()
    for pod in meshed {
      for range in pod.rangesBesideMesh {
        graph.outbound.insert([pod.account, range, "beside the mesh"])
      }
      for policy in of("AuthorizationPolicy")
      where pod.matches(policy.node(at: ["spec", "selector", "matchLabels"])) {
        for rule in policy.list("spec", "rules") {
          let callers = rule.list("from").flatMap { from in
            from.list("source", "principals").compactMap(account)
              + from.list("source", "namespaces").map { "ns:\($0.scalar?.text ?? "")" }
          }
          let ports = rule.list("to").flatMap { $0.list("operation", "ports") }
          for caller in callers {
            for port in ports { graph.inbound.insert([caller, pod.account, port.scalar?.text ?? ""]) }
          }
        }
      }
      let scopes = of("Sidecar").filter { pod.matches($0.node(at: ["spec", "workloadSelector", "labels"])) }
      // The most particular one counts; the other is the namespace's.
      let scope = scopes.first { $0.node(at: ["spec", "workloadSelector"]) != nil } ?? scopes.first
      for host in scope?.list("spec", "egress").flatMap({ $0.list("hosts") }) ?? [] {
        for target in targets(host.scalar?.text ?? "") { graph.outbound.insert([pod.account] + target) }
      }
    }
    return graph
  }

  /// What a host of a Sidecar stands for: pods behind a Service, or addresses of a ServiceEntry.
  private func targets(_ host: String) -> [[String]] {
    guard host.hasPrefix("./") else { return [] }
    let host = String(host.dropFirst(2))
    let services = of("Service").filter { "\($0.text("metadata", "name")).\(name).svc.cluster.local" == host }
    let callees = services.flatMap { service in
      pods.filter { $0.matches(service.node(at: ["spec", "selector"])) }.map { [$0.account] }
    }
    let entries = of("ServiceEntry").filter { entry in
      entry.list("spec", "hosts").contains { $0.scalar?.text == host }
    }
    return callees
      + entries.flatMap { entry in
        entry.list("spec", "addresses").flatMap { address in
          entry.list("spec", "ports").map { [address.scalar?.text ?? "", $0.text("number")] }
        }
      }
  }

  private func of(_ kind: String) -> [Node] { objects.filter { $0.text("kind") == kind } }

  private func accounts(_ peer: Node) -> [String] {
    if let namespace = peer.node(at: ["namespaceSelector", "matchLabels", "kubernetes.io/metadata.name"]) {
      return ["ns:\(namespace.scalar?.text ?? "")"]
    }
    return pods.filter { $0.matches(peer.node(at: ["podSelector", "matchLabels"])) }.map(\.account)
  }

  private func account(_ principal: Node) -> String? {
    let parts = (principal.scalar?.text ?? "").split(separator: "/").map(String.init)
    guard parts.count == 5, parts[0] == "cluster.local" else { return nil }
    return parts[2] == name ? parts[4] : "ns:\(parts[2])"
  }

  /// A mesh sees TCP only.
  private func ports(of rule: Node) -> [String] {
    rule.list("ports").filter { $0.text("protocol") == "TCP" }.map { $0.text("port") }
  }
}

private struct ReachedPod {
  let labels: [String: String]
  let account: String
  /// Addresses that the sidecar leaves to the network policy: of databases and object stores.
  let rangesBesideMesh: [String]

  func matches(_ selector: Node?) -> Bool {
    (selector?.mapping?.entries ?? []).allSatisfy { labels[$0.key] == $0.value.scalar?.text }
  }
}

/// Every template of pods, at whatever depth of an object.
private func podTemplates(in node: Node) -> [ReachedPod] {
  switch node.content {
  case .scalar: return []
  case .sequence(let items): return items.flatMap(podTemplates)
  case .mapping(let mapping):
    if node.node(at: ["spec", "containers"]) != nil {
      let labels = node.node(at: ["metadata", "labels"])?.mapping?.entries ?? []
      return [
        ReachedPod(
          labels: Dictionary(uniqueKeysWithValues: labels.map { ($0.key, $0.value.scalar?.text ?? "") }),
          account: node.text("spec", "serviceAccountName"),
          rangesBesideMesh: node.text(
            "metadata",
            "annotations",
            "traffic.sidecar.istio.io/excludeOutboundIPRanges"
          ).split(separator: ",").map(String.init)
        )
      ]
    }
    return mapping.entries.flatMap { podTemplates(in: $0.value) }
  }
}

extension Node {
  fileprivate func text(_ path: String...) -> String { node(at: path)?.scalar?.text ?? "" }
  fileprivate func list(_ path: String...) -> [Node] { node(at: path)?.sequence ?? [] }
}

/// The objects of each namespace of an output.
func reachedNamespaces(_ files: [String: [UInt8]]) -> [ReachedNamespace] {
  var findings = Findings()
  var sources = SourceMap()
  var objects: [String: [Node]] = [:]
  for (path, bytes) in files where path.hasSuffix(".yaml") {
    let id = sources.add(path: path, owner: .tenant, bytes: bytes)
    for object in parseYAML(sources[id], reporting: &findings) {
      objects[object.text("metadata", "namespace"), default: []].append(object)
    }
  }
  return objects.sorted { $0.key < $1.key }.map { ReachedNamespace($0.key, $0.value) }
}
