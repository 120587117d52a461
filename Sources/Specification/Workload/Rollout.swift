package import Kubernetes

/// How a new version replaces the old one.
package struct Rollout: SpecObject {
  package let strategy: Spanned<ReleaseStrategy>
  package let maxSurge: Spanned<CountOrPercent>
  package let maxUnavailable: Spanned<CountOrPercent>
  package let minReady: Spanned<TimeSpan>
  package let deadline: Spanned<TimeSpan>
  package let history: Spanned<Int>
  package let blueGreen: BlueGreen
  package let canary: Canary
  package let abTest: ABTest?
  package let analysis: ReleaseAnalysis?

  package static let shape = Shape(
    "rollout",
    "How a new version replaces the old one.",
    .required("strategy", "The release strategy."),
    .required("maxSurge", "Pods above the wanted number, for a rolling update."),
    .required("maxUnavailable", "Pods below the wanted number, for a rolling update."),
    .required("minReady", "How long a new pod must be ready to count."),
    .required("deadline", "When a rollout without progress has failed."),
    .required("history", "How many old versions are kept for a rollback.", .integer(0...50)),
    .required("blueGreen", "For strategy blueGreen: two versions side by side, one of them in use."),
    .required("canary", "For strategy canary: a new version gets a growing share of the requests."),
    .optional("abTest", "For strategy abTest: who gets the other version, and until when."),
    .optional("analysis", "What a new version is measured by before it goes on; needs Argo Rollouts."),
    make: Rollout.init
  )
}

package enum ReleaseStrategy: String, SpecEnumeration {
  case rolling
  case recreate
  case blueGreen
  case canary
  case abTest
}

/// How a pod ends.
package struct Termination: SpecObject {
  package let drain: Spanned<TimeSpan>
  package let finish: Spanned<TimeSpan>

  package static let shape = Shape(
    "termination",
    "How a pod ends: first it leaves the load balancers, then it finishes its work.",
    .required("drain", "The time to leave the load balancers, before the container is told to stop."),
    .required("finish", "The time to finish open work, before it is killed."),
    make: Termination.init
  )
}
