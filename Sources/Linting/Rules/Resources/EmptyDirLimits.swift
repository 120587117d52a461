internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of scratch volumes that may fill a node.
  static let emptyDirLimits = LintRule(
    "SPAI2208",
    "emptydir-limits",
    .resources,
    .warning,
    in: .strict,
    rationale: "An emptyDir without 'sizeLimit' grows until the disk or the memory of its node is full.",
    remediation: "Write 'sizeLimit'.",
    aliases: [.kyverno: ["require-emptydir-requests-and-limits"]],
    examples: [
      Example(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api}
        spec:
          template:
            spec:
              containers: [{name: api}]
              volumes:
              - name: tmp
                ↓emptyDir: {«sizeLimit: 64Mi|»}
        """
      )
    ],
    check: .pod { pod, _, report in
      for volume in pod.volumes {
        let scratch = volume["emptyDir"]
        guard scratch.isPresent, !scratch["sizeLimit"].isPresent else { continue }
        report.flag(scratch["sizeLimit"], "is missing", of: pod.owner)
      }
    }
  )
}
