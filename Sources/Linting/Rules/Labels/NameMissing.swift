internal import Diagnostics
internal import Validation

extension LintRule {
  /// Refuses objects without a name.
  static let nameMissing = LintRule(
    "SPAI3103",
    "name-missing",
    .labels,
    .error,
    rationale:
      "An object without a name is not created, and nothing can refer to it.",
    remediation:
      "Write 'metadata.name', or 'metadata.generateName' for what is created again and again.",
    aliases: [
      .datree: ["RESOURCE_MISSING_NAME"]
    ],
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Service
        ↓metadata: {«name: api|labels: {}»}
        spec: {}
        """
      )
    ],
    check: .object([]) { object, _, report in
      let metadata = object.metadata
      guard !object.kind.isEmpty, object.root["apiVersion"].isPresent, !object.isListOrInstruction else {
        return
      }
      guard (metadata["name"].textOrNumber ?? "").isEmpty, metadata["generateName"].written == nil else {
        return
      }
      report.flag(metadata["name"], "is missing", of: object)
    }
  )
}

extension APIObject {
  /// Whether it is never created itself: a list of objects, or a file of kustomize.
  fileprivate var isListOrInstruction: Bool {
    kind.hasSuffix("List") || group == "kustomize.config.k8s.io"
  }
}
