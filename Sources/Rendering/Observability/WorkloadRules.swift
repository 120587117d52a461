internal import Kubernetes
internal import Specification
internal import YAMLSyntax

/// How near to its limits a workload works, and how often it falls over.
func saturationRules(_ objectives: SaturationObjectives, _ scope: RuleScope) -> [Node] {
  var records: [Node] = []
  var alerts: [Node] = []
  func limit(_ resource: String) -> String {
    "sum(kube_pod_container_resource_limits{\(scope.container),resource=\"\(resource)\"})"
  }
  func watch(_ resource: String, _ name: String, _ use: String, _ share: Spanned<Int>) {
    let metric = "slo:\(resource):utilization"
    records.append(scope.record(metric, "\(use) / \(limit(resource))"))
    alerts.append(
      scope.alert(
        "\(name)AboveObjective",
        .warning,
        when: "\(metric){\(scope.recorded)} > \(decimal(share.value, digits: 2))",
        for: "15m",
        "More than \(share.value) % of the \(resource) limits are in use",
        "{{ $value | humanizePercentage }} of the \(resource) limits of all pods are in use."
      )
    )
  }
  if let cpu = objectives.cpu {
    watch("cpu", "CPU", "sum(rate(container_cpu_usage_seconds_total{\(scope.container)}[5m]))", cpu)
  }
  if let memory = objectives.memory {
    watch("memory", "Memory", "sum(container_memory_working_set_bytes{\(scope.container)})", memory)
  }
  if let restarts = objectives.restarts {
    alerts.append(
      scope.alert(
        "RestartsAboveObjective",
        .warning,
        when: "sum(increase(kube_pod_container_status_restarts_total{\(scope.container)}[1h]))"
          + " > \(restarts.value)",
        for: "5m",
        "Containers restart more than \(restarts.value) times an hour",
        "They restarted {{ $value | humanize }} times in the last hour."
      )
    )
  }
  return records + alerts
}

/// Whether pods of a workload that lasts are there.
func presenceRules(_ scope: RuleScope, isStateful: Bool) -> [Node] {
  let (kind, ready, wanted) =
    isStateful
    ? ("statefulset", "kube_statefulset_status_replicas_ready", "kube_statefulset_replicas")
    : ("deployment", "kube_deployment_status_replicas_available", "kube_deployment_spec_replicas")
  let choice = "{namespace=\"\(scope.namespace)\",\(kind)=\"\(scope.name)\"}"
  return [
    scope.alert(
      "WorkloadDown",
      .critical,
      when: "sum(\(ready)\(choice)) == 0 and sum(\(wanted)\(choice)) > 0",
      for: "2m",
      "No pod is ready",
      "The workload cannot do anything."
    ),
    scope.alert(
      "ReplicasMissing",
      .warning,
      when: "sum(\(ready)\(choice)) < sum(\(wanted)\(choice))",
      for: "15m",
      "Fewer pods are ready than wanted",
      "Only {{ $value | humanize }} pods are ready."
    ),
  ]
}

/// What the workload declares as figures of the business.
func businessRules(_ scope: RuleScope) -> Node? {
  guard let metrics = scope.workload?.pod.metrics else { return nil }
  return ruleGroup(
    "\(scope.name)-business",
    metrics.business.items.map { item in
      scope.record(
        "business:\(item.name)",
        item.value.query.value.replacing(BusinessMetric.workloadMark, with: scope.exposed)
      )
    }
  )
}

/// The rule groups of the namespace as a whole.
func ruleGroups(of unit: TenantUnit) -> [Node] {
  let scope = RuleScope(unit: unit, workload: nil)
  let quota = "kube_resourcequota{namespace=\"\(scope.namespace)\",type="
  let volume = "{namespace=\"\(scope.namespace)\"}"
  let rules = [
    scope.record(
      "slo:quota:utilization",
      "max by (resource) (\(quota)\"used\"} / ignoring(type) (\(quota)\"hard\"} > 0))"
    ),
    scope.alert(
      "QuotaNearlyUsed",
      .warning,
      when: "slo:quota:utilization{\(scope.recorded)} > 0.9",
      for: "15m",
      "The quota of {{ $labels.resource }} is nearly used",
      "{{ $value | humanizePercentage }} are in use; behind it, nothing more can start."
    ),
    scope.alert(
      "VolumeNearlyFull",
      .warning,
      when:
        "kubelet_volume_stats_available_bytes\(volume) / kubelet_volume_stats_capacity_bytes\(volume) < 0.1",
      for: "15m",
      "The volume of {{ $labels.persistentvolumeclaim }} is nearly full",
      "{{ $value | humanizePercentage }} of it are free."
    ),
  ]
  return [ruleGroup("tenant", rules + recoveryRules(scope)), costRules(scope)].compactMap { $0 }
}
