internal import Validation

/// What the NetworkPolicies of a set do to its pods.
struct NetworkIsolation: Sendable {
  let policies: [NetworkPolicy]
  /// The directions in which each pod is held, by its place.
  private var held: [Set<NetworkPolicy.Direction>]
  /// The places of the policies that let somebody reach each pod.
  private var admitting: [[Int]]

  init(_ set: ObjectSet) {
    policies = set.ofKind("NetworkPolicy", of: "networking.k8s.io").map(NetworkPolicy.init)
    held = Array(repeating: [], count: set.pods.count)
    admitting = Array(repeating: [], count: set.pods.count)
    // Many policies for a whole namespace that only deny cost no more than one.
    var denied: [String: Set<NetworkPolicy.Direction>] = [:]
    for (number, policy) in policies.enumerated() {
      let directions = Set([NetworkPolicy.Direction.ingress, .egress].filter(policy.holds))
      let admits = directions.contains(.ingress) && !policy.rules(.ingress).isEmpty
      let namespace = policy.object.namespace ?? "default"
      if policy.selectsAll, !admits {
        denied[namespace, default: []].formUnion(directions)
        continue
      }
      for pod in set.podNumbers(selectedBy: policy.podSelector, in: namespace) {
        held[pod].formUnion(directions)
        if admits { admitting[pod].append(number) }
      }
    }
    for (namespace, directions) in denied {
      for pod in set.podNumbers(in: namespace) { held[pod].formUnion(directions) }
    }
  }

  /// Whether some policy closes a direction of a pod; without one, all is open.
  func holds(_ direction: NetworkPolicy.Direction, ofPod number: Int) -> Bool {
    held[number].contains(direction)
  }

  /// The policies that let somebody reach a pod.
  func admitting(pod number: Int) -> [NetworkPolicy] { admitting[number].map { policies[$0] } }
}

/// A NetworkPolicy, with what is left out made plain.
struct NetworkPolicy: Sendable {
  let object: APIObject

  enum Direction: String, Sendable {
    case ingress = "Ingress"
    case egress = "Egress"
  }

  init(_ object: APIObject) { self.object = object }

  var podSelector: Field { object.spec["podSelector"] }

  /// Whether it selects every pod of its namespace.
  var selectsAll: Bool {
    podSelector.isPresent && podSelector["matchLabels"].isEmpty && podSelector["matchExpressions"].isEmpty
  }

  /// Whether it closes a direction but for what its rules let through.
  func holds(_ direction: Direction) -> Bool {
    let types = object.spec["policyTypes"]
    guard types.isEmpty else { return types.items.contains { $0.text == direction.rawValue } }
    return direction == .ingress || !object.spec["egress"].isEmpty
  }

  /// What it lets through.
  func rules(_ direction: Direction) -> [Field] {
    object.spec[direction == .ingress ? "ingress" : "egress"].items
  }

  /// Those whom it lets through.
  func peers(_ direction: Direction) -> [Field] {
    rules(direction).flatMap { $0[direction == .ingress ? "from" : "to"].items }
  }

  /// Whether somebody may reach a port of a pod by this policy.
  func admits(_ port: ListeningPort) -> Bool {
    rules(.ingress).contains { rule in
      let ports = rule["ports"]
      return ports.isEmpty || ports.items.contains { policyPort($0, means: port) }
    }
  }
}

/// Whether a port of a policy's rule means a port of a pod.
func policyPort(_ written: Field, means port: ListeningPort) -> Bool {
  guard written["protocol"].written ?? "TCP" == port.proto else { return false }
  let wanted = written["port"]
  if let first = wanted.integer {
    guard let number = port.number else { return false }
    return (first...max(first, written["endPort"].integer ?? first)).contains(number)
  }
  return wanted.written.map { $0 == port.name } ?? !wanted.isPresent
}

/// The ports of a pod that a port of a Service leads to: declared ones, or any number where the pod declares none.
func reached(_ target: PortTarget, in pod: Pod) -> [ListeningPort] {
  let ports = pod.ports
  guard ports.isEmpty, let number = target.number else { return ports.filter { target.isMet(by: $0) } }
  return [ListeningPort(number: number, name: nil, proto: target.proto, field: target.field)]
}

/// Whether an ipBlock is all addresses there are.
func isWorld(_ block: Field) -> Bool {
  ["0.0.0.0/0", "::/0"].contains(block["cidr"].text ?? "") && block["except"].isEmpty
}

/// The ports that a policy lets in and that no container of its pods has.
///
/// Containers need not declare ports: only where all its pods do is one that is missing a mistake. A policy for
/// a whole namespace may speak of ports that pods to come will have.
func undeclaredPorts(of policy: NetworkPolicy, in set: ObjectSet) -> [Field] {
  guard !policy.selectsAll else { return [] }
  let written = policy.rules(.ingress).flatMap { $0["ports"].items }.filter { $0["port"].isPresent }
  guard !written.isEmpty else { return [] }
  let pods = set.pods(selectedBy: policy.podSelector, in: policy.object.namespace).map(\.ports)
  guard !pods.isEmpty, pods.allSatisfy({ !$0.isEmpty }) else { return [] }
  return written.filter { port in !pods.joined().contains { policyPort(port, means: $0) } }.map { $0["port"] }
}
