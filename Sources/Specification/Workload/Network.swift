package import Kubernetes

/// A workload of the same tenant that this one talks to: one edge, declared once, opened on both sides.
package struct Call: SpecObject {
  package let ports: [Spanned<String>]
  package let optional: Spanned<Bool>?
  package let fallback: Spanned<String>?

  package static let shape = Shape(
    "call",
    "A service of the tenant that this workload talks to; both sides of the edge are opened.",
    .list("ports", "Its ports, by name; all of them when absent.", .portName),
    .optional("optional", "Whether a tenant may do without the called service."),
    .optional(
      "fallback",
      "What the caller does while the called service does not answer; it reads it from <NAME>_FALLBACK.",
      .token
    ),
    make: Call.init
  )
}

/// A place outside the cluster that a workload talks to.
package struct ExternalDestination: SpecObject {
  package let cidrs: [Spanned<CIDR>]
  package let hosts: [Spanned<String>]
  package let ports: [Spanned<Int>]
  package let `protocol`: Spanned<TransportProtocol>
  package let purpose: Spanned<String>?

  package static let shape = Shape(
    "external destination",
    "A place outside the cluster that this workload talks to.",
    .list("cidrs", "Its address ranges; the cloud's metadata address is always cut out.", .cidr),
    .list(
      "hosts",
      "The names that it is called by, all by TLS; in a mesh, no other is let through.",
      .domain
    ),
    .list("ports", "Its ports.", .portNumber),
    .defaulted(
      "protocol",
      "The transport protocol.",
      to: "TCP",
      Spanned(TransportProtocol.tcp)
    ),
    .optional("purpose", "What for; kept as an annotation for reviewers."),
    make: ExternalDestination.init
  )
}

/// How a service is reached from outside the cluster.
package struct Exposure: SpecObject {
  package let host: Spanned<String>?
  package let path: Spanned<String>
  package let port: Spanned<String>

  package static let shape = Shape(
    "exposure",
    "How a service is reached from outside the cluster, always by TLS.",
    .optional("host", "The first label of the host name; the service's name when absent.", .name),
    .defaulted("path", "The path prefix.", .path, to: "/", Spanned("/")),
    .required("port", "The port that takes the requests, by name.", .portName),
    make: Exposure.init
  )
}

/// Where Prometheus finds the metrics, and what of them matters to the business.
package struct MetricsEndpoint: SpecObject {
  package let port: Spanned<String>
  package let path: Spanned<String>
  package let interval: Spanned<TimeSpan>
  package let business: Keyed<BusinessMetric>

  package static let shape = Shape(
    "metrics endpoint",
    "Where Prometheus finds the metrics; the monitoring namespace may reach the port.",
    .required("port", "A port of the container, by name.", .portName),
    .defaulted("path", "The path of the metrics.", .path, to: "/metrics", Spanned("/metrics")),
    .defaulted(
      "interval",
      "The time between two looks at them.",
      to: "30s",
      Spanned(TimeSpan(seconds: 30))
    ),
    .map(
      "business",
      "Figures that matter to the business, each recorded as 'business:<name>'.",
      keys: .metricName
    ),
    make: MetricsEndpoint.init
  )
}

/// A figure that matters to the business.
package struct BusinessMetric: SpecObject {
  package let query: Spanned<String>
  package let help: Spanned<String>

  package static let shape = Shape(
    "business metric",
    "A figure that matters to the business.",
    .required("query", "A query in PromQL; '$workload' in braces stands for the series of this workload."),
    .required("help", "What it says; the title of its panel."),
    make: BusinessMetric.init
  )

  /// What stands for the series of one workload in a query.
  package static let workloadMark = "$workload"
}
