internal import Diagnostics
internal import Validation

extension LintRule {
  /// Refuses Services that lead to a port that no container has.
  static let serviceTargetportMismatch = LintRule(
    "SPAI3002",
    "service-targetport-mismatch",
    .references,
    .error,
    rationale:
      "The Service has no endpoint for the port: who calls it is refused, although the pods are well.",
    remediation: "Write the name or the number of a container's port into 'targetPort'.",
    aliases: [
      .popeye: ["POP-1106"]
    ],
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
            targetPort: «http|web»
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: api, namespace: a, labels: {app: api}}
        spec:
          containers: [{name: api, ports: [{containerPort: 8080, name: http}]}]
        """
      ),
      Example(
        """
        apiVersion: v1
        kind: Service
        metadata: {name: api, namespace: a}
        spec:
          selector: {app: api}
          ports:
          - port: «8080|8081»
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: api, namespace: a, labels: {app: api}}
        spec:
          containers: [{name: api, ports: [{containerPort: 8080}]}]
        """
      ),
    ],
    check: .object(["Service"]) { service, context, report in
      guard service.group.isEmpty else { return }
      let pods = context.objects.pods(selectedPlainlyBy: service.spec["selector"], in: service.namespace)
      guard !pods.isEmpty else { return }
      let ports = pods.flatMap(\.ports)
      // Containers need not declare numbers: only where all declare ports is one that is missing a mistake.
      let areDeclared = pods.allSatisfy { !$0.ports.isEmpty }
      for target in service.spec["ports"].items.map(PortTarget.init(servicePort:)) {
        guard target.number.map({ _ in areDeclared }) ?? (target.name != nil),
          !ports.contains(where: { target.isMet(by: $0) })
        else { continue }
        report.flag(target.field, "is \(target.shown), a port that no container has", of: service)
      }
    }
  )
}
