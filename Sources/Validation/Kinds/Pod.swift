import Diagnostics

/// What the rules for a part of a pod need to know of the rest of it.
struct PodContext {
  let spec: Field
  /// The volumes by name, and what is made of a StatefulSet's claim templates.
  let volumeNames: [String]
  /// Seconds from the end of service to the end of the pod; 30 where nothing is written.
  let gracePeriod: Int
}

/// A Pod, or the template of one.
func checkPod(_ template: Field, of object: APIObject, reporting findings: inout Findings) {
  let spec = template["spec"]
  let isTemplate = !(object.group.isEmpty && object.kind == "Pod")
  if isTemplate { checkLabels(of: template["metadata"], reporting: &findings) }
  guard spec.isPresent else { return }
  checkRestartPolicy(of: spec, in: object, reporting: &findings)
  checkPodSpec(spec, reporting: &findings)
  spec["ephemeralContainers"].mustBeAbsent(
    because: "ephemeral containers join a pod that runs already",
    reporting: &findings
  )
  if spec["nodeName"].written != nil, !spec["schedulingGates"].isEmpty {
    spec["nodeName"].mustBeAbsent(
      because: "the pod waits for its 'schedulingGates'",
      beside: spec["schedulingGates"],
      reporting: &findings
    )
  }
  let claims = object.root["spec"]["volumeClaimTemplates"].items.compactMap { $0["metadata"]["name"].text }
  let context = PodContext(
    spec: spec,
    volumeNames: spec["volumes"].items.compactMap { $0["name"].text } + claims,
    gracePeriod: spec["terminationGracePeriodSeconds"].integer ?? 30
  )
  checkContainers(in: context, reporting: &findings)
  checkVolumes(spec["volumes"], reporting: &findings)
}

/// Workloads that keep pods running restart them always; those that come to an end never do.
private func checkRestartPolicy(of spec: Field, in object: APIObject, reporting findings: inout Findings) {
  let policy = spec["restartPolicy"]
  policy.mustBe(oneOf: ["Always", "OnFailure", "Never"], reporting: &findings)
  switch object.kind {
  case "Deployment", "ReplicaSet", "StatefulSet", "DaemonSet", "ReplicationController", "Rollout":
    if let text = policy.written, text != "Always" {
      policy.refuse(
        .apiCombination,
        "is \(policy.shown) in a \(object.kind)",
        because: "only 'Always' is possible",
        help: "Remove it, or use a Job.",
        reporting: &findings
      )
    }
    spec["activeDeadlineSeconds"].mustBeAbsent(
      because: "pods of a \(object.kind) run without end",
      reporting: &findings
    )
  case "Job", "CronJob", "ScaledJob", "JobSet":
    // KEDA and JobSet have a default of their own.
    let hasDefault = object.group != "batch"
    guard policy.text == "Always" || (policy.isEmpty && !hasDefault) else { return }
    policy.refuse(
      .apiCombination,
      policy.isEmpty ? "is missing, which means 'Always'" : "is 'Always' in a \(object.kind)",
      because: "pods of a \(object.kind) come to an end",
      help: "Write 'Never' or 'OnFailure'.",
      reporting: &findings
    )
  default: break
  }
}

private func checkPodSpec(_ spec: Field, reporting findings: inout Findings) {
  spec["terminationGracePeriodSeconds"].mustBeAtLeast(0, reporting: &findings)
  spec["activeDeadlineSeconds"].mustLie(in: 1...Int(Int32.max), reporting: &findings)
  spec["dnsPolicy"].mustBe(
    oneOf: ["ClusterFirst", "ClusterFirstWithHostNet", "Default", "None"],
    reporting: &findings
  )
  spec["preemptionPolicy"].mustBe(oneOf: ["PreemptLowerPriority", "Never"], reporting: &findings)
  for key in ["serviceAccountName", "nodeName", "priorityClassName", "runtimeClassName"] {
    spec[key].mustNameObject(reporting: &findings)
  }
  for secret in spec["imagePullSecrets"].items { secret["name"].mustNameObject(reporting: &findings) }
  spec["hostname"].mustBeName(.dnsLabel, reporting: &findings)
  spec["subdomain"].mustBeName(.dnsLabel, reporting: &findings)
  spec["nodeSelector"].mustBeLabels(reporting: &findings)
  for alias in spec["hostAliases"].items {
    alias["ip"].mustNotBeEmpty(reporting: &findings)
    alias["ip"].mustBeAddress(reporting: &findings)
    for host in alias["hostnames"].items { host.mustBeName(.dnsSubdomain, reporting: &findings) }
  }
  for gate in spec["readinessGates"].items {
    gate["conditionType"].mustBeName(.qualified, reporting: &findings)
  }
  spec["schedulingGates"].items.mustDiffer(by: "name", reporting: &findings)
  for gate in spec["schedulingGates"].items {
    gate["name"].mustNotBeEmpty(as: .qualified, reporting: &findings)
  }
  checkResourceClaims(spec["resourceClaims"], reporting: &findings)
  checkNameServers(of: spec, reporting: &findings)
  checkScheduling(of: spec, reporting: &findings)
  checkPodSecurity(of: spec, reporting: &findings)
  checkPodResources(spec["resources"], reporting: &findings)
  for entry in spec["overhead"].entries { entry.value.mustBeQuantity(reporting: &findings) }
}

private func checkResourceClaims(_ claims: Field, reporting findings: inout Findings) {
  claims.items.mustDiffer(by: "name", reporting: &findings)
  for claim in claims.items {
    claim["name"].mustNotBeEmpty(as: .dnsLabel, reporting: &findings)
    claim.mustHoldExactlyOne(
      of: ["resourceClaimName", "resourceClaimTemplateName"],
      as: "source of the claim",
      reporting: &findings
    )
  }
}

private func checkNameServers(of spec: Field, reporting findings: inout Findings) {
  let config = spec["dnsConfig"], servers = config["nameservers"]
  if spec["dnsPolicy"].text == "None", servers.isEmpty {
    servers.refuse(
      .apiRequired,
      "has no servers",
      because: "'dnsPolicy' is 'None'",
      help: "Write at least one name server.",
      beside: spec["dnsPolicy"],
      reporting: &findings
    )
  }
  if !servers.isEmpty { servers.mustHave(1...3, called: "servers", reporting: &findings) }
  for server in servers.items { server.mustBeAddress(reporting: &findings) }
  let searches = config["searches"]
  if !searches.isEmpty { searches.mustHave(1...32, called: "domains", reporting: &findings) }
  for domain in searches.items {
    guard let text = domain.text, text != "." else { continue }
    // Names with '_' are searched in, too, and a final '.' is the root.
    let name = (text.hasSuffix(".") ? String(text.dropLast()) : text).replacing("_", with: "-")
    guard NameSyntax.dnsSubdomain.problem(name) != nil else { continue }
    domain.mustBeName(.dnsSubdomain, reporting: &findings)
  }
  for option in config["options"].items { option["name"].mustBeGiven(reporting: &findings) }
}
