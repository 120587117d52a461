internal import Kubernetes
internal import Specification
internal import YAMLSyntax

/// What a service promised, how it does, and how full it is.
func serviceDashboard(_ service: Specification.Service, in unit: TenantUnit) -> Node {
  let scope = RuleScope(unit: unit, workload: service.workload)
  var panels: [Panel] = []
  if let objectives = service.spec.objectives, service.workload.pod.metrics != nil {
    panels += objectivePanels(objectives, scope)
  }
  panels += businessPanels(service.workload, scope)
  panels += saturationPanels(service.spec.objectives?.saturation, scope)
  return dashboard(
    "\(unit.tenant.name) / \(service.name) (\(unit.environment.name))",
    of: "\(unit.platform.header.name)/\(unit.environment.name)/\(unit.tenant.name)/\(service.name)",
    tags: tags(unit) + ["service"],
    variables: [
      variable("pod", "Pod", of: "pod", in: "kube_pod_container_info{\(scope.container)}")
    ],
    panels
  )
}

/// All workloads of a tenant in one environment at a glance.
func tenantDashboard(_ unit: TenantUnit) -> Node {
  let namespace = "namespace=\"\(unit.namespace.value)\""
  let chosen = "{\(namespace),workload=~\"$workload\"}"
  var panels: [Panel] = [
    Panel(row: "Alerts"),
    Panel(
      "Firing",
      .graph,
      unit: "none",
      [
        (
          "sum by (alertname, workload, severity) (ALERTS{\(namespace),alertstate=\"firing\"})",
          "{{severity}}: {{alertname}} {{workload}}"
        )
      ]
    ),
    Panel("Quota", .graph, unit: "percentunit", [("slo:quota:utilization{\(namespace)}", "{{resource}}")]),
  ]
  if !unit.services.isEmpty {
    panels += [
      Panel(row: "Services"),
      Panel("Requests", .graph, unit: "reqps", [("slo:requests:rate5m\(chosen)", "{{workload}}")]),
      Panel(
        "Failed requests",
        .graph,
        unit: "percentunit",
        [("slo:errors:ratio_rate5m\(chosen)", "{{workload}}")]
      ),
      Panel(
        "Latency",
        .graph,
        unit: "s",
        [("slo:latency_seconds:quantile5m\(chosen)", "{{workload}} p{{quantile}}")]
      ),
      Panel(
        "Error budget left at the pace of 3 days",
        .graph,
        unit: "percentunit",
        [("1 - slo:errors:ratio_rate3d\(chosen) / (1 - slo:objective:availability\(chosen))", "{{workload}}")]
      ),
    ]
  }
  panels += [
    Panel(row: "Saturation"),
    Panel("CPU", .graph, unit: "percentunit", [("slo:cpu:utilization\(chosen)", "{{workload}}")]),
    Panel("Memory", .graph, unit: "percentunit", [("slo:memory:utilization\(chosen)", "{{workload}}")]),
  ]
  if unit.jobs.contains(where: { !$0.isStream }) {
    panels += [
      Panel(row: "Jobs"),
      Panel(
        "Runs that succeed",
        .graph,
        unit: "percentunit",
        [("slo:job_success:ratio1w\(chosen)", "{{workload}}")]
      ),
      Panel(
        "Failed runs of the last week",
        .graph,
        unit: "none",
        [("slo:job_failed:count1w\(chosen)", "{{workload}}")]
      ),
    ]
  }
  for workload in unit.workloads {
    panels += businessPanels(workload, RuleScope(unit: unit, workload: workload))
  }
  return dashboard(
    "\(unit.tenant.name) (\(unit.environment.name))",
    of: "\(unit.platform.header.name)/\(unit.environment.name)/\(unit.tenant.name)",
    tags: tags(unit) + ["tenant"],
    variables: [
      variable("workload", "Workload", of: "workload", in: "slo:cpu:utilization{\(namespace)}")
    ],
    panels
  )
}

private func tags(_ unit: TenantUnit) -> [String] {
  ["spai-gen", unit.tenant.name, unit.environment.name, dnsSafe(unit.tier.header.name)]
}

private func objectivePanels(_ objectives: ServiceObjectives, _ scope: RuleScope) -> [Panel] {
  let chosen = "{\(scope.recorded)}"
  var stats: [Panel] = []
  var graphs: [Panel] = []
  if objectives.requests != nil, objectives.errors != nil {
    if let availability = objectives.availability?.value {
      stats.append(
        Panel(
          "Availability of 3 days (objective \(availability.text) %)",
          .stat(threshold: availability.fraction, isFloor: true),
          unit: "percentunit",
          [("1 - slo:errors:ratio_rate3d\(chosen)", "")]
        )
      )
      if availability.rest.parts > 0 {
        stats.append(
          Panel(
            "Burn rate of 1 hour",
            .stat(threshold: "1.0", isFloor: false),
            unit: "none",
            [("slo:errors:ratio_rate1h\(chosen) / \(availability.rest.fraction)", "")]
          )
        )
      }
    }
    if let rate = objectives.errorRate?.value {
      stats.append(
        Panel(
          "Failed requests of 1 hour (objective \(rate.text) %)",
          .stat(threshold: rate.fraction, isFloor: false),
          unit: "percentunit",
          [("slo:errors:ratio_rate1h\(chosen)", "")]
        )
      )
    }
    graphs += [
      Panel("Requests", .graph, unit: "reqps", [("slo:requests:rate5m\(chosen)", "requests")]),
      Panel(
        "Failed requests",
        .graph,
        unit: "percentunit",
        ["5m", "1h", "6h", "3d"].map { ("slo:errors:ratio_rate\($0)\(chosen)", "of \($0)") }
      ),
    ]
  }
  if let latency = objectives.latency, objectives.duration != nil {
    let line = "p\(latency.percentile.value.text)"
    stats.append(
      Panel(
        "Latency \(line) (objective \(latency.milliseconds.value) ms)",
        .stat(threshold: decimal(latency.milliseconds.value, digits: 3), isFloor: false),
        unit: "s",
        [("slo:latency_seconds:quantile5m\(chosen)", "")]
      )
    )
    graphs.append(Panel("Latency", .graph, unit: "s", [("slo:latency_seconds:quantile5m\(chosen)", line)]))
  }
  return stats.isEmpty && graphs.isEmpty ? [] : [Panel(row: "Objectives")] + stats + graphs
}

private func businessPanels(_ workload: Workload, _ scope: RuleScope) -> [Panel] {
  guard let metrics = workload.pod.metrics, !metrics.business.isEmpty else { return [] }
  return [Panel(row: "Business: \(workload.name)")]
    + metrics.business.items.map { item in
      Panel(
        item.value.help.value,
        .graph,
        unit: "short",
        [("business:\(item.name){\(scope.recorded)}", item.name)]
      )
    }
}

private func saturationPanels(_ objectives: SaturationObjectives?, _ scope: RuleScope) -> [Panel] {
  let pods = "\(scope.container),pod=~\"$pod\""
  func share(_ use: String, _ resource: String) -> String {
    "sum by (pod) (\(use)) / sum by (pod) (kube_pod_container_resource_limits{\(pods),resource=\"\(resource)\"})"
  }
  return [
    Panel(row: "Saturation"),
    Panel(
      title("CPU of each pod", objectives?.cpu),
      .graph,
      unit: "percentunit",
      [(share("rate(container_cpu_usage_seconds_total{\(pods)}[5m])", "cpu"), "{{pod}}")]
    ),
    Panel(
      title("Memory of each pod", objectives?.memory),
      .graph,
      unit: "percentunit",
      [(share("container_memory_working_set_bytes{\(pods)}", "memory"), "{{pod}}")]
    ),
    Panel(
      "Restarts of 1 hour",
      .graph,
      unit: "none",
      [("sum by (pod) (increase(kube_pod_container_status_restarts_total{\(pods)}[1h]))", "{{pod}}")]
    ),
  ]
}

private func title(_ text: String, _ objective: Spanned<Int>?) -> String {
  objective.map { "\(text) (objective \($0.value) %)" } ?? text
}
