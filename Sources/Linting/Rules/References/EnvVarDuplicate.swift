internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of variables that are set twice.
  static let envVarDuplicate = LintRule(
    "SPAI3019",
    "env-var-duplicate",
    .references,
    .warning,
    rationale: "Of two variables with one name the last counts, and which was meant nobody knows.",
    remediation: "Remove one of the two.",
    aliases: [
      .kubeLinter: ["duplicate-env-var"],
      .kubeScore: ["environment-variable-key-duplication"],
      .kubescape: ["C-0295"],
      .sonar: ["S6907"],
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
            env:
            - {name: LEVEL, value: info}
            - {name: «FORMAT|LEVEL», value: debug}
        """
      )
    ],
    check: .container { container, _, report in
      var seen: [String: Field] = [:]
      for name in container["env"].items.map({ $0["name"] }) {
        guard let text = name.written else { continue }
        if let other = seen[text] {
          report.flag(
            name,
            "is '\(text)', which is there already",
            of: container.owner,
            beside: (other, "the first")
          )
        }
        seen[text] = seen[text] ?? name
      }
    }
  )
}
