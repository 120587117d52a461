internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of admission policies that refuse nothing.
  static let policyAuditOnly = LintRule(
    "SPAI3522",
    "policy-audit-only",
    .operations,
    .note,
    in: .all,
    rationale:
      "A policy that only writes down what it sees lets through everything that it is against.",
    remediation:
      "Let it deny: 'validationActions: [Deny]' or 'failureAction: Enforce'.",
    examples: [
      Example(
        """
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingAdmissionPolicyBinding
        metadata: {name: restricted}
        spec:
          validationActions: [«Deny|Audit»]
        """
      ),
      Example(
        """
        apiVersion: kyverno.io/v1
        kind: ClusterPolicy
        metadata: {name: restricted}
        spec:
          ↓rules:
          - name: root
            validate: {failureAction: «Enforce|Audit», message: root}
        """
      ),
      Example(
        """
        apiVersion: constraints.gatekeeper.sh/v1beta1
        kind: K8sRequiredLabels
        metadata: {name: owner}
        spec:
          enforcementAction: «deny|dryrun»
        """
      ),
    ],
    check: .object([]) { policy, _, report in
      switch (policy.group, policy.kind) {
      case ("admissionregistration.k8s.io", "ValidatingAdmissionPolicyBinding"):
        let actions = policy.spec["validationActions"]
        if !actions.items.contains(where: { $0.text == "Deny" }) {
          report.flag(actions, "denies nothing", of: policy)
        }
      case ("kyverno.io", "ClusterPolicy"), ("kyverno.io", "Policy"):
        let checks = policy.spec["rules"].items.map { $0["validate"] }.filter(\.isPresent)
        let actions = checks.map { $0["failureAction"] } + [policy.spec["validationFailureAction"]]
        if !checks.isEmpty, !actions.contains(where: { $0.text?.lowercased() == "enforce" }) {
          report.flag(policy.spec["rules"], "enforces nothing", of: policy)
        }
      case ("constraints.gatekeeper.sh", _):
        let action = policy.spec["enforcementAction"]
        if action.text ?? "deny" != "deny" {
          report.flag(action, "is \(action.shown), which denies nothing", of: policy)
        }
      default: return
      }
    }
  )
}
