internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of pods whose volume claim does not exist.
  static let claimMissing = LintRule(
    "SPAI3008",
    "claim-missing",
    .references,
    .warning,
    rationale: "A pod stays pending until the PersistentVolumeClaim that it names exists.",
    remediation: "Add the PersistentVolumeClaim, or correct the name.",
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: api, namespace: a, labels: {app: api}}
        spec:
          volumes:
          - name: data
            persistentVolumeClaim: {claimName: «data|date»}
        ---
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: {name: data, namespace: a}
        """
      )
    ],
    check: .set(about: .referring(.claim)) { _, context, report in
      report.flagMissing(.claim, in: context)
    }
  )
}
