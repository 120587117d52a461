internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of containers that stop while requests are still sent to them.
  static let preStopHook = LintRule(
    "SPAI2309",
    "pre-stop-hook",
    .availability,
    .note,
    in: .all,
    rationale: """
      A pod is told to stop at the moment in which it is taken off its Services, and some proxies hear it later.
      """,
    remediation: "Add a 'preStop' that sleeps for some seconds.",
    aliases: [.datree: ["CONTAINERS_MISSING_PRESTOP_KEY"]],
    examples: [
      Example(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api, namespace: a}
        spec:
          template:
            metadata: {labels: {app: api}}
            spec:
              containers:
              - ↓name: api
                ports: [{containerPort: 8080}]
                «lifecycle: {preStop: {sleep: {seconds: 5}}}|»
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: api, namespace: a}
        spec: {selector: {app: api}, ports: [{port: 80, targetPort: 8080}]}
        """
      )
    ],
    check: .pod { pod, context, report in
      guard pod.isLasting, context.objects.isServed(pod) else { return }
      for container in pod.containers where !container.isInit && !container["ports"].isEmpty {
        let hook = container["lifecycle"]["preStop"]
        if !hook.isPresent { report.flag(hook, "is missing", of: pod.owner) }
      }
    }
  )
}
