internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of Ingresses for hosts that nobody named.
  static let ingressHostWildcardOrEmpty = LintRule(
    "SPAI3403",
    "ingress-host-wildcard-or-empty",
    .ingress,
    .warning,
    in: .strict,
    rationale:
      "A rule without a host, or for all below a domain, takes also the traffic that others forgot to claim.",
    remediation: "Write each host.",
    aliases: [
      .datree: ["INGRESS_INCORRECT_HOST_VALUE_PERMISSIVE"],
      .gatekeeper: ["block-wildcard-ingress"],
      .kyverno: ["disallow-empty-ingress-host", "restrict-ingress-wildcard"],
    ],
    examples: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: api, namespace: a}
        spec:
          rules:
          - host: "«api|*».example.com"
        """
      ),
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: api, namespace: a}
        spec:
          rules:
          - «host: api.example.com|http: {}»
        """
      ),
    ],
    check: .object(["Ingress"]) { ingress, _, report in
      for rule in ingress.spec["rules"].items {
        let host = rule["host"]
        if host.isEmpty {
          report.flag(rule, "has no host", of: ingress)
        } else if host.text?.hasPrefix("*") ?? false {
          report.flag(host, "is \(host.shown), every host below a domain", of: ingress)
        }
      }
    }
  )
}
