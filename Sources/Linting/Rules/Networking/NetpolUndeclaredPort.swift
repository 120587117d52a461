internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of ports in policies that no container has.
  static let netpolUndeclaredPort = LintRule(
    "SPAI2418",
    "netpol-undeclared-port",
    .networking,
    .warning,
    rationale:
      "A policy that opens a port that no container has opens nothing; the port that was meant stays closed.",
    remediation: "Write the port that the containers listen on, or declare it there.",
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: api, namespace: a, labels: {app: api}}
        spec: {containers: [{name: api, ports: [{containerPort: 8080}]}]}
        ---
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: api, namespace: a}
        spec:
          podSelector: {matchLabels: {app: api}}
          ingress:
          - ports:
            - port: «8080|8090»
        """
      )
    ],
    check: .object(["NetworkPolicy"]) { object, context, report in
      guard object.group == "networking.k8s.io" else { return }
      for port in undeclaredPorts(of: NetworkPolicy(object), in: context.objects) {
        report.flag(port, "is \(port.shown), a port that no container has", of: object)
      }
    }
  )
}
