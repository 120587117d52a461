internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of objects that let in, bind or lead to another environment.
  static let environmentReference = LintRule(
    "SPAI3322",
    "environment-reference",
    .tenancy,
    .note,
    in: .all,
    rationale:
      "What is tried out in development can break production, or read its data, through what joins the two.",
    remediation:
      "Give each environment what it needs of its own.",
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Namespace
        metadata: {name: a-prod, labels: {spai.dev/tenant: a, spai.dev/environment: production}}
        ---
        apiVersion: v1
        kind: Namespace
        metadata: {name: a-dev, labels: {spai.dev/tenant: a, spai.dev/environment: «production|development»}}
        ---
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: api, namespace: a-prod}
        spec:
          podSelector: {}
          egress:
          - to:
            - namespaceSelector: {matchLabels: {↓kubernetes.io/metadata.name: a-dev}}
        """
      )
    ],
    check: .set(
      about: .kinds([
        "AuthorizationPolicy", "GRPCRoute", "HTTPRoute", "Ingress", "NetworkPolicy", "RoleBinding", "Service",
        "TCPRoute",
        "TLSRoute",
      ])
    ) { set, context, report in
      report.flagStrangers(by: \.environment, in: set, context)
    }
  )
}
