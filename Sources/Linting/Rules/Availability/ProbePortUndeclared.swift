internal import Diagnostics
internal import Validation

extension LintRule {
  /// Refuses probes of ports that the container does not name.
  static let probePortUndeclared = LintRule(
    "SPAI2305",
    "probe-port-undeclared",
    .availability,
    .error,
    rationale:
      "A probe of an unknown port fails for ever: the pod never becomes ready, or is restarted without end.",
    remediation: "Name the port in 'ports' of the same container, or write its number.",
    aliases: [.kubeLinter: ["liveness-port", "readiness-port", "startup-port"]],
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
                  httpGet: {path: /ready, port: «http|web»}
        """
      )
    ],
    check: .container { container, _, report in
      for probe in container.probes {
        guard let port = probe.handler?["port"], let name = port.written, Int(name) == nil,
          !container.portNames.contains(name)
        else { continue }
        report.flag(
          port,
          "is '\(name)', which is no port of container '\(container.name)'",
          of: container.owner
        )
      }
    }
  )
}
