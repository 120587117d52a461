internal import Diagnostics
internal import Validation

extension LintRule {
  /// Refuses Ingresses that lead nowhere.
  static let ingressBackendMissing = LintRule(
    "SPAI3405",
    "ingress-backend-missing",
    .ingress,
    .error,
    rationale:
      "A path whose Service or port does not exist answers with an error, and an Ingress with one may be "
      + "skipped whole.",
    remediation: "Write the name and a port of a Service of the same namespace.",
    aliases: [
      .kubeLinter: ["dangling-ingress"],
      .kubeScore: ["ingress-targets-service"],
      .kubescape: ["C-0298"],
      .popeye: ["POP-1401", "POP-1402", "POP-1404"],
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
                backend: {service: {name: «api|apo», port: {number: 80}}}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: api, namespace: a}
        spec: {ports: [{port: 80, name: http}]}
        """
      ),
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: api, namespace: a}
        spec:
          defaultBackend:
            service:
              name: api
              port: {name: «http|web»}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: api, namespace: a}
        spec: {ports: [{port: 80, name: http}]}
        """
      ),
    ],
    check: .object(["Ingress"]) { ingress, context, report in
      report.flagBackends(of: ingress, in: context)
    }
  )
}
