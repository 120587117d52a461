internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of backends by the number of a port.
  static let ingressBackendNamedPort = LintRule(
    "SPAI3407",
    "ingress-backend-named-port",
    .ingress,
    .note,
    in: .all,
    rationale: "A name survives a change of the number in the Service.",
    remediation: "Write the name of the port.",
    aliases: [
      .popeye: ["POP-1403"]
    ],
    examples: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: api, namespace: a}
        spec:
          defaultBackend:
            service:
              name: api
              port: {«name: http|number: 80»}
        """
      )
    ],
    check: .object(["Ingress"]) { ingress, _, report in
      for backend in routeBackends(of: ingress) where backend.port.integer != nil {
        report.flag(backend.port, "is a number", of: ingress)
      }
    }
  )
}
