internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of load balancers that hide who is calling.
  static let serviceExternalTrafficPolicy = LintRule(
    "SPAI2411",
    "service-external-traffic-policy",
    .networking,
    .note,
    in: .all,
    rationale:
      "With the policy 'Cluster', a second hop between nodes costs time and hides the address of the client.",
    remediation: "Set 'externalTrafficPolicy' to 'Local' where each node that is asked has a pod.",
    aliases: [
      .popeye: ["POP-1107", "POP-1108"]
    ],
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Service
        metadata: {name: api}
        spec:
          type: LoadBalancer
          externalTrafficPolicy: «Local|Cluster»
        """
      )
    ],
    check: .object(["Service"]) { service, _, report in
      let policy = service.spec["externalTrafficPolicy"]
      guard service.spec["type"].text == "LoadBalancer", policy.text != "Local" else { return }
      report.flag(policy, policy.isPresent ? "is 'Cluster'" : "is absent, which means 'Cluster'", of: service)
    }
  )
}
