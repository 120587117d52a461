internal import Diagnostics
package import Validation
internal import YAMLSyntax

extension LintRule {
  /// Tells of audit policies that leave out secrets, access or shells.
  static let auditPolicyGap = LintRule(
    "SPAI3525",
    "audit-policy-gap",
    .operations,
    .note,
    in: .all,
    rationale:
      "Who read a secret, gave away a right or opened a shell is what is asked first after an intrusion.",
    remediation:
      "Add rules of level 'Metadata' at least for secrets, roles and their bindings, and 'pods/exec'.",
    examples: [
      Example(
        """
        apiVersion: audit.k8s.io/v1
        ↓kind: Policy
        metadata: {name: cluster}
        rules:
        - level: Metadata
          resources:
          - {group: "", resources: [secrets, pods/exec]}
          - {group: rbac.authorization.k8s.io, resources: [roles, «rolebindings|clusterroles»]}
        """
      ),
      Example(
        """
        apiVersion: audit.k8s.io/v1
        ↓kind: Policy
        metadata: {name: cluster}
        rules:
        - level: «Metadata|None»
        """
      ),
      Example(
        """
        apiVersion: v1
        ↓kind: ConfigMap
        metadata: {name: audit, namespace: kube-system}
        data:
          policy: |
            apiVersion: audit.k8s.io/v1
            kind: Policy
            rules:
            - level: «Metadata|None»
        """
      ),
    ],
    check: .object(["ConfigMap", "Policy"]) { object, _, report in
      guard let policy = object.auditPolicy else { return }
      let missing = audited.filter { group, resource in
        !policy["rules"].items.contains { rule in
          rule["level"].text ?? "None" != "None" && rule["users"].isEmpty && rule["verbs"].isEmpty
            && (rule["resources"].isEmpty
              || rule["resources"].items.contains { covers($0, group, resource) })
        }
      }
      guard !missing.isEmpty else { return }
      report.flag(
        object.root,
        "records nothing about \(missing.map { $0.resource }.joined(separator: ", "))",
        of: object
      )
    }
  )
}

extension APIObject {
  /// The audit policy that it is, or that it keeps as a file for whoever starts API servers.
  package var auditPolicy: Field? {
    if kind == "Policy" { return group == "audit.k8s.io" ? root : nil }
    guard kind == "ConfigMap" else { return nil }
    let mark = "audit.k8s.io/"
    return root["data"].entries.lazy.compactMap { entry -> Field? in
      guard let text = entry.value.text, text.contains(mark) else { return nil }
      var sources = SourceMap()
      var unheard = Findings()
      let id = sources.add(path: entry.key, owner: .tenant, bytes: Array(text.utf8))
      let policy = parseYAML(sources[id], reporting: &unheard).map { Field(object: $0, kind: "Policy") }.first
      return policy?["apiVersion"].text?.hasPrefix(mark) == true ? policy : nil
    }.first
  }
}

private let audited: [(group: String, resource: String)] = [
  ("", "secrets"), ("rbac.authorization.k8s.io", "roles"), ("rbac.authorization.k8s.io", "rolebindings"),
  ("", "pods/exec"),
]

/// Whether the resources of one group in a rule have a resource among them; a rule that names none has all.
private func covers(_ written: Field, _ group: String, _ resource: String) -> Bool {
  let names = written["resources"].items.compactMap(\.text)
  return written["group"].text ?? "" == group
    && (names.isEmpty || names.contains(resource) || names.contains("*"))
}
