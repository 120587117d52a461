package import Validation

/// The name of another object, as an object writes it.
package struct Reference: Sendable {
  /// What the name is for; one rule tells of each.
  package let role: Role
  package let kind: String
  package let name: String
  /// Where the other is looked for, as `scope(ofKind:in:)` gives it.
  package let namespace: String
  /// Where the name is written.
  package let field: Field
  /// The object that writes it.
  package let object: APIObject

  /// What a name may be for.
  package enum Role: Hashable, Sendable {
    case accountSubject
    case appProject
    case claim
    case configMap
    case gateway
    case ingressClass
    case issuer
    case priorityClass
    case pullSecret
    case queue
    case resourceClaim
    case role
    case runtimeClass
    case scaleTarget
    case secret
    case secretStore
    case serviceAccount
    case storageClass
    case triggerAuthentication
  }
}

/// All names that objects write of others, and all names that there are.
package struct ReferenceIndex: Sendable {
  /// In the order of pods, and then of objects.
  package let all: [Reference]
  private let byRole: [Reference.Role: [Reference]]
  private let names: Set<ObjectKey>
  private let kinds: Set<String>
  /// The namespaces that have any object; of others nothing is known.
  private let namespaces: Set<String>
  /// Whether anything is known of the Secrets for registries: mostly platforms put these everywhere.
  private let hasPullSecrets: Bool

  init(_ objects: [APIObject], _ keys: [ObjectKey], _ pods: [Pod]) {
    var writer = ReferenceWriter()
    for pod in pods { writer.write(pod) }
    for object in objects { writer.write(object) }
    all = writer.references
    byRole = Dictionary(grouping: all, by: \.role)
    let made = objects.flatMap { madeNames(by: $0) }
    names = Set(keys.map(\.withoutGroup) + made)
    kinds = Set(objects.map(\.kind) + made.map(\.kind))
    namespaces = Set(keys.map(\.namespace))
    hasPullSecrets = objects.contains {
      $0.kind == "Secret" && $0.root["type"].text == "kubernetes.io/dockerconfigjson"
    }
  }

  /// The references for a purpose.
  package func forRole(_ role: Reference.Role) -> [Reference] { byRole[role] ?? [] }

  /// What is known of the object that a reference names.
  package func standing(of reference: Reference, _ settings: LintSettings) -> Standing {
    let standing = standing(of: reference.kind, named: reference.name, in: reference.namespace, settings)
    let isHidden = reference.role == .pullSecret && !hasPullSecrets && settings.provided["Secret"] == nil
    return standing == .missing && isHidden ? .unknown : standing
  }

  /// What is known of the object of a kind and name in a scope; platforms provide what their catalogue lists.
  package func standing(
    of kind: String,
    named name: String,
    in namespace: String,
    _ settings: LintSettings
  ) -> Standing {
    if names.contains(ObjectKey(group: "", kind: kind, namespace: namespace, name: name))
      || names.contains(ObjectKey(group: "", kind: kind, namespace: everywhere, name: name))
      || isEverywhere(kind, name)
    {
      return .present
    }
    let provided = settings.provided[kind]
    if let provided, provided.contains(name) || provided.contains("\(namespace)/\(name)") { return .present }
    if settings.madeElsewhere.contains(kind) { return .unknown }
    guard kinds.contains(kind) && (namespace.isEmpty || namespaces.contains(namespace)) || provided != nil
    else {
      return .unknown
    }
    return .missing
  }

  /// What may be known of an object.
  package enum Standing: Sendable {
    case present
    /// Others of its kind are known, and it is not.
    case missing
    /// Nothing of its kind or namespace is known: it is probably defined elsewhere.
    case unknown
  }
}

/// The namespace of names that are made in each.
let everywhere = "*"

/// Whether each cluster, or each namespace, has an object of this name from the start.
private func isEverywhere(_ kind: String, _ name: String) -> Bool {
  switch kind {
  case "AppProject", "ServiceAccount": name == "default"
  case "ClusterRole": name.hasPrefix("system:") || ["admin", "cluster-admin", "edit", "view"].contains(name)
  case "ConfigMap": name == "kube-root-ca.crt" || name == "openshift-service-ca.crt"
  case "PriorityClass": name.hasPrefix("system-")
  case "Role": name.hasPrefix("system:") || name == "extension-apiserver-authentication-reader"
  case "Service": name == "kubernetes"
  default: false
  }
}

extension LintReport {
  /// Reports each name for a purpose of an object that should be there and is not.
  mutating func flagMissing(_ role: Reference.Role, in context: LintContext) {
    for reference in context.objects.references.forRole(role)
    where context.objects.references.standing(of: reference, context.settings) == .missing {
      flag(
        reference.field,
        "names \(reference.kind) '\(reference.name)', which does not exist",
        of: reference.object
      )
    }
  }
}
