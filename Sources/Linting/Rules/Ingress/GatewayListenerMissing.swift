internal import Diagnostics
internal import Validation

extension LintRule {
  /// Refuses routes on listeners that their gateway does not have.
  static let gatewayListenerMissing = LintRule(
    "SPAI3414",
    "gateway-listener-missing",
    .ingress,
    .error,
    rationale: "The gateway does not accept the route, and nobody is served.",
    remediation: "Write the name of one of the gateway's listeners into 'sectionName'.",
    examples: [
      Example(
        """
        apiVersion: gateway.networking.k8s.io/v1
        kind: HTTPRoute
        metadata: {name: api, namespace: a}
        spec:
          parentRefs:
          - name: public
            sectionName: «https|htpps»
        ---
        apiVersion: gateway.networking.k8s.io/v1
        kind: Gateway
        metadata: {name: public, namespace: a}
        spec: {listeners: [{name: https, port: 443, protocol: HTTPS}]}
        """
      )
    ],
    check: .object(routeKinds) { route, context, report in
      for parent in route.spec["parentRefs"].items where parent["kind"].text ?? "Gateway" == "Gateway" {
        let section = parent["sectionName"], namespace = parent["namespace"].written ?? route.namespace
        guard let name = section.written,
          let gateway = context.objects.object(
            "Gateway",
            of: "gateway.networking.k8s.io",
            named: parent["name"].text ?? "",
            in: namespace
          ), !gateway.spec["listeners"].items.contains(where: { $0["name"].text == name })
        else { continue }
        report.flag(
          section,
          "is '\(name)', a listener that Gateway '\(gateway.name)' does not have",
          of: route
        )
      }
    }
  )
}
