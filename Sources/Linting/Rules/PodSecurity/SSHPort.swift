internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of containers that offer a shell to the network.
  static let sshPort = LintRule(
    "SPAI2031",
    "ssh-port",
    .podSecurity,
    .warning,
    in: .strict,
    rationale:
      "A server of SSH in a container is a second way in, past the API and its records.",
    remediation:
      "Remove the port and the server; 'kubectl exec' does the same with the cluster's own accounts.",
    aliases: [
      .kubeLinter: ["ssh-port"], .kubescape: ["C-0042"], .sonar: ["S6473"],
    ],
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
                ports:
                - containerPort: «8080|22»
        """
      )
    ],
    check: .container { container, _, report in
      for port in container["ports"].items
      where port["containerPort"].integer == 22 && ["TCP", nil].contains(port["protocol"].text) {
        report.flag(port["containerPort"], "is 22, the port of SSH", of: container.owner)
      }
    }
  )
}
