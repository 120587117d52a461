internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of objects whose 'app.kubernetes.io/instance' is not their name.
  static let nameInstanceMatch = LintRule(
    "SPAI3104",
    "name-instance-match",
    .labels,
    .note,
    in: .all,
    rationale:
      "Tools that group by instance then show the object under a name that nobody looks for.",
    remediation:
      "Write the object's name into the label 'app.kubernetes.io/instance'.",
    aliases: [
      .polaris: ["metadataAndInstanceMismatched"]
    ],
    examples: [
      Example(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: api
          labels:
            app.kubernetes.io/instance: «api|other»
        """
      )
    ],
    check: .object([
      "CronJob", "DaemonSet", "Deployment", "Job", "JobSet", "Pod", "Rollout", "ScaledJob", "StatefulSet",
    ]) { object, _, report in
      let instance = object.labels["app.kubernetes.io/instance"]
      guard let text = instance.written, text != object.name else { return }
      report.flag(instance, "is \(instance.shown), not '\(object.name)'", of: object)
    }
  )
}
