internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of people and workloads that are bound in the whole cluster.
  static let rbacClusterWideSubject = LintRule(
    "SPAI2531",
    "rbac-cluster-wide-subject",
    .accessControl,
    .note,
    in: .all,
    rationale:
      "A right in all namespaces is one in those of every other tenant, and in those to come.",
    remediation:
      "Use a RoleBinding in each namespace where the right is needed.",
    examples: [
      Example(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata: {name: viewers}
        subjects:
        - kind: Group
          apiGroup: rbac.authorization.k8s.io
          name: «system:nodes|payments»
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}
        """
      )
    ],
    check: .object(["ClusterRoleBinding"]) { binding, context, report in
      let platform = context.settings.provided["Namespace"] ?? []
      for subject in binding.root["subjects"].items {
        let name = subject["name"], namespace = subject["namespace"].text ?? ""
        let isOfCluster =
          subject["kind"].text == "ServiceAccount"
          ? isOfSystem(namespace) || platform.contains(namespace) : (name.text ?? "").hasPrefix("system:")
        if !isOfCluster { report.flag(name, "is \(name.shown), bound in every namespace", of: binding) }
      }
    }
  )
}
