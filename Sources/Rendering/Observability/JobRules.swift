internal import Kubernetes
internal import Specification
internal import YAMLSyntax

/// The rule groups of a job: whether its runs succeed, in their time, and when they should.
func ruleGroups(of job: Specification.Job, in unit: TenantUnit) -> [Node] {
  guard let objectives = job.spec.objectives else { return [] }
  let scope = RuleScope(unit: unit, workload: job.workload)
  return [
    ruleGroup("\(scope.name)-runs", job.isStream ? [] : runRules(job, objectives, scope)),
    ruleGroup("\(scope.name)-saturation", saturationRules(objectives.saturation, scope)),
    ruleGroup("\(scope.name)-presence", job.isStream ? presenceRules(scope, isStateful: true) : []),
    businessRules(scope),
  ].compactMap { $0 }
}

private func runRules(_ job: Specification.Job, _ objectives: JobObjectives, _ scope: RuleScope) -> [Node] {
  let runs = "namespace=\"\(scope.namespace)\",job_name=~\"\(runNames(job, scope.unit))\""
  let ended = "{\(runs),condition=\"true\"}"
  let started = "kube_job_status_start_time{\(runs)}"
  var rules = [
    scope.record("slo:job_failed:count1w", "sum(max_over_time(kube_job_failed\(ended)[1w])) or vector(0)"),
    scope.record(
      "slo:job_complete:count1w",
      "sum(max_over_time(kube_job_complete\(ended)[1w])) or vector(0)"
    ),
    scope.record(
      "slo:job_success:ratio1w",
      "slo:job_complete:count1w{\(scope.recorded)}"
        + " / (slo:job_complete:count1w{\(scope.recorded)} + slo:job_failed:count1w{\(scope.recorded)})"
    ),
    // A failed run stays readable; after a day it is no news.
    scope.alert(
      "JobFailed",
      .critical,
      when: "max by (job_name) (kube_job_failed\(ended) == 1"
        + " and on (job_name) time() - \(started) < \(86400 + longest(job)))",
      for: "1m",
      "Run {{ $labels.job_name }} failed",
      "It used up its retries or its time; nothing starts it again by itself."
    ),
  ]
  if let success = objectives.success?.value {
    rules.append(
      scope.alert(
        "JobSuccessBelowObjective",
        .warning,
        when: "slo:job_success:ratio1w{\(scope.recorded)} < \(success.fraction)",
        for: "10m",
        "Less than \(success.text) % of runs succeed",
        "{{ $value | humanizePercentage }} of the runs of the last week succeeded."
      )
    )
  }
  if let time = job.spec.expectedRunTime {
    rules.append(
      scope.alert(
        "JobRunsLong",
        .warning,
        when: "max by (job_name) (time() - \(started)"
          + " and on (job_name) kube_job_status_active{\(runs)} > 0) > \(time.maximum.value.seconds * 9 / 10)",
        for: "1m",
        "Run {{ $labels.job_name }} is about to reach its deadline",
        "It runs for {{ $value | humanizeDuration }}, and is stopped after \(time.maximum.value)."
      )
    )
  }
  if job.spec.run.value == .scheduled, let schedule = job.spec.schedule, !schedule.suspended.value {
    rules.append(
      scope.alert(
        "ScheduleMissed",
        .critical,
        when: "time() - max(kube_cronjob_next_schedule_time"
          + "{namespace=\"\(scope.namespace)\",cronjob=\"\(scope.name)\"}) > 900",
        for: "5m",
        "A run did not start when it should",
        "It is late by {{ $value | humanizeDuration }}; the schedule is \(schedule.cron.value)."
      )
    )
  }
  return rules
}

private func longest(_ job: Specification.Job) -> Int {
  job.spec.expectedRunTime?.maximum.value.seconds ?? 0
}

/// The names of a job's runs, as a regular expression without room for the runs of another job.
private func runNames(_ job: Specification.Job, _ unit: TenantUnit) -> String {
  switch job.spec.run.value {
  case .scheduled: "\(job.name)-[0-9]+"
  case .event: unit.platform.capabilities.keda == nil ? "\(job.name)-[0-9]+" : "\(job.name)-[a-z0-9]{5}"
  case .batch, .stream: unit.isJobSet(job) ? "\(job.name)-[a-z0-9]{10}-worker-0" : "\(job.name)-[a-z0-9]{10}"
  }
}
