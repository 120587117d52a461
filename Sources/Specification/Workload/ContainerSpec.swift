/// What services and jobs say about their container.
package struct ContainerSpec: SpecObject {
  package let image: Image
  package let command: [Spanned<String>]
  package let args: [Spanned<String>]
  package let env: Keyed<VariableValue>
  package let config: Configuration?
  package let secrets: Keyed<SecretUse>
  package let ports: Keyed<Port>
  package let volumes: Keyed<Volume>
  package let resources: Resources
  package let gpu: GPU?
  package let runtime: Runtime?
  package let security: Security
  package let container: ContainerPassThrough?

  package static let shape = Shape(
    "container",
    "What services and jobs say about their container.",
    .required("image", "Which image runs."),
    .list("command", "The program, when not the image's own."),
    .list("args", "Its arguments, when not the image's own."),
    .map("env", "Environment variables.", keys: .environmentVariable),
    .optional("config", "Files that the container reads."),
    .map("secrets", "Secrets of the tenant's store, by reference.", keys: .name),
    .map("ports", "The ports that it listens on.", keys: .portName),
    .map("volumes", "Folders that it may write to.", keys: .name),
    .required("resources", "The size of one replica."),
    .optional("gpu", "GPUs of one replica."),
    .optional("runtime", "Settings of a language runtime."),
    .required("security", "What of the restricted defaults may differ."),
    .optional("container", "Further fields of the container, in Kubernetes' own words."),
    make: ContainerSpec.init
  )
}

/// What services and jobs say about their pods.
package struct PodSpec: SpecObject {
  package let enabled: Spanned<Bool>
  package let priority: Spanned<String>?
  package let placement: Placement
  package let termination: Termination
  package let calls: Keyed<Call>
  package let external: Keyed<ExternalDestination>
  package let data: DataUse
  package let metrics: MetricsEndpoint?
  package let tracing: WorkloadTracing?
  package let logging: WorkloadLogging?
  package let personalFields: [Spanned<String>]
  package let labels: Keyed<Spanned<String>>
  package let annotations: Keyed<Spanned<String>>
  package let pod: PodPassThrough?

  package static let shape = Shape(
    "pod",
    "What services and jobs say about their pods.",
    .required("enabled", "Whether it runs at all; an environment may switch it off."),
    .optional("priority", "A priority class of the platform, by name.", .name),
    .required("placement", "Where pods may and should run."),
    .required("termination", "How a pod ends."),
    .map("calls", "Services of the tenant that it talks to.", keys: .name),
    .map("external", "Places outside the cluster that it talks to.", keys: .name),
    .defaulted("data", "The data of the tenant that it uses.", to: "{}", DataUse.none),
    .optional("metrics", "Where Prometheus finds its metrics."),
    .optional("tracing", "What it tells of its requests. Null for nothing."),
    .optional("logging", "How its logs are read. Null for not at all."),
    .list("personalFields", "Fields of its log lines that are about a person; they are not kept.", .logField),
    .map("labels", "Further labels of its objects and pods.", keys: .labelKey),
    .map("annotations", "Further annotations of its objects and pods.", keys: .labelKey),
    .optional("pod", "Further fields of the pod, in Kubernetes' own words."),
    make: PodSpec.init
  )
}
