internal import Kubernetes
internal import Specification
internal import YAMLSyntax

extension ResourceRenderer {
  /// A service whose replicas keep names and storage.
  ///
  /// The claims carry the selector's labels only: the API server refuses any change of a claim template.
  static let statefulSet = ResourceRenderer("StatefulSet") { unit in
    unit.services.filter(\.spec.stateful.value).map { service in
      let workload = service.workload
      let claims = workload.claims.map { name, claim -> Node in
        [
          "metadata": ["name": Node(name), "labels": unit.selectorNode(of: workload)],
          "spec": claimSpec(claim, stateful: true, in: unit),
        ]
      }
      return KubernetesObject(
        "apps/v1",
        "StatefulSet",
        of: workload,
        in: unit,
        [
          "spec": [
            "serviceName": Node(service.headlessName),
            "replicas": service.isScaled ? nil : Node(service.minimum),
            "revisionHistoryLimit": Node(service.spec.rollout.history),
            "minReadySeconds": .seconds(service.spec.rollout.minReady),
            "selector": ["matchLabels": unit.selectorNode(of: workload)],
            "updateStrategy": ["type": "RollingUpdate"],
            "persistentVolumeClaimRetentionPolicy": ["whenDeleted": "Retain", "whenScaled": "Retain"],
            "template": podTemplate(workload, .statefulSet(service.spec), in: unit),
            "volumeClaimTemplates": .list(claims),
          ]
        ]
      )
    }
  }
}
