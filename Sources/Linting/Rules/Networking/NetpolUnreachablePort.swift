internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of ports of Services that no policy lets anybody reach.
  static let netpolUnreachablePort = LintRule(
    "SPAI2417",
    "netpol-unreachable-port",
    .networking,
    .warning,
    in: .strict,
    rationale:
      "The pods behind the Service take only what their policies let in, and none of these lets in this port.",
    remediation: "Add the port and its callers to a NetworkPolicy, or remove it from the Service.",
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Service
        metadata: {name: api, namespace: a}
        spec:
          selector: {app: api}
          ports:
          - port: 80
            ↓targetPort: http
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: api, namespace: a, labels: {app: api}}
        spec: {containers: [{name: api, ports: [{containerPort: 8080, name: http}]}]}
        ---
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: api, namespace: a}
        spec:
          podSelector: {}
          ingress:
          - from: [{podSelector: {}}]
            ports: [{port: «8080|8081»}]
        """
      )
    ],
    check: .set(about: .kinds(["Service"])) { set, _, report in
      let isolation = NetworkIsolation(set)
      guard !isolation.policies.isEmpty else { return }
      // A headless Service is there for the names of its pods.
      for service in set.ofKind("Service", of: "") where service.spec["clusterIP"].text != "None" {
        let numbers = set.podNumbers(selectedPlainlyBy: service.spec["selector"], in: service.namespace)
        guard !numbers.isEmpty else { continue }
        for port in service.spec["ports"].items.map(PortTarget.init(servicePort:)) {
          let isOpen = numbers.contains { number in
            let pod = set.pods[number]
            guard isolation.holds(.ingress, ofPod: number), !pod.spec["hostNetwork"].isTrue else {
              return true
            }
            let ports = reached(port, in: pod)
            return isolation.admitting(pod: number).contains { ports.contains(where: $0.admits) }
          }
          // Names and policies that speak of ports that no container has are told by the rules about these.
          guard !isOpen, numbers.contains(where: { !reached(port, in: set.pods[$0]).isEmpty }),
            !numbers.flatMap(isolation.admitting).contains(where: {
              !undeclaredPorts(of: $0, in: set).isEmpty
            })
          else { continue }
          report.flag(
            port.field,
            "leads to port \(port.shown), which no NetworkPolicy lets anybody reach",
            of: service
          )
        }
      }
    }
  )
}
