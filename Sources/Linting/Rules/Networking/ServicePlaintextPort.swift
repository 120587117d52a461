internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of ports of Services whose protocol is known to have no encryption.
  static let servicePlaintextPort = LintRule(
    "SPAI2434",
    "service-plaintext-port",
    .networking,
    .note,
    in: .all,
    rationale:
      "What goes over the port is read by whoever stands on the way, passwords too.",
    remediation:
      "Use the port of the protocol with TLS, or say what it is by 'appProtocol: https'.",
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Service
        metadata: {name: directory}
        spec:
          ports:
          - port: «636|389»
        """
      ),
      Example(
        """
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          ports:
          - ↓port: 80
            appProtocol: http«s|»
        """
      ),
    ],
    check: .object(["Service"]) { service, _, report in
      guard service.group.isEmpty else { return }
      for port in service.spec["ports"].items {
        guard let name = port["port"].integer.flatMap({ plaintextProtocols[$0] }),
          !["https", "ldaps", "tls"].contains(port["appProtocol"].text ?? "")
        else { continue }
        report.flag(
          port["port"],
          "is \(port["port"].shown), the port of \(name) without encryption",
          of: service
        )
      }
    }
  )
}

private let plaintextProtocols = [
  21: "FTP", 23: "Telnet", 25: "SMTP", 69: "TFTP", 80: "HTTP", 110: "POP3", 143: "IMAP", 389: "LDAP",
  512: "rexec", 513: "rlogin", 514: "rsh",
]
