internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of probes that repeat the number of a port.
  static let probeNamedPort = LintRule(
    "SPAI2306",
    "probe-named-port",
    .availability,
    .note,
    in: .all,
    rationale: "A number that is written twice is changed once.",
    remediation: "Name the port in 'ports', and write the name into the probe.",
    aliases: [.popeye: ["POP-105"]],
    examples: [
      Example(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api}
        spec:
          template:
            spec:
              containers:
              - name: api
                ports: [{name: http, containerPort: 8080}]
                readinessProbe:
                  httpGet: {path: /ready, port: «http|8080»}
        """
      )
    ],
    check: .container { container, _, report in
      for probe in container.probes {
        // A probe by gRPC takes numbers only.
        guard let handler = probe.handler, handler.path.key != "grpc", let port = handler["port"].integer
        else { continue }
        report.flag(handler["port"], "is the number \(port) instead of a name", of: container.owner)
      }
    }
  )
}
