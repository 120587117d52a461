internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of roles that delete whole collections, or traces.
  static let rbacDelete = LintRule(
    "SPAI2515",
    "rbac-delete",
    .accessControl,
    .note,
    in: .all,
    rationale:
      "One request with the verb deletecollection empties a namespace; deleted events hide what was done.",
    remediation: "Grant 'delete' on the resources that are needed, and keep events.",
    aliases: [
      .kubescape: ["C-0007", "C-0031"],
      .trivy: ["KSV-0042"],
    ],
    examples: [
      Example(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata: {name: reader, namespace: a}
        rules:
        - apiGroups: [""]
          resources: [pods]
          verbs: [get, «delete|deletecollection»]
        """
      ),
      Example(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata: {name: reader, namespace: a}
        rules:
        - apiGroups: [""]
          resources: [events]
          verbs: [get«|, delete»]
        """
      ),
    ],
    check: .object(["ClusterRole", "Role"]) { role, _, report in
      for rule in accessRules(of: role) {
        let isTrace = rule.grant(of: ["delete"], on: ["events", "pods/log"], in: nil) != nil
        let verb = rule.field["verbs"].items.first {
          $0.text == "deletecollection" || isTrace && $0.text == "delete"
        }
        if let verb { report.flag(verb, "is \(verb.shown)", of: role) }
      }
    }
  )
}
