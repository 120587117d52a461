internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of containers that are restarted where they should only rest.
  static let probesIdentical = LintRule(
    "SPAI2304",
    "probes-identical",
    .availability,
    .warning,
    in: .strict,
    rationale: """
      A liveness probe that fails as soon as the readiness probe does restarts a pod that is only busy, and all \
      at once.
      """,
    remediation: "Let the liveness probe ask less, or fail later.",
    aliases: [.kubeScore: ["pod-probes-identical"], .kyverno: ["validate-probes"]],
    examples: [
      Example(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api}
        spec:
          template:
            spec:
              containers:
              - name: api
                readinessProbe: {httpGet: {path: /ready, port: http}, periodSeconds: 5}
                «|↓»livenessProbe: {httpGet: {port: http, path: «/alive|/ready»}, periodSeconds: 5}
        """
      ),
      Example(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api}
        spec:
          template:
            spec:
              containers:
              - name: api
                readinessProbe: {tcpSocket: {port: http}, failureThreshold: 3}
                «|↓»livenessProbe: {tcpSocket: {port: http}, failureThreshold: «9|2»}
        """
      ),
    ],
    check: .container { container, _, report in
      guard let live = container.probe("livenessProbe"), let ready = container.probe("readinessProbe"),
        let handler = live.handler, let other = ready.handler,
        handler.path.key == other.path.key, handler.saysTheSame(as: other), live.patience <= ready.patience
      else { return }
      report.flag(
        live.field,
        "asks what 'readinessProbe' asks, and waits no longer",
        of: container.owner,
        beside: (ready.field, "the other")
      )
    }
  )
}
