internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of monitors of nothing.
  static let serviceMonitorDangling = LintRule(
    "SPAI3017",
    "servicemonitor-dangling",
    .references,
    .warning,
    rationale: "A ServiceMonitor that selects no Service collects no metrics, and alerts on them never fire.",
    remediation: "Write the labels of the Service into 'spec.selector'.",
    aliases: [
      .kubeLinter: ["dangling-servicemonitor"]
    ],
    examples: [
      Example(
        """
        apiVersion: monitoring.coreos.com/v1
        kind: ServiceMonitor
        metadata: {name: api, namespace: a}
        spec:
          ↓selector: {matchLabels: {app: «api|apo»}}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: api, namespace: a, labels: {app: api}}
        """
      )
    ],
    check: .set(about: .kinds(["PodMonitor", "ServiceMonitor"])) { set, _, report in
      let monitors = set.ofKind("ServiceMonitor")
      guard !monitors.isEmpty else { return }
      let services = Dictionary(grouping: set.ofKind("Service", of: "")) { $0.namespace ?? "default" }
        .mapValues {
          $0.map { $0.labels.texts }
        }
      for monitor in monitors {
        let selector = monitor.spec["selector"], names = monitor.spec["namespaceSelector"]
        guard selector.isPresent, !names["any"].isTrue else { continue }
        let written = names["matchNames"].items.compactMap(\.text)
        let scopes = (written.isEmpty ? [monitor.namespace ?? "default"] : written).map { services[$0] ?? [] }
        // Where the set has no Service of a namespace, they are defined elsewhere.
        guard scopes.allSatisfy({ !$0.isEmpty }), !scopes.joined().contains(where: selector.selects) else {
          continue
        }
        report.flag(selector, "selects no Service", of: monitor)
      }
    }
  )
}
