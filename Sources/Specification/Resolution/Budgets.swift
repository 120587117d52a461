package import Diagnostics
internal import Kubernetes

extension Repository {
  /// What of prices and budgets can be told without resolving any tenant.
  func checkPrices(reporting findings: inout Findings) {
    guard let prices = platform.prices else { return }
    checkClasses(prices, reporting: &findings)
    for tenant in tenants.all {
      guard let budget = tenant.facts.budget else { continue }
      check(budget, of: tenant, prices.value, reporting: &findings)
    }
  }

  /// A class without a price would make whatever uses it free.
  private func checkClasses(_ prices: Spanned<Prices>, reporting findings: inout Findings) {
    let storage = prices.value.storageGiBMonth, gpus = prices.value.gpuHour
    let catalogue = platform.catalogue
    for item in storage.items {
      let name = Spanned(item.name, origin: item.origin)
      _ = catalogue.storageClasses.find(name, kind: "storage class of the platform", reporting: &findings)
    }
    for item in gpus.items {
      let name = Spanned(item.name, origin: item.origin)
      _ = catalogue.gpuClasses.find(name, kind: "GPU class of the platform", reporting: &findings)
    }
    var missing = catalogue.storageClasses.items.filter { storage[$0.name] == nil }
      .map { ("storageGiBMonth.\($0.name)", $0.origin) }
    for item in catalogue.gpuClasses.items {
      guard let price = gpus[item.name] else {
        missing.append(("gpuHour.\(item.name).whole", item.origin))
        continue
      }
      missing += item.value.mig.items.filter { price.mig[$0.name] == nil }
        .map { ("gpuHour.\(item.name).mig.\($0.name)", $0.origin) }
      if let timeSlice = item.value.timeSlice, price.timeSlice == nil {
        missing.append(("gpuHour.\(item.name).timeSlice", timeSlice.origin))
      }
    }
    for (field, origin) in missing { findings.report(.noPrice(field, prices.origin, for: origin)) }
  }

  private func check(
    _ budget: Budget,
    of tenant: Tenant,
    _ prices: Prices,
    reporting findings: inout Findings
  ) {
    if budget.currency.value != prices.currency.value {
      findings.report(.foreignBudget(budget.currency, prices.currency))
    }
    for item in budget.environments.items where tenant.environments.item(item.name) == nil {
      findings.report(
        .undeclared(
          "environment of tenant '\(tenant.name)'",
          Spanned(item.name, origin: item.origin),
          among: tenant.environments.names
        )
      )
    }
    let parts = budget.environments.items.reduce(0) { $0 + $1.value.value }
    if parts > budget.monthly.value { findings.report(.dividedBudget(budget, parts)) }
  }
}

/// What a tenant does at the least in one environment stays within its budget for that.
func checkBudget(of unit: TenantUnit, reporting findings: inout Findings) {
  guard let budget = unit.tenant.facts.budget else { return }
  checkBudget(
    budget,
    budget.amount(in: unit.environment.name),
    "the workloads of '\(unit.tenant.name)' in \(unit.environment.name)",
    unit.costs,
    reporting: &findings
  )
}

/// What a tenant does at the least in all its environments together stays within its budget.
package func checkBudget(of tenant: Tenant, _ costs: [WorkloadCost], reporting findings: inout Findings) {
  guard let budget = tenant.facts.budget, tenant.environments.items.count > 1 else { return }
  let owner = "the workloads of '\(tenant.name)' in all environments"
  checkBudget(budget, budget.monthly, owner, costs, reporting: &findings)
}

private func checkBudget(
  _ budget: Budget,
  _ amount: Spanned<Int>,
  _ owner: String,
  _ costs: [WorkloadCost],
  reporting findings: inout Findings
) {
  let floor = costs.reduce(Cost.zero) { $0 + $1.floor }
  guard floor > Cost(amount.value) else { return }
  let largest = costs.flatMap(\.terms).filter { !$0.floor.isZero }.enumerated()
    .sorted { ($1.element.floor, $0.offset) < ($0.element.floor, $1.offset) }
    .prefix(3).map(\.element)
  findings.report(.overBudget(owner, floor, amount, budget.currency.value, largest))
}

// MARK: - Messages

extension Code {
  package static let overBudget = Code("SPAI1411", "over-budget")
  package static let noPrice = Code("SPAI1412", "no-price")
  package static let foreignBudget = Code("SPAI1413", "foreign-budget")
  package static let dividedBudget = Code("SPAI1414", "divided-budget")
}

extension Diagnostic {
  fileprivate static func overBudget(
    _ owner: String,
    _ floor: Cost,
    _ amount: Spanned<Int>,
    _ currency: String,
    _ largest: [CostTerm]
  ) -> Self {
    let words = largest.map { "\($0.what) of \($0.owner) for \($0.floor.text)" }.joined(separator: ", ")
    return Diagnostic(
      .overBudget,
      .error,
      "\(owner) cost at least \(floor.text) \(currency) a month, but the budget is \(amount.value)",
      at: amount.origin.span.map { Label($0, "the most: \(words)") },
      related: largest.compactMap { term in
        term.origin.span.map { Label($0, "\(term.what) of \(term.owner), \(term.floor.text) a month") }
      },
      help:
        "Lower sizes, minimum replicas or schedules, or raise the budget; 'spai-gen list cost' has every term."
    )
  }

  fileprivate static func noPrice(_ field: String, _ prices: Origin, for origin: Origin) -> Self {
    Diagnostic(
      .noPrice,
      .error,
      "the prices have no '\(field)'",
      at: prices.span.map { Label($0, "whatever uses it would be free") },
      related: origin.span.map { [Label($0, "what it is the price of")] } ?? [],
      help: "Add it; 0 is a price as well."
    )
  }

  fileprivate static func foreignBudget(_ currency: Spanned<String>, _ prices: Spanned<String>) -> Self {
    Diagnostic(
      .foreignBudget,
      .error,
      "a budget in \(currency.value) cannot be compared with prices in \(prices.value)",
      at: currency.origin.span.map { Label($0, "another currency") },
      related: prices.origin.span.map { [Label($0, "the currency of the prices")] } ?? [],
      help: "Write the budget in \(prices.value)."
    )
  }

  fileprivate static func dividedBudget(_ budget: Budget, _ parts: Int) -> Self {
    Diagnostic(
      .dividedBudget,
      .error,
      "the parts of the budget add up to \(parts), more than the \(budget.monthly.value) that there are",
      at: budget.monthly.origin.span.map { Label($0, "the whole") },
      related: budget.environments.items.compactMap { item in
        item.value.origin.span.map { Label($0, "the part of \(item.name)") }
      },
      help: "Raise 'monthly', or lower a part."
    )
  }
}
