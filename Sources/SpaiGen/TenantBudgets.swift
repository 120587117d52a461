import Diagnostics
import Specification

/// Holds tenants to their budgets in all environments together, where all of these are wanted and none failed; with
/// shards, the one with the first of them does.
func checkBudgets(
  of workspace: Workspace,
  _ units: [UnitBuild],
  _ shard: Set<UnitID>?,
  _ overrides: Overrides,
  reporting findings: inout Findings
) {
  let units = Dictionary(units.map { ($0.outcome.id, $0) }, uniquingKeysWith: { first, _ in first })
  for tenant in workspace.repository.tenants.all where tenant.facts.budget != nil {
    let ids = tenant.environments.names.map { UnitID(environment: $0, tenant: tenant.name) }
    guard let first = ids.first, shard?.contains(first) ?? true else { continue }
    let costs = ids.compactMap { id -> [WorkloadCost]? in
      guard let unit = units[id], !unit.outcome.isFailed else { return nil }
      return unit.costs ?? workspace.costs(of: id, overrides: overrides)
    }
    if costs.count == ids.count { checkBudget(of: tenant, costs.flatMap(\.self), reporting: &findings) }
  }
}
