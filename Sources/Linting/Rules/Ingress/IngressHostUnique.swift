internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of a host and path that two routes of a namespace claim.
  static let ingressHostUnique = LintRule(
    "SPAI3404",
    "ingress-host-unique",
    .ingress,
    .warning,
    rationale:
      "Which of the two gets the traffic depends on which is older, and it changes when one is made anew.",
    remediation: "Remove one of the two, or give it another host or path.",
    aliases: [
      .gatekeeper: ["uniqueingresshost"],
      .kyverno: ["unique-ingress-host", "unique-ingress-host-and-path", "unique-ingress-path"],
    ],
    examples: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: api, namespace: a}
        spec:
          rules:
          - host: api.example.com
            http:
              paths:
              - path: /
        ---
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: web, namespace: a}
        spec:
          rules:
          - host: api.example.com
            http:
              paths:
              - path: «/web|/»
        """
      )
    ],
    check: .set(about: .kinds(["HTTPRoute", "Ingress"])) { set, _, report in
      var seen: [String: RouteClaim] = [:]
      for claim in ["Ingress", "HTTPRoute"].flatMap({ set.ofKind($0) }).flatMap(routeClaims(of:)) {
        let key =
          "\(claim.object.kind) \(claim.object.namespace ?? "default") \(claim.shown) \(claim.condition)"
        if let other = seen[key], other.object.name != claim.object.name {
          report.flag(
            claim.field,
            "claims '\(claim.shown)', as \(other.object.kind) '\(other.object.name)' does",
            of: claim.object,
            beside: (other.field, "the other")
          )
        }
        seen[key] = seen[key] ?? claim
      }
    }
  )
}
