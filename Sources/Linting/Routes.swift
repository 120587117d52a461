internal import Diagnostics
package import Validation

/// A Service that an Ingress or a route of the Gateway API leads to.
package struct RouteBackend: Sendable {
  package let object: APIObject
  /// Where the Service is named.
  package let service: Field
  package let name: String
  package let namespace: String?
  /// Where the port is given, a number or a name.
  package let port: Field
}

/// The Services that an Ingress or a route leads to; what leads elsewhere is left out.
package func routeBackends(of object: APIObject) -> [RouteBackend] {
  switch (object.group, object.kind) {
  case ("networking.k8s.io", "Ingress"):
    let paths = object.spec["rules"].items.flatMap { $0["http"]["paths"].items.map { $0["backend"] } }
    return ([object.spec["defaultBackend"]] + paths).compactMap { backend in
      let service = backend["service"], number = service["port"]["number"]
      return service["name"].written.map { name in
        RouteBackend(
          object: object,
          service: service["name"],
          name: name,
          namespace: object.namespace,
          port: number.isPresent ? number : service["port"]["name"]
        )
      }
    }
  case ("gateway.networking.k8s.io", _):
    return object.spec["rules"].items.flatMap { rule in
      rule["backendRefs"].items + rule["filters"].items.map { $0["requestMirror"]["backendRef"] }
    }.compactMap { backend in
      guard let name = backend["name"].written, backend["kind"].text ?? "Service" == "Service",
        (backend["group"].text ?? "").isEmpty
      else { return nil }
      return RouteBackend(
        object: object,
        service: backend["name"],
        name: name,
        namespace: backend["namespace"].written ?? object.namespace,
        port: backend["port"]
      )
    }
  default:
    return []
  }
}

/// The kinds of the Gateway API that lead to Services.
let routeKinds = ["GRPCRoute", "HTTPRoute", "TCPRoute", "TLSRoute", "UDPRoute"]

extension LintReport {
  /// Reports each backend whose Service is missing, or has no such port.
  mutating func flagBackends(of object: APIObject, in context: LintContext) {
    for backend in routeBackends(of: object) {
      let set = context.objects
      guard let service = set.object("Service", of: "", named: backend.name, in: backend.namespace) else {
        let scope = scope(ofKind: "Service", in: backend.namespace)
        let standing = set.references.standing(
          of: "Service",
          named: backend.name,
          in: scope,
          context.settings
        )
        if standing == .missing {
          flag(backend.service, "names Service '\(backend.name)', which does not exist", of: object)
        }
        continue
      }
      guard backend.port.isPresent, service.spec["type"].text != "ExternalName" else { continue }
      let ports = service.spec["ports"]
      let isThere = ports.items.contains { port in
        backend.port.integer.map { $0 == port["port"].integer } ?? (backend.port.text == port["name"].text)
      }
      if !isThere {
        flag(
          backend.port,
          "is \(backend.port.shown), a port that Service '\(backend.name)' does not have",
          of: object,
          beside: (ports, "its ports")
        )
      }
    }
  }
}

/// A host and path that an Ingress or a HTTPRoute takes for itself.
package struct RouteClaim: Sendable {
  package let object: APIObject
  package let host: String
  package let path: String
  /// Everything else that a request must have for this route, and the way by which it comes in.
  package let condition: String
  /// Where the path is written, or the host.
  package let field: Field

  /// Whether it takes every request for the path, whatever else this has.
  package let isForAll: Bool

  /// For instance `example.com/api`.
  package var shown: String { host + path }
}

/// What an Ingress or a HTTPRoute takes for itself; a canary takes nothing.
package func routeClaims(of object: APIObject) -> [RouteClaim] {
  switch (object.group, object.kind) {
  case ("networking.k8s.io", "Ingress"): ingressClaims(of: object)
  case ("gateway.networking.k8s.io", "HTTPRoute"): httpClaims(of: object)
  default: []
  }
}

private func ingressClaims(of object: APIObject) -> [RouteClaim] {
  let annotations = object.metadata["annotations"]
  guard annotations["nginx.ingress.kubernetes.io/canary"].text != "true" else { return [] }
  let condition =
    object.spec["ingressClassName"].text ?? annotations["kubernetes.io/ingress.class"].text ?? ""
  return object.spec["rules"].items.flatMap { rule in
    guard let host = rule["host"].written else { return [RouteClaim]() }
    return rule["http"]["paths"].items.map { path in
      RouteClaim(
        object: object,
        host: host,
        path: path["path"].written ?? "/",
        condition: "\(condition) \(path["pathType"].text ?? "")",
        field: path["path"].isPresent ? path["path"] : rule["host"],
        isForAll: true
      )
    }
  }
}

private func httpClaims(of object: APIObject) -> [RouteClaim] {
  let parents = object.spec["parentRefs"].items.map { fingerprint($0) }.sorted().joined()
  return object.spec["hostnames"].items.flatMap { host in
    object.spec["rules"].items.flatMap { rule in
      let matches = rule["matches"].items
      return (matches.isEmpty ? [rule["matches"]] : matches).map { match in
        let path = match["path"], value = path["value"]
        let others = ["method", "headers", "queryParams"].map { fingerprint(match[$0]) }.joined(
          separator: "&"
        )
        return RouteClaim(
          object: object,
          host: host.text ?? "",
          path: value.written ?? "/",
          condition: "\(parents) \(path["type"].text ?? "PathPrefix") \(others)",
          field: value.isPresent ? value : host,
          isForAll: !["method", "headers", "queryParams"].contains { match[$0].isPresent }
        )
      }
    }
  }
}
