package import Diagnostics
package import Kubernetes

/// One tenant in one environment, resolved: what its spec means.
///
/// Every name is bound, every number is known and within its limits; a renderer has nothing left to decide
/// but how Kubernetes says it.
package struct TenantUnit: Sendable {
  package let platform: Platform
  package let environment: Environment
  package let tenant: Tenant
  package let tier: Tier
  package let namespace: Spanned<String>
  package let quota: Quota
  /// Sorted by name, as are the jobs.
  package let services: [Service]
  package let jobs: [Job]
  /// How it is backed up; nil where it is not.
  package let recovery: RecoveryPlan?
  package let data: UnitData
  package let extensions: UnitExtensions

  /// The spec line that the whole unit is there for.
  package var origin: Origin { tenant.header.origin }
}

/// A long-running workload whose every number is known.
package struct Service: Sendable {
  package let workload: Workload
  package let spec: ServiceSpec
  package let release: Release
  package let minimum: Spanned<Int>
  package let maximum: Spanned<Int>

  package var name: String { workload.name }
}

/// A workload that ends, whose every number is known.
package struct Job: Sendable {
  package let workload: Workload
  package let spec: JobSpec
  package let resourceTier: String
  /// Whether a person starts it: it is removed some time after its end.
  package let isAdHoc: Bool

  package var name: String { workload.name }
}

/// What services and jobs have in common.
package struct Workload: Sendable {
  package let name: String
  /// The name by which its claims are called: the one that it had before it was renamed, if it was.
  package var claimOwner: String
  /// The spec line that the workload is there for.
  package let origin: Origin
  /// The kind of work, for the component label.
  package let category: Spanned<String>?
  package let container: ContainerSpec
  package let pod: PodSpec
  package let size: Size
  package var image: Spanned<String>
  /// The release that the image is, for the version label.
  package var version: Spanned<String>
  /// What is known of the image.
  package var records: ImageRecords
  /// Which of several versions of one service it is, where there are several.
  package var track: String?
  package let pullSecret: Spanned<String>?
  package let priority: Spanned<String>?
  package let gpu: GPUShare?
  package let outbound: [Edge]
  package let inbound: [Edge]
}

/// The GPUs, or parts of GPUs, of one replica.
package struct GPUShare: Sendable {
  package enum Form: Sendable {
    /// Units of an extended resource: whole GPUs, MIG slices or shared ones.
    case resource(Spanned<String>)
    /// Devices of a DeviceClass.
    case claim(deviceClass: Spanned<String>)
  }

  /// The name of the class among the platform's.
  package let className: String
  package let gpuClass: GPUClass
  package let form: Form
  package let count: Spanned<Int>
}

/// The limits and requests of one replica.
package struct Size: Sendable {
  package let cpuLimit: Spanned<Quantity>
  package let cpuRequest: Spanned<Quantity>
  package let memoryLimit: Spanned<Quantity>
  package let memoryRequest: Spanned<Quantity>
  package let ephemeralStorage: Spanned<Quantity>
}

/// A declared way from one workload of a tenant to a service of the same tenant.
package struct Edge: Sendable {
  package let caller: String
  package let callee: String
  /// The callee's ports that the caller may reach, by number inside the pod.
  package let ports: [Keyed<Port>.Item]
  /// The line that declares the edge.
  package let origin: Origin
}
