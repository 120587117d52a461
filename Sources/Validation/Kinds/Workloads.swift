import Diagnostics

/// A Deployment's spec.
func checkDeployment(_ spec: Field, reporting findings: inout Findings) {
  spec.mustNotBeNegative(
    ["replicas", "minReadySeconds", "revisionHistoryLimit", "progressDeadlineSeconds"],
    reporting: &findings
  )
  checkDeadline(of: spec, reporting: &findings)
  spec["selector"].mustSelect(spec["template"], reporting: &findings)
  let strategy = spec["strategy"], rolling = strategy["rollingUpdate"]
  strategy["type"].mustBe(oneOf: ["Recreate", "RollingUpdate"], reporting: &findings)
  if strategy["type"].text == "Recreate" {
    return rolling.mustBeAbsent(
      because: "the strategy is 'Recreate'",
      beside: strategy["type"],
      reporting: &findings
    )
  }
  let unavailable = rolling["maxUnavailable"], surge = rolling["maxSurge"]
  unavailable.mustBeCountOrPart(reporting: &findings)
  surge.mustBeCountOrShare(reporting: &findings)
  if unavailable.countOrShare?.number == 0, surge.countOrShare?.number == 0 {
    unavailable.refuse(
      .apiRange,
      "is 0, and so is 'maxSurge'",
      because: "no pod could ever be replaced",
      help: "Raise one of the two.",
      beside: surge,
      reporting: &findings
    )
  }
}

private func checkDeadline(of spec: Field, reporting findings: inout Findings) {
  let deadline = spec["progressDeadlineSeconds"], ready = spec["minReadySeconds"]
  // The server's default, which counts where nothing is written.
  let seconds = deadline.isPresent ? deadline.integer : 600
  let wait = ready.integer ?? 0
  guard let seconds, seconds >= 0, seconds <= wait else { return }
  (deadline.isPresent ? deadline : ready).refuse(
    .apiRange,
    deadline.isPresent
      ? "is \(seconds), not more than 'minReadySeconds', \(wait)"
      : "is \(wait), not less than 'progressDeadlineSeconds', 600 by default",
    because: "a roll-out would always be too late",
    help: "Write a deadline that leaves time for a pod to become available.",
    beside: deadline.isPresent ? ready : nil,
    reporting: &findings
  )
}

/// A ReplicaSet's spec.
func checkReplicaSet(_ spec: Field, reporting findings: inout Findings) {
  spec.mustNotBeNegative(["replicas", "minReadySeconds"], reporting: &findings)
  spec["selector"].mustSelect(spec["template"], reporting: &findings)
}

/// The spec of a ReplicationController, whose selector is a plain map.
func checkReplicationController(_ spec: Field, reporting findings: inout Findings) {
  spec.mustNotBeNegative(["replicas", "minReadySeconds"], reporting: &findings)
  let selector = spec["selector"], labels = spec["template"]["metadata"]["labels"]
  selector.mustBeLabels(reporting: &findings)
  for pair in selector.entries where pair.value.text != nil && pair.value.text != labels[pair.key].text {
    pair.value.refuseMismatch(with: labels, reporting: &findings)
  }
}

/// The spec of an Argo Rollout, whose template may be another object's.
func checkRollout(_ spec: Field, reporting findings: inout Findings) {
  spec.mustNotBeNegative(
    ["replicas", "minReadySeconds", "revisionHistoryLimit", "progressDeadlineSeconds"],
    reporting: &findings
  )
  spec["selector"].mustSelect(spec["template"], reporting: &findings)
  spec["strategy"].mustHoldAtMostOne(of: ["canary", "blueGreen"], reporting: &findings)
  spec.mustHoldAtMostOne(of: ["template", "workloadRef"], reporting: &findings)
}

/// A DaemonSet's spec.
func checkDaemonSet(_ spec: Field, reporting findings: inout Findings) {
  spec.mustNotBeNegative(["minReadySeconds", "revisionHistoryLimit"], reporting: &findings)
  spec["selector"].mustSelect(spec["template"], reporting: &findings)
  let strategy = spec["updateStrategy"], rolling = strategy["rollingUpdate"]
  strategy["type"].mustBe(oneOf: ["RollingUpdate", "OnDelete"], reporting: &findings)
  guard strategy["type"].text != "OnDelete", rolling.isPresent else { return }
  let unavailable = rolling["maxUnavailable"], surge = rolling["maxSurge"]
  unavailable.mustBeCountOrPart(reporting: &findings)
  surge.mustBeCountOrPart(reporting: &findings)
  // The server's defaults: one unavailable, no surge.
  let isUnavailable = unavailable.countOrShare.map { $0.number != 0 } ?? true
  let isSurging = surge.countOrShare.map { $0.number != 0 } ?? false
  guard isUnavailable == isSurging else { return }
  (isSurging ? surge : unavailable).refuse(
    .apiRange,
    isSurging
      ? "is \(surge.shown) while 'maxUnavailable' is \(unavailable.isPresent ? unavailable.shown : "1 by default")"
      : "is 0, and so is 'maxSurge'",
    because: "exactly one of 'maxSurge' and 'maxUnavailable' is above 0",
    help: "Set 'maxSurge' or 'maxUnavailable' to 0, and the other above.",
    beside: isSurging ? unavailable : surge,
    reporting: &findings
  )
}

/// A StatefulSet's spec.
func checkStatefulSet(_ spec: Field, reporting findings: inout Findings) {
  spec.mustNotBeNegative(["replicas", "minReadySeconds", "revisionHistoryLimit"], reporting: &findings)
  spec["ordinals"]["start"].mustBeAtLeast(0, reporting: &findings)
  spec["selector"].mustSelect(spec["template"], reporting: &findings)
  spec["serviceName"].mustBeName(.dnsLabel, reporting: &findings)
  spec["podManagementPolicy"].mustBe(oneOf: ["OrderedReady", "Parallel"], reporting: &findings)
  let strategy = spec["updateStrategy"], rolling = strategy["rollingUpdate"]
  strategy["type"].mustBe(oneOf: ["RollingUpdate", "OnDelete"], reporting: &findings)
  if strategy["type"].text == "OnDelete" {
    rolling.mustBeAbsent(
      because: "the strategy is 'OnDelete'",
      beside: strategy["type"],
      reporting: &findings
    )
  }
  rolling["partition"].mustBeAtLeast(0, reporting: &findings)
  rolling["maxUnavailable"].mustBeCountOrPart(reporting: &findings)
  if rolling["maxUnavailable"].countOrShare?.number == 0 {
    rolling["maxUnavailable"].refuse(
      .apiRange,
      "is 0",
      because: "no pod could ever be replaced",
      help: "Write 1 or more, or leave it out.",
      reporting: &findings
    )
  }
  for key in ["whenDeleted", "whenScaled"] {
    spec["persistentVolumeClaimRetentionPolicy"][key].mustBe(
      oneOf: ["Retain", "Delete"],
      reporting: &findings
    )
  }
  let claims = spec["volumeClaimTemplates"].items
  claims.mustDiffer(reporting: &findings) { claim in
    let name = claim["metadata"]["name"]
    return name.text.map { ($0, name) }
  }
  for claim in claims {
    claim["metadata"]["name"].mustBeGiven(as: .dnsLabel, reporting: &findings)
    checkLabels(of: claim["metadata"], reporting: &findings)
    checkClaim(claim["spec"], reporting: &findings)
  }
}
