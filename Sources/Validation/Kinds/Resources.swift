import Diagnostics
import Kubernetes

/// What a container asks for, and what it is held to.
func checkResources(of container: Field, in spec: Field, reporting findings: inout Findings) {
  let resources = container["resources"]
  checkAmounts(of: resources, reporting: &findings)
  let claims = resources["claims"].items
  let names = spec["resourceClaims"].items.compactMap { $0["name"].text }
  for claim in claims {
    claim["name"].mustNotBeEmpty(reporting: &findings)
    claim["name"].mustRefer(to: names, as: "resource claim", reporting: &findings)
  }
  claims.mustDiffer(reporting: &findings) { claim in
    claim["name"].text.map { ("\($0)/\(claim["request"].text ?? "")", claim["name"]) }
  }
}

/// What a pod asks for as a whole: only what is shared between its containers.
func checkPodResources(_ resources: Field, reporting findings: inout Findings) {
  checkAmounts(of: resources, reporting: &findings)
  for side in ["requests", "limits"] {
    for key in resources[side].keys where key.text == "ephemeral-storage" || key.text.contains("/") {
      key.field.refuse(
        .apiQuantity,
        "is no resource of a pod as a whole",
        because: "only cpu, memory and huge pages are",
        help: "Ask for it in a container.",
        reporting: &findings
      )
    }
  }
}

private func checkAmounts(of resources: Field, reporting findings: inout Findings) {
  let requests = resources["requests"], limits = resources["limits"]
  for side in [requests, limits] {
    for entry in side.entries { checkAmount(of: entry.key, entry.value, reporting: &findings) }
  }
  for request in requests.entries {
    let limit = limits[request.key]
    if ResourceName(text: request.key).canBeOvercommitted {
      request.value.mustNotExceed(limit, reporting: &findings)
    } else if limit.isPresent {
      request.value.mustEqual(
        limit,
        because: "'\(request.key)' cannot be promised twice",
        reporting: &findings
      )
    } else if request.value.isPresent {
      request.value.refuse(
        .apiQuantity,
        "has no limit",
        because: "'\(request.key)' cannot be promised twice",
        help: "Write the same quantity in 'limits'.",
        reporting: &findings
      )
    }
  }
  checkHugePages(requests, limits, reporting: &findings)
}

private func checkAmount(of name: String, _ amount: Field, reporting findings: inout Findings) {
  let resource = ResourceName(text: name)
  if let problem = labelKeyProblem(name) {
    amount.refuse(
      .apiName,
      "is of a resource whose name \(problem)",
      help: "Write a resource such as 'memory' or 'nvidia.com/gpu'.",
      reporting: &findings
    )
  } else if !resource.isNative, !resource.isExtended {
    amount.refuse(
      .apiName,
      "is no resource of a container",
      because: "must be cpu, memory, ephemeral-storage, hugepages-SIZE, or of some domain",
      help: didYouMean(name, among: ["cpu", "memory", "ephemeral-storage"])
        ?? "Write a resource such as 'memory' or 'nvidia.com/gpu'.",
      reporting: &findings
    )
  } else if resource.isExtended {
    amount.mustBeWholeQuantity(reporting: &findings)
  } else {
    amount.mustBeQuantity(reporting: &findings)
  }
}

private func checkHugePages(_ requests: Field, _ limits: Field, reporting findings: inout Findings) {
  let entries = limits.entries + requests.entries
  guard let pages = entries.first(where: { ResourceName(text: $0.key).isHugePages }),
    !entries.contains(where: { $0.key == "cpu" || $0.key == "memory" })
  else { return }
  pages.value.refuse(
    .apiQuantity,
    "is given without cpu and memory",
    because: "huge pages alone schedule nothing",
    help: "Write a quantity of cpu or memory, too.",
    reporting: &findings
  )
}

/// What happens to a container when its resources change in place.
func checkResizePolicy(of container: Field, in spec: Field, reporting findings: inout Findings) {
  let policies = container["resizePolicy"].items
  policies.mustDiffer(by: "resourceName", reporting: &findings)
  for policy in policies {
    policy["resourceName"].mustBe(oneOf: ["cpu", "memory"], reporting: &findings)
    policy["restartPolicy"].mustBe(oneOf: ["NotRequired", "RestartContainer"], reporting: &findings)
    guard policy["restartPolicy"].text == "RestartContainer", spec["restartPolicy"].text == "Never" else {
      continue
    }
    policy["restartPolicy"].refuse(
      .apiCombination,
      "is 'RestartContainer' in a pod that is never restarted",
      help: "Write 'NotRequired'.",
      beside: spec["restartPolicy"],
      reporting: &findings
    )
  }
}
