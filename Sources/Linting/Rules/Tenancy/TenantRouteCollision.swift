internal import Diagnostics
internal import Validation

extension LintRule {
  /// Refuses a host and path that two namespaces claim.
  static let tenantRouteCollision = LintRule(
    "SPAI3306",
    "tenant-route-collision",
    .tenancy,
    .error,
    rationale:
      "Of two tenants with one address, one gets the traffic of the other, with its cookies and passwords.",
    remediation: "Give each tenant a host of its own.",
    examples: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: shop, namespace: a}
        spec:
          rules:
          - host: shop.example.com
            http:
              paths:
              - path: /
        ---
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: shop, namespace: b}
        spec:
          rules:
          - host: shop.example.com
            http:
              paths:
              - path: «/b|/»
        """
      ),
      Example(
        """
        apiVersion: gateway.networking.k8s.io/v1
        kind: HTTPRoute
        metadata: {name: shop, namespace: a}
        spec:
          hostnames: [shop.example.com]
          rules: [{backendRefs: []}]
        ---
        apiVersion: gateway.networking.k8s.io/v1
        kind: HTTPRoute
        metadata: {name: shop, namespace: b}
        spec:
          hostnames:
          - «b.example.com|shop.example.com»
          rules: [{backendRefs: []}]
        """
      ),
    ],
    check: .set(about: .kinds(["HTTPRoute", "Ingress"])) { set, _, report in
      var seen: [String: RouteClaim] = [:]
      var told: Set<String> = []
      for claim in ["Ingress", "HTTPRoute"].flatMap({ set.ofKind($0) }).flatMap(routeClaims(of:)) {
        guard let other = seen[claim.shown] else {
          seen[claim.shown] = claim
          continue
        }
        let (mine, theirs) = (claim.object.namespace, other.object.namespace)
        guard mine != theirs, claim.isForAll || other.isForAll || claim.condition == other.condition,
          told.insert("\(mine ?? "") \(claim.object.name) \(claim.shown)").inserted
        else { continue }
        report.flag(
          claim.field,
          "claims '\(claim.shown)', as namespace '\(theirs ?? "default")' does",
          of: claim.object,
          beside: (other.field, "the other")
        )
      }
    }
  )
}
