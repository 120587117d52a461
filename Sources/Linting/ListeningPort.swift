package import Validation

/// A port that a container declares.
package struct ListeningPort: Sendable {
  package let number: Int?
  package let name: String?
  package let proto: String
  package let field: Field
}

extension Pod {
  /// The ports of all containers that run while the pod serves.
  package var ports: [ListeningPort] {
    containers.filter { !$0.isSetup }.flatMap(\.ports)
  }
}

extension Container {
  /// The ports that it declares.
  package var ports: [ListeningPort] {
    field["ports"].items.map { port in
      ListeningPort(
        number: port["containerPort"].integer,
        name: port["name"].written,
        proto: port["protocol"].written ?? "TCP",
        field: port
      )
    }
  }
}

/// What a port of a Service or a policy means in a pod: a number or the name of a port.
package struct PortTarget: Sendable {
  package let number: Int?
  package let name: String?
  package let proto: String
  /// Where it is written.
  package let field: Field

  /// The port of the pods that a port of a Service leads to.
  init(servicePort port: Field) {
    let target = port["targetPort"]
    field = target.isPresent ? target : port["port"]
    number = target.isPresent ? target.integer : port["port"].integer
    name = target.written
    proto = port["protocol"].written ?? "TCP"
  }

  /// Whether a container's port is the one that is meant.
  package func isMet(by port: ListeningPort) -> Bool {
    guard port.proto == proto else { return false }
    return number.map { $0 == port.number } ?? (name == port.name)
  }

  /// As messages show it.
  package var shown: String { number.map { "\($0)" } ?? "'\(name ?? "")'" }
}
