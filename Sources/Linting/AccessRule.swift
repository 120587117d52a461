internal import Diagnostics
package import Validation

/// One rule of a Role or ClusterRole: who has the role may do these things.
package struct AccessRule: Sendable {
  package let field: Field
  private let verbs: [Field]
  private let resources: [Field]
  private let groups: [Field]

  init(_ field: Field) {
    self.field = field
    verbs = field["verbs"].items
    resources = field["resources"].items
    groups = field["apiGroups"].items
  }

  /// Whether it is held to objects of certain names.
  package var isNamed: Bool { !field["resourceNames"].isEmpty }

  /// The first '*' of it, which means all there are and all to come.
  package var wildcard: Field? {
    (verbs + resources + field["nonResourceURLs"].items + groups).first { $0.text == "*" }
  }

  /// Whether it lets its holders do everything.
  package var isUnlimited: Bool {
    [verbs, resources, groups].allSatisfy { list in list.contains { $0.text == "*" } }
  }

  /// The field that grants one of these verbs on one of these resources by name.
  ///
  /// All verbs count as each of them; all resources do not: of these the rule about wildcards tells.
  package func grant(of wanted: Set<String>, on names: Set<String>, in group: String?) -> Field? {
    guard let resource = resources.first(where: { names.contains($0.text ?? "") }) else { return nil }
    let isInGroup = group == nil || groups.contains { $0.text == group || $0.text == "*" }
    let isGranted = verbs.contains { $0.text == "*" || wanted.contains($0.text ?? "") }
    return isInGroup && isGranted ? resource : nil
  }
}

/// The rules of a role.
package func accessRules(of role: APIObject) -> [AccessRule] {
  role.root["rules"].items.map(AccessRule.init)
}

extension LintRule.Check {
  /// Reports each rule of a role that grants one of some verbs on one of some resources.
  ///
  /// - Parameters:
  ///   - verbs: Any of them is enough.
  ///   - resources: As roles write them, with subresources.
  ///   - group: The API group of the resources; nil for any.
  ///   - kinds: The kinds of roles that are asked.
  /// - Returns: The check.
  static func grant(
    of verbs: Set<String>,
    on resources: Set<String>,
    in group: String?,
    kinds: [String] = ["ClusterRole", "Role"]
  ) -> LintRule.Check {
    .object(kinds) { role, _, report in
      for rule in accessRules(of: role) where !rule.isNamed {
        guard let resource = rule.grant(of: verbs, on: resources, in: group) else { continue }
        let granted = rule.field["verbs"].items.compactMap(\.text).filter { $0 == "*" || verbs.contains($0) }
        report.flag(
          resource,
          "lets its holders \(granted.joined(separator: ", ")) '\(resource.text ?? "")'",
          of: role
        )
      }
    }
  }
}

/// The verbs that change what is there.
let writingVerbs: Set<String> = ["create", "update", "patch", "delete", "deletecollection"]

/// Whether who has a role in the whole cluster can become its administrator by it.
func canTakeOver(_ role: APIObject) -> Bool {
  accessRules(of: role).contains { rule in
    guard !rule.isNamed else { return false }
    let verbs = rule.field["verbs"].items.compactMap(\.text)
    return rule.isUnlimited || verbs.contains { ["bind", "escalate", "impersonate"].contains($0) }
      || rule.grant(of: ["get", "list", "watch"], on: ["secrets"], in: "") != nil
      || rule.grant(of: ["create"], on: ["pods", "pods/exec", "serviceaccounts/token"], in: "") != nil
      || rule.grant(of: ["create", "update", "patch"], on: ["daemonsets", "deployments"], in: "apps") != nil
      || rule.grant(of: ["get", "create"], on: ["nodes/proxy"], in: "") != nil
  }
}
