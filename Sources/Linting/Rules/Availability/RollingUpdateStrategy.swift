internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of workloads that are down during each rollout, or are not rolled out at all.
  static let rollingUpdateStrategy = LintRule(
    "SPAI2312",
    "rolling-update-strategy",
    .availability,
    .warning,
    in: .strict,
    rationale: """
      'Recreate' stops every pod before it starts the first new one; 'OnDelete' waits for somebody to delete \
      each.
      """,
    remediation: "Write 'RollingUpdate', unless its volume takes only one pod at a time.",
    aliases: [
      .kubeLinter: ["no-rolling-update-strategy"], .kubeScore: ["deployment-strategy"],
      .kubescape: ["C-0305"],
    ],
    examples: [
      Example(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api}
        spec:
          strategy: {type: «RollingUpdate|Recreate»}
        """
      ),
      Example(
        """
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: {name: api}
        spec:
          updateStrategy: {type: «RollingUpdate|OnDelete»}
        """
      ),
    ],
    check: .object(["Deployment", "StatefulSet", "DaemonSet"]) { object, _, report in
      let strategy = object.spec["strategy"]["type"], update = object.spec["updateStrategy"]["type"]
      let keepsVolumes = object.spec["template"]["spec"]["volumes"].items.contains {
        $0["persistentVolumeClaim"].isPresent
      }
      if object.kind == "Deployment", strategy.text == "Recreate", !keepsVolumes {
        report.flag(strategy, "is 'Recreate'", of: object)
      } else if object.kind != "Deployment", update.text == "OnDelete" {
        report.flag(update, "is 'OnDelete'", of: object)
      }
    }
  )
}
