internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of namespaces in which the mesh lets through what nobody allowed.
  static let istioAuthorizationPolicy = LintRule(
    "SPAI2437",
    "istio-authorization-policy",
    .networking,
    .note,
    in: .all,
    rationale:
      "Mutual TLS tells who asks; without a policy that denies, everybody who is known gets an answer.",
    remediation:
      "Add an AuthorizationPolicy with an empty spec to the namespace, and one for each call that is meant.",
    aliases: [
      .kyverno: ["require-authorizationpolicies"]
    ],
    examples: [
      Example(
        """
        apiVersion: v1
        ↓kind: Namespace
        metadata: {name: a}
        ---
        apiVersion: security.istio.io/v1
        kind: AuthorizationPolicy
        metadata: {name: deny, namespace: a}
        spec: {«|rules: [{}]»}
        """
      )
    ],
    check: .set(about: .kinds(["Namespace"])) { set, _, report in
      let denying = set.ofKind("AuthorizationPolicy", of: "security.istio.io").filter {
        $0.spec["selector"].isEmpty && $0.spec["rules"].isEmpty
          && $0.spec["action"].text ?? "ALLOW" == "ALLOW"
      }
      let held = Set(denying.map { $0.namespace ?? "default" })
      guard !held.contains("istio-system") else { return }
      for namespace in set.ofKind("Namespace", of: "")
      where !isOfSystem(namespace.name) && !held.contains(namespace.name) {
        report.flag(
          namespace.root,
          "has no AuthorizationPolicy that denies what is not allowed",
          of: namespace
        )
      }
    }
  )
}
