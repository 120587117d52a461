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

  package static let shape = Shape(
    "gpu",
    "Whole GPUs of one class; limits, requests, nodes, tolerations and runtime follow.",
    .required("class", "A GPU class of the platform, by name.", .name),
    .defaulted("count", "How many for each replica.", .integer(1...16), to: "1", Spanned(1)),
    make: GPU.init
  )
}
