internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of Services that no pod stands behind.
  static let danglingService = LintRule(
    "SPAI3001",
    "dangling-service",
    .references,
    .warning,
    rationale:
      "A Service whose selector matches no pod answers nobody; it is mostly a label that was renamed on one side.",
    remediation: "Write the labels of the pods into the selector, or remove the Service.",
    aliases: [.kubeLinter: ["dangling-service"], .kubeScore: ["service-targets-pod"], .popeye: ["POP-1100"]],
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Service
        metadata: {name: api, namespace: a}
        spec:
          ↓selector:
            app: «api|apo»
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api, namespace: a}
        spec:
          template:
            metadata: {labels: {app: api}}
            spec: {containers: [{name: api}]}
        """
      )
    ],
    check: .object(["Service"]) { service, context, report in
      let selector = service.spec["selector"]
      guard !selector.isEmpty else { return }
      let pods = context.objects.pods(selectedPlainlyBy: selector, in: service.namespace)
      if pods.isEmpty { report.flag(selector, "selects no pod", of: service) }
    }
  )
}
