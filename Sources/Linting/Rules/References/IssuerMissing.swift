internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of certificates from issuers that do not exist.
  static let issuerMissing = LintRule(
    "SPAI3024",
    "issuer-missing",
    .references,
    .warning,
    rationale: "Without its issuer the certificate is never made, and nothing serves TLS with it.",
    remediation: "Correct the kind and the name, or list the issuer among what the platform provides.",
    examples: [
      Example(
        """
        apiVersion: cert-manager.io/v1
        kind: Certificate
        metadata: {name: api, namespace: a}
        spec:
          issuerRef: {kind: ClusterIssuer, name: «public|pubilc»}
        ---
        apiVersion: cert-manager.io/v1
        kind: ClusterIssuer
        metadata: {name: public}
        """
      )
    ],
    check: .set(about: .referring(.issuer)) { _, context, report in
      report.flagMissing(.issuer, in: context)
    }
  )
}
