internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of workloads that share an account.
  static let saShared = LintRule(
    "SPAI2526",
    "sa-shared",
    .accessControl,
    .note,
    in: .all,
    rationale:
      "Rights that one of the workloads needs are rights of the others too, and logs cannot tell them apart.",
    remediation: "Give each workload a ServiceAccount of its own.",
    aliases: [
      .kics: ["Shared Service Account"]
    ],
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: api}
        spec: {serviceAccountName: api}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          serviceAccountName: «web|api»
        """
      )
    ],
    check: .set(about: .pods) { set, _, report in
      var seen: [String: (Field, String)] = [:]
      for pod in set.pods {
        let account = pod.spec["serviceAccountName"]
        guard let name = account.written, name != "default" else { continue }
        let key = "\(pod.owner.namespace ?? "default")/\(name)",
          owner = "\(pod.owner.kind) '\(pod.owner.name)'"
        if let (other, who) = seen[key], who != owner {
          report.flag(
            account,
            "is '\(name)', the account of \(who) too",
            of: pod.owner,
            beside: (other, "the other")
          )
        }
        seen[key] = seen[key] ?? (account, owner)
      }
    }
  )
}
