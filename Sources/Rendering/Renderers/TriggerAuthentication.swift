internal import Kubernetes
internal import Specification
internal import YAMLSyntax

extension ResourceRenderer {
  /// Secret parameters of a trigger, by reference to the workload's own Secrets.
  static let triggerAuthentication = ResourceRenderer("TriggerAuthentication") { unit in
    guard let version = unit.platform.capabilities.keda else { return [] }
    return unit.jobs.compactMap { job in
      guard let source = job.spec.modes.source, !source.authentication.isEmpty else { return nil }
      return KubernetesObject(
        version.value.rawValue,
        "TriggerAuthentication",
        named: job.workload.triggerAuthenticationName,
        of: job.workload,
        in: unit,
        [
          "spec": [
            "secretTargetRef": .list(
              source.authentication.items.map { item in
                [
                  "parameter": Node(item.name, origin: item.origin),
                  "name": Node(
                    job.workload.secretName(item.value.secret.value),
                    origin: item.value.secret.origin
                  ),
                  "key": Node(item.value.property),
                ]
              }
            )
          ]
        ]
      )
    }
  }
}
