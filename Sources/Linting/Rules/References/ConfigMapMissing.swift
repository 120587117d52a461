internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of pods whose ConfigMap does not exist.
  static let configMapMissing = LintRule(
    "SPAI3006",
    "configmap-missing",
    .references,
    .warning,
    rationale: "A container does not start before each ConfigMap that it names exists.",
    remediation:
      "Add the ConfigMap, correct the name, set 'optional', or list it among what the platform provides.",
    aliases: [
      .kubeLinter: ["env-value-from"],
      .popeye: ["POP-304", "POP-305", "POP-407"],
    ],
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: api, namespace: a, labels: {app: api}}
        spec:
          containers:
          - name: api
            envFrom: [{configMapRef: {name: «api|apo»}}]
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: api, namespace: a}
        """
      ),
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: api, namespace: a, labels: {app: api}}
        spec:
          volumes:
          - name: settings
            configMap: {name: «api|apo»}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: api, namespace: a}
        """
      ),
    ],
    check: .set(about: .referring(.configMap)) { _, context, report in
      report.flagMissing(.configMap, in: context)
    }
  )
}
