import Diagnostics

/// A PodDisruptionBudget's spec.
func checkPodDisruptionBudget(_ spec: Field, reporting findings: inout Findings) {
  spec.mustHoldAtMostOne(of: ["minAvailable", "maxUnavailable"], reporting: &findings)
  for key in ["minAvailable", "maxUnavailable"] {
    spec[key].mustBeCountOrPart(reporting: &findings)
  }
  spec["selector"].mustBeSelector(reporting: &findings)
  spec["unhealthyPodEvictionPolicy"].mustBe(
    oneOf: ["IfHealthyBudget", "AlwaysAllow"],
    reporting: &findings
  )
}

/// A PriorityClass.
func checkPriorityClass(_ root: Field, reporting findings: inout Findings) {
  let name = root["metadata"]["name"], value = root["value"]
  root["preemptionPolicy"].mustBe(oneOf: ["PreemptLowerPriority", "Never"], reporting: &findings)
  if let text = name.written, text.hasPrefix("system-") {
    guard !["system-cluster-critical", "system-node-critical"].contains(text) else { return }
    return name.refuse(
      .apiName,
      "is \(name.shown), which starts with 'system-'",
      because: "such names are the cluster's own",
      help: "Give it a name without 'system-'.",
      reporting: &findings
    )
  }
  guard let number = value.integer, number > 1_000_000_000 else { return }
  value.refuse(
    .apiRange,
    "is \(number), more than 1000000000",
    because: "higher ones are the cluster's own",
    help: "Write 1000000000 or less.",
    reporting: &findings
  )
}

/// A RuntimeClass.
func checkRuntimeClass(_ root: Field, reporting findings: inout Findings) {
  root["handler"].mustNotBeEmpty(as: .dnsLabel, reporting: &findings)
  for entry in root["overhead"]["podFixed"].entries { entry.value.mustBeQuantity(reporting: &findings) }
  root["scheduling"]["nodeSelector"].mustBeLabels(reporting: &findings)
}
