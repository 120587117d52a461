internal import Diagnostics
internal import Validation

extension LintRule {
  /// Refuses routes into namespaces that do not let them in.
  static let referenceGrantMissing = LintRule(
    "SPAI3415",
    "reference-grant-missing",
    .ingress,
    .error,
    rationale:
      "A gateway sends nothing to a Service of another namespace unless a ReferenceGrant there allows it.",
    remediation: "Add a ReferenceGrant to the Service's namespace, or keep the route there.",
    examples: [
      Example(
        """
        apiVersion: gateway.networking.k8s.io/v1
        kind: HTTPRoute
        metadata: {name: api, namespace: web}
        spec:
          rules:
          - backendRefs:
            - ↓name: api
              namespace: a
              port: 80
        ---
        apiVersion: gateway.networking.k8s.io/v1beta1
        kind: ReferenceGrant
        metadata: {name: web, namespace: a}
        spec:
          from: [{group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: «web|wep»}]
          to: [{group: "", kind: Service}]
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: api, namespace: a}
        spec: {ports: [{port: 80, name: http}]}
        """
      )
    ],
    check: .object(routeKinds) { route, context, report in
      let own = route.namespace ?? "default"
      for backend in routeBackends(of: route) {
        let theirs = backend.namespace ?? "default"
        // Only of a Service that is at hand is it known that nobody grants it.
        guard theirs != own,
          context.objects.object("Service", of: "", named: backend.name, in: theirs) != nil
        else { continue }
        let isGranted = context.objects.ofKind("ReferenceGrant").contains { grant in
          grant.namespace == theirs
            && grant.spec["from"].items.contains {
              $0["kind"].text == route.kind && $0["namespace"].text == own
            }
            && grant.spec["to"].items.contains {
              $0["kind"].text == "Service" && ($0["name"].written ?? backend.name) == backend.name
            }
        }
        if !isGranted {
          report.flag(
            backend.service,
            "is in namespace '\(theirs)', which has no ReferenceGrant for it",
            of: route
          )
        }
      }
    }
  )
}
