import Diagnostics
import Kubernetes

/// A NetworkPolicy's spec.
func checkNetworkPolicy(_ spec: Field, reporting findings: inout Findings) {
  spec["podSelector"].mustBeSelector(reporting: &findings)
  let types = spec["policyTypes"]
  for type in types.items { type.mustBe(oneOf: ["Ingress", "Egress"], reporting: &findings) }
  if !types.isEmpty { types.mustHave(1...2, called: "types", reporting: &findings) }
  for (direction, side) in [("ingress", "from"), ("egress", "to")] {
    for rule in spec[direction].items {
      for port in rule["ports"].items { checkPort(port, reporting: &findings) }
      for peer in rule[side].items { checkPeer(peer, reporting: &findings) }
    }
  }
}

private func checkPort(_ entry: Field, reporting findings: inout Findings) {
  let port = entry["port"], end = entry["endPort"]
  entry["protocol"].mustBeProtocol(reporting: &findings)
  port.mustBePort(reporting: &findings)
  end.mustBePortNumber(reporting: &findings)
  guard let last = end.integer else { return }
  guard let first = port.integer else {
    return end.mustBeAbsent(
      because: port.isPresent ? "'port' is a name" : "there is no 'port'",
      beside: port.isPresent ? port : nil,
      reporting: &findings
    )
  }
  guard last < first else { return }
  end.refuse(
    .apiPort,
    "is \(last), less than 'port', \(first)",
    help: "Write the last port of the range.",
    beside: port,
    reporting: &findings
  )
}

private func checkPeer(_ peer: Field, reporting findings: inout Findings) {
  let block = peer["ipBlock"], pods = peer["podSelector"], namespaces = peer["namespaceSelector"]
  pods.mustBeSelector(reporting: &findings)
  namespaces.mustBeSelector(reporting: &findings)
  if block.isPresent, pods.isPresent || namespaces.isPresent {
    let other = pods.isPresent ? pods : namespaces
    block.refuse(
      .apiExclusive,
      "is given beside '\(other.path.key)'",
      because: "a peer is addresses or pods",
      help: "Write two peers.",
      beside: other,
      reporting: &findings
    )
  }
  if !block.isPresent, !pods.isPresent, !namespaces.isPresent {
    peer.refuse(
      .apiExclusive,
      "is no peer",
      because: "a peer is addresses or pods",
      help: "Write 'podSelector', 'namespaceSelector' or 'ipBlock'.",
      reporting: &findings
    )
  }
  guard block.isPresent else { return }
  let range = block["cidr"]
  range.mustNotBeEmpty(reporting: &findings)
  range.mustBeRange(reporting: &findings)
  for exception in block["except"].items {
    exception.mustBeRange(reporting: &findings)
    guard let outer = range.text.flatMap(CIDR.init(masking:)),
      let inner = exception.text.flatMap(CIDR.init(masking:)), inner == outer || !outer.contains(inner)
    else { continue }
    exception.refuse(
      .apiAddress,
      "is \(exception.shown), not a smaller range inside 'cidr', \(range.shown)",
      help: "Write a smaller range inside 'cidr'.",
      beside: range,
      reporting: &findings
    )
  }
}

/// An EndpointSlice.
func checkEndpointSlice(_ root: Field, reporting findings: inout Findings) {
  let type = root["addressType"], ports = root["ports"].items
  type.mustBe(oneOf: ["IPv4", "IPv6", "FQDN"], reporting: &findings)
  for endpoint in root["endpoints"].items {
    endpoint["addresses"].mustHave(1...100, called: "addresses", reporting: &findings)
    for address in endpoint["addresses"].items {
      if type.text == "FQDN" {
        address.mustBeName(.dnsSubdomain, reporting: &findings)
      } else {
        address.mustBeAddress(reporting: &findings)
        guard let own = address.text.flatMap(CIDR.init(address:)), let family = type.written,
          ["IPv4", "IPv6"].contains(family), own.isVersion6 != (family == "IPv6")
        else { continue }
        address.refuse(
          .apiAddress,
          "is \(address.shown), not of '\(family)'",
          help: "Write addresses of one family in a slice.",
          beside: type,
          reporting: &findings
        )
      }
    }
  }
  ports.mustDiffer(by: "name", reporting: &findings)
  for port in ports {
    port["name"].mustBeName(.dnsLabel, reporting: &findings)
    port["port"].mustBePortNumber(reporting: &findings)
    port["protocol"].mustBeProtocol(reporting: &findings)
    port["appProtocol"].mustBeName(.qualified, reporting: &findings)
  }
}
