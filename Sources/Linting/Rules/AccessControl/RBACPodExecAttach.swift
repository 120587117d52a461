internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of roles that run commands in pods.
  static let rbacPodExecAttach = LintRule(
    "SPAI2506",
    "rbac-pod-exec-attach",
    .accessControl,
    .warning,
    in: .strict,
    rationale:
      "A shell in a container has its secrets, its token and its place in the network, and leaves no trace in Git.",
    remediation: "Grant it for the time of an incident, to those on duty.",
    aliases: [
      .datree: ["CONTAINERS_INCORRECT_RESOURCES_VERBS_VALUE"],
      .kics: ["RBAC Roles with Exec Permission", "RBAC Roles with Attach Permission"],
      .kubescape: ["C-0002"],
      .polaris: [
        "rolePodExecAttach", "clusterrolePodExecAttach", "rolebindingRolePodExecAttach",
        "rolebindingClusterRolePodExecAttach", "clusterrolebindingPodExecAttach",
      ],
      .sonar: ["S6868"],
      .trivy: ["KSV-0053", "KSV-0054"],
    ],
    examples: [
      Example(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata: {name: reader, namespace: a}
        rules:
        - apiGroups: [""]
          resources: [«pods/log|pods/exec»]
          verbs: [create]
        """
      )
    ],
    check: .grant(
      of: ["create", "get"],
      on: ["pods/exec", "pods/attach", "pods/ephemeralcontainers"],
      in: ""
    )
  )
}
