internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of workloads that can take the cluster.
  static let rbacClusterTakeover = LintRule(
    "SPAI2521",
    "rbac-cluster-takeover",
    .accessControl,
    .warning,
    in: .strict,
    rationale:
      "Who breaks into a container of the workload has its account, and with the rights of that the whole cluster.",
    remediation: "Bind a Role in the namespace, with the rules that are needed.",
    aliases: [
      .kubescape: ["C-0053", "C-0267"]
    ],
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: agent, namespace: a}
        spec:
          ↓serviceAccountName: agent
          containers: [{name: agent}]
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata: {name: agent}
        subjects: [{kind: ServiceAccount, name: agent, namespace: a}]
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: agent}
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: agent}
        rules: [{apiGroups: [""], resources: [«pods|secrets»], verbs: [get, list]}]
        """
      )
    ],
    check: .set(about: .pods) { set, _, report in
      var takers: [String: (Field, String)] = [:]
      for binding in set.ofKind("ClusterRoleBinding") {
        let reference = binding.root["roleRef"], name = reference["name"].text ?? ""
        let role = set.object("ClusterRole", named: name, in: nil)
        guard name == "cluster-admin" || role.map(canTakeOver) ?? false else { continue }
        for subject in binding.root["subjects"].items where subject["kind"].text == "ServiceAccount" {
          let key = "\(subject["namespace"].text ?? "default")/\(subject["name"].text ?? "")"
          takers[key] = takers[key] ?? (reference["name"], name)
        }
      }
      guard !takers.isEmpty else { return }
      for pod in set.pods {
        let account = pod.spec["serviceAccountName"], name = accountName(of: pod)
        guard mountsToken(pod, in: set),
          let (place, role) = takers["\(pod.owner.namespace ?? "default")/\(name)"]
        else { continue }
        report.flag(
          account,
          "is bound to ClusterRole '\(role)', which can take over the cluster",
          of: pod.owner,
          beside: (place, "the binding")
        )
      }
    }
  )
}
