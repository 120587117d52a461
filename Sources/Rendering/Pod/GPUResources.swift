internal import Diagnostics
internal import Kubernetes
internal import Specification
internal import YAMLSyntax

/// The name of the one device claim of a pod.
let deviceClaimName = "gpu"

extension Workload {
  /// Whether GPUs come by dynamic resource allocation rather than as an extended resource.
  var claimsDevices: Bool {
    if case .claim = gpu?.form { true } else { false }
  }

  /// The ResourceClaimTemplate of the workload.
  var deviceClaimTemplateName: String { "\(name)-gpu" }
}

/// The extended resources of the container; the same in requests and limits, as the API server demands.
func extendedResources(_ workload: Workload) -> [(String, Node)] {
  guard let gpu = workload.gpu, case .resource(let name) = gpu.form else { return [] }
  return [(name.value, Node(String(gpu.count.value), origin: gpu.count.origin))]
}

/// The claim of the pod, made for each pod from the template.
func resourceClaims(_ workload: Workload) -> Node? {
  guard let gpu = workload.gpu, case .claim(let deviceClass) = gpu.form else { return nil }
  return [
    [
      "name": Node(deviceClaimName),
      "resourceClaimTemplateName": Node(workload.deviceClaimTemplateName, origin: deviceClass.origin),
    ]
  ]
}

extension TenantUnit {
  /// Every key under which a ResourceQuota counts GPUs of the platform's classes, in whatever form, sorted.
  var gpuQuotaKeys: [String] {
    let keys = platform.catalogue.gpuClasses.items.flatMap { item in
      let gpuClass = item.value
      let resources =
        [gpuClass.resource.value] + gpuClass.mig.items.map(\.value.value)
        + (gpuClass.timeSlice.map { [$0.value] } ?? [])
      // Source: Kubernetes, "Resource Quotas", quota for dynamic resource allocation.
      let devices = gpuClass.deviceClass.map { ["\($0.value).deviceclass.resource.k8s.io/devices"] } ?? []
      return resources.map { "requests.\($0)" } + (servesResourceClaims ? devices : [])
    }
    return Set(keys).sorted()
  }

  /// Whether resource.k8s.io/v1 is served: since 1.34.
  var servesResourceClaims: Bool { platform.kubernetes.value != .v1_33 }
}
