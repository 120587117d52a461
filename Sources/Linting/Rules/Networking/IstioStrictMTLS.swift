internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of namespaces whose pods talk to each other without mutual TLS.
  static let istioStrictMTLS = LintRule(
    "SPAI2436",
    "istio-strict-mtls",
    .networking,
    .note,
    in: .all,
    rationale:
      "Without it, traffic between pods is in the clear, and nobody knows who is at the other end.",
    remediation:
      "Add a PeerAuthentication with 'mode: STRICT' to the namespace, or to the namespace of the mesh.",
    aliases: [
      .kyverno: ["enforce-strict-mtls"]
    ],
    examples: [
      Example(
        """
        apiVersion: v1
        ↓kind: Namespace
        metadata: {name: a}
        ---
        apiVersion: security.istio.io/v1
        kind: PeerAuthentication
        metadata: {name: default, namespace: «a|b»}
        spec: {mtls: {mode: STRICT}}
        """
      ),
      Example(
        """
        apiVersion: security.istio.io/v1
        kind: PeerAuthentication
        metadata: {name: default, namespace: a}
        spec:
          mtls:
            mode: «STRICT|PERMISSIVE»
        """
      ),
      Example(
        """
        apiVersion: v1
        ↓kind: Namespace
        metadata:
          name: a
          annotations: {config.linkerd.io/default-inbound-policy: all-«|un»authenticated}
        """
      ),
    ],
    check: .set(about: .kinds(["Namespace", "PeerAuthentication"])) { set, _, report in
      let policies = set.ofKind("PeerAuthentication", of: "security.istio.io")
      for policy in policies {
        let ports = policy.spec["portLevelMtls"].entries.map(\.value["mode"])
        for mode in [policy.spec["mtls"]["mode"]] + ports
        where ["DISABLE", "PERMISSIVE"].contains(mode.text ?? "") {
          report.flag(mode, "is \(mode.shown), which lets traffic in without TLS", of: policy)
        }
      }
      // A selector holds single workloads; a policy in the namespace of the mesh holds all.
      let covered = Set(
        policies.filter { $0.spec["selector"].isEmpty && $0.spec["mtls"]["mode"].isPresent }.map {
          $0.namespace ?? "default"
        }
      )
      let isMeshStrict =
        covered.contains("istio-system")
        || set.ofKind("Mesh", of: "kuma.io").contains { $0.spec["mtls"]["enabledBackend"].isPresent }
      for namespace in set.ofKind("Namespace", of: "")
      where !isOfSystem(namespace.name) && !isMeshStrict && !covered.contains(namespace.name) {
        let inbound = namespace.metadata["annotations"]["config.linkerd.io/default-inbound-policy"]
          .text
        if ["all-authenticated", "cluster-authenticated", "deny"].contains(inbound ?? "") { continue }
        report.flag(namespace.root, "has pods that take traffic without mutual TLS", of: namespace)
      }
    }
  )
}
