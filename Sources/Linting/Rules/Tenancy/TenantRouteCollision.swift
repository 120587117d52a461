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
    check: .claim(["Ingress", "HTTPRoute"]) { object in
      routeClaims(of: object).map { claim in
        Claim(
          claim.shown,
          by: "namespace '\(object.namespace ?? "default")'",
          under: claim.isForAll ? nil : claim.condition,
          at: claim.field
        )
      }
    }
  )
}
