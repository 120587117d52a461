internal import Diagnostics
internal import Kubernetes

extension Resolver {
  /// Every declared edge of the unit, bound to the ports of the called service.
  ///
  /// An optional edge to a service that the tenant does not have is left out.
  func edges(_ services: [Service], _ jobs: [Job], reporting findings: inout Findings) -> [Edge] {
    let callers = services.map(\.workload) + jobs.map(\.workload)
    let broken = repository.brokenWorkloads[tenant.name] ?? []
    var edges: [Edge] = []
    for caller in callers {
      for item in caller.pod.calls.items {
        guard let callee = services.first(where: { $0.name == item.name }) else {
          // A service that failed to resolve has been reported; only an unknown name is news.
          let isKnown = names[item.name] != nil || broken.contains(item.name)
          if item.value.optional?.value != true && !isKnown {
            findings.report(
              .undeclared(
                "service of tenant '\(tenant.name)'",
                Spanned(item.name, origin: item.origin),
                among: services.map(\.name)
              )
            )
          }
          continue
        }
        let ports = callee.workload.container.ports
        var bound: [Keyed<Port>.Item] = []
        for port in item.value.ports {
          if let found = ports.find(port, kind: "port of service '\(callee.name)'", reporting: &findings) {
            bound.append(found)
          }
        }
        edges.append(
          Edge(
            caller: caller.name,
            callee: callee.name,
            ports: item.value.ports.isEmpty ? ports.items : bound,
            origin: item.origin
          )
        )
      }
      checkNeighbours(caller, callers.map(\.name) + broken.sorted(), reporting: &findings)
    }
    return edges
  }

  private func checkNeighbours(
    _ workload: Workload,
    _ names: [String],
    reporting findings: inout Findings
  ) {
    for name in workload.pod.placement.near + workload.pod.placement.awayFrom
    where !names.contains(name.value) {
      findings.report(.undeclared("workload of tenant '\(tenant.name)'", name, among: names))
    }
  }
}
