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
    check: .set(about: .objects) { set, _, report in
      var seen: [Substring: Field] = [:]
      for object in ["Service", "Ingress", "Gateway", "HTTPRoute"].flatMap({ set.ofKind($0) }) {
        let names = object.root["metadata"]["annotations"]["external-dns.alpha.kubernetes.io/hostname"]
        for part in names.text?.split(separator: ",") ?? [] {
          let name = part.drop { $0 == " " }
          if let other = seen[name] {
            report.flag(
              names,
              "asks for '\(name)', which is another's",
              of: object,
              beside: (other, "the other")
            )
          }
          seen[name] = seen[name] ?? names
        }
      }
    }
  )
}
