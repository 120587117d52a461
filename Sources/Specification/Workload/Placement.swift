/// Where pods may and should run.
package struct Placement: SpecObject {
  package let zones: Spanned<Preference>
  package let hosts: Spanned<Preference>
  package let nodes: Keyed<NodeRequirement>
  package let tolerations: Keyed<Toleration>
  package let near: [Spanned<String>]
  package let awayFrom: [Spanned<String>]
  package let spot: Spanned<Bool>?

  package static let shape = Shape(
    "placement",
    "Where pods may and should run.",
    .required("zones", "How strictly replicas are spread over zones."),
    .required("hosts", "How strictly replicas are kept on different hosts."),
    .map("nodes", "Labels that a node must or should have.", keys: .labelKey),
    .map("tolerations", "Taints that the pods accept, by taint key.", keys: .labelKey),
    .list("near", "Workloads of the tenant whose nodes are preferred.", .name),
    .list("awayFrom", "Workloads of the tenant whose nodes are avoided.", .name),
    .optional("spot", "Whether nodes that may be taken away will do; a job needs 'checkpoints' for it."),
    make: Placement.init
  )
}

package enum Preference: String, SpecEnumeration {
  case required
  case preferred
  case off
}

/// The values of a node label that are fit.
package struct NodeRequirement: SpecObject {
  package let values: [Spanned<String>]
  package let isRequired: Spanned<Bool>
  package let weight: Spanned<Int>

  package static let shape = Shape(
    "node requirement",
    "The values of a node label that are fit; none given means that the label exists.",
    .list("values", "Fit values.", .labelValue),
    .defaulted(
      "required",
      "Whether other nodes are out of the question.",
      to: "true",
      Spanned(true)
    ),
    .defaulted(
      "weight",
      "How much it counts where it is not required.",
      .percentage,
      to: "50",
      Spanned(50)
    ),
    make: NodeRequirement.init
  )
}

package struct Toleration: SpecObject {
  package let value: Spanned<String>?
  package let effect: Spanned<TaintEffect>?

  package static let shape = Shape(
    "toleration",
    "A taint that the pods accept; any value and any effect where absent.",
    .optional("value", "The taint's value.", .labelValue),
    .optional("effect", "The taint's effect."),
    make: Toleration.init
  )
}

package enum TaintEffect: String, SpecEnumeration {
  case noSchedule = "NoSchedule"
  case preferNoSchedule = "PreferNoSchedule"
  case noExecute = "NoExecute"
}
