internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of objects that nothing names.
  static let unusedResource = LintRule(
    "SPAI3016",
    "unused-resource",
    .references,
    .note,
    in: .all,
    rationale:
      "What nothing uses costs attention in every review, and a Secret that nobody needs can still leak.",
    remediation: "Remove the object, or correct the name in what should use it.",
    aliases: [
      .popeye: ["POP-400", "POP-401"]
    ],
    examples: [
      Example(
        """
        apiVersion: v1
        ↓kind: ConfigMap
        metadata: {name: settings, namespace: a}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: api, namespace: a, labels: {app: api}}
        spec:
          volumes: [{name: files, configMap: {name: «settings|kube-root-ca.crt»}}]
        """
      )
    ],
    check: .set(about: .kinds(["ClusterRole", "ConfigMap", "Role", "Secret", "ServiceAccount"])) {
      set,
      _,
      report in
      let candidates = ["ConfigMap", "Secret", "ServiceAccount", "Role", "ClusterRole"].flatMap {
        set.ofKind($0)
      }
      guard !candidates.isEmpty else { return }
      // A custom resource may name things in fields that nobody knows: any equal text counts as use.
      let used = writtenTexts(of: set.objects, among: Set(candidates.map(\.name)))
      for object in candidates where !used.contains(object.name) && !object.name.isEmpty {
        let labels = object.labels.keys + object.metadata["annotations"].keys
        // Controllers find these by their labels.
        guard object.name != "default", object.name.hasPrefix("system:") == false,
          !labels.contains(where: { isFoundByLabel($0.text) }), !object.root["aggregationRule"].isPresent
        else { continue }
        report.flag(object.root, "is used by nothing", of: object)
      }
    }
  )
}
