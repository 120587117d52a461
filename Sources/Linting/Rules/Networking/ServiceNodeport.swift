internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of Services that open a port on every node.
  static let serviceNodeport = LintRule(
    "SPAI2407",
    "service-nodeport",
    .networking,
    .warning,
    in: .strict,
    rationale: "A node port is open on each node for whoever reaches the node, past the gateway and its TLS.",
    remediation: "Use the type 'ClusterIP' behind an Ingress or a route.",
    aliases: [
      .datree: ["SERVICE_INCORRECT_TYPE_VALUE_NODEPORT"],
      .gatekeeper: ["block-nodeport-services"],
      .kics: ["Service Type is NodePort"],
      .kubeLinter: ["exposed-services"],
      .kubeScore: ["service-type"],
      .kyverno: ["restrict-nodeport"],
      .popeye: ["POP-1104"],
    ],
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Service
        metadata: {name: api}
        spec:
          type: «ClusterIP|NodePort»
        """
      )
    ],
    check: .object(["Service"]) { service, _, report in
      let type = service.spec["type"]
      if type.text == "NodePort" { report.flag(type, "is 'NodePort'", of: service) }
    }
  )
}
