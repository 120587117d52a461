internal import Kubernetes
internal import Specification
internal import YAMLSyntax

extension ResourceRenderer {
  /// A dashboard for the tenant and one for each service; without the operator, ConfigMaps for the sidecar of Grafana.
  static let grafanaDashboard = ResourceRenderer("GrafanaDashboard") { unit in
    guard !unit.workloads.isEmpty else { return [] }
    let label: [(String, Node)] = [("grafana_dashboard", Node("1"))]
    guard let version = unit.platform.capabilities.grafanaOperator else {
      return [
        KubernetesObject(
          "v1",
          "ConfigMap",
          named: "tenant-dashboard",
          in: unit,
          ["data": [dashboardFile(unit, nil): text(tenantDashboard(unit))]]
        ).labelled(label)
      ]
        + unit.services.map { service in
          KubernetesObject(
            "v1",
            "ConfigMap",
            named: "\(service.name)-dashboard",
            of: service.workload,
            in: unit,
            labels: label,
            ["data": [dashboardFile(unit, service.name): text(serviceDashboard(service, in: unit))]]
          )
        }
    }
    return [
      KubernetesObject(
        version.value.rawValue,
        "GrafanaDashboard",
        named: "tenant",
        in: unit,
        ["spec": spec(tenantDashboard(unit), unit)]
      ).withVersion(at: version.origin)
    ]
      + unit.services.map { service in
        KubernetesObject(
          version.value.rawValue,
          "GrafanaDashboard",
          of: service.workload,
          in: unit,
          ["spec": spec(serviceDashboard(service, in: unit), unit)]
        ).withVersion(at: version.origin)
      }
  }
}

private func spec(_ dashboard: Node, _ unit: TenantUnit) -> Node {
  let chosen: Node? = .map(unit.platform.observability.grafana)
  return [
    "instanceSelector": ["matchLabels": chosen ?? ["dashboards": "grafana"]],
    "allowCrossNamespaceImport": true,
    "folder": Node(unit.tenant.name),
    "resyncPeriod": "10m",
    "json": text(dashboard),
  ]
}

/// Files of all tenants lie in one folder of Grafana.
private func dashboardFile(_ unit: TenantUnit, _ workload: String?) -> String {
  "\(unit.namespace.value)-\(workload ?? "tenant").json"
}

private func text(_ dashboard: Node) -> Node {
  Node(String(decoding: printJSON(dashboard), as: UTF8.self))
}
