package import Kubernetes

/// The platform: what the cluster has and what its tenants may name.
package struct Platform: SpecObject {
  package let header: Header
  package let kubernetes: Spanned<KubernetesVersion>
  package let domain: Spanned<String>
  package let zones: [Spanned<String>]
  package let registries: Keyed<Registry>
  package let network: PlatformNetwork
  package let catalogue: PlatformCatalogue
  package let capabilities: Capabilities
  package let data: PlatformData
  package let observability: Observability
  package let alerting: Alerting
  package let backups: Backups
  package let spot: SpotNodes?
  package let admission: Spanned<Admission>?
  package let runtimeSecurity: Spanned<RuntimeSecurity>?
  package let imageScans: ImageScans?
  package let prices: Spanned<Prices>?
  package let delivery: Delivery
  package let prune: PruneLimits
  package let settings: Settings

  package static let shape = Shape(
    "Platform",
    "What the cluster has, and what tenants may name.",
    .inline(),
    .required("kubernetes", "The minor version that the output is for."),
    .required("domain", "The domain under which services are reached.", .domain),
    .list("zones", "The zones of the cluster.", .labelValue),
    .map("registries", "The only registries that images may come from.", keys: .name),
    .required("network", "Who the shared parts of the cluster's network are."),
    .inline(),
    .defaulted("capabilities", "Which operators the cluster runs.", to: "{}", Capabilities.coreOnly),
    .defaulted("data", "Where tenants' data may be kept.", to: "{}", PlatformData.none),
    .defaulted(
      "observability",
      "Who looks after tenants: Prometheus, Grafana, and where spans and logs go.",
      to: "{}",
      Observability.standard
    ),
    .defaulted("alerting", "Where alerts go.", to: "{}", Alerting.none),
    .defaulted("backups", "Where backups go, and how long one takes.", to: "{}", Backups.standard),
    .optional("spot", "Nodes that are cheap because they may be taken away."),
    .optional(
      "admission",
      "Holds whatever is applied to tenants' namespaces to the compiler's own rules, in the clusters."
    ),
    .optional(
      "runtimeSecurity",
      "Has agents of the nodes watch that programs do what their specs say."
    ),
    .optional("imageScans", "How old the scan of an image may be, for 'check'."),
    .optional("prices", "What capacity costs, for 'list cost' and the budgets of tenants."),
    .defaulted("delivery", "How the output reaches the clusters.", to: "{}", Delivery.none),
    .defaulted("prune", "When deleting output needs a word of permission.", to: "{}", PruneLimits.standard),
    .defaulted("settings", "What options of the command line default to.", to: "{}", Settings.none),
    make: Platform.init
  )
}

/// Nodes that may be taken away at any time.
package struct SpotNodes: SpecObject {
  package let nodeLabels: Keyed<Spanned<String>>
  package let taint: Spanned<String>?

  package static let shape = Shape(
    "spot nodes",
    "Nodes that are cheap because they may be taken away at any time.",
    .map("nodeLabels", "Labels of such nodes.", keys: .labelKey),
    .optional("taint", "The key of the taint that keeps other pods away.", .labelKey),
    make: SpotNodes.init
  )
}

package struct Registry: SpecObject {
  package let host: Spanned<String>
  package let pullSecret: Spanned<String>?
  package let signing: Spanned<Signing>?

  package static let shape = Shape(
    "registry",
    "A place that images may come from.",
    .required("host", "Host, and path prefix if any.", .imageName),
    .optional("pullSecret", "The name of a pull secret that every tenant namespace has.", .name),
    .optional("signing", "Who signs its images; clusters verify it at admission."),
    make: Registry.init
  )
}

/// The things of a platform that specs name.
package struct PlatformCatalogue: SpecObject {
  package let storageClasses: Keyed<StorageClass>
  package let priorityClasses: Keyed<PriorityClass>
  package let gpuClasses: Keyed<GPUClass>
  package let secretStores: Keyed<SecretStoreProvider>
  package let dataClasses: Keyed<DataClass>

  package static let shape = Shape(
    "catalogue",
    "The things of a platform that specs name.",
    .map("storageClasses", "Storage that volumes may ask for.", keys: .name),
    .map("priorityClasses", "How much workloads matter to the scheduler.", keys: .name),
    .map("gpuClasses", "Kinds of GPU nodes.", keys: .name),
    .map("secretStores", "Places that hold tenants' secrets.", keys: .name),
    .map("dataClasses", "Kinds of data that tenants process.", keys: .name),
    make: PlatformCatalogue.init
  )
}

package struct StorageClass: SpecObject {
  package let name: Spanned<String>
  package let isDefault: Spanned<Bool>
  package let access: [Spanned<AccessMode>]
  package let encrypted: Spanned<Bool>
  package let snapshotDriver: Spanned<String>?

  package static let shape = Shape(
    "storage class",
    "Storage that volumes may ask for.",
    .required("name", "The StorageClass of the cluster."),
    .defaulted("default", "Whether it serves volumes that name none.", to: "false", Spanned(false)),
    .list("access", "The access modes that it can give."),
    .defaulted("encrypted", "Whether it encrypts what it keeps, for 'check'.", to: "false", Spanned(false)),
    .optional(
      "snapshotDriver",
      "The CSI driver that takes snapshots of it; volumes are backed up file by file when absent.",
      .domain
    ),
    make: StorageClass.init
  )
}

package struct PriorityClass: SpecObject {
  package let value: Spanned<Int>
  package let preempts: Spanned<Bool>
  package let summary: Spanned<String>

  package static let shape = Shape(
    "priority class",
    "How much a workload matters to the scheduler.",
    .required("value", "Larger goes first.", .integer(-1_000_000_000...1_000_000_000)),
    .defaulted(
      "preempts",
      "Whether it may push lower ones out.",
      to: "true",
      Spanned(true)
    ),
    .required("summary", "What it is meant for."),
    make: PriorityClass.init
  )
}

package struct GPUClass: SpecObject {
  package let resource: Spanned<String>
  package let mig: Keyed<Spanned<String>>
  package let timeSlice: Spanned<String>?
  package let deviceClass: Spanned<String>?
  package let nodeLabels: Keyed<Spanned<String>>
  package let taint: Spanned<String>?
  package let runtimeClass: Spanned<String>?
  package let sharedMemory: Spanned<Quantity>?
  package let topologyKey: Spanned<String>?

  package static let shape = Shape(
    "GPU class",
    "A kind of GPU node.",
    .required("resource", "The extended resource, such as nvidia.com/gpu.", .labelKey),
    .map("mig", "The extended resource of each MIG profile.", keys: .labelValue),
    .optional("timeSlice", "The extended resource of GPUs that are shared in turn.", .labelKey),
    .optional("deviceClass", "The DeviceClass, for dynamic resource allocation.", .domain),
    .map("nodeLabels", "Labels of such nodes.", keys: .labelKey),
    .optional("taint", "The key of the taint that keeps other pods away.", .labelKey),
    .optional("runtimeClass", "The RuntimeClass that such pods need.", .name),
    .optional("sharedMemory", "The size of /dev/shm for each pod."),
    .optional(
      "topologyKey",
      "The node label of a fast interconnect, for pods that work together.",
      .labelKey
    ),
    make: GPUClass.init
  )
}

package struct SecretStoreProvider: SpecObject {
  package let vault: VaultStore?
  package let aws: AWSStore?

  package static let shape = Shape(
    "secret store",
    "A place that holds tenants' secrets: one of vault and aws.",
    .optional("vault", "HashiCorp Vault, by the Kubernetes auth method."),
    .optional("aws", "AWS Secrets Manager, by the identity of the service account."),
    make: SecretStoreProvider.init
  )
}

package struct VaultStore: SpecObject {
  package let server: Spanned<String>
  package let path: Spanned<String>
  package let mount: Spanned<String>

  package static let shape = Shape(
    "vault",
    "HashiCorp Vault, key-value engine version 2.",
    .required("server", "The URL of the server."),
    .required("path", "The mount of the key-value engine."),
    .defaulted("mount", "The mount of the Kubernetes auth method.", to: "kubernetes", Spanned("kubernetes")),
    make: VaultStore.init
  )
}

package struct AWSStore: SpecObject {
  package let region: Spanned<String>

  package static let shape = Shape(
    "aws",
    "AWS Secrets Manager.",
    .required("region", "The region of the secrets."),
    make: AWSStore.init
  )
}

package struct DataClass: SpecObject {
  package let summary: Spanned<String>
  package let logRetention: Spanned<TimeSpan>?
  package let retention: Spanned<TimeSpan>?

  package static let shape = Shape(
    "data class",
    "A kind of data that tenants process.",
    .required("summary", "What belongs to it."),
    .optional(
      "logRetention",
      "How long logs of tenants with such data are kept; the longest of a tenant's classes counts."
    ),
    .optional("retention", "How long backups that hold it are kept at least."),
    make: DataClass.init
  )
}

package struct PruneLimits: SpecObject {
  package let maxPercent: Spanned<Int>
  package let minFiles: Spanned<Int>

  package static let standard = PruneLimits(
    maxPercent: Spanned(30),
    minFiles: Spanned(10)
  )

  package static let shape = Shape(
    "prune limits",
    "When deleting output needs --allow-delete.",
    .defaulted(
      "maxPercent",
      "The share of a unit's files that may go without asking.",
      .percentage,
      to: "30",
      standard.maxPercent
    ),
    .defaulted(
      "minFiles",
      "A unit may always lose fewer files than this.",
      .integer(),
      to: "10",
      standard.minFiles
    ),
    make: PruneLimits.init
  )
}

/// What options of the command line default to; flag and environment variable win.
package struct Settings: SpecObject {
  package let environment: Spanned<String>?
  package let tenant: Spanned<String>?
  package let namespace: Spanned<String>?
  package let strategy: Spanned<ReleaseStrategy>?
  package let dryRun: Spanned<Bool>?
  package let parallelJobs: Spanned<Int>?
  package let priority: Spanned<String>?
  package let resourceTier: Spanned<String>?

  package static let none = Settings(
    environment: nil,
    tenant: nil,
    namespace: nil,
    strategy: nil,
    dryRun: nil,
    parallelJobs: nil,
    priority: nil,
    resourceTier: nil
  )

  package static let shape = Shape(
    "settings",
    "What options of the command line default to; flag and environment variable win.",
    .optional("environment", "Build only this environment (--env, ENVIRONMENT).", .name),
    .optional("tenant", "Build only this tenant (--tenant, TENANT_ID).", .name),
    .optional("namespace", "Build only this namespace (--namespace, NAMESPACE).", .name),
    .optional(
      "strategy",
      "The release strategy of services that name none; --strategy and DEPLOYMENT_STRATEGY win over what they name."
    ),
    .optional("dryRun", "Only list what would change (--dry-run, DRY_RUN)."),
    .optional("parallelJobs", "Units at a time (--jobs, PARALLEL_JOBS).", .integer(1...256)),
    .optional("priority", "The priority class of jobs that name none (PRIORITY).", .name),
    .optional("resourceTier", "The resource tier of jobs that name none (RESOURCE_TIER).", .tierName),
    make: Settings.init
  )
}
