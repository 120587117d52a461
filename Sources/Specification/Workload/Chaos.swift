package import Kubernetes

/// A fault that is made on purpose, on a schedule, to see that the service survives it.
package struct Experiment: SpecObject {
  package let cron: Spanned<String>
  package let pods: Spanned<Int>
  package let kill: PodKill?
  package let fail: PodFailure?
  package let network: NetworkFault?
  package let stress: Stress?

  package static let shape = Shape(
    "experiment",
    "A fault that is made on purpose: one of kill, fail, network and stress.",
    .required("cron", "When it starts, in the time zone of Chaos Mesh, mostly UTC.", .cron),
    .defaulted(
      "pods",
      "How many pods it hits; no more than a drain may take, and fewer than the service has at least.",
      .integer(1...100),
      to: "1",
      Spanned(1)
    ),
    .optional("kill", "Pods end."),
    .optional("fail", "Pods do not work for a time."),
    .optional("network", "Pods are hard to reach for a time."),
    .optional("stress", "Pods have less CPU and memory for a time."),
    make: Experiment.init
  )

  /// How long it lasts; nil for what is over at once.
  package var duration: Spanned<TimeSpan>? { fail?.duration ?? network?.duration ?? stress?.duration }

  /// Whether pods go as they do in a drain.
  package var takesPods: Bool { kill != nil || fail != nil }
}

package struct PodKill: SpecObject {
  package let grace: Spanned<TimeSpan>

  package static let shape = Shape(
    "kill",
    "Pods end.",
    .defaulted(
      "grace",
      "The time that they have to finish; none is like the end of a node.",
      to: "0s",
      Spanned(TimeSpan(seconds: 0))
    ),
    make: PodKill.init
  )
}

package struct PodFailure: SpecObject {
  package let duration: Spanned<TimeSpan>

  package static let shape = Shape(
    "fail",
    "Pods do not work for a time.",
    .required("duration", "How long; at most 30m."),
    make: PodFailure.init
  )
}

package struct NetworkFault: SpecObject {
  package let duration: Spanned<TimeSpan>
  package let delay: Spanned<Int>?
  package let jitter: Spanned<Int>?
  package let loss: Spanned<Int>?
  package let to: Spanned<String>?

  package static let shape = Shape(
    "network fault",
    "Packets of the pods are late, or lost.",
    .required("duration", "How long; at most 30m."),
    .optional("delay", "How late packets are, in milliseconds.", .integer(1...60_000)),
    .optional("jitter", "How much that varies, in milliseconds.", .integer(1...60_000)),
    .optional("loss", "How many packets are lost, in percent.", .percentage),
    .optional("to", "Only packets to this service, which is called; all of them when absent.", .name),
    make: NetworkFault.init
  )
}

package struct Stress: SpecObject {
  package let duration: Spanned<TimeSpan>
  package let cpu: Spanned<Int>?
  package let memory: Spanned<Int>?

  package static let shape = Shape(
    "stress",
    "Something in the container takes what it has.",
    .required("duration", "How long; at most 30m."),
    .optional("cpu", "How much of one core, in percent.", .percentage),
    .optional("memory", "How much of the memory limit, in percent.", .integer(1...90)),
    make: Stress.init
  )
}
