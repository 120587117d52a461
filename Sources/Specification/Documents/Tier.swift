package import Kubernetes

/// What a class of tenants gets, may ask for, and may not touch.
package struct Tier: SpecObject {
  package let header: Header
  package let rank: Spanned<Int>
  package let replicas: Spanned<Int>
  package let resources: TierResources
  package let quota: Quota
  package let ceiling: Layer<Quota>
  package let queue: TierQueue
  package let sampling: Spanned<Percent>
  package let recovery: Layer<Recovery>
  package let chaos: Spanned<Bool>
  package let isolation: [Spanned<DataIsolation>]
  package let defaults: WorkloadDefaults
  package let limits: TierLimits
  package let locked: [Spanned<String>]
  package let rawKinds: [Spanned<String>]

  package static let shape = Shape(
    "Tier",
    "What a class of tenants gets, may ask for, and may not touch.",
    .inline(),
    .required("rank", "Its place among the tiers; templates ask for a least one.", .integer(0...100)),
    .required(
      "replicas",
      "The pods of a service, as a say in its minimum and maximum.",
      .integer(1...10_000)
    ),
    .required("resources", "The size of one replica of a service."),
    .required("quota", "What all workloads of a tenant may use in one environment."),
    .defaulted(
      "ceiling",
      "What the quotas of all namespaces of one tenant may add up to; no bound where absent.",
      to: "{}",
      Layer<Quota>.empty
    ),
    .defaulted("queue", "What its jobs may borrow.", to: "{}", TierQueue(borrow: Spanned(0))),
    .defaulted(
      "sampling",
      "The share of its tenants' requests that is traced, in percent.",
      to: "100",
      Spanned(Percent(parts: Percent.whole))
    ),
    .defaulted(
      "recovery",
      "What its tenants may lose, and for how long; the lowest layer of it.",
      to: "{}",
      Layer<Recovery>.empty
    ),
    .defaulted(
      "chaos",
      "Whether its tenants may try their services by experiments.",
      to: "true",
      Spanned(true)
    ),
    .list(
      "isolation",
      "How far apart its tenants' databases may be kept; the first holds for one that says nothing, and none has none."
    ),
    .defaulted("defaults", "The lowest layer above the templates.", to: "{}", WorkloadDefaults.none),
    .required("limits", "Bounds that no layer may break."),
    .list("locked", "Paths of a service or job, such as security.user, that no layer above may set."),
    .list("rawKinds", "Kinds that its tenants may write as RawObjects, such as ConfigMap or batch/Job."),
    make: Tier.init
  )
}

package struct TierResources: SpecObject {
  package let cpu: Spanned<Quantity>
  package let memory: Spanned<Quantity>
  package let requests: TierRequests

  package static let shape = Shape(
    "tier resources",
    "The size of one replica of a service.",
    .required("cpu", "The cpu limit."),
    .required("memory", "The memory limit."),
    .required("requests", "Which share of the limits is reserved."),
    make: TierResources.init
  )
}

package struct TierRequests: SpecObject {
  package let cpu: Spanned<Int>
  package let memory: Spanned<Int>

  package static let shape = Shape(
    "tier requests",
    "Which percentage of each limit is reserved.",
    .required("cpu", "Percent of the cpu limit.", .percentage),
    .required("memory", "Percent of the memory limit.", .percentage),
    make: TierRequests.init
  )
}

/// What all workloads of a tenant may use in one environment.
package struct Quota: SpecObject {
  package let cpu: Spanned<Quantity>
  package let memory: Spanned<Quantity>
  package let ephemeralStorage: Spanned<Quantity>
  package let storage: Spanned<Quantity>
  package let gpus: Spanned<Int>
  package let pods: Spanned<Int>
  package let claims: Spanned<Int>
  package let objects: Spanned<Int>

  package static let shape = Shape(
    "quota",
    "What all workloads of a tenant may use in one environment.",
    .required("cpu", "Limits of cpu, summed."),
    .required("memory", "Limits of memory, summed."),
    .required("ephemeralStorage", "Limits of ephemeral storage, summed."),
    .required("storage", "Storage of all claims."),
    .required("gpus", "GPUs of all classes.", .integer(0...10_000)),
    .required("pods", "Pods that have not ended.", .integer(1...100_000)),
    .required("claims", "PersistentVolumeClaims.", .integer(0...10_000)),
    .required(
      "objects",
      "Objects of each counted kind: ConfigMaps, Secrets, Services, Jobs.",
      .integer(1...100_000)
    ),
    make: Quota.init
  )
}

/// How the jobs of a tier's tenants share what others leave.
package struct TierQueue: SpecObject {
  package let borrow: Spanned<Int>

  package static let shape = Shape(
    "tier queue",
    "How jobs share what other tenants leave, where the cluster queues jobs.",
    .defaulted(
      "borrow",
      "How much of its quota a tenant's jobs may use beyond it, in percent.",
      .integer(0...1000),
      to: "0",
      Spanned(0)
    ),
    make: TierQueue.init
  )
}

/// Bounds that no layer may break.
package struct TierLimits: SpecObject {
  package let maxReplicas: Spanned<Int>
  package let maxCPU: Spanned<Quantity>
  package let maxMemory: Spanned<Quantity>
  package let maxJobCPU: Spanned<Quantity>
  package let maxJobMemory: Spanned<Quantity>
  package let maxGPUs: Spanned<Int>
  package let maxClaim: Spanned<Quantity>

  package static let shape = Shape(
    "limits",
    "Bounds that no layer may break; breaking one is an error that names both lines.",
    .required("maxReplicas", "Pods of one service.", .integer(1...10_000)),
    .required("maxCpu", "The cpu limit of one replica of a service."),
    .required("maxMemory", "The memory limit of one replica of a service."),
    .required("maxJobCpu", "The cpu limit of one pod of a job."),
    .required("maxJobMemory", "The memory limit of one pod of a job."),
    .required("maxGpus", "GPUs of one pod.", .integer(0...16)),
    .required("maxClaim", "The size of one claim."),
    make: TierLimits.init
  )
}

/// Layers for all services and for all jobs.
package struct WorkloadDefaults: SpecObject {
  package let services: Layer<ServiceSpec>
  package let jobs: Layer<JobSpec>

  package static let none = WorkloadDefaults(services: .empty, jobs: .empty)

  package static let shape = Shape(
    "defaults",
    "What all services and all jobs say unless a later layer says otherwise.",
    .defaulted("services", "For every service.", to: "{}", Layer<ServiceSpec>.empty),
    .defaulted("jobs", "For every job.", to: "{}", Layer<JobSpec>.empty),
    make: WorkloadDefaults.init
  )
}

/// A named size of jobs.
package struct ResourceTier: SpecObject {
  package let header: Header
  package let summary: Spanned<String>
  package let cpu: Spanned<Quantity>
  package let memory: Spanned<Quantity>
  package let requests: TierRequests

  package static let shape = Shape(
    "ResourceTier",
    "A named size of jobs.",
    .inline(),
    .required("summary", "What it is meant for."),
    .required("cpu", "The cpu limit of one pod."),
    .required("memory", "The memory limit of one pod."),
    .required("requests", "Which share of the limits is reserved."),
    make: ResourceTier.init
  )
}

/// A stage of delivery, such as production.
package struct Environment: SpecObject {
  package let header: Header
  package let short: Spanned<String>
  package let domain: Spanned<String>?
  package let zones: [Spanned<String>]
  package let recovery: Layer<Recovery>
  package let chaos: Spanned<Bool>
  package let images: [Spanned<ImageDemand>]
  package let defaults: WorkloadDefaults

  package static let shape = Shape(
    "Environment",
    "A stage of delivery.",
    .inline(),
    .required("short", "Its short name, as in namespaces: dev, staging, prod.", .name),
    .optional("domain", "The label between tenant and platform domain; the short name when absent.", .name),
    .list("zones", "The zones of the platform that its pods run in; all of them when absent.", .labelValue),
    .defaulted(
      "recovery",
      "What may be lost here, and for how long; a layer between tier and tenant.",
      to: "{}",
      Layer<Recovery>.empty
    ),
    .defaulted("chaos", "Whether experiments may run here.", to: "false", Spanned(false)),
    .list("images", "What every image must have there: 'digest', 'sbom', 'scan'."),
    .defaulted("defaults", "A layer between tier and tenant.", to: "{}", WorkloadDefaults.none),
    make: Environment.init
  )

  package var name: String { header.name }
}
