internal import Kubernetes
internal import Specification
internal import YAMLSyntax

extension ResourceRenderer {
  /// A service whose replicas keep names and storage.
  ///
  /// The claims carry the selector's labels only: the API server refuses any change of a claim template.
  static let statefulSet = ResourceRenderer("StatefulSet") { unit in
    unit.jobs.filter(\.isStream).map { stream($0, in: unit) }
      + unit.services.filter(\.spec.stateful.value).map { service in
        let workload = service.workload
        return KubernetesObject(
          "apps/v1",
          "StatefulSet",
          of: workload,
          in: unit,
          annotations: workload.imageRecords,
          [
            "spec": [
              "serviceName": Node(workload.headlessName),
              "replicas": service.podSets.contains(where: \.isScaled) ? nil : Node(service.minimum),
              "revisionHistoryLimit": Node(service.spec.rollout.history),
              "minReadySeconds": .seconds(service.spec.rollout.minReady),
              "selector": ["matchLabels": unit.selectorNode(of: workload)],
              "updateStrategy": ["type": "RollingUpdate"],
              "persistentVolumeClaimRetentionPolicy": ["whenDeleted": "Retain", "whenScaled": "Retain"],
              "template": podTemplate(workload, .statefulSet(service.spec), in: unit),
              "volumeClaimTemplates": claimTemplates(workload, in: unit),
            ]
          ]
        )
      }
  }
}

private func claimTemplates(_ workload: Workload, in unit: TenantUnit) -> Node? {
  .list(
    workload.claims.map { name, claim -> Node in
      [
        "metadata": ["name": Node(name), "labels": unit.selectorNode(of: workload)],
        "spec": claimSpec(claim, stateful: true, in: unit),
      ]
    }
  )
}

/// A stream's consumers keep their names over restarts, and start and stop one after the other, so that the
/// group is balanced anew as rarely as can be.
private func stream(_ job: Specification.Job, in unit: TenantUnit) -> KubernetesObject {
  let scale = job.spec.modes.scale
  return KubernetesObject(
    "apps/v1",
    "StatefulSet",
    of: job.workload,
    in: unit,
    annotations: job.workload.imageRecords,
    [
      "spec": [
        "serviceName": Node(job.workload.headlessName),
        "replicas": unit.platform.capabilities.keda == nil ? scale.map { Node($0.maximum) } : nil,
        "podManagementPolicy": "OrderedReady",
        "selector": ["matchLabels": unit.selectorNode(of: job.workload)],
        "updateStrategy": ["type": "RollingUpdate"],
        "persistentVolumeClaimRetentionPolicy": ["whenDeleted": "Retain", "whenScaled": "Retain"],
        "template": podTemplate(job.workload, .stream(job.spec), in: unit),
        "volumeClaimTemplates": claimTemplates(job.workload, in: unit),
      ]
    ]
  )
}

extension Specification.Job {
  var isStream: Bool { spec.run.value == .stream }
}
