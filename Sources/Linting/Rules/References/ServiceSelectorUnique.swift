internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of Services for the same pods.
  static let serviceSelectorUnique = LintRule(
    "SPAI3003",
    "service-selector-unique",
    .references,
    .note,
    in: .all,
    rationale:
      "Two Services with one selector are mostly one that was copied, and whose labels were to be changed.",
    remediation: "Write the labels of the other pods, or remove one of the Services.",
    aliases: [
      .gatekeeper: ["uniqueserviceselector"],
      .kyverno: ["require-unique-service-selector"],
    ],
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Service
        metadata: {name: api, namespace: a}
        spec: {selector: {app: api}}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web, namespace: a}
        spec:
          ↓selector: {app: «web|api»}
        """
      )
    ],
    check: .set(about: .kinds(["Service"])) { set, _, report in
      var seen: [String: Field] = [:]
      for service in set.ofKind("Service", of: "") {
        let selector = service.spec["selector"]
        guard !selector.isEmpty else { continue }
        // One of a kind each: a headless Service stands beside another for good reasons.
        let isHeadless = service.spec["clusterIP"].text == "None"
        let key = "\(service.namespace ?? "default") \(isHeadless) \(fingerprint(selector))"
        if let other = seen[key] {
          report.flag(selector, "is that of another Service", of: service, beside: (other, "the other"))
        }
        seen[key] = seen[key] ?? selector
      }
    }
  )
}
