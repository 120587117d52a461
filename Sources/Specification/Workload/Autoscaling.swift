package import Kubernetes

/// How many pods run.
package struct Replicas: SpecObject {
  package let minimum: Spanned<Int>
  package let maximum: Spanned<Int>?

  package static let shape = Shape(
    "replicas",
    "How many pods run; the tier has a say, see 'Tier'.",
    .required("minimum", "The least.", .integer(1...10_000)),
    .optional("maximum", "The most; twice the minimum when absent.", .integer(1...10_000)),
    make: Replicas.init
  )
}

/// When pods are added, removed or resized.
package struct Autoscaling: SpecObject {
  package let cpu: Spanned<Int>?
  package let memory: Spanned<Int>?
  package let metrics: Keyed<ScalingMetric>
  package let scaleUp: ScalingPace
  package let scaleDown: ScalingPace
  package let vertical: Spanned<VerticalMode>

  package static let shape = Shape(
    "autoscaling",
    "When pods are added, removed or resized.",
    .optional("cpu", "The average use of requested cpu to keep, in percent.", .percentage),
    .optional("memory", "The average use of requested memory to keep, in percent.", .percentage),
    .map("metrics", "Further metrics to keep.", keys: .name),
    .required("scaleUp", "How fast pods are added."),
    .required("scaleDown", "How fast pods are removed."),
    .required("vertical", "Whether the size of pods is recommended or managed."),
    make: Autoscaling.init
  )
}

package enum VerticalMode: String, SpecEnumeration {
  case off
  case recommend
  case initial
  case inPlace
}

package struct ScalingPace: SpecObject {
  package let stabilization: Spanned<TimeSpan>
  package let percent: Spanned<Int>
  package let period: Spanned<TimeSpan>

  package static let shape = Shape(
    "scaling pace",
    "How fast the number of pods may change.",
    .required("stabilization", "How long the need must hold; at most 1h."),
    .required("percent", "By how much of the pods at most, in percent.", .integer(1...1000)),
    .required("period", "In which time; at most 30m."),
    make: ScalingPace.init
  )
}

/// A metric that scaling keeps at a value.
package struct ScalingMetric: SpecObject {
  package let source: Spanned<MetricSource>
  package let metric: Spanned<String>
  package let selector: Keyed<Spanned<String>>
  package let average: Spanned<Quantity>

  package static let shape = Shape(
    "scaling metric",
    "A metric that scaling keeps at an average for each pod.",
    .required("source", "Where it comes from: the pods, or outside the cluster."),
    .required("metric", "Its name in the metrics API."),
    .map("selector", "Labels that choose among series of that name.", keys: .labelKey),
    .required("average", "The value for each pod to keep."),
    make: ScalingMetric.init
  )
}

package enum MetricSource: String, SpecEnumeration {
  case pods
  case external
}
