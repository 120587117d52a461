package import Kubernetes

/// The size of one replica; what is not said comes from the tier or the resource tier.
package struct Resources: SpecObject {
  package let cpu: Spanned<Quantity>?
  package let memory: Spanned<Quantity>?
  package let ephemeralStorage: Spanned<Quantity>
  package let requests: RequestShares

  package static let shape = Shape(
    "resources",
    "The limits of one replica; the tier's (for a job: the resource tier's) where absent.",
    .optional("cpu", "The most processor time, such as 500m or 2."),
    .optional("memory", "The most memory, such as 512Mi."),
    .required("ephemeralStorage", "The most scratch space and log on the node."),
    .defaulted(
      "requests",
      "Which share of each limit is reserved.",
      to: "{}",
      RequestShares(cpu: nil, memory: nil)
    ),
    make: Resources.init
  )
}

/// Which share of its limits a container reserves.
package struct RequestShares: SpecObject {
  package let cpu: Spanned<Int>?
  package let memory: Spanned<Int>?

  package static let shape = Shape(
    "request shares",
    "Which percentage of each limit is reserved; the tier's where absent.",
    .optional("cpu", "Percent of the cpu limit.", .percentage),
    .optional("memory", "Percent of the memory limit.", .percentage),
    make: RequestShares.init
  )
}

/// The GPUs of one replica.
package struct GPU: SpecObject {
  package let gpuClass: Spanned<String>
  package let count: Spanned<Int>
  package let mig: Spanned<String>?
  package let timeSlice: Spanned<Bool>?
  package let claim: Spanned<Bool>?

  package static let shape = Shape(
    "gpu",
    "GPUs of one class, or parts of them; limits, requests, nodes, tolerations, runtime and quota follow.",
    .required("class", "A GPU class of the platform, by name.", .name),
    .defaulted("count", "How many for each replica.", .integer(1...16), to: "1", Spanned(1)),
    .optional("mig", "A MIG profile of the class, such as 1g.10gb, instead of whole GPUs.", .labelValue),
    .optional("timeSlice", "Whether GPUs that are shared with others in turn will do."),
    .optional("claim", "Whether they are claimed by dynamic resource allocation."),
    make: GPU.init
  )
}
