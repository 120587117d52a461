internal import Kubernetes
internal import Specification
internal import YAMLSyntax

extension ResourceRenderer {
  /// Gives the tenant's groups their roles; deployers read as well.
  static let roleBinding = ResourceRenderer("RoleBinding") { unit in
    let access = unit.tenant.facts.access
    return [
      binding(readerRole, access.readers + access.deployers, unit),
      binding(deployerRole, access.deployers, unit),
    ].compactMap { $0 }
  }
}

private func binding(_ role: String, _ groups: [Spanned<String>], _ unit: TenantUnit) -> KubernetesObject? {
  var seen: Set<String> = []
  let subjects = groups.filter { seen.insert($0.value).inserted }.map { group -> Node in
    ["kind": "Group", "apiGroup": "rbac.authorization.k8s.io", "name": Node(group)]
  }
  guard !subjects.isEmpty else { return nil }
  return KubernetesObject(
    "rbac.authorization.k8s.io/v1",
    "RoleBinding",
    named: role,
    in: unit,
    [
      "subjects": .list(subjects),
      "roleRef": ["apiGroup": "rbac.authorization.k8s.io", "kind": "Role", "name": Node(role)],
    ]
  )
}
