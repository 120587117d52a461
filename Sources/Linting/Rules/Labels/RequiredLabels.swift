internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of workloads without the labels that all of them must have.
  static let requiredLabels = LintRule(
    "SPAI3101",
    "required-labels",
    .labels,
    .warning,
    in: .strict,
    rationale:
      "Selectors, costs, dashboards and alerts go by labels: what has none belongs to nobody.",
    remediation:
      "Write the label; 'requiredLabels' says which ones are asked for.",
    aliases: [
      .datree: ["WORKLOAD_MISSING_LABEL_OWNER_VALUE", "DEPLOYMENT_MISSING_LABEL_ENV_VALUE"],
      .gatekeeper: ["requiredlabels"], .kubeLinter: ["required-label-owner"],
      .kubescape: ["C-0076", "C-0077"], .kyverno: ["require-labels", "require-kubecost-labels"],
    ],
    examples: [
      Example(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: api
          ↓labels: {«app.kubernetes.io/name|app»: api}
        """
      )
    ],
    check: .object([
      "CronJob", "DaemonSet", "Deployment", "Job", "JobSet", "Pod", "Rollout", "ScaledJob", "StatefulSet",
    ]) { object, context, report in
      let labels = object.labels
      for key in context.settings.requiredLabels where labels[key].isEmpty {
        report.flag(labels[key], "is missing", of: object)
      }
    }
  )
}
