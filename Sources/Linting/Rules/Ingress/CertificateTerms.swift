internal import Diagnostics
internal import Kubernetes
internal import Validation

extension LintRule {
  /// Tells of certificates that last too long, or come from an issuer nobody knows.
  static let certificateTerms = LintRule(
    "SPAI3423",
    "certificate-terms",
    .ingress,
    .note,
    in: .all,
    rationale:
      "A key that leaked is good for as long as its certificate; browsers refuse more than thirteen months.",
    remediation:
      "Write a 'duration' of at most 9552h, and an issuer of the platform.",
    aliases: [
      .kyverno: ["cert-manager-limit-duration", "cert-manager-restrict-issuer"]
    ],
    examples: [
      Example(
        """
        apiVersion: cert-manager.io/v1
        kind: Certificate
        metadata: {name: web, namespace: a}
        spec:
          duration: «2160h|26280h»
          issuerRef: {kind: Issuer, name: own}
        ---
        apiVersion: cert-manager.io/v1
        kind: Issuer
        metadata: {name: own, namespace: a}
        """
      ),
      Example(
        """
        apiVersion: cert-manager.io/v1
        kind: Certificate
        metadata: {name: web, namespace: a}
        spec:
          issuerRef:
            kind: ClusterIssuer
            name: «letsencrypt|self-signed»
        """,
        settings: { $0.provided["ClusterIssuer"] = ["letsencrypt"] }
      ),
    ],
    check: .object(["Certificate"]) { certificate, context, report in
      guard certificate.group == "cert-manager.io" else { return }
      let duration = certificate.spec["duration"]
      let longest = 398 * 86_400_000_000_000
      if let time = duration.written.flatMap(goDurationNanoseconds), time > longest {
        report.flag(duration, "is \(duration.shown), more than 398 days", of: certificate)
      }
      let issuer = certificate.spec["issuerRef"], kind = issuer["kind"].written ?? "Issuer"
      guard let name = issuer["name"].written,
        context.objects.object(kind, of: "cert-manager.io", named: name, in: certificate.namespace) == nil,
        !(context.settings.provided[kind] ?? []).contains(name)
      else { return }
      report.flag(
        issuer["name"],
        "is \(issuer["name"].shown), an issuer that nobody declared",
        of: certificate
      )
    }
  )
}
