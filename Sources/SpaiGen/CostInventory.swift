package import Diagnostics
internal import Kubernetes
package import Specification

/// What every workload of every unit costs.
package struct CostInventory: Sendable {
  package struct Unit: Sendable {
    package let id: UnitID
    /// nil where the unit has errors.
    package let workloads: [WorkloadCost]?
  }

  /// Sorted by tenant, then by environment.
  package let units: [Unit]
}

/// Compiles every unit and asks what its workloads cost; the errors of units are reported.
package func costInventory(
  of workspace: Workspace,
  workers: Int,
  reporting findings: inout Findings
) async -> CostInventory {
  let units = await concurrentMap(workspace.units, workers: workers) { id in
    var own = Findings()
    let unit = workspace.compile(id, overrides: Overrides(), service: nil, reporting: &own)
    return (unit: CostInventory.Unit(id: id, workloads: unit?.costs), diagnostics: own.all)
  }
  for unit in units { findings.report(contentsOf: unit.diagnostics) }
  return CostInventory(
    units: units.map(\.unit).sorted {
      ($0.id.tenant ?? "", $0.id.environment) < ($1.id.tenant ?? "", $1.id.environment)
    }
  )
}

extension CostInventory {
  /// One row for each workload, and one for each tenant as a whole with its share of the budget.
  package func rows(_ repository: Repository) -> [[String]] {
    let tenants = Dictionary(grouping: units) { $0.id.tenant ?? "" }
    let titles = ["TENANT", "ENVIRONMENT", "WORKLOAD", "KIND", "FLOOR", "CEILING", "BUDGET", "FLOOR SHARE"]
    return [titles]
      + tenants.keys.sorted().flatMap { name in
        rows(tenants[name] ?? [], of: name, repository.tenants[name]?.facts.budget)
      }
  }

  private func rows(_ units: [Unit], of tenant: String, _ budget: Budget?) -> [[String]] {
    func row(
      _ environment: String,
      _ workload: String,
      _ kind: String,
      _ costs: [WorkloadCost],
      _ budget: Int?
    ) -> [String] {
      let floor = costs.reduce(Cost.zero) { $0 + $1.floor },
        ceiling = costs.reduce(Cost.zero) { $0 + $1.ceiling }
      let share = budget.map { floor.share(of: $0) } ?? "-"
      let amount = budget.map(String.init) ?? "-"
      return [tenant, environment, workload, kind, floor.text, ceiling.text, amount, share]
    }
    let single = units.flatMap { unit in
      (unit.workloads ?? []).map { cost in
        let amount = budget?.amount(in: unit.id.environment).value
        return row(unit.id.environment, cost.name, cost.isJob ? "job" : "service", [cost], amount)
      }
    }
    // A sum with a gap would look like a sum.
    guard units.allSatisfy({ $0.workloads != nil }) else { return single }
    return single + [row("all", "all", "total", units.flatMap { $0.workloads ?? [] }, budget?.monthly.value)]
  }
}
