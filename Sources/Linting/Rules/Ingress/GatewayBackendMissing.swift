internal import Diagnostics
internal import Validation

extension LintRule {
  /// Refuses routes that lead nowhere.
  static let gatewayBackendMissing = LintRule(
    "SPAI3406",
    "gateway-backend-missing",
    .ingress,
    .error,
    rationale:
      "The gateway answers with an error for each request of a rule whose Service or port does not exist.",
    remediation: "Write the name and a port of a Service that exists.",
    aliases: [
      .kubescape: ["C-0302"]
    ],
    examples: [
      Example(
        """
        apiVersion: gateway.networking.k8s.io/v1
        kind: HTTPRoute
        metadata: {name: api, namespace: a}
        spec:
          rules:
          - backendRefs:
            - name: «api|apo»
              port: 80
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: api, namespace: a}
        spec: {ports: [{port: 80, name: http}]}
        """
      ),
      Example(
        """
        apiVersion: gateway.networking.k8s.io/v1
        kind: GRPCRoute
        metadata: {name: api, namespace: a}
        spec:
          rules:
          - backendRefs:
            - name: api
              port: «80|8080»
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: api, namespace: a}
        spec: {ports: [{port: 80, name: http}]}
        """
      ),
    ],
    check: .object(routeKinds) { route, context, report in
      report.flagBackends(of: route, in: context)
    }
  )
}
