internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of Services that take addresses of others.
  static let serviceExternalIPs = LintRule(
    "SPAI2409",
    "service-external-ips",
    .networking,
    .warning,
    rationale:
      "Whoever may set external addresses can draw the traffic of any address to the own pods (CVE-2020-8554).",
    remediation: "Remove 'externalIPs', and use a load balancer or a gateway.",
    aliases: [
      .gatekeeper: ["externalip"],
      .kyverno: ["restrict-external-ips"],
      .trivy: ["KSV-0108"],
    ],
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Service
        metadata: {name: api}
        spec:
          «ports: []|externalIPs: [192.0.2.1]»
        """
      )
    ],
    check: .object(["Service"]) { service, _, report in
      let addresses = service.spec["externalIPs"]
      if !addresses.isEmpty { report.flag(addresses, "takes addresses for itself", of: service) }
    }
  )
}
