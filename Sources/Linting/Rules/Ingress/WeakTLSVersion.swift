internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of ways in that speak a version of TLS below 1.2.
  static let weakTLSVersion = LintRule(
    "SPAI3421",
    "weak-tls-version",
    .ingress,
    .note,
    in: .all,
    rationale:
      "TLS 1.0 and 1.1 are broken; a client that is made to use them is read along.",
    remediation:
      "Ask for 1.2 at least.",
    examples: [
      Example(
        """
        apiVersion: traefik.io/v1alpha1
        kind: TLSOption
        metadata: {name: modern}
        spec:
          minVersion: «VersionTLS12|VersionTLS11»
        """
      ),
      Example(
        """
        apiVersion: projectcontour.io/v1
        kind: HTTPProxy
        metadata: {name: web}
        spec:
          virtualhost:
            tls:
              minimumProtocolVersion: "«1.2|1.1»"
        """
      ),
      Example(
        """
        apiVersion: networking.istio.io/v1
        kind: Gateway
        metadata: {name: web}
        spec:
          servers:
          - tls:
              minProtocolVersion: «TLSV1_3|TLSV1_0»
        """
      ),
    ],
    check: .object(["ClientTrafficPolicy", "Gateway", "HTTPProxy", "Ingress", "TLSOption"]) {
      object,
      _,
      report in
      let versions: [Field] =
        switch (object.group, object.kind) {
        case ("traefik.io", "TLSOption"): [object.spec["minVersion"]]
        case ("projectcontour.io", "HTTPProxy"): [object.spec["virtualhost"]["tls"]["minimumProtocolVersion"]]
        case ("networking.istio.io", "Gateway"):
          object.spec["servers"].items.map { $0["tls"]["minProtocolVersion"] }
        case ("gateway.envoyproxy.io", "ClientTrafficPolicy"): [object.spec["tls"]["minVersion"]]
        case (_, "Ingress"): [object.metadata["annotations"]["alb.ingress.kubernetes.io/ssl-policy"]]
        default: []
        }
      for version in versions where weakVersions.contains(version.textOrNumber ?? "") {
        report.flag(version, "is \(version.shown), below TLS 1.2", of: object)
      }
    }
  )
}

private let weakVersions: Set<String> = [
  "1.0", "1.1", "ELBSecurityPolicy-2015-05", "ELBSecurityPolicy-2016-08", "ELBSecurityPolicy-TLS-1-0-2015-04",
  "ELBSecurityPolicy-TLS-1-1-2017-01", "ELBSecurityPolicy-TLS13-1-0-2021-06",
  "ELBSecurityPolicy-TLS13-1-1-2021-06",
  "TLSV1_0", "TLSV1_1", "VersionTLS10", "VersionTLS11",
]
