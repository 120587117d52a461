internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of roles that write endpoints.
  static let rbacEndpointsEdit = LintRule(
    "SPAI2518",
    "rbac-endpoints-edit",
    .accessControl,
    .warning,
    in: .strict,
    rationale:
      "Endpoints by hand lead a Service past NetworkPolicies into other namespaces (CVE-2021-25740).",
    remediation: "Remove the verb: the cluster keeps endpoints itself.",
    aliases: [
      .gatekeeper: ["block-endpoint-edit-default-role"],
      .kyverno: ["restrict-edit-for-endpoints"],
    ],
    examples: [
      Example(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata: {name: reader, namespace: a}
        rules:
        - apiGroups: [""]
          resources: [«services|endpoints»]
          verbs: [get, update]
        """
      )
    ],
    check: .grant(of: ["create", "update", "patch"], on: ["endpoints", "endpointslices"], in: nil)
  )
}
