internal import Validation

/// Whose something is, as far as labels tell.
package struct Tenancy: Hashable, Sendable {
  package let tenant: String?
  package let environment: String?

  package init(tenant: String?, environment: String?) {
    self.tenant = tenant
    self.environment = environment
  }

  init(_ object: APIObject) {
    let labels = object.labels
    self.init(tenant: labels[Self.tenantLabel].written, environment: labels[Self.environmentLabel].written)
  }

  package static let tenantLabel = "spai.dev/tenant"
  package static let environmentLabel = "spai.dev/environment"
  static let dataClassLabel = "spai.dev/data-class"
  static let ownerLabel = "spai.dev/owner"
}

/// Whose the namespaces are: by their labels, by those of the first labelled object in them, or as settings say.
package struct Tenancies: Sendable {
  private let byNamespace: [String: Tenancy]
  /// As settings say; far more than a unit has where there are many.
  private let declared: [String: Tenancy]

  package init(_ set: ObjectSet, _ settings: LintSettings) {
    var found: [String: Tenancy] = [:]
    for namespace in set.ofKind("Namespace", of: "") {
      let tenancy = Tenancy(namespace)
      if tenancy.tenant != nil { found[namespace.name] = tenancy }
    }
    for object in set.objects {
      guard let namespace = object.namespace, found[namespace] == nil else { continue }
      let tenancy = Tenancy(object)
      if tenancy.tenant != nil { found[namespace] = tenancy }
    }
    byNamespace = found
    declared = settings.audit.tenancies
  }

  /// Whose a namespace is; nil where nothing tells.
  package subscript(namespace: String?) -> Tenancy? {
    let namespace = namespace ?? "default"
    return byNamespace[namespace] ?? declared[namespace]
  }
}

/// A namespace that an object lets in, binds or leads to.
struct NamespaceReference {
  let object: APIObject
  let namespace: String
  /// Where it is named.
  let field: Field
}

/// The namespaces besides its own that each object of a set has to do with, in the order of the objects.
func namespaceReferences(in set: ObjectSet) -> [NamespaceReference] {
  set.objects.flatMap { object in
    namespacesNamed(by: object, set).filter { $0.name != object.namespace ?? "default" }
      .map { NamespaceReference(object: object, namespace: $0.name, field: $0.field) }
  }
}

private func namespacesNamed(by object: APIObject, _ set: ObjectSet) -> [(name: String, field: Field)] {
  switch (object.group, object.kind) {
  case ("networking.k8s.io", "NetworkPolicy"):
    let policy = NetworkPolicy(object)
    let selectors = (policy.peers(.ingress) + policy.peers(.egress)).map { $0["namespaceSelector"] }
    return selectors.flatMap { selector in
      let name = selector["matchLabels"]["kubernetes.io/metadata.name"]
      if let text = name.written { return [(text, name)] }
      return set.namespaces(selectedBy: selector).map { ($0, selector) }
    }
  case ("rbac.authorization.k8s.io", "RoleBinding"):
    return object.root["subjects"].items.compactMap { subject in
      subject["namespace"].written.map { ($0, subject["namespace"]) }
    }
  case ("security.istio.io", "AuthorizationPolicy"):
    let sources = object.spec["rules"].items.flatMap { $0["from"].items }.map { $0["source"] }
    return sources.flatMap { source in
      source["namespaces"].items.compactMap { field in field.written.map { ($0, field) } }
        + source["principals"].items.compactMap { field in
          // <trust domain>/ns/<namespace>/sa/<account>
          let parts = (field.written ?? "").split(separator: "/")
          return parts.count == 5 ? (String(parts[2]), field) : nil
        }
    }
  case ("", "Service"):
    let name = object.spec["externalName"]
    let parts = (name.written ?? "").split(separator: ".", maxSplits: 3)
    return parts.count > 2 && parts[2] == "svc" ? [(String(parts[1]), name)] : []
  default:
    return routeBackends(of: object).compactMap { backend in
      backend.namespace.map { ($0, backend.service) }
    }
  }
}

extension LintReport {
  /// Reports the objects that have to do with a namespace that is somebody else's; a flow that both sides declare is
  /// meant.
  ///
  /// - Parameters:
  ///   - whose: What has to be the same on both sides; nil where nothing tells.
  ///   - set: All objects.
  ///   - context: Whose the namespaces outside of the set are.
  mutating func flagStrangers(
    by whose: (Tenancy) -> String?,
    in set: ObjectSet,
    _ context: LintContext
  ) {
    let tenancies = Tenancies(set, context.settings)
    let references = namespaceReferences(in: set)
    let flows = Set(
      references.filter { $0.object.kind == "NetworkPolicy" }.map {
        Flow(from: $0.object.namespace ?? "default", to: $0.namespace)
      }
    )
    for reference in references {
      let namespace = reference.object.namespace ?? "default"
      guard let own = tenancies[namespace].flatMap(whose),
        let other = tenancies[reference.namespace].flatMap(whose), own != other,
        reference.object.kind != "NetworkPolicy"
          || !flows.contains(Flow(from: reference.namespace, to: namespace))
      else { continue }
      flag(
        reference.field,
        "has to do with namespace '\(reference.namespace)' of '\(other)', not '\(own)'",
        of: reference.object
      )
    }
  }
}

private struct Flow: Hashable {
  let from: String
  let to: String
}
