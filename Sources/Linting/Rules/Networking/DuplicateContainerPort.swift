internal import Diagnostics
internal import Validation

extension LintRule {
  /// Refuses two containers of a pod that listen on the same port.
  static let duplicateContainerPort = LintRule(
    "SPAI2419",
    "duplicate-container-port",
    .networking,
    .error,
    rationale: "The containers of a pod share one network: the second that listens on a port cannot start.",
    remediation: "Give one of them another port.",
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: api}
        spec:
          containers:
          - name: api
            ports:
            - {containerPort: 8080}
          - name: proxy
            ports:
            - {containerPort: «8081|8080»}
        """
      )
    ],
    check: .pod { pod, _, report in
      var seen: [String: ListeningPort] = [:]
      for container in pod.containers where !container.isSetup {
        var own: [String: ListeningPort] = [:]
        for port in container.ports {
          guard let number = port.number else { continue }
          let key = "\(number)/\(port.proto)"
          if let other = seen[key] {
            report.flag(
              port.field["containerPort"],
              "is \(number), which another container of the pod has",
              of: pod.owner,
              beside: (other.field, "the other")
            )
          }
          own[key] = own[key] ?? port
        }
        seen.merge(own) { first, _ in first }
      }
    }
  )
}
