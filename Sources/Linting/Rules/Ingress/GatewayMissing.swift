internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of routes on gateways that do not exist.
  static let gatewayMissing = LintRule(
    "SPAI3413",
    "gateway-missing",
    .ingress,
    .warning,
    rationale: "A route whose gateway does not exist serves nobody.",
    remediation: "Correct the name and the namespace, or list the gateway among what the platform provides.",
    examples: [
      Example(
        """
        apiVersion: gateway.networking.k8s.io/v1
        kind: HTTPRoute
        metadata: {name: api, namespace: a}
        spec:
          parentRefs:
          - name: «public|pubilc»
            namespace: gateways
        ---
        apiVersion: gateway.networking.k8s.io/v1
        kind: Gateway
        metadata: {name: public, namespace: gateways}
        """
      )
    ],
    check: .set(about: .referring(.gateway)) { _, context, report in
      report.flagMissing(.gateway, in: context)
    }
  )
}
