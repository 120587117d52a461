internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of roles that make pods.
  static let rbacPodCreate = LintRule(
    "SPAI2505",
    "rbac-pod-create",
    .accessControl,
    .note,
    in: .all,
    rationale: "Who makes a pod runs as any service account of the namespace, and reads any of its Secrets.",
    remediation: "Let a GitOps engine make workloads, and grant people to read.",
    aliases: [
      .datree: ["CIS_INVALID_VALUE_CREATE_POD"],
      .kics: ["Permissive Access to Create Pods"],
      .kubeLinter: ["access-to-create-pods"],
      .kubescape: ["C-0188"],
      .trivy: ["KSV-0048"],
    ],
    examples: [
      Example(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata: {name: reader, namespace: a}
        rules:
        - apiGroups: ["apps"]
          resources: [«controllerrevisions|deployments»]
          verbs: [create]
        """
      )
    ],
    check: .grant(
      of: ["create"],
      on: [
        "pods", "deployments", "daemonsets", "statefulsets", "replicasets", "replicationcontrollers", "jobs",
        "cronjobs",
      ],
      in: nil
    )
  )
}
