internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of probes and hooks that ask another host than the pod.
  static let hostProbeLifecycle = LintRule(
    "SPAI2027",
    "host-probe-lifecycle",
    .podSecurity,
    .warning,
    rationale:
      "The node makes the request, so a pod can have it knock at whatever the node reaches; 'baseline' refuses it since 1.34.",
    remediation:
      "Remove 'host': the pod itself is asked.",
    aliases: [
      .gatekeeper: ["host-probes-lifecycle"], .podSecurity: ["hostProbesAndHostLifecycle"],
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
                livenessProbe:
                  httpGet:
                    port: 8080
                    «path: /|host: 10.0.0.1»
        """
      ),
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
                lifecycle:
                  preStop:
                    httpGet:
                      port: 8080
                      «path: /|host: 10.0.0.1»
        """
      ),
    ],
    check: .container { container, _, report in
      for host in container.field.handlerHosts { report.flag(host, "is \(host.shown)", of: container.owner) }
    }
  )
}
