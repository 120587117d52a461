internal import Kubernetes
internal import Specification
internal import YAMLSyntax

/// Whose rules are written: what their expressions choose, and what their results are labelled with.
struct RuleScope {
  let unit: TenantUnit
  /// nil for the rules of the namespace as a whole.
  let workload: Workload?

  var namespace: String { unit.namespace.value }

  /// The workload's name, or what stands for it.
  var name: String { workload?.name ?? "tenant" }

  /// What chooses the series that the workload itself exposes; monitors and the usual annotations alike keep the
  /// label of the pods.
  var exposed: String {
    "namespace=\"\(namespace)\",app_kubernetes_io_name=\"\(name)\""
  }

  /// What chooses the series that the cluster exposes about the containers of the workload.
  var container: String {
    "namespace=\"\(namespace)\",container=\"\(name)\""
  }

  /// What chooses the results of recording rules.
  var recorded: String {
    "namespace=\"\(namespace)\",workload=\"\(name)\""
  }

  /// The labels of every result: whose it is.
  private var labels: [(String, Node)] {
    [
      ("namespace", Node(namespace)),
      ("workload", Node(name)),
      ("tenant", Node(unit.tenant.name)),
      ("tier", Node(dnsSafe(unit.tier.header.name))),
      ("environment", Node(unit.environment.name)),
    ]
  }

  /// A rule that keeps the result of an expression under a name.
  func record(_ name: String, _ expression: String, labels further: [(String, Node)] = []) -> Node {
    ["record": Node(name), "expr": Node(expression), "labels": .map(labels + further)]
  }

  /// A rule that tells somebody.
  ///
  /// - Parameters:
  ///   - name: What happens, in one word; the same for all workloads, so that one runbook is enough.
  ///   - severity: Whether somebody has to get up.
  ///   - expression: What holds while it happens.
  ///   - time: How long it must hold, such as 5m.
  ///   - window: The time that it looks back on, where that is what tells it from another of its name.
  ///   - summary: The same in a sentence, without an end.
  ///   - description: What it means.
  /// - Returns: The rule.
  func alert(
    _ name: String,
    _ severity: AlertSeverity,
    when expression: String,
    for time: String,
    window: String? = nil,
    _ summary: String,
    _ description: String
  ) -> Node {
    var annotations: [(String, Node)] = [
      ("summary", Node("\(summary) (\(namespace)/\(self.name))")),
      ("description", Node(description)),
      ("contact", Node(unit.tenant.owner.contact)),
    ]
    if let runbooks = unit.platform.alerting.runbooks {
      let slash = runbooks.value.hasSuffix("/") ? "" : "/"
      annotations.append(("runbook_url", Node(runbooks.value + slash + name, origin: runbooks.origin)))
    }
    return [
      "alert": Node(name),
      "expr": Node(expression),
      "for": Node(time),
      "labels": .map(
        labels + (window.map { [("window", Node($0))] } ?? [])
          + [("severity", Node(severity.rawValue)), ("owner", Node(unit.tenant.owner.team))]
      ),
      "annotations": .map(annotations),
    ]
  }
}

/// A list of rules that are worked out one after the other.
func ruleGroup(_ name: String, _ rules: [Node]) -> Node? {
  rules.isEmpty ? nil : ["name": Node(name), "interval": "30s", "rules": Node(.sequence(rules))]
}
