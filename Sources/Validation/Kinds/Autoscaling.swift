import Diagnostics

/// A HorizontalPodAutoscaler's spec.
func checkHorizontalPodAutoscaler(_ spec: Field, reporting findings: inout Findings) {
  let least = spec["minReplicas"], most = spec["maxReplicas"], metrics = spec["metrics"].items
  for key in ["kind", "name"] {
    spec["scaleTargetRef"][key].mustNotBeEmpty(as: .pathSegment, reporting: &findings)
  }
  let countsWithoutPods = metrics.contains { ["Object", "External"].contains($0["type"].text ?? "") }
  if least.integer == 0, !countsWithoutPods {
    least.refuse(
      .apiRange,
      "is 0 without an object or external metric",
      because: "pods that are not there have no metrics",
      help: "Write 1 or more.",
      reporting: &findings
    )
  }
  least.mustBeAtLeast(0, reporting: &findings)
  most.mustBeAtLeast(1, reporting: &findings)
  least.mustNotBeMore(than: most, reporting: &findings)
  spec["targetCPUUtilizationPercentage"].mustBeAtLeast(1, reporting: &findings)
  for metric in metrics { checkMetric(metric, reporting: &findings) }
  for direction in ["scaleUp", "scaleDown"] {
    checkScaling(spec["behavior"][direction], reporting: &findings)
  }
}

extension Field {
  /// The lower of two numbers must not be the higher one.
  func mustNotBeMore(than most: Field, reporting findings: inout Findings) {
    guard let integer, let limit = most.integer, integer > limit else { return }
    refuse(
      .apiRange,
      "is \(integer), more than '\(most.path.key)', \(limit)",
      help: "Lower it, or raise '\(most.path.key)'.",
      beside: most,
      reporting: &findings
    )
  }
}

// MARK: - Metrics

private func checkMetric(_ metric: Field, reporting findings: inout Findings) {
  let type = metric["type"]
  type.mustBe(oneOf: metricSources.map(\.type), reporting: &findings)
  metric.mustHoldAtMostOne(of: metricSources.map(\.key), reporting: &findings)
  guard let source = metricSources.first(where: { $0.type == type.text }) else { return }
  let field = metric[source.key], target = field["target"]
  field.mustBeGiven(because: "the type is \(type.shown)", reporting: &findings)
  guard field.isPresent else { return }
  for key in source.names { field[key].mustNotBeEmpty(as: .pathSegment, reporting: &findings) }
  if source.key.hasSuffix("esource") == false {
    field["metric"]["name"].mustNotBeEmpty(as: .pathSegment, reporting: &findings)
    field["metric"]["selector"].mustBeSelector(reporting: &findings)
  }
  if source.key == "object" {
    for key in ["kind", "name"] {
      field["describedObject"][key].mustNotBeEmpty(as: .pathSegment, reporting: &findings)
    }
  }
  target["type"].mustBe(oneOf: ["Utilization", "Value", "AverageValue"], reporting: &findings)
  target.mustHoldExactlyOne(of: source.targets, as: "value", reporting: &findings)
  target["averageUtilization"].mustBeAtLeast(1, reporting: &findings)
  target["value"].mustBePositiveQuantity(reporting: &findings)
  target["averageValue"].mustBePositiveQuantity(reporting: &findings)
}

/// A kind of metric: the key that describes it, the names it needs, and what it can be compared with.
private struct MetricSource: Sendable {
  let type: String
  let key: String
  var names: [String] = []
  let targets: [String]
}

private let metricSources = [
  MetricSource(
    type: "Resource",
    key: "resource",
    names: ["name"],
    targets: ["averageUtilization", "averageValue"]
  ),
  MetricSource(
    type: "ContainerResource",
    key: "containerResource",
    names: ["name", "container"],
    targets: ["averageUtilization", "averageValue"]
  ),
  MetricSource(type: "Pods", key: "pods", targets: ["averageValue"]),
  MetricSource(type: "Object", key: "object", targets: ["value", "averageValue"]),
  MetricSource(type: "External", key: "external", targets: ["value", "averageValue"]),
]

// MARK: - Behaviour

private func checkScaling(_ rules: Field, reporting findings: inout Findings) {
  rules["stabilizationWindowSeconds"].mustLie(in: 0...3600, reporting: &findings)
  rules["selectPolicy"].mustBe(oneOf: ["Max", "Min", "Disabled"], reporting: &findings)
  rules["tolerance"].mustBeQuantity(reporting: &findings)
  if rules["policies"].isPresent {
    rules["policies"].mustHave(1...Int.max, called: "policies", reporting: &findings)
  }
  for policy in rules["policies"].items {
    policy["type"].mustBe(oneOf: ["Pods", "Percent"], reporting: &findings)
    policy["value"].mustBeAtLeast(1, reporting: &findings)
    policy["periodSeconds"].mustLie(in: 1...1800, reporting: &findings)
  }
}

// MARK: - Other scalers

/// A VerticalPodAutoscaler's spec.
func checkVerticalPodAutoscaler(_ spec: Field, reporting findings: inout Findings) {
  let policies = spec["resourcePolicy"]["containerPolicies"].items
  policies.mustDiffer(by: "containerName", reporting: &findings)
  spec["updatePolicy"]["minReplicas"].mustBeAtLeast(1, reporting: &findings)
  for policy in policies {
    policy["containerName"].mustNotBeEmpty(reporting: &findings)
    for bound in ["minAllowed", "maxAllowed"] {
      for entry in policy[bound].entries { entry.value.mustBeQuantity(reporting: &findings) }
    }
    for entry in policy["minAllowed"].entries {
      entry.value.mustNotExceed(policy["maxAllowed"][entry.key], reporting: &findings)
    }
    if policy["mode"].text == "Off" {
      policy["controlledValues"].mustBeAbsent(
        because: "the mode is 'Off'",
        beside: policy["mode"],
        reporting: &findings
      )
    }
  }
}

/// The spec of a KEDA ScaledObject.
func checkScaledObject(_ spec: Field, reporting findings: inout Findings) {
  let least = spec["minReplicaCount"], most = spec["maxReplicaCount"], idle = spec["idleReplicaCount"]
  spec.mustNotBeNegative(
    ["minReplicaCount", "maxReplicaCount", "idleReplicaCount", "pollingInterval", "cooldownPeriod"],
    reporting: &findings
  )
  spec["scaleTargetRef"]["name"].mustNotBeEmpty(as: .dnsSubdomain, reporting: &findings)
  least.mustNotBeMore(than: most, reporting: &findings)
  if let rest = idle.integer, let base = least.integer, rest >= base {
    idle.refuse(
      .apiRange,
      "is \(rest), not less than 'minReplicaCount', \(base)",
      help: "Write a smaller number, or leave it out.",
      beside: least,
      reporting: &findings
    )
  }
  spec["triggers"].items.mustDiffer(by: "name", reporting: &findings)
}
