internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of objects in the namespace 'default'.
  static let namespaceDefault = LintRule(
    "SPAI3301",
    "namespace-default",
    .tenancy,
    .warning,
    in: .strict,
    rationale:
      "The namespace 'default' has no owner, no quota and no policies, and what somebody forgot to place lands there.",
    remediation: "Make a namespace for the workload.",
    aliases: [
      .checkov: ["CKV_K8S_21"],
      .datree: ["WORKLOAD_INCORRECT_NAMESPACE_VALUE_DEFAULT"],
      .kics: ["Using Unrecommended Namespace"],
      .kubeLinter: ["use-namespace"],
      .kubescape: ["C-0061"],
      .kyverno: ["disallow-default-namespace"],
      .trivy: ["KSV-0110"],
    ],
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: api, namespace: «a|default»}
        """
      )
    ],
    check: .object([]) { object, _, report in
      let namespace = object.metadata["namespace"]
      if namespace.text == "default" { report.flag(namespace, "is 'default'", of: object) }
    }
  )
}
