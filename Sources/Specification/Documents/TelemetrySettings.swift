package import Kubernetes

/// Who takes the spans of tenants' programs, and what makes programs send them.
package struct Tracing: SpecObject {
  package let collector: TraceCollector
  package let jaeger: Spanned<String>?
  package let agents: Keyed<Image>

  package static let shape = Shape(
    "tracing",
    "Who takes the spans of tenants' programs, and what makes programs send them.",
    .required("collector", "The collector that pods send their spans to, by OTLP over HTTP."),
    .optional(
      "jaeger",
      "The URL to which the collector passes them on (OTLP by gRPC); with it, the operator makes the collector.",
      .httpURL
    ),
    .map(
      "agents",
      "For each language the image with the agent that the operator puts into programs.",
      keys: .word(of: TraceLanguage.allCases.map(\.rawValue))
    ),
    make: Tracing.init
  )
}

/// The one place outside its tenant that every traced pod may talk to.
package struct TraceCollector: SpecObject {
  package let peer: PodPeer
  package let service: Spanned<String>
  package let port: Spanned<Int>

  package static let shape = Shape(
    "trace collector",
    "The collector that pods send their spans to.",
    .inline(),
    .required("service", "Its Service; ends in '-collector', as the operator has it.", .name),
    .defaulted("port", "Its port of OTLP over HTTP.", .portNumber, to: "4318", Spanned(4318)),
    make: TraceCollector.init
  )

  /// The end of the names of Services that the operator makes.
  package static let suffix = "-collector"

  /// Where programs send their spans.
  package var endpoint: String {
    "http://\(service.value).\(peer.namespace.value).svc:\(port.value)"
  }
}

/// Who reads the logs of tenants' pods, and where they are kept.
package struct Logging: SpecObject {
  package let namespace: Spanned<String>
  package let elasticsearch: Spanned<String>
  package let secret: Spanned<String>?
  package let retention: Spanned<TimeSpan>

  package static let shape = Shape(
    "logging",
    "Who reads the logs of tenants' pods, and where they are kept.",
    .required("namespace", "The namespace of the agents that read them on each node.", .name),
    .required("elasticsearch", "The URL of the Elasticsearch that keeps them.", .httpURL),
    .optional("secret", "The Secret there with 'username' and 'password'.", .name),
    .defaulted(
      "retention",
      "How long the logs of a tenant are kept whose data classes do not say.",
      to: "30d",
      Spanned(TimeSpan(seconds: 30 * 86400))
    ),
    make: Logging.init
  )
}

/// What becomes of a program that does what its spec does not say.
package struct RuntimeSecurity: SpecObject {
  package let action: Spanned<RuntimeAction>
  package let environments: Keyed<Spanned<RuntimeAction>>
  package let auditPolicy: Spanned<String>?

  package static let shape = Shape(
    "runtime security",
    "What becomes of a program that does what its spec does not say.",
    .defaulted("action", "Whether it is reported or stopped.", to: "report", Spanned(.report)),
    .map("environments", "The action of single environments.", keys: .name),
    .optional(
      "auditPolicy",
      "The namespace of the ConfigMap with the audit policy for the API servers; none is written when absent.",
      .name
    ),
    make: RuntimeSecurity.init
  )

  package func action(in environment: String) -> Spanned<RuntimeAction> {
    environments[environment] ?? action
  }
}

package enum RuntimeAction: String, SpecEnumeration {
  case report
  case stop
}
