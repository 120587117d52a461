internal import Diagnostics
internal import Kubernetes
internal import Specification
internal import YAMLSyntax

/// Which requests go to which version of a service.
func routeRules(_ service: Specification.Service, _ expose: Exposure) -> [Node] {
  let isGRPC = service.isExposedByGRPC
  let path: Node? = isGRPC ? nil : ["type": "PathPrefix", "value": Node(expose.path)]
  let timeouts: Node? = isGRPC ? nil : service.spec.traffic?.timeout.map { ["request": .duration($0)] }
  func backend(_ name: String, _ weight: Node) -> Node {
    [
      "group": "", "kind": "Service", "name": Node(name), "port": servicePort(service, expose),
      "weight": weight,
    ]
  }
  func rule(_ backends: [Node], headers: Node? = nil) -> Node {
    [
      "matches": path == nil && headers == nil ? nil : [["path": path, "headers": headers]],
      "timeouts": timeouts,
      "backendRefs": .list(backends),
    ]
  }
  let stable = "\(service.name)-stable", canary = "\(service.name)-canary"
  let rollout = service.spec.rollout
  switch (service.release, rollout.strategy.value) {
  case (.tracks(_, byGateway: true), .abTest):
    return [
      rule([backend("\(service.name)-b", 1)], headers: rollout.abTest.flatMap(variantHeaders)),
      rule([backend("\(service.name)-a", 1)]),
    ]
  case (.tracks(_, byGateway: true), .canary):
    let weight = rollout.canary.weight
    return [
      rule([
        backend(stable, Node(100 - weight.value, origin: weight.origin)), backend(canary, Node(weight)),
      ])
    ]
  // Where a release stands is Argo Rollouts' to say; these are the weights between two releases.
  case (.rollout(_, byGateway: true), .canary):
    return [rule([backend(stable, 100), backend(canary, 0)])]
  default:
    return [rule([backend(service.name, 1)])]
  }
}

/// What a request carries that is to get the variant.
///
/// A cookie is one of several in a header, so it takes a regular expression, which gateways may read by more than one
/// syntax; this one means the same in all.
private func variantHeaders(_ test: ABTest) -> Node? {
  if let header = test.header {
    return [["type": "Exact", "name": Node(header.name), "value": Node(header.value)]]
  }
  return test.cookie.map { cookie in
    let expression = "^(.*; ?)?\(cookie.name.value)=\(cookie.value.value)(;.*)?$"
    return [
      [
        "type": "RegularExpression", "name": "Cookie",
        "value": Node(expression, origin: cookie.value.origin),
      ]
    ]
  }
}

/// When the test is over, for reviewers: no clock decides what is compiled.
func endOfTest(_ service: Specification.Service) -> [(String, Node)] {
  guard service.spec.rollout.strategy.value == .abTest, let test = service.spec.rollout.abTest else {
    return []
  }
  return [("\(ownPrefix)/test-until", Node(test.until))]
}
