internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of objects that let in, bind or lead to another tenant.
  static let tenantReference = LintRule(
    "SPAI3321",
    "tenant-reference",
    .tenancy,
    .note,
    in: .all,
    rationale:
      "What reaches across from one tenant to another is a way for whoever broke into one of them.",
    remediation:
      "Remove it, or let both sides declare the flow.",
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Namespace
        metadata: {name: a, labels: {spai.dev/tenant: acme}}
        ---
        apiVersion: v1
        kind: Namespace
        metadata: {name: b, labels: {spai.dev/tenant: «acme|other»}}
        ---
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: api, namespace: a}
        spec:
          podSelector: {}
          ingress:
          - from:
            - namespaceSelector: {matchLabels: {↓kubernetes.io/metadata.name: b}}
        """
      ),
      Example(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: {name: deploy, namespace: a, labels: {spai.dev/tenant: acme}}
        subjects:
        - kind: ServiceAccount
          name: deployer
          namespace: «c|b»
        roleRef: {kind: Role, name: deployer}
        """,
        settings: { $0.audit.tenancies = ["b": Tenancy(tenant: "other", environment: nil)] }
      ),
      Example(
        """
        apiVersion: security.istio.io/v1
        kind: AuthorizationPolicy
        metadata: {name: api, namespace: a, labels: {spai.dev/tenant: acme}}
        spec:
          rules:
          - from:
            - source:
                principals:
                - cluster.local/ns/«c|b»/sa/web
        """,
        settings: { $0.audit.tenancies = ["b": Tenancy(tenant: "other", environment: nil)] }
      ),
    ],
    check: .set(
      about: .kinds([
        "AuthorizationPolicy", "GRPCRoute", "HTTPRoute", "Ingress", "NetworkPolicy", "RoleBinding", "Service",
        "TCPRoute",
        "TLSRoute",
      ])
    ) { set, context, report in
      report.flagStrangers(by: \.tenant, in: set, context)
    }
  )
}
