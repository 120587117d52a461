internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of containers that wait for somebody to type.
  static let ephemeralOrInteractive = LintRule(
    "SPAI2029",
    "ephemeral-or-interactive",
    .podSecurity,
    .warning,
    in: .strict,
    rationale:
      "A terminal is for people at work in the container, who then change what no manifest says.",
    remediation:
      "Remove it; 'kubectl debug' attaches to a pod when it must be.",
    aliases: [
      .gatekeeper: ["disallowinteractive"], .kyverno: ["block-ephemeral-containers"],
    ],
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
                tty: «false|true»
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
                stdin: «false|true»
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
              ↓«hostname: api|ephemeralContainers: [{name: debug}]»
              containers:
              - name: api
        """
      ),
    ],
    check: .pod { pod, _, report in
      let debuggers = pod.spec["ephemeralContainers"]
      if !debuggers.isEmpty { report.flag(debuggers, "stands in a manifest", of: pod.owner) }
      for container in pod.containers {
        for key in ["stdin", "tty"] where container[key].isTrue {
          report.flag(container[key], "is true", of: pod.owner)
        }
      }
    }
  )
}
