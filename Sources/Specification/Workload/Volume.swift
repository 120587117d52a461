package import Kubernetes

/// A place that a container may write to or read from.
package struct Volume: SpecObject {
  package let mount: Spanned<String>
  package let size: Spanned<Quantity>?
  package let memory: Spanned<Bool>?
  package let readOnly: Spanned<Bool>?
  package let claim: VolumeClaim?

  package static let shape = Shape(
    "volume",
    "A writable folder of the container; without a claim it lives as long as the pod.",
    .required("mount", "Where the container sees it.", .path),
    .optional("size", "The most that it may hold, for a folder without a claim."),
    .optional("memory", "Whether it is kept in memory; counts against the memory limit."),
    .optional("readOnly", "Whether the container may only read it."),
    .optional("claim", "Storage that outlives the pod."),
    make: Volume.init
  )
}

/// Storage that outlives its pod.
package struct VolumeClaim: SpecObject {
  package let size: Spanned<Quantity>
  package let storageClass: Spanned<String>?
  package let access: Spanned<AccessMode>?

  package static let shape = Shape(
    "claim",
    "Storage that outlives the pod.",
    .required("size", "How much is asked for."),
    .optional(
      "storageClass",
      "A storage class of the platform, by name; the platform's default when absent.",
      .name
    ),
    .optional("access", "Who may mount it; ReadWriteOncePod for stateful services, else ReadWriteMany."),
    make: VolumeClaim.init
  )
}

package enum AccessMode: String, SpecEnumeration {
  case readWriteOnce = "ReadWriteOnce"
  case readWriteOncePod = "ReadWriteOncePod"
  case readOnlyMany = "ReadOnlyMany"
  case readWriteMany = "ReadWriteMany"
}
