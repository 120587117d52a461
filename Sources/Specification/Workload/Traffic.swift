package import Kubernetes

/// What the callers of a service do when it is slow, fails, or has too much to do.
///
/// It is said once, by the service, and holds for every caller.
package struct Traffic: SpecObject {
  package let timeout: Spanned<TimeSpan>?
  package let retries: Retries?
  package let connections: ConnectionLimits?
  package let breaker: CircuitBreaker?

  package static let shape = Shape(
    "traffic",
    "What its callers do when it is slow, fails, or has too much to do; a mesh sees to it.",
    .optional("timeout", "How long a request may take, all tries together."),
    .optional("retries", "How often a request is tried again; never where absent."),
    .optional("connections", "How much one caller may ask for at one time."),
    .optional("breaker", "When a pod that fails is left alone for a while."),
    make: Traffic.init
  )
}

/// How often a request is tried again, and how many may be at one time.
package struct Retries: SpecObject {
  package let attempts: Spanned<Int>
  package let timeout: Spanned<TimeSpan>?
  package let repeatable: Spanned<Bool>
  package let budget: Spanned<Int>

  package static let shape = Shape(
    "retries",
    "How often a request is tried again.",
    .defaulted("attempts", "Tries after the first.", .integer(1...10), to: "2", Spanned(2)),
    .optional("timeout", "How long one try may take."),
    .defaulted(
      "repeatable",
      "Whether a request that may have been worked on is tried again, too.",
      to: "false",
      Spanned(false)
    ),
    .defaulted(
      "budget",
      "The most of all requests under way that may be further tries, in percent.",
      .integer(1...100),
      to: "20",
      Spanned(20)
    ),
    make: Retries.init
  )
}

/// How much one pod of a caller may ask for at one time.
package struct ConnectionLimits: SpecObject {
  package let maximum: Spanned<Int>
  package let pending: Spanned<Int>
  package let requests: Spanned<Int>
  package let timeout: Spanned<TimeSpan>

  package static let shape = Shape(
    "connections",
    "How much one pod of a caller may ask for at one time.",
    .defaulted("maximum", "Connections.", .integer(1...1_000_000), to: "1024", Spanned(1024)),
    .defaulted("pending", "Requests that wait for one.", .integer(1...1_000_000), to: "1024", Spanned(1024)),
    .defaulted("requests", "Requests under way.", .integer(1...1_000_000), to: "1024", Spanned(1024)),
    .defaulted("timeout", "How long it may take to connect.", to: "5s", Spanned(TimeSpan(seconds: 5))),
    make: ConnectionLimits.init
  )
}

/// When a pod that fails is left alone for a while.
package struct CircuitBreaker: SpecObject {
  package let errors: Spanned<Int>
  package let interval: Spanned<TimeSpan>
  package let ejection: Spanned<TimeSpan>
  package let maxEjected: Spanned<Int>

  package static let shape = Shape(
    "breaker",
    "When a pod that fails is left alone for a while.",
    .defaulted(
      "errors",
      "Errors of the server in a row that are too many.",
      .integer(1...1000),
      to: "5",
      Spanned(5)
    ),
    .defaulted("interval", "The time between two looks.", to: "10s", Spanned(TimeSpan(seconds: 10))),
    .defaulted(
      "ejection",
      "How long it is left alone; longer each time.",
      to: "30s",
      Spanned(TimeSpan(seconds: 30))
    ),
    .defaulted(
      "maxEjected",
      "The most pods left alone at one time, in percent.",
      .integer(1...100),
      to: "50",
      Spanned(50)
    ),
    make: CircuitBreaker.init
  )
}
