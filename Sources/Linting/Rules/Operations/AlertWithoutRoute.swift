internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of workloads whose trouble nobody hears of.
  static let alertWithoutRoute = LintRule(
    "SPAI3526",
    "alert-without-route",
    .operations,
    .note,
    in: .all,
    rationale:
      "An alert that reaches nobody is none; a breach that nobody noticed is reported too late.",
    remediation:
      "Add a PrometheusRule with alerts, and an AlertmanagerConfig with a receiver, to the namespace.",
    examples: [
      Example(
        """
        apiVersion: v1
        ↓kind: Pod
        metadata: {name: api, namespace: a}
        spec: {containers: [{name: api}]}
        ---
        apiVersion: monitoring.coreos.com/v1
        kind: PrometheusRule
        metadata: {name: api, namespace: a}
        spec: {groups: [{name: api, rules: [{«alert|record»: Down, expr: up == 0}]}]}
        ---
        apiVersion: monitoring.coreos.com/v1alpha1
        kind: AlertmanagerConfig
        metadata: {name: team, namespace: a}
        spec: {receivers: [{name: team, slackConfigs: [{channel: "#team"}]}]}
        """
      ),
      Example(
        """
        apiVersion: v1
        ↓kind: Pod
        metadata: {name: api, namespace: a}
        spec: {containers: [{name: api}]}
        ---
        apiVersion: monitoring.coreos.com/v1
        kind: PrometheusRule
        metadata: {name: api, namespace: a}
        spec: {groups: [{name: api, rules: [{alert: Down, expr: up == 0}]}]}
        ---
        apiVersion: monitoring.coreos.com/v1alpha1
        kind: AlertmanagerConfig
        metadata: {name: team, namespace: a}
        spec: {receivers: [{name: team«, slackConfigs: [{channel: "#team"}]|»}]}
        """
      ),
    ],
    check: .set(about: .pods) { set, _, report in
      func homes(_ kind: String, where isMeant: (APIObject) -> Bool) -> Set<String> {
        Set(set.ofKind(kind).filter(isMeant).map { $0.namespace ?? "default" })
      }
      let alerting = homes("PrometheusRule") { rule in
        rule.spec["groups"].items.contains { $0["rules"].items.contains { $0["alert"].isPresent } }
      }
      let heard = homes("AlertmanagerConfig") { config in
        config.spec["receivers"].items.contains { $0.keys.count > 1 }
      }
      for pod in set.pods {
        let namespace = pod.owner.namespace ?? "default"
        if !alerting.contains(namespace) {
          report.flag(pod.owner.root, "has no alert in its namespace", of: pod.owner)
        } else if !heard.contains(namespace) {
          report.flag(pod.owner.root, "has alerts that reach nobody", of: pod.owner)
        }
      }
    }
  )
}
