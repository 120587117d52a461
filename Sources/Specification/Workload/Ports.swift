/// A port that a container listens on.
package struct Port: SpecObject {
  package let number: Spanned<Int>
  package let service: Spanned<Int>?
  package let `protocol`: Spanned<TransportProtocol>
  package let appProtocol: Spanned<String>?

  package static let shape = Shape(
    "port",
    "A port that the container listens on.",
    .required("port", "The number inside the pod.", .portNumber),
    .optional("service", "The number on the Service; the pod's own number when absent.", .portNumber),
    .defaulted(
      "protocol",
      "The transport protocol.",
      to: "TCP",
      Spanned(TransportProtocol.tcp)
    ),
    .optional("appProtocol", "What is spoken on it, for gateways and meshes, such as http or grpc."),
    make: Port.init
  )
}

package enum TransportProtocol: String, SpecEnumeration {
  case tcp = "TCP"
  case udp = "UDP"
  case sctp = "SCTP"
}
