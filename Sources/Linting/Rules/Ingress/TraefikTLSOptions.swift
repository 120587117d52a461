internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of TLS options that hold for every tenant.
  static let traefikTLSOptions = LintRule(
    "SPAI3411",
    "traefik-tls-options",
    .ingress,
    .warning,
    in: .strict,
    rationale:
      "The TLSOption of the name 'default' is that of each router that names none, in all namespaces.",
    remediation: "Give it another name, and name it in the routers that need it.",
    aliases: [
      .kyverno: ["disallow-default-tlsoptions"]
    ],
    examples: [
      Example(
        """
        apiVersion: traefik.io/v1alpha1
        kind: TLSOption
        metadata: {name: «modern|default», namespace: a}
        """
      )
    ],
    check: .object(["TLSOption"]) { option, _, report in
      if option.name == "default" { report.flag(option.metadata["name"], "is 'default'", of: option) }
    }
  )
}
