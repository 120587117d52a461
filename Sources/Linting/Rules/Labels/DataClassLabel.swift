internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of workloads that do not say which data they hold, or in no known word.
  static let dataClassLabel = LintRule(
    "SPAI3113",
    "data-class-label",
    .labels,
    .note,
    in: .all,
    rationale:
      "Which rules hold for a workload follows from its data; one that says nothing is held to none.",
    remediation:
      "Write the classes into the label 'spai.dev/data-class', with dots between them.",
    examples: [
      Example(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api}
        spec:
          template:
            metadata:
              labels: {spai.dev/data-class: «personal.internal|personnel»}
            spec: {containers: [{name: api}]}
        """,
        settings: { $0.audit.dataClasses = ["internal", "personal"] }
      ),
      Example(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: api
          ↓labels: {«spai.dev/data-class|class»: personal}
        spec: {template: {spec: {containers: [{name: api}]}}}
        """
      ),
    ],
    check: .pod { pod, context, report in
      let (field, names) = dataClasses(of: pod), known = context.settings.audit.dataClasses
      if names.isEmpty { report.flag(field, "is missing", of: pod.owner) }
      for name in names where !known.isEmpty && !known.contains(name) {
        report.flag(field, "has '\(name)', which is no class of data", of: pod.owner)
      }
    }
  )
}
