package import Kubernetes
package import Validation

/// An amount of GPUs, or of parts or likes of them, that a container asks for.
package struct Accelerator: Sendable {
  package let resource: String
  package let field: Field
  package let bound: Bound
  package let amount: Quantity

  /// Whether it is a part of a device: a MIG instance, or a turn on a shared one.
  package var isSlice: Bool { resource.hasPrefix("nvidia.com/mig-") || resource == "nvidia.com/gpu.shared" }

  static func isNamed(_ resource: String) -> Bool {
    resource.hasPrefix("nvidia.com/mig-") || resource.hasPrefix("gpu.intel.com/")
      || [
        "nvidia.com/gpu", "nvidia.com/gpu.shared", "amd.com/gpu", "google.com/tpu", "habana.ai/gaudi",
        "aws.amazon.com/neuron", "aws.amazon.com/neuroncore",
      ].contains(resource)
  }
}

extension Container {
  /// The accelerators of one side of its resources, in the order in which they were written.
  package func accelerators(_ bound: Bound) -> [Accelerator] {
    field["resources"][bound.rawValue].entries.compactMap { entry in
      guard Accelerator.isNamed(entry.key), let amount = entry.value.quantity, !amount.isZero else {
        return nil
      }
      return Accelerator(resource: entry.key, field: entry.value, bound: bound, amount: amount)
    }
  }
}
