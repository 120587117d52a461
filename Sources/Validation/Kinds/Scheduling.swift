import Diagnostics

/// Where a pod may run: tolerations, affinities, spread.
func checkScheduling(of spec: Field, reporting findings: inout Findings) {
  for toleration in spec["tolerations"].items { checkToleration(toleration, reporting: &findings) }
  checkNodeAffinity(spec["affinity"]["nodeAffinity"], reporting: &findings)
  for key in ["podAffinity", "podAntiAffinity"] {
    checkPodAffinity(spec["affinity"][key], reporting: &findings)
  }
  checkSpread(spec["topologySpreadConstraints"], reporting: &findings)
}

private func checkToleration(_ toleration: Field, reporting findings: inout Findings) {
  let key = toleration["key"], sign = toleration["operator"], value = toleration["value"]
  let effect = toleration["effect"], seconds = toleration["tolerationSeconds"]
  key.mustBeLabelKey(reporting: &findings)
  sign.mustBe(oneOf: ["Exists", "Equal", "Gt", "Lt"], reporting: &findings)
  effect.mustBe(oneOf: ["NoSchedule", "PreferNoSchedule", "NoExecute"], reporting: &findings)
  if key.isEmpty, toleration.isMap, sign.text != "Exists" {
    toleration.refuse(
      .apiCombination,
      "has no key, and its operator is not 'Exists'",
      because: "only 'Exists' tolerates every taint",
      help: "Write a key, or the operator 'Exists'.",
      reporting: &findings
    )
  }
  if sign.text == "Exists", !value.isEmpty {
    value.mustBeAbsent(because: "the operator is 'Exists'", beside: sign, reporting: &findings)
  } else {
    value.mustBeLabelValue(reporting: &findings)
  }
  if seconds.isPresent, effect.text != "NoExecute" {
    seconds.refuse(
      .apiCombination,
      "is given with \(effect.isEmpty ? "no effect" : "effect \(effect.shown)")",
      because: "only 'NoExecute' ends pods after a time",
      help: "Write the effect 'NoExecute', or remove the seconds.",
      beside: effect.isPresent ? effect : nil,
      reporting: &findings
    )
  }
}

private func checkNodeAffinity(_ affinity: Field, reporting findings: inout Findings) {
  let required = affinity["requiredDuringSchedulingIgnoredDuringExecution"]
  if required.isPresent {
    required["nodeSelectorTerms"].mustHave(1...Int.max, called: "terms", reporting: &findings)
    for term in required["nodeSelectorTerms"].items { checkNodeSelectorTerm(term, reporting: &findings) }
  }
  for preference in affinity["preferredDuringSchedulingIgnoredDuringExecution"].items {
    preference["weight"].mustLie(in: 1...100, reporting: &findings)
    checkNodeSelectorTerm(preference["preference"], reporting: &findings)
  }
}

/// A term that selects nodes, of a pod or of a volume.
func checkNodeSelectorTerm(_ term: Field, reporting findings: inout Findings) {
  for expression in term["matchExpressions"].items {
    expression["key"].mustNotBeEmpty(reporting: &findings)
    expression["key"].mustBeLabelKey(reporting: &findings)
    expression.operatorMustFitValues(
      some: ["In", "NotIn"],
      none: ["Exists", "DoesNotExist"],
      one: ["Gt", "Lt"],
      reporting: &findings
    )
    for value in expression["values"].items
    where expression["operator"].text.map(["In", "NotIn"].contains) == true {
      value.mustBeLabelValue(reporting: &findings)
    }
  }
  for expression in term["matchFields"].items {
    expression["key"].mustBe(oneOf: ["metadata.name"], reporting: &findings)
    expression.operatorMustFitValues(some: [], none: [], one: ["In", "NotIn"], reporting: &findings)
  }
}

private func checkPodAffinity(_ affinity: Field, reporting findings: inout Findings) {
  for term in affinity["requiredDuringSchedulingIgnoredDuringExecution"].items {
    checkPodAffinityTerm(term, reporting: &findings)
  }
  for preference in affinity["preferredDuringSchedulingIgnoredDuringExecution"].items {
    preference["weight"].mustLie(in: 1...100, reporting: &findings)
    checkPodAffinityTerm(preference["podAffinityTerm"], reporting: &findings)
  }
}

private func checkPodAffinityTerm(_ term: Field, reporting findings: inout Findings) {
  guard term.isPresent else { return }
  term["topologyKey"].mustNotBeEmpty(because: "pods are near or far in some topology", reporting: &findings)
  term["topologyKey"].mustBeLabelKey(reporting: &findings)
  term["labelSelector"].mustBeSelector(reporting: &findings)
  term["namespaceSelector"].mustBeSelector(reporting: &findings)
  for namespace in term["namespaces"].items { namespace.mustBeName(.dnsLabel, reporting: &findings) }
  let matched = term["matchLabelKeys"], mismatched = term["mismatchLabelKeys"]
  checkLabelKeys(matched, beside: term["labelSelector"], reporting: &findings)
  checkLabelKeys(mismatched, beside: term["labelSelector"], reporting: &findings)
  (matched.items + mismatched.items).mustDiffer(reporting: &findings) { key in key.text.map { ($0, key) } }
}

/// Keys whose values are the pod's own add to a selector that must be there and not name them.
private func checkLabelKeys(_ keys: Field, beside selector: Field, reporting findings: inout Findings) {
  guard !keys.isEmpty else { return }
  if !selector.isPresent {
    keys.mustBeAbsent(because: "there is no 'labelSelector' to add to", reporting: &findings)
  }
  for key in keys.items { key.mustBeLabelKey(reporting: &findings) }
}

private func checkSpread(_ constraints: Field, reporting findings: inout Findings) {
  for constraint in constraints.items {
    let rule = constraint["whenUnsatisfiable"], domains = constraint["minDomains"]
    constraint["maxSkew"].mustBeAtLeast(1, reporting: &findings)
    constraint["topologyKey"].mustNotBeEmpty(because: "pods spread over some topology", reporting: &findings)
    constraint["topologyKey"].mustBeLabelKey(reporting: &findings)
    rule.mustBe(oneOf: ["DoNotSchedule", "ScheduleAnyway"], reporting: &findings)
    domains.mustBeAtLeast(1, reporting: &findings)
    if rule.text == "ScheduleAnyway" {
      domains.mustBeAbsent(
        because: "'whenUnsatisfiable' is 'ScheduleAnyway'",
        beside: rule,
        reporting: &findings
      )
    }
    for key in ["nodeAffinityPolicy", "nodeTaintsPolicy"] {
      constraint[key].mustBe(oneOf: ["Honor", "Ignore"], reporting: &findings)
    }
    let selector = constraint["labelSelector"], keys = constraint["matchLabelKeys"]
    selector.mustBeSelector(reporting: &findings)
    checkLabelKeys(keys, beside: selector, reporting: &findings)
    for key in keys.items {
      guard let text = key.text, selector["matchLabels"][text].isPresent else { continue }
      key.refuse(
        .apiDuplicate,
        "is \(key.shown), which the 'labelSelector' names too",
        help: "Remove it from one of the two.",
        beside: selector["matchLabels"][text],
        reporting: &findings
      )
    }
  }
  constraints.items.mustDiffer(reporting: &findings) { constraint in
    guard let key = constraint["topologyKey"].text, let rule = constraint["whenUnsatisfiable"].text else {
      return nil
    }
    return ("\(key), \(rule)", constraint["topologyKey"])
  }
}
