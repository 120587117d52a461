internal import Diagnostics
internal import Validation

extension LintRule {
  /// Refuses endpoints on the host that asks.
  static let endpointsForbiddenAddress = LintRule(
    "SPAI2413",
    "endpoints-forbidden-address",
    .networking,
    .error,
    rationale:
      "Loopback and link-local addresses lead from the asking node to itself: to its daemons, or its cloud "
      + "credentials.",
    remediation: "Write the address of the machine that serves.",
    aliases: [
      .datree: ["ENDPOINTSLICE_CVE2021_25373_INCORRECT_ADDRESSES_VALUE"]
    ],
    examples: [
      Example(
        """
        apiVersion: discovery.k8s.io/v1
        kind: EndpointSlice
        metadata: {name: api}
        endpoints:
        - addresses: [«10.1.2.3|169.254.169.254»]
        """
      )
    ],
    check: .object(["EndpointSlice", "Endpoints"]) { object, _, report in
      let slices = object.root["endpoints"].items.flatMap { $0["addresses"].items }
      let subsets = object.root["subsets"].items.flatMap { subset in
        (subset["addresses"].items + subset["notReadyAddresses"].items).map { $0["ip"] }
      }
      for address in slices + subsets {
        let text = address.text?.lowercased() ?? ""
        if text.hasPrefix("127.") || text.hasPrefix("169.254.") || text == "::1" || text.hasPrefix("fe80:") {
          report.flag(address, "is \(address.shown), an address of the asking node", of: object)
        }
      }
    }
  )
}
