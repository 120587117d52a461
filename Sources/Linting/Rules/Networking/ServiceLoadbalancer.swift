internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of load balancers that are open to every address.
  static let serviceLoadbalancer = LintRule(
    "SPAI2408",
    "service-loadbalancer",
    .networking,
    .warning,
    in: .strict,
    rationale:
      "A load balancer of its own puts the pods on the public network, past the gateway and its rules.",
    remediation: "Use an Ingress or a route, or name the allowed addresses in 'loadBalancerSourceRanges'.",
    aliases: [
      .gatekeeper: ["block-loadbalancer-services"],
      .kics: ["Service With External Load Balancer"],
      .kubeLinter: ["exposed-services"],
      .kyverno: ["no-loadbalancer-service"],
      .popeye: ["POP-1103"],
    ],
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Service
        metadata: {name: api}
        spec:
          ↓type: LoadBalancer
          loadBalancerSourceRanges: [«10.0.0.0/8|0.0.0.0/0»]
        """
      )
    ],
    check: .object(["Service"]) { service, _, report in
      let type = service.spec["type"], ranges = service.spec["loadBalancerSourceRanges"].items
      guard type.text == "LoadBalancer", !isInternal(service),
        ranges.isEmpty || ranges.contains(where: { ["0.0.0.0/0", "::/0"].contains($0.text ?? "") })
      else { return }
      report.flag(type, "is 'LoadBalancer', open to every address", of: service)
    }
  )
}
