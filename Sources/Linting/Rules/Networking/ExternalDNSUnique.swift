internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of a DNS name that two objects want.
  static let externalDNSUnique = LintRule(
    "SPAI2416",
    "external-dns-unique",
    .networking,
    .warning,
    rationale: "Of two objects with one DNS name, one gets the traffic of both, and which one may change.",
    remediation: "Give each object a name of its own.",
    aliases: [
      .kyverno: ["unique-external-dns"]
    ],
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Service
        metadata:
          name: api
          annotations:
            external-dns.alpha.kubernetes.io/hostname: api.example.com
        ---
        apiVersion: v1
        kind: Service
        metadata:
          name: web
          namespace: a
          annotations:
            external-dns.alpha.kubernetes.io/hostname: «web|api».example.com
        """
      )
    ],
    check: .claim(["Service", "Ingress", "Gateway", "HTTPRoute"]) { object in
      let names = object.metadata["annotations"]["external-dns.alpha.kubernetes.io/hostname"]
      let party = "\(object.kind) '\(object.name)' of namespace '\(object.namespace ?? "default")'"
      return (names.text?.split(separator: ",") ?? []).map { name in
        Claim(String(name.drop { $0 == " " }), by: party, at: names)
      }
    }
  )
}
