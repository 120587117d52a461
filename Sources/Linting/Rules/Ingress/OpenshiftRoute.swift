internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of OpenShift routes in clear text.
  static let openshiftRoute = LintRule(
    "SPAI3412",
    "openshift-route",
    .ingress,
    .warning,
    in: .strict,
    rationale:
      "Without TLS, everybody on the way reads and changes what goes through, passwords and sessions first.",
    remediation: "Set 'tls.termination', and 'insecureEdgeTerminationPolicy' to 'Redirect'.",
    aliases: [
      .kyverno: ["check-routes", "unique-routes"]
    ],
    examples: [
      Example(
        """
        apiVersion: route.openshift.io/v1
        kind: Route
        metadata: {name: api, namespace: a}
        ↓spec:
          «tls: {termination: edge}|host: api.example.com»
        """
      ),
      Example(
        """
        apiVersion: route.openshift.io/v1
        kind: Route
        metadata: {name: api, namespace: a}
        spec:
          tls:
            insecureEdgeTerminationPolicy: «Redirect|Allow»
        """
      ),
    ],
    check: .object(["Route"]) { route, _, report in
      guard route.group == "route.openshift.io" else { return }
      let tls = route.spec["tls"], insecure = tls["insecureEdgeTerminationPolicy"]
      if tls.isEmpty {
        report.flag(tls, "is absent", of: route)
      } else if insecure.text == "Allow" {
        report.flag(insecure, "is 'Allow'", of: route)
      }
    }
  )
}
