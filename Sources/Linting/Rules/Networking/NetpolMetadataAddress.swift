internal import Diagnostics
internal import Kubernetes
internal import Validation

extension LintRule {
  /// Tells of policies that let pods ask the metadata service of a cloud.
  static let netpolMetadataAddress = LintRule(
    "SPAI2432",
    "netpol-metadata-address",
    .networking,
    .note,
    in: .all,
    rationale:
      "The metadata service of many clouds hands out the credentials of the node to whoever asks.",
    remediation:
      "Add '169.254.169.254/32' to 'except', or name the addresses that are meant.",
    examples: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: api, namespace: a}
        spec:
          podSelector: {}
          policyTypes: [Egress]
          egress:
          - to:
            - ipBlock:
                ↓cidr: 0.0.0.0/0
                except: [«169.254.0.0/16|10.0.0.0/8»]
        """
      ),
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: api, namespace: a}
        spec:
          podSelector: {}
          policyTypes: [Egress]
          egress:
          - ports: [{port: «53|80»}]
        """
      ),
    ],
    check: .object(["NetworkPolicy"]) { object, _, report in
      guard object.group == "networking.k8s.io" else { return }
      for rule in NetworkPolicy(object).rules(.egress) where reachesPort80(rule) {
        if rule["to"].isEmpty {
          report.flag(rule, "lets pods reach the metadata service", of: object)
        }
        for block in rule["to"].items.map({ $0["ipBlock"] }) {
          guard let range = block["cidr"].written.flatMap({ CIDR(masking: $0) }) else { continue }
          let except = block["except"].items.compactMap { $0.written.flatMap { CIDR(masking: $0) } }
          let open = metadataServices.filter { service in
            range.contains(service) && !except.contains { $0.contains(service) }
          }
          if let first = open.first {
            report.flag(block["cidr"], "contains '\(first)', the metadata service", of: object)
          }
        }
      }
    }
  )
}

private let metadataServices = ["169.254.169.254/32", "fd00:ec2::254/128"].compactMap { CIDR(parsing: $0) }

private func reachesPort80(_ rule: Field) -> Bool {
  let web = ListeningPort(number: 80, name: nil, proto: "TCP", field: rule)
  return rule["ports"].isEmpty || rule["ports"].items.contains { policyPort($0, means: web) }
}
