import Diagnostics

/// A Job.
func checkJob(_ root: Field, reporting findings: inout Findings) {
  let spec = root["spec"], selector = spec["selector"]
  checkJobSpec(spec, reporting: &findings)
  if spec["manualSelector"].isTrue {
    selector.mustBeGiven(because: "'manualSelector' is true", reporting: &findings)
    selector.mustSelect(spec["template"], reporting: &findings)
  } else if !selector.isEmpty {
    selector.refuse(
      .apiCombination,
      "is given without 'manualSelector'",
      because: "the server makes the selector itself",
      help: "Remove the selector.",
      reporting: &findings
    )
  }
}

/// A CronJob.
func checkCronJob(_ root: Field, reporting findings: inout Findings) {
  let spec = root["spec"], template = spec["jobTemplate"]
  spec["schedule"].mustNotBeEmpty(reporting: &findings)
  spec["schedule"].mustBeSchedule(reporting: &findings)
  spec["timeZone"].mustBeTimeZone(reporting: &findings)
  spec["concurrencyPolicy"].mustBe(oneOf: ["Allow", "Forbid", "Replace"], reporting: &findings)
  spec.mustNotBeNegative(
    ["startingDeadlineSeconds", "successfulJobsHistoryLimit", "failedJobsHistoryLimit"],
    reporting: &findings
  )
  checkLabels(of: template["metadata"], reporting: &findings)
  template["spec"]["selector"].mustBeAbsent(
    because: "each Job of a CronJob has its own selector",
    reporting: &findings
  )
  if template["spec"]["manualSelector"].isTrue {
    template["spec"]["manualSelector"].mustBeAbsent(
      because: "the selectors of a CronJob's Jobs are made for them",
      reporting: &findings
    )
  }
  checkJobSpec(template["spec"], reporting: &findings)
}

/// The spec of a Job, or of the Jobs that something else makes.
func checkJobSpec(_ spec: Field, reporting findings: inout Findings) {
  spec.mustNotBeNegative(
    [
      "completions", "parallelism", "backoffLimit", "activeDeadlineSeconds", "ttlSecondsAfterFinished",
      "backoffLimitPerIndex", "maxFailedIndexes",
    ],
    reporting: &findings
  )
  spec["podReplacementPolicy"].mustBe(oneOf: ["TerminatingOrFailed", "Failed"], reporting: &findings)
  spec["managedBy"].mustBeName(.domainPath, reporting: &findings)
  checkIndexes(of: spec, reporting: &findings)
  if spec["podFailurePolicy"].isPresent { checkPodFailurePolicy(of: spec, reporting: &findings) }
  checkSuccessPolicy(of: spec, reporting: &findings)
}

/// A JobSet's spec.
func checkJobSet(_ spec: Field, reporting findings: inout Findings) {
  let jobs = spec["replicatedJobs"].items
  jobs.mustDiffer(by: "name", reporting: &findings)
  for job in jobs {
    job["name"].mustBeName(.dnsLabel, reporting: &findings)
    checkJobSpec(job["template"]["spec"], reporting: &findings)
  }
}

private func checkIndexes(of spec: Field, reporting findings: inout Findings) {
  let mode = spec["completionMode"], completions = spec["completions"]
  mode.mustBe(oneOf: ["NonIndexed", "Indexed"], reporting: &findings)
  if mode.text == "Indexed" {
    completions.mustBeGiven(because: "an indexed Job has that many indexes", reporting: &findings)
    spec["parallelism"].mustLie(in: 0...100_000, reporting: &findings)
  } else {
    let why = "only an indexed Job counts failures by index"
    spec["backoffLimitPerIndex"].mustBeAbsent(because: why, beside: mode, reporting: &findings)
    spec["successPolicy"].mustBeAbsent(
      because: "only an indexed Job succeeds by index",
      beside: mode,
      reporting: &findings
    )
  }
  let failed = spec["maxFailedIndexes"]
  if !spec["backoffLimitPerIndex"].isPresent {
    failed.mustBeAbsent(because: "'backoffLimitPerIndex' is not set", reporting: &findings)
  }
  if let most = completions.integer, let number = failed.integer, number > most {
    failed.refuse(
      .apiRange,
      "is \(number), more than 'completions', \(most)",
      help: "Write \(most) or less.",
      beside: completions,
      reporting: &findings
    )
  }
}

private func checkPodFailurePolicy(of spec: Field, reporting findings: inout Findings) {
  let policy = spec["podFailurePolicy"], pod = spec["template"]["spec"], restart = pod["restartPolicy"]
  if restart.isPresent, restart.text != "Never" {
    restart.refuse(
      .apiCombination,
      "is \(restart.shown) beside 'podFailurePolicy'",
      because: "a failed pod must not be restarted in place",
      help: "Write 'Never'.",
      beside: policy,
      reporting: &findings
    )
  }
  let replacement = spec["podReplacementPolicy"]
  if let text = replacement.written, text != "Failed" {
    replacement.refuse(
      .apiCombination,
      "is \(replacement.shown) beside 'podFailurePolicy'",
      because: "a pod counts as failed only when it has ended",
      help: "Write 'Failed', or leave it out.",
      beside: policy,
      reporting: &findings
    )
  }
  policy["rules"].mustHave(1...20, called: "rules", reporting: &findings)
  let containers = (pod["initContainers"].items + pod["containers"].items).compactMap { $0["name"].text }
  for rule in policy["rules"].items {
    rule["action"].mustBe(oneOf: ["FailJob", "FailIndex", "Ignore", "Count"], reporting: &findings)
    if rule["action"].text == "FailIndex", !spec["backoffLimitPerIndex"].isPresent {
      rule["action"].refuse(
        .apiCombination,
        "is 'FailIndex' without 'backoffLimitPerIndex'",
        help: "Set 'backoffLimitPerIndex', or choose another action.",
        reporting: &findings
      )
    }
    let conditions = rule["onPodConditions"]
    if rule["onExitCodes"].isPresent, conditions.isPresent {
      rule.mustHoldAtMostOne(of: ["onExitCodes", "onPodConditions"], reporting: &findings)
    } else if !rule["onExitCodes"].isPresent, conditions.isEmpty {
      rule.mustHoldExactlyOne(
        of: ["onExitCodes", "onPodConditions"],
        as: "condition",
        reporting: &findings
      )
    }
    checkExitCodes(rule["onExitCodes"], containers: containers, reporting: &findings)
    for condition in conditions.items {
      condition["type"].mustNotBeEmpty(as: .qualified, reporting: &findings)
      condition["status"].mustBe(oneOf: ["True", "False", "Unknown"], reporting: &findings)
    }
  }
}

private func checkExitCodes(_ codes: Field, containers: [String], reporting findings: inout Findings) {
  guard codes.isPresent else { return }
  codes["containerName"].mustRefer(to: containers, as: "container", reporting: &findings)
  codes["operator"].mustBe(oneOf: ["In", "NotIn"], reporting: &findings)
  let values = codes["values"]
  values.mustHave(1...255, called: "exit codes", reporting: &findings)
  values.items.mustDiffer(reporting: &findings) { value in value.integer.map { (String($0), value) } }
  for (earlier, later) in zip(values.items, values.items.dropFirst()) {
    guard let first = earlier.integer, let second = later.integer, first > second else { continue }
    later.refuse(
      .apiRange,
      "is \(second), less than the exit code before it",
      because: "exit codes are in ascending order",
      help: "Sort the exit codes.",
      beside: earlier,
      reporting: &findings
    )
    break
  }
  guard codes["operator"].text == "In" else { return }
  for value in values.items where value.integer == 0 {
    value.refuse(
      .apiRange,
      "is 0 with operator 'In'",
      because: "0 is the exit code of success",
      help: "Remove it.",
      reporting: &findings
    )
  }
}

private func checkSuccessPolicy(of spec: Field, reporting findings: inout Findings) {
  let policy = spec["successPolicy"], completions = spec["completions"]
  guard policy.isPresent else { return }
  policy["rules"].mustHave(1...20, called: "rules", reporting: &findings)
  for rule in policy["rules"].items {
    let count = rule["succeededCount"], indexes = rule["succeededIndexes"]
    if !count.isPresent, indexes.isEmpty {
      rule.refuse(
        .apiExclusive,
        "has neither 'succeededCount' nor 'succeededIndexes'",
        help: "Write at least one of the two.",
        reporting: &findings
      )
    }
    count.mustBeAtLeast(1, reporting: &findings)
    if let number = count.integer, let most = completions.integer, number > most {
      count.refuse(
        .apiRange,
        "is \(number), more than 'completions', \(most)",
        help: "Write \(most) or less.",
        beside: completions,
        reporting: &findings
      )
    }
    if let text = indexes.written, !isIndexList(text, below: completions.integer) {
      indexes.refuse(
        .apiRange,
        "is \(indexes.shown), not a list of indexes",
        because: "must be ascending numbers and ranges below 'completions'",
        help: "Write a list such as '0,2-4'.",
        beside: completions,
        reporting: &findings
      )
    }
  }
}

/// Whether a text is ascending numbers and ranges such as `0,2-4`.
private func isIndexList(_ text: String, below end: Int?) -> Bool {
  var last = -1
  for part in text.split(separator: ",", omittingEmptySubsequences: false) {
    let bounds = part.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard bounds.count <= 2, let first = bounds[0], let final = bounds[bounds.count - 1], first > last,
      bounds.count == 1 || final > first
    else { return false }
    last = final
  }
  return end.map { last < $0 } ?? true
}
