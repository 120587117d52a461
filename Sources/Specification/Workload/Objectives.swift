/// What a service promises: the numbers behind its alerts and dashboard.
package struct ServiceObjectives: SpecObject {
  package let availability: Spanned<Percent>?
  package let errorRate: Spanned<Percent>?
  package let latency: LatencyObjective?
  package let saturation: SaturationObjectives
  package let requests: Spanned<Series>?
  package let errors: Spanned<Series>?
  package let duration: Spanned<Series>?

  package static let shape = Shape(
    "service objectives",
    "What a service promises over 30 days; alerts and dashboards follow.",
    .optional("availability", "The share of requests that succeed; the rest is its error budget."),
    .optional("errorRate", "The share of failed requests of one hour that nobody is told of."),
    .optional("latency", "How long requests take."),
    .inline(),
    .optional("requests", "The counter of its requests, such as http_requests_total."),
    .optional("errors", "The counter of those that failed, such as http_requests_total{code=~\"5..\"}."),
    .optional("duration", "The histogram of their seconds, without _bucket."),
    make: ServiceObjectives.init
  )
}

/// How long requests take.
package struct LatencyObjective: SpecObject {
  package let percentile: Spanned<Percent>
  package let milliseconds: Spanned<Int>

  package static let shape = Shape(
    "latency objective",
    "How long requests take: a percentile of them, at most.",
    .required("percentile", "The share of requests that is as fast, such as 95."),
    .required("milliseconds", "The longest that they take.", .integer(1...3_600_000)),
    make: LatencyObjective.init
  )
}

/// What a job promises: the numbers behind its alerts.
package struct JobObjectives: SpecObject {
  package let success: Spanned<Percent>?
  package let saturation: SaturationObjectives

  package static let shape = Shape(
    "job objectives",
    "What a job promises; alerts and dashboards follow.",
    .optional("success", "The share of runs of one week that succeed."),
    .inline(),
    make: JobObjectives.init
  )
}

/// How near to its limits a workload may work.
package struct SaturationObjectives: SpecObject {
  package let cpu: Spanned<Int>?
  package let memory: Spanned<Int>?
  package let restarts: Spanned<Int>?

  package static let shape = Shape(
    "saturation objectives",
    "How near to its limits a workload may work.",
    .optional("cpu", "The use of its cpu limits that nobody is told of, in percent.", .percentage),
    .optional("memory", "The use of its memory limits that nobody is told of, in percent.", .percentage),
    .optional("restarts", "How often its containers may restart in an hour.", .integer(0...1000)),
    make: SaturationObjectives.init
  )
}
