internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of ways in without a firewall for web applications or a limit of requests.
  static let unprotectedRoute = LintRule(
    "SPAI3422",
    "unprotected-route",
    .ingress,
    .note,
    in: .all,
    rationale:
      "Everything that is open to the world is tried with every known attack, all day.",
    remediation:
      "Attach a policy for rates or of a firewall to the route, or write the annotation of the controller.",
    examples: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
          ↓annotations: {nginx.ingress.kubernetes.io/«limit-rps|rewrite-target»: "20"}
        """
      ),
      Example(
        """
        apiVersion: gateway.networking.k8s.io/v1
        ↓kind: HTTPRoute
        metadata: {name: web, namespace: a}
        spec: {parentRefs: [{name: public}]}
        ---
        apiVersion: gateway.envoyproxy.io/v1alpha1
        kind: BackendTrafficPolicy
        metadata: {name: web, namespace: a}
        spec:
          targetRefs: [{group: gateway.networking.k8s.io, kind: HTTPRoute, name: «web|api»}]
        """
      ),
    ],
    check: .set(about: .kinds(["HTTPRoute", "Ingress"])) { set, _, report in
      for ingress in set.ofKind("Ingress", of: "networking.k8s.io") {
        let annotations = ingress.metadata["annotations"]
        if !annotations.entries.contains(where: { protections.contains($0.key) }) {
          report.flag(annotations, "names no firewall and no limit", of: ingress)
        }
      }
      for route in set.ofKind("HTTPRoute", of: "gateway.networking.k8s.io") {
        let gateways = route.spec["parentRefs"].items.compactMap { $0["name"].text }
        let isProtected = policyKinds.flatMap { set.ofKind($0) }.contains { policy in
          (policy.spec["targetRefs"].items + [policy.spec["targetRef"]]).contains { target in
            let name = target["name"].text ?? ""
            return target["kind"].text == "HTTPRoute"
              ? policy.namespace == route.namespace && name == route.name
              : target["kind"].text == "Gateway" && gateways.contains(name)
          }
        }
        if !isProtected { report.flag(route.root, "has no policy of a firewall or for rates", of: route) }
      }
    }
  )
}

private let policyKinds = ["BackendTrafficPolicy", "GCPBackendPolicy", "RateLimitPolicy", "WAFPolicy"]

private let protections: Set<String> = [
  "alb.ingress.kubernetes.io/waf-acl-id", "alb.ingress.kubernetes.io/wafv2-acl-arn",
  "appgw.ingress.kubernetes.io/waf-policy-for-path", "haproxy.org/rate-limit-requests",
  "nginx.ingress.kubernetes.io/enable-modsecurity", "nginx.ingress.kubernetes.io/limit-connections",
  "nginx.ingress.kubernetes.io/limit-rpm", "nginx.ingress.kubernetes.io/limit-rps",
]
