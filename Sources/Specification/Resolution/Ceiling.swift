package import Diagnostics
internal import Kubernetes
internal import YAMLSyntax

/// The quotas of all namespaces of a tenant stay below the tier's ceiling.
func checkCeiling(of unit: TenantUnit, reporting findings: inout Findings) {
  let ceiling = unit.tier.ceiling.node.mapping?.entries ?? []
  for entry in ceiling {
    guard let limit = Spanned<Quantity>(node: entry.value),
      let tierQuota = unit.tier.quota.amount(entry.key)
    else { continue }
    let terms = unit.tenant.environments.items.map { item in
      let own = item.value.quota.node.mapping?[entry.key].flatMap(Spanned<Quantity>.init(node:))
      let granted = own ?? tierQuota
      return Term(
        workload: item.name,
        origin: own?.origin ?? item.origin,
        count: 1,
        size: granted.value
      )
    }
    if terms.sum > limit.value {
      findings.report(.overCeiling(entry.key, limit, terms, unit))
    }
  }
}

extension Quota {
  /// The amount of a field by its name.
  fileprivate func amount(_ key: String) -> Spanned<Quantity>? {
    func counted(_ number: Spanned<Int>) -> Spanned<Quantity> {
      Spanned<Quantity>(Quantity(number.value), origin: number.origin)
    }
    return switch key {
    case "cpu": cpu
    case "memory": memory
    case "ephemeralStorage": ephemeralStorage
    case "storage": storage
    case "gpus": counted(gpus)
    case "pods": counted(pods)
    case "claims": counted(claims)
    case "objects": counted(objects)
    default: nil
    }
  }
}

// MARK: - Messages

extension Code {
  package static let overCeiling = Code("SPAI1402", "over-ceiling")
}

extension Diagnostic {
  fileprivate static func overCeiling(
    _ key: String,
    _ limit: Spanned<Quantity>,
    _ terms: [Term],
    _ unit: TenantUnit
  ) -> Self {
    let need = terms.sum.canonical
    let sum = terms.map { "\($0.workload) \($0.size.text)" }.joined(separator: " + ")
    return Diagnostic(
      .overCeiling,
      .error,
      "the quotas of '\(unit.tenant.name)' add up to \(need) of \(key), but the tier's ceiling is \(limit.value.text)",
      at: unit.tenant.header.origin.span.map { Label($0, "\(sum) = \(need)") },
      related: (limit.origin.span.map { [Label($0, "the ceiling")] } ?? [])
        + terms.compactMap { term in term.origin.span.map { Label($0, term.size.text) } },
      help: "Hold the tenant to less under 'environments.<name>.quota', or raise the tier's 'ceiling'."
    )
  }
}
