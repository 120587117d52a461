internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of Ingresses in clear text.
  static let ingressTLS = LintRule(
    "SPAI3401",
    "ingress-tls",
    .ingress,
    .warning,
    in: .strict,
    rationale:
      "Without TLS, everybody on the way reads and changes what goes through, passwords and sessions first.",
    remediation: "Add 'tls' with the hosts and the Secret of their certificate.",
    aliases: [
      .gatekeeper: ["httpsonly"],
      .kubescape: ["C-0263"],
      .kyverno: ["require-ingress-https"],
      .polaris: ["tlsSettingsMissing"],
    ],
    examples: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: api, namespace: a}
        ↓spec:
          «tls: [{hosts: [api.example.com]}]|ingressClassName: x»
        """
      )
    ],
    check: .object(["Ingress"]) { ingress, _, report in
      guard ingress.group == "networking.k8s.io" else { return }
      let tls = ingress.spec["tls"]
      if tls.isEmpty { report.flag(tls, "is absent", of: ingress) }
    }
  )
}
