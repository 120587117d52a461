internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of Ingresses that take what nobody claimed.
  static let ingressDefaultBackend = LintRule(
    "SPAI3409",
    "ingress-default-backend",
    .ingress,
    .note,
    in: .all,
    rationale:
      "A default backend takes every request that no other rule of the controller takes, those of other tenants too.",
    remediation: "Write rules with hosts.",
    aliases: [
      .kyverno: ["restrict-ingress-defaultbackend"]
    ],
    examples: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: api, namespace: a}
        spec:
          «rules: []|defaultBackend: {service: {name: api, port: {name: http}}}»
        """
      )
    ],
    check: .object(["Ingress"]) { ingress, _, report in
      let backend = ingress.spec["defaultBackend"]
      if !backend.isEmpty { report.flag(backend, "takes what no rule takes", of: ingress) }
    }
  )
}
