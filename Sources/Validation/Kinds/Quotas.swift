import Diagnostics
import Kubernetes

/// A ResourceQuota's spec.
func checkResourceQuota(_ spec: Field, reporting findings: inout Findings) {
  for entry in spec["hard"].entries {
    let name = entry.key
    if let problem = labelKeyProblem(name) {
      entry.value.refuse(
        .apiName,
        "is of a resource whose name \(problem)",
        help: "Write a resource such as 'requests.cpu'.",
        reporting: &findings
      )
    } else if !name.contains("/"), !quotaResources.contains(name), !isHugePageQuota(name) {
      entry.value.refuse(
        .apiName,
        "is no resource of a quota",
        help: didYouMean(name, among: quotaResources) ?? "Write a resource such as 'requests.cpu'.",
        reporting: &findings
      )
    } else if countedResources.contains(name) || name.hasPrefix("count/") {
      entry.value.mustBeWholeQuantity(reporting: &findings)
    } else {
      entry.value.mustBeQuantity(reporting: &findings)
    }
  }
  checkScopes(of: spec, reporting: &findings)
}

private func isHugePageQuota(_ name: String) -> Bool {
  name.hasPrefix("hugepages-") || name.hasPrefix("requests.hugepages-")
}

private func checkScopes(of spec: Field, reporting findings: inout Findings) {
  let expressions = spec["scopeSelector"]["matchExpressions"].items
  let scopes = spec["scopes"].items + expressions.map { $0["scopeName"] }
  for scope in scopes { scope.mustBe(oneOf: quotaScopes, reporting: &findings) }
  for pair in [("BestEffort", "NotBestEffort"), ("Terminating", "NotTerminating")] {
    guard let one = scopes.first(where: { $0.text == pair.0 }),
      let other = scopes.first(where: { $0.text == pair.1 })
    else { continue }
    other.refuse(
      .apiCombination,
      "is '\(pair.1)' beside '\(pair.0)'",
      because: "no pod is both",
      help: "Keep one of the two scopes.",
      beside: one,
      reporting: &findings
    )
  }
  if let scope = scopes.first(where: { $0.text == "BestEffort" }) {
    for key in spec["hard"].keys where key.text != "pods" && quotaResources.contains(key.text) {
      key.field.refuse(
        .apiCombination,
        "is in a quota of scope 'BestEffort'",
        because: "such pods only have a number",
        help: "Keep only 'pods'.",
        beside: scope,
        reporting: &findings
      )
    }
  }
  for expression in expressions {
    expression.operatorMustFitValues(
      some: ["In", "NotIn"],
      none: ["Exists", "DoesNotExist"],
      reporting: &findings
    )
    guard let name = expression["scopeName"].text, name != "PriorityClass", name != "VolumeAttributesClass",
      quotaScopes.contains(name), let sign = expression["operator"].written, sign != "Exists"
    else { continue }
    expression["operator"].refuse(
      .apiSelector,
      "is '\(sign)' for the scope '\(name)'",
      because: "a pod is in that scope or not",
      help: "Write 'Exists'.",
      reporting: &findings
    )
  }
}

private let quotaScopes = [
  "Terminating", "NotTerminating", "BestEffort", "NotBestEffort", "PriorityClass",
  "CrossNamespacePodAffinity", "VolumeAttributesClass",
]

/// What a quota counts in whole ones.
private let countedResources = [
  "pods", "services", "replicationcontrollers", "resourcequotas", "secrets", "configmaps",
  "persistentvolumeclaims", "services.nodeports", "services.loadbalancers",
]

private let quotaResources =
  countedResources + [
    "cpu", "memory", "ephemeral-storage", "requests.cpu", "requests.memory", "requests.storage",
    "requests.ephemeral-storage", "limits.cpu", "limits.memory", "limits.ephemeral-storage",
  ]

// MARK: - Limit ranges

/// A LimitRange's spec.
func checkLimitRange(_ spec: Field, reporting findings: inout Findings) {
  let limits = spec["limits"].items
  limits.mustDiffer(by: "type", reporting: &findings)
  for limit in limits { checkLimit(limit, reporting: &findings) }
}

private func checkLimit(_ limit: Field, reporting findings: inout Findings) {
  let type = limit["type"]
  if type.text?.contains("/") != true {
    type.mustBe(oneOf: ["Container", "Pod", "PersistentVolumeClaim"], reporting: &findings)
  }
  if type.text == "Pod" {
    for key in ["default", "defaultRequest"] {
      limit[key].mustBeAbsent(because: "the type is 'Pod'", beside: type, reporting: &findings)
    }
  }
  if type.text == "PersistentVolumeClaim", !limit["min"]["storage"].isPresent,
    !limit["max"]["storage"].isPresent
  {
    limit.refuse(
      .apiRequired,
      "bounds no storage",
      because: "the type is 'PersistentVolumeClaim'",
      help: "Write 'storage' in 'min' or in 'max'.",
      reporting: &findings
    )
  }
  for key in ["min", "max", "default", "defaultRequest", "maxLimitRequestRatio"] {
    for entry in limit[key].entries { entry.value.mustBeQuantity(reporting: &findings) }
  }
  // Each of them is at most any that comes after it.
  let order = ["min", "defaultRequest", "default", "max"]
  for (index, lower) in order.enumerated() {
    for entry in limit[lower].entries {
      let above = order.dropFirst(index + 1).map { limit[$0][entry.key] }
      guard let quantity = entry.value.quantity,
        let broken = above.first(where: { $0.quantity.map { $0 < quantity } ?? false })
      else { continue }
      entry.value.mustNotExceed(broken, reporting: &findings)
    }
  }
  for entry in limit["maxLimitRequestRatio"].entries {
    guard let ratio = entry.value.quantity, !ratio.isNegative, ratio < Quantity(1) else { continue }
    entry.value.refuse(
      .apiQuantity,
      "is \(entry.value.shown), less than 1",
      because: "a limit is never less than its request",
      help: "Write 1 or more.",
      reporting: &findings
    )
  }
  for entry in limit["default"].entries where !ResourceName(text: entry.key).canBeOvercommitted {
    entry.value.mustEqual(
      limit["defaultRequest"][entry.key],
      because: "'\(entry.key)' cannot be promised twice",
      reporting: &findings
    )
  }
}
