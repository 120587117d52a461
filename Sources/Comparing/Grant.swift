internal import Diagnostics
internal import Kubernetes
internal import YAMLSyntax

/// One thing that an object permits: who may reach what, or who may do what.
///
/// Rules of a NetworkPolicy or a Role say several things at once. Taken apart, a rule that became narrower shows what
/// went, and never looks like a new one.
struct Grant {
  /// What it says, part by part; nil where it does not restrict.
  let parts: [String?]
  let text: String
  /// What else belongs to it, such as where a route leads.
  let value: Node

  /// Whether everything that another grant permits is permitted by this one.
  func covers(_ other: Grant) -> Bool {
    zip(parts, other.parts).allSatisfy { part, other in
      part == nil || part == other || isRange(part, around: other)
    }
  }
}

/// Whether a whole range of addresses holds another, of which something may be left out.
private func isRange(_ range: String?, around other: String?) -> Bool {
  guard let range = range.flatMap({ CIDR(parsing: $0) }),
    let other = other.flatMap({ CIDR(parsing: String($0.prefix { $0 != " " })) })
  else { return false }
  return range.contains(other)
}

/// What an object permits, under the fields that say so.
func grants(of object: ReviewedObject) -> [(path: [String], grants: [Grant])] {
  switch object.groupKind {
  case "networking.k8s.io/NetworkPolicy":
    [
      (["spec", "ingress"], networkGrants(object.tree, "ingress", peers: "from")),
      (["spec", "egress"], networkGrants(object.tree, "egress", peers: "to")),
    ]
  case "rbac.authorization.k8s.io/Role", "rbac.authorization.k8s.io/ClusterRole":
    [(["rules"], accessGrants(object.tree))]
  case "networking.k8s.io/Ingress":
    [(["spec", "rules"], ingressGrants(object.tree))]
  case _ where gatewayRoutes.contains(object.groupKind):
    [(["spec", "rules"], routeGrants(object.tree))]
  case "security.istio.io/AuthorizationPolicy":
    [(["spec", "rules"], callerGrants(object.tree))]
  default: []
  }
}

extension ReviewedObject {
  /// The tree with each list of rules taken apart into what it permits.
  ///
  /// A list that is not there is one that permits nothing, so that the first grant of a list is told like any other.
  var reviewTree: Node {
    let taken = grants(of: self).reduce(tree) { tree, part in
      let items = part.grants.map { Mapping.Entry($0.text, $0.value) }.uniqueByKey
      return tree.replacing(part.path[...], with: Node(.mapping(Mapping(items))))
    }
    // Each grant of a route names its host.
    return gatewayRoutes.contains(groupKind) ? taken.replacing(["spec", "hostnames"], with: nil) : taken
  }
}

private let gatewayRoutes: Set<String> = [
  "gateway.networking.k8s.io/GRPCRoute", "gateway.networking.k8s.io/HTTPRoute",
]

extension [Mapping.Entry] {
  /// The first entry of each key: a grant that is written twice permits nothing more.
  fileprivate var uniqueByKey: [Mapping.Entry] {
    var seen = Set<String>()
    return filter { seen.insert($0.key).inserted }
  }
}

extension Node {
  /// The tree with another value at a path; nil removes it.
  fileprivate func replacing(_ path: ArraySlice<String>, with value: Node?) -> Node {
    guard let key = path.first, case .mapping(var mapping) = content else { return self }
    let index = mapping.entries.firstIndex { $0.key == key }
    let old = index.map { mapping.entries[$0].value }
    let rest = path.dropFirst()
    let new = rest.isEmpty ? value : (old ?? [:]).replacing(rest, with: value)
    switch (index, new) {
    case (let index?, let new?): mapping.entries[index].value = new
    case (let index?, nil): mapping.entries.remove(at: index)
    case (nil, let new?): mapping.entries.append(Mapping.Entry(key, new))
    case (nil, nil): break
    }
    return Node(.mapping(mapping), origin: origin)
  }
}

// MARK: - Network policies

private func networkGrants(_ tree: Node, _ direction: String, peers: String) -> [Grant] {
  let rules = tree.at(["spec", direction])?.sequence ?? []
  return rules.flatMap { rule -> [Grant] in
    let sides = rule.mapping?[peers]?.sequence ?? []
    let ports = rule.mapping?["ports"]?.sequence ?? []
    // No peers are all peers, and no ports all ports.
    let sideNodes: [Node?] = sides.isEmpty ? [nil] : sides
    let portNodes: [Node?] = ports.isEmpty ? [nil] : ports
    return sideNodes.flatMap { side in
      portNodes.map { port in
        let peer = side.map(peerText), door = port.map(portText)
        let text = "\(peers) \(peer ?? "anywhere") \(door ?? "all ports")"
        let span = side?.firstSpan ?? port?.firstSpan ?? rule.firstSpan
        return Grant(parts: [peer, door], text: text, value: allowed(span))
      }
    }
  }
}

/// Who may call, and on which port, by the identities of a mesh.
private func callerGrants(_ tree: Node) -> [Grant] {
  (tree.at(["spec", "rules"])?.sequence ?? []).flatMap { rule -> [Grant] in
    let callers = (rule.mapping?["from"]?.sequence ?? []).flatMap { from in
      (from.mapping?["source"]?.mapping?.entries ?? []).flatMap { kind in
        (kind.value.sequence ?? []).map { (text: "\(kind.key) \(word($0))", span: $0.firstSpan) }
      }
    }
    let ports = (rule.mapping?["to"]?.sequence ?? []).flatMap {
      $0.at(["operation", "ports"])?.sequence ?? []
    }
    // No callers are all callers, and no ports all ports.
    let callerTexts =
      callers.isEmpty ? [(text: String?.none, span: rule.firstSpan)] : callers.map { ($0, $1) }
    let portTexts = ports.isEmpty ? [String?.none] : ports.map { word($0) }
    return callerTexts.flatMap { caller in
      portTexts.map { port in
        let text = "from \(caller.text ?? "anybody") port \(port ?? "any")"
        return Grant(parts: [caller.text, port], text: text, value: allowed(caller.span ?? rule.firstSpan))
      }
    }
  }
}

private func allowed(_ span: Span?) -> Node {
  Node("allowed", origin: Origin(span: span))
}

private func peerText(_ peer: Node) -> String {
  if let block = peer.mapping?["ipBlock"] {
    let except = block.mapping?["except"].map { " except \(inlineText($0))" } ?? ""
    return (block.text("cidr") ?? "") + except
  }
  let selectors = [("namespaces", "namespaceSelector"), ("pods", "podSelector")]
  return selectors.compactMap { word, field in
    peer.mapping?[field].map { "\(word) \(selectorText($0))" }
  }.joined(separator: " ")
}

private func selectorText(_ selector: Node) -> String {
  guard let entries = selector.mapping?.entries, !entries.isEmpty else { return "all" }
  return entries.map { entry in
    guard entry.key == "matchLabels", let labels = entry.value.mapping else {
      return "\(entry.key) \(inlineText(entry.value))"
    }
    return labels.entries.map { "\($0.key)=\(inlineText($0.value))" }.joined(separator: ",")
  }.joined(separator: ",")
}

private func portText(_ port: Node) -> String {
  let end = port.text("endPort").map { "-\($0)" } ?? ""
  return "\(port.text("protocol") ?? "TCP") \(port.text("port") ?? "all ports")\(end)"
}

// MARK: - Access

private func accessGrants(_ tree: Node) -> [Grant] {
  (tree.mapping?["rules"]?.sequence ?? []).flatMap { rule -> [Grant] in
    func texts(_ field: String) -> [Node] { rule.mapping?[field]?.sequence ?? [] }
    let names: [Node?] = texts("resourceNames").isEmpty ? [nil] : texts("resourceNames")
    let things = texts("apiGroups").flatMap { group in
      texts("resources").flatMap { resource in
        names.map { name in
          (
            parts: [restriction(group), restriction(resource), name?.scalar?.text],
            text: (word(group).isEmpty ? "" : word(group) + "/") + word(resource)
              + (name.map { " \(word($0))" } ?? ""),
            span: resource.firstSpan
          )
        }
      }
    }
    let addresses = texts("nonResourceURLs").map { url in
      (parts: [Optional(""), restriction(url), nil], text: word(url), span: url.firstSpan)
    }
    return (things + addresses).flatMap { thing in
      texts("verbs").map { verb in
        Grant(
          parts: thing.parts + [restriction(verb)],
          text: "\(word(verb)) \(thing.text)",
          value: allowed(verb.firstSpan ?? thing.span ?? rule.firstSpan)
        )
      }
    }
  }
}

private func word(_ node: Node) -> String { node.scalar?.text ?? "" }

private func restriction(_ node: Node) -> String? {
  word(node) == "*" ? nil : word(node)
}

// MARK: - Routes

private func ingressGrants(_ tree: Node) -> [Grant] {
  (tree.at(["spec", "rules"])?.sequence ?? []).flatMap { rule -> [Grant] in
    let host = rule.text("host")
    // A host without paths leads to the default backend.
    return (rule.at(["http", "paths"])?.sequence ?? [rule]).map { path in
      let way = path.text("path") ?? "/"
      return Grant(parts: [host ?? "*", way], text: (host ?? "*") + way, value: path.spanned(by: rule))
    }
  }
}

private func routeGrants(_ tree: Node) -> [Grant] {
  let hosts = tree.at(["spec", "hostnames"])?.sequence ?? []
  let hostNodes: [Node?] = hosts.isEmpty ? [nil] : hosts
  return hostNodes.flatMap { host in
    (tree.at(["spec", "rules"])?.sequence ?? []).flatMap { rule -> [Grant] in
      let matches = rule.mapping?["matches"]?.sequence ?? []
      let matchNodes: [Node?] = matches.isEmpty ? [nil] : matches
      return matchNodes.map { match in
        let path = match?.at(["path", "value"]).map(word) ?? "/"
        let others = (match?.mapping?.entries ?? []).filter { $0.key != "path" }
        let isExact = match?.at(["path", "type"]).map { word($0) != "PathPrefix" } ?? false
        let type = isExact ? " " + (match?.at(["path", "type"]).map(word) ?? "") : ""
        let more = type + others.map { " \($0.key) \(inlineText($0.value))" }.joined()
        return Grant(
          parts: [host.map(word) ?? "*", path, more],
          text: (host.map(word) ?? "*") + path + more,
          value: rule.without("matches").spanned(by: host ?? rule)
        )
      }
    }
  }
}

extension Node {
  /// The mapping without a key.
  fileprivate func without(_ key: String) -> Node {
    Node(.mapping(Mapping((mapping?.entries ?? []).filter { $0.key != key })), origin: origin)
  }

  /// The value, blamed on its own words or else on those of another.
  fileprivate func spanned(by other: Node) -> Node {
    Node(content, origin: firstSpan == nil ? Origin(span: other.firstSpan) : origin)
  }
}
