internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of hosts that the certificates of an Ingress do not cover.
  static let ingressHostMatchTLS = LintRule(
    "SPAI3402",
    "ingress-host-match-tls",
    .ingress,
    .warning,
    rationale:
      "The host is served in clear text, or with the controller's own certificate that no browser trusts.",
    remediation: "Add the host to 'tls.hosts'.",
    aliases: [
      .kyverno: ["ingress-host-match-tls"]
    ],
    examples: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: api, namespace: a}
        spec:
          tls: [{hosts: [api.example.com, "*.web.example.com"], secretName: api}]
          rules:
          - host: «a.web|web».example.com
        """
      )
    ],
    check: .object(["Ingress"]) { ingress, _, report in
      let entries = ingress.spec["tls"].items
      guard !entries.isEmpty, entries.allSatisfy({ !$0["hosts"].isEmpty }) else { return }
      let covered = Set(entries.flatMap { $0["hosts"].items.compactMap(\.text) })
      for host in ingress.spec["rules"].items.map({ $0["host"] }) {
        guard let text = host.written, !covered.contains(text) else { continue }
        let wildcard = text.firstIndex(of: ".").map { "*" + text[$0...] }
        if !covered.contains(wildcard ?? "") {
          report.flag(host, "is \(host.shown), which no entry of 'tls' has", of: ingress)
        }
      }
    }
  )
}
