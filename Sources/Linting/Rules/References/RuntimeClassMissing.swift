internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of pods whose runtime does not exist.
  static let runtimeClassMissing = LintRule(
    "SPAI3011",
    "runtime-class-missing",
    .references,
    .warning,
    rationale: "The API server refuses pods whose RuntimeClass does not exist.",
    remediation: "Correct the name, or list the class among what the platform provides.",
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: api, namespace: a, labels: {app: api}}
        spec:
          runtimeClassName: «gvisor|gvizor»
        ---
        apiVersion: node.k8s.io/v1
        kind: RuntimeClass
        metadata: {name: gvisor}
        handler: runsc
        """
      )
    ],
    check: .set(about: .referring(.runtimeClass)) { _, context, report in
      report.flagMissing(.runtimeClass, in: context)
    }
  )
}
