internal import Diagnostics
internal import Kubernetes
internal import Validation
internal import YAMLSyntax

extension LintRule {
  /// Refuses labels that an API server refuses.
  static let labelSyntax = LintRule(
    "SPAI3102",
    "label-syntax",
    .labels,
    .error,
    rationale:
      "A label is at most 63 letters, digits, '-', '_' and '.'; an object with another one is not created.",
    remediation:
      "Write a label of that form, in quotes where it looks like a number or a truth value.",
    aliases: [
      .datree: ["WORKLOAD_INVALID_LABELS_VALUE"], .kics: ["Metadata Label Is Invalid"],
      .kubeScore: ["label-values"],
    ],
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Service
        metadata:
          name: api
          labels:
            team: «search|search & find»
        """
      ),
      Example(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api}
        spec:
          template:
            metadata:
              labels:
                canary: «"true"|true»
            spec:
              containers:
              - name: api
        """
      ),
      Example(
        """
        apiVersion: v1
        kind: Service
        metadata:
          name: api
          labels:
            ↓«team|-team»: a
        """
      ),
    ],
    check: .object([]) { object, _, report in
      var places = [object.labels]
      if object.kind != "Pod" { places += podTemplates(in: object).map { $0["metadata"]["labels"] } }
      // Every object has many labels, and hardly any has a fault: fields are made only for those.
      for labels in places {
        for entry in labels.node?.mapping?.entries ?? [] {
          if let problem = labelKeyProblem(entry.key) {
            report.flag(labels[entry.key], "has a key that \(problem)", of: object)
          } else if let scalar = entry.value.scalar, scalar.type == .string {
            guard let problem = labelValueProblem(scalar.text) else { continue }
            report.flag(labels[entry.key], "is \(labels[entry.key].shown), which \(problem)", of: object)
          } else if !entry.value.isNull {
            report.flag(labels[entry.key], "is \(labels[entry.key].shown), and not a text", of: object)
          }
        }
      }
    }
  )
}
