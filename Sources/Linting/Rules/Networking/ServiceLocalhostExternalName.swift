internal import Diagnostics
internal import Validation

extension LintRule {
  /// Refuses names that lead gateways to themselves.
  static let serviceLocalhostExternalName = LintRule(
    "SPAI2410",
    "service-localhost-externalname",
    .networking,
    .error,
    rationale:
      "A gateway that follows the name reaches its own loopback interface, and there its administration.",
    remediation: "Name the host that is meant.",
    aliases: [
      .kyverno: ["no-localhost-service"]
    ],
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Service
        metadata: {name: api}
        spec:
          type: ExternalName
          externalName: «db.example.com|localhost»
        """
      )
    ],
    check: .object(["Service"]) { service, _, report in
      let name = service.spec["externalName"]
      guard let text = name.written?.lowercased() else { return }
      let host = text.hasSuffix(".") ? String(text.dropLast()) : text
      if host == "localhost" || host.hasSuffix(".localhost") || host.hasPrefix("localhost.")
        || host.hasPrefix("127.") || host == "::1"
      {
        report.flag(name, "is the gateway's own host", of: service)
      }
    }
  )
}
