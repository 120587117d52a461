internal import Kubernetes
internal import Specification
internal import YAMLSyntax

/// What the namespace costs by the hour, as requests at the platform's prices, and whether a month at that pace is
/// within the budget.
///
/// Pods that have ended are counted by nobody; GPUs are told apart by the containers that were declared to have them,
/// because classes share the name of a resource, and those that pods claim are in no series.
func costRules(_ scope: RuleScope) -> Node? {
  let unit = scope.unit
  guard let prices = unit.platform.prices?.value else { return nil }
  let namespace = "namespace=\"\(scope.namespace)\""
  func requests(_ resource: String, _ further: String = "") -> String {
    "sum(kube_pod_container_resource_requests{\(namespace),resource=\"\(resource)\"\(further)}"
      + " and on (namespace, pod) kube_pod_status_phase{\(namespace),phase=\"Running\"} == 1)"
  }
  var terms = [
    "(\(requests("cpu")) or vector(0)) * \(prices.cpuHour.value.text)",
    "(\(requests("memory")) or vector(0)) / \(1 << 30) * \(prices.memoryGiBHour.value.text)",
  ]
  terms += gpuTerms(unit, prices) { resource, names in requests(resource, ",container=~\"\(names)\"") }
  for name in unit.storageClassNames {
    guard let price = prices.storageGiBMonth[name], let item = unit.platform.catalogue.storageClasses[name]
    else { continue }
    terms.append(
      "(sum(kube_persistentvolumeclaim_resource_requests_storage_bytes{\(namespace)}"
        + " and on (namespace, persistentvolumeclaim) kube_persistentvolumeclaim_info{\(namespace),"
        + "storageclass=\"\(item.name.value)\"}) or vector(0)) / \(1 << 30) * \(price.value.text) / 730"
    )
  }
  var rules = [scope.record("cost:hourly", terms.joined(separator: " + "))]
  if let budget = unit.tenant.facts.budget { rules += budgetRules(budget, prices, scope) }
  return ruleGroup("tenant-cost", rules)
}

private func budgetRules(_ budget: Budget, _ prices: Prices, _ scope: RuleScope) -> [Node] {
  let amount = budget.amount(in: scope.unit.environment.name)
  let month = "730 * avg_over_time(cost:hourly{\(scope.recorded)}[6h])"
  func rule(_ name: String, _ share: Int, _ summary: String) -> Node {
    scope.alert(
      name,
      .warning,
      when: "\(month) > \(decimal(amount.value * share, digits: 2))",
      for: "30m",
      summary,
      "A month like the last six hours costs {{ $value | printf \"%.0f\" }} \(prices.currency.value)"
        + " of \(amount.value)."
    )
  }
  var rules = [rule("BudgetExceeded", 100, "What runs costs more than the budget")]
  if budget.warnAt.value < 100 {
    let summary = "What runs costs more than \(budget.warnAt.value) % of the budget"
    rules.insert(rule("BudgetNearlySpent", budget.warnAt.value, summary), at: 0)
  }
  return rules
}

/// One term for each price, for all workloads that have it.
private func gpuTerms(
  _ unit: TenantUnit,
  _ prices: Prices,
  _ requests: (_ resource: String, _ names: String) -> String
) -> [String] {
  var names: [String: [String]] = [:]
  var order: [(key: String, resource: String, price: Price)] = []
  for workload in unit.services.map(\.workload) + unit.jobs.map(\.workload) {
    guard let gpu = workload.gpu, case .resource(let resource) = gpu.form,
      let price = prices.price(of: gpu)
    else { continue }
    let key = "\(resource.value) \(price.text)"
    if names[key] == nil { order.append((key, resource.value, price)) }
    names[key, default: []].append(workload.name)
  }
  return order.map { key, resource, price in
    // kube-state-metrics writes what no label of Prometheus may hold as '_'.
    let label = String(decoding: resource.utf8.map { isWordByte($0) ? $0 : UInt8(ascii: "_") }, as: UTF8.self)
    return "(\(requests(label, (names[key] ?? []).joined(separator: "|"))) or vector(0)) * \(price.text)"
  }
}

private func isWordByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"):
    true
  default: false
  }
}

extension TenantUnit {
  /// The classes of storage that its claims are of, in the order of the platform.
  fileprivate var storageClassNames: [String] {
    let workloads = services.map(\.workload) + jobs.map(\.workload)
    let used = Set(workloads.flatMap(\.claims).compactMap { platform.storageClass(of: $0.claim)?.name })
    return platform.catalogue.storageClasses.names.filter { used.contains($0) }
  }
}
