package import Kubernetes

/// How the kubelet learns whether a container works.
package struct Probes: SpecObject {
  package let startup: Probe?
  package let readiness: Probe?
  package let liveness: Probe?

  package static let shape = Shape(
    "probes",
    "How the kubelet learns whether the container works.",
    .optional("startup", "Holds the other two back until the container is up."),
    .optional("readiness", "Takes the pod out of the Service while it fails."),
    .optional("liveness", "Restarts the container when it fails."),
    make: Probes.init
  )
}

/// One probe: exactly one way of asking, and when.
package struct Probe: SpecObject {
  package let http: HTTPProbe?
  package let tcp: PortProbe?
  package let grpc: PortProbe?
  package let command: [Spanned<String>]
  package let period: Spanned<TimeSpan>?
  package let timeout: Spanned<TimeSpan>?
  package let failures: Spanned<Int>?
  package let delay: Spanned<TimeSpan>?

  package static let shape = Shape(
    "probe",
    "One way of asking (http, tcp, grpc or command), and when.",
    .optional("http", "A GET request; any status from 200 to 399 is good."),
    .optional("tcp", "A connection."),
    .optional("grpc", "The gRPC health service."),
    .list("command", "A command in the container; status 0 is good."),
    .optional("period", "The time between two questions."),
    .optional("timeout", "The time to answer."),
    .optional("failures", "Failures in a row that count.", .integer(1...1000)),
    .optional("delay", "The time before the first question."),
    make: Probe.init
  )
}

package struct HTTPProbe: SpecObject {
  package let path: Spanned<String>
  package let port: Spanned<String>

  package static let shape = Shape(
    "http probe",
    "A GET request.",
    .required("path", "The path of the request.", .path),
    .required("port", "A port of the container, by name.", .portName),
    make: HTTPProbe.init
  )
}

package struct PortProbe: SpecObject {
  package let port: Spanned<String>

  package static let shape = Shape(
    "port probe",
    "A connection to a port.",
    .required("port", "A port of the container, by name.", .portName),
    make: PortProbe.init
  )
}
