internal import Kubernetes
internal import Specification
internal import YAMLSyntax

extension ResourceRenderer {
  /// The devices of each pod of a workload that claims its GPUs.
  static let resourceClaimTemplate = ResourceRenderer("ResourceClaimTemplate") { unit in
    unit.workloads.compactMap { workload in
      guard let gpu = workload.gpu, case .claim(let deviceClass) = gpu.form else { return nil }
      return KubernetesObject(
        "resource.k8s.io/v1",
        "ResourceClaimTemplate",
        named: workload.deviceClaimTemplateName,
        of: workload,
        in: unit,
        [
          "spec": [
            "spec": [
              "devices": [
                "requests": [
                  [
                    "name": Node(deviceClaimName),
                    "exactly": [
                      "deviceClassName": Node(deviceClass), "allocationMode": "ExactCount",
                      "count": Node(gpu.count),
                    ],
                  ]
                ]
              ]
            ]
          ]
        ]
      )
    }
  }
}
