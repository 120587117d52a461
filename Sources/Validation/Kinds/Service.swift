import Diagnostics
import Kubernetes

/// A Service's spec.
func checkService(_ spec: Field, reporting findings: inout Findings) {
  let kind = ServiceKind(spec)
  spec["type"].mustBe(
    oneOf: ["ClusterIP", "NodePort", "LoadBalancer", "ExternalName"],
    reporting: &findings
  )
  spec["selector"].mustBeLabels(reporting: &findings)
  checkPorts(of: spec, kind, reporting: &findings)
  checkAddresses(of: spec, kind, reporting: &findings)
  checkBalancer(of: spec, kind, reporting: &findings)
  checkAffinity(of: spec, reporting: &findings)
  checkTraffic(of: spec, kind, reporting: &findings)
}

/// What a Service is, as far as its fields depend on it.
private struct ServiceKind {
  let field: Field
  let type: String
  let isHeadless: Bool

  init(_ spec: Field) {
    field = spec["type"]
    type = spec["type"].written ?? "ClusterIP"
    isHeadless = spec["clusterIP"].text == "None"
  }

  var isExternalName: Bool { type == "ExternalName" }
  var isBalanced: Bool { type == "LoadBalancer" }
  var hasNodePorts: Bool { type == "NodePort" || isBalanced }
}

// MARK: - Ports

private func checkPorts(of spec: Field, _ kind: ServiceKind, reporting findings: inout Findings) {
  let ports = spec["ports"].items
  if !kind.isHeadless, !kind.isExternalName {
    spec["ports"].mustBeGiven(because: "a Service forwards ports", reporting: &findings)
  }
  ports.mustDiffer(by: "name", reporting: &findings)
  ports.mustDiffer(reporting: &findings) { $0.portIdentity("port") }
  ports.mustDiffer(reporting: &findings) { $0.portIdentity("nodePort") }
  for port in ports {
    if ports.count > 1 {
      port["name"].mustBeGiven(because: "several ports are told apart by name", reporting: &findings)
    }
    port["name"].mustBeName(.dnsLabel, reporting: &findings)
    port["port"].mustBePortNumber(reporting: &findings)
    port["targetPort"].mustBePort(reporting: &findings)
    port["protocol"].mustBeProtocol(reporting: &findings)
    port["appProtocol"].mustBeName(.qualified, reporting: &findings)
    checkNodePort(port["nodePort"], kind, reporting: &findings)
  }
}

private func checkNodePort(_ port: Field, _ kind: ServiceKind, reporting findings: inout Findings) {
  guard let number = port.integer, number != 0 else { return }
  guard kind.hasNodePorts else {
    return port.mustBeAbsent(
      because: "the type is '\(kind.type)'",
      beside: kind.field.isPresent ? kind.field : nil,
      reporting: &findings
    )
  }
  guard !(30000...32767).contains(number) else { return }
  port.refuse(
    .apiPort,
    "is \(number), not between 30000 and 32767",
    because: "ports of nodes are kept in this range by default",
    help: "Write a port from 30000 to 32767, or leave the choice to the server.",
    reporting: &findings
  )
}

extension Field {
  /// A port as it is told apart from others: with its protocol.
  fileprivate func portIdentity(_ key: String) -> (text: String, field: Field)? {
    guard let number = self[key].integer, number != 0 else { return nil }
    return ("\(number)/\(self["protocol"].written ?? "TCP")", self[key])
  }
}

// MARK: - Addresses

private func checkAddresses(of spec: Field, _ kind: ServiceKind, reporting findings: inout Findings) {
  let address = spec["clusterIP"], addresses = spec["clusterIPs"]
  for address in [address] + addresses.items where address.text != "None" {
    address.mustBeAddress(reporting: &findings)
  }
  if kind.isHeadless, kind.hasNodePorts {
    address.refuse(
      .apiCombination,
      "is 'None' in a Service of type '\(kind.type)'",
      because: "a headless Service has nothing to forward from",
      help: "Remove it, or write the type 'ClusterIP'.",
      beside: kind.field,
      reporting: &findings
    )
  }
  if !addresses.isEmpty { addresses.mustHave(1...2, called: "addresses", reporting: &findings) }
  if let first = addresses.items.first, let text = first.text, text != address.text {
    first.refuse(
      .apiCombination,
      "is not the same as 'clusterIP'",
      help: "Write the same address in both.",
      beside: address.isPresent ? address : nil,
      reporting: &findings
    )
  }
  checkFamilies(of: spec, reporting: &findings)
  if kind.isExternalName {
    spec["externalName"].mustBeGiven(because: "the type is 'ExternalName'", reporting: &findings)
    let name = spec["externalName"].written ?? ""
    if dnsSubdomainProblem(name.hasSuffix(".") ? String(name.dropLast()) : name) != nil {
      spec["externalName"].mustBeName(.dnsSubdomain, reporting: &findings)
    }
    for key in ["clusterIP", "clusterIPs", "ipFamilies", "ipFamilyPolicy"] where !spec[key].isEmpty {
      spec[key].mustBeAbsent(because: "the type is 'ExternalName'", beside: kind.field, reporting: &findings)
    }
  }
  for address in spec["externalIPs"].items {
    address.mustBeAddress(reporting: &findings)
    guard let own = address.text.flatMap(CIDR.init(address:)),
      unroutable.contains(where: { CIDR(parsing: $0)?.contains(own) == true })
    else { continue }
    address.refuse(
      .apiAddress,
      "is \(address.shown), which leads nowhere outside",
      because: "must not be unspecified, of the machine itself, or of its link",
      help: "Write an address that is routed to the nodes.",
      reporting: &findings
    )
  }
}

private func checkFamilies(of spec: Field, reporting findings: inout Findings) {
  let families = spec["ipFamilies"], policy = spec["ipFamilyPolicy"]
  policy.mustBe(oneOf: ["SingleStack", "PreferDualStack", "RequireDualStack"], reporting: &findings)
  for family in families.items { family.mustBe(oneOf: ["IPv4", "IPv6"], reporting: &findings) }
  families.items.mustDiffer(reporting: &findings) { family in family.text.map { ($0, family) } }
  guard policy.text == "SingleStack", families.items.count > 1 else { return }
  families.refuse(
    .apiCombination,
    "has two families beside 'SingleStack'",
    help: "Keep one family, or write 'PreferDualStack'.",
    beside: policy,
    reporting: &findings
  )
}

private let unroutable = [
  "0.0.0.0/32", "::/128", "127.0.0.0/8", "::1/128", "169.254.0.0/16", "fe80::/10", "224.0.0.0/24",
  "ff02::/16",
]

// MARK: - Behaviour

private func checkBalancer(of spec: Field, _ kind: ServiceKind, reporting findings: inout Findings) {
  spec["loadBalancerClass"].mustBeName(.qualified, reporting: &findings)
  for range in spec["loadBalancerSourceRanges"].items { range.mustBeRange(reporting: &findings) }
  spec["loadBalancerIP"].mustBeAddress(reporting: &findings)
  guard !kind.isBalanced else { return }
  for key in ["loadBalancerClass", "loadBalancerSourceRanges", "allocateLoadBalancerNodePorts"]
  where !spec[key].isEmpty {
    spec[key].mustBeAbsent(
      because: "the type is '\(kind.type)', not 'LoadBalancer'",
      beside: kind.field.isPresent ? kind.field : nil,
      reporting: &findings
    )
  }
}

private func checkAffinity(of spec: Field, reporting findings: inout Findings) {
  let affinity = spec["sessionAffinity"], config = spec["sessionAffinityConfig"]
  affinity.mustBe(oneOf: ["ClientIP", "None"], reporting: &findings)
  config["clientIP"]["timeoutSeconds"].mustLie(in: 1...86400, reporting: &findings)
  if affinity.text ?? "None" == "None", config.isPresent {
    config.mustBeAbsent(
      because: "'sessionAffinity' is not 'ClientIP'",
      beside: affinity.isPresent ? affinity : nil,
      reporting: &findings
    )
  }
}

private func checkTraffic(of spec: Field, _ kind: ServiceKind, reporting findings: inout Findings) {
  let outer = spec["externalTrafficPolicy"], check = spec["healthCheckNodePort"]
  outer.mustBe(oneOf: ["Cluster", "Local"], reporting: &findings)
  spec["internalTrafficPolicy"].mustBe(oneOf: ["Cluster", "Local"], reporting: &findings)
  spec["trafficDistribution"].mustBe(
    oneOf: ["PreferClose", "PreferSameZone", "PreferSameNode"],
    reporting: &findings
  )
  if outer.written != nil, !kind.hasNodePorts, spec["externalIPs"].isEmpty || kind.isExternalName {
    outer.mustBeAbsent(
      because: "the type is '\(kind.type)', which takes no traffic from outside",
      beside: kind.field.isPresent ? kind.field : nil,
      reporting: &findings
    )
  }
  guard let port = check.integer, port != 0 else { return }
  check.mustBePortNumber(reporting: &findings)
  if !kind.isBalanced || outer.text != "Local" {
    check.mustBeAbsent(
      because: "only a 'LoadBalancer' with the external traffic policy 'Local' is checked",
      reporting: &findings
    )
  }
}
