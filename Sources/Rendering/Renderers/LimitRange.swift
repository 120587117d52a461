internal import Kubernetes
internal import Specification
internal import YAMLSyntax

extension ResourceRenderer {
  /// Bounds of single pods and claims, and sizes for containers that someone starts by hand.
  static let limitRange = ResourceRenderer("LimitRange") { unit in
    let limits = unit.tier.limits
    let size = unit.tier.resources
    let cpu = limits.maxCPU.value > limits.maxJobCPU.value ? limits.maxCPU : limits.maxJobCPU
    let memory = limits.maxMemory.value > limits.maxJobMemory.value ? limits.maxMemory : limits.maxJobMemory
    return [
      KubernetesObject(
        "v1",
        "LimitRange",
        named: "tenant",
        in: unit,
        [
          "spec": [
            "limits": [
              [
                "type": "Container",
                "max": ["cpu": Node(cpu), "memory": Node(memory)],
                "default": ["cpu": Node(size.cpu), "memory": Node(size.memory)],
                "defaultRequest": [
                  "cpu": Node(
                    size.cpu.value.percent(size.requests.cpu.value, roundingTo: .milli).canonical,
                    origin: size.requests.cpu.origin
                  ),
                  "memory": Node(
                    size.memory.value.percent(size.requests.memory.value, roundingTo: .mebi).canonical,
                    origin: size.requests.memory.origin
                  ),
                ],
              ],
              ["type": "PersistentVolumeClaim", "max": ["storage": Node(limits.maxClaim)]],
            ]
          ]
        ]
      )
    ]
  }
}
