import Testing

extension Faults {
  /// Jobs and schedules.
  static let jobs: [Fault] = [
    Fault(
      job("completions: «0|-1»"),
      "'spec.completions' of Job 'sum' is -1, less than 0"
    ),
    Fault(
      job("backoffLimit: «0|-1»"),
      "'spec.backoffLimit' of Job 'sum' is -1, less than 0"
    ),
    Fault(
      job("ttlSecondsAfterFinished: «0|-1»"),
      "'spec.ttlSecondsAfterFinished' of Job 'sum' is -1, less than 0"
    ),
    Fault(
      job("").replacing("restartPolicy: Never", with: "restartPolicy: «Never|Always»"),
      "'spec.template.spec.restartPolicy' of Job 'sum' is 'Always' in a Job"
    ),
    Fault(
      job("").replacing("{restartPolicy: Never, ", with: "↓{«restartPolicy: Never, |»"),
      "'spec.template.spec.restartPolicy' of Job 'sum' is missing, which means 'Always'"
    ),
    Fault(
      job("completionMode: «NonIndexed|Ordered»"),
      "'spec.completionMode' of Job 'sum' is 'Ordered', not one of NonIndexed, Indexed"
    ),
    Fault(
      job("↓completionMode: Indexed\n«completions: 2|parallelism: 2»").replacing(
        "spec:\n  template",
        with: "↑spec:\n  template"
      ).replacing("↓", with: "").replacing("↑", with: "↓"),
      "'spec.completions' of Job 'sum' is missing"
    ),
    Fault(
      job("completionMode: Indexed\ncompletions: 2\nparallelism: «100000|100001»"),
      "'spec.parallelism' of Job 'sum' is 100001, not between 0 and 100000"
    ),
    Fault(
      job("completionMode: «Indexed|NonIndexed»\ncompletions: 2\n↓backoffLimitPerIndex: 1"),
      "'spec.backoffLimitPerIndex' of Job 'sum' is not allowed here: only an indexed Job counts failures by index"
    ),
    Fault(
      job(
        "completionMode: Indexed\ncompletions: 2\n«backoffLimitPerIndex: 1|parallelism: 1»\n↓maxFailedIndexes: 1"
      ),
      "'spec.maxFailedIndexes' of Job 'sum' is not allowed here: 'backoffLimitPerIndex' is not set"
    ),
    Fault(
      job("completionMode: Indexed\ncompletions: 2\nbackoffLimitPerIndex: 1\nmaxFailedIndexes: «2|3»"),
      "'spec.maxFailedIndexes' of Job 'sum' is 3, more than 'completions', 2"
    ),
    Fault(
      job("manualSelector: «true|false»\n↓selector: {matchLabels: {app: x}}").replacing(
        "{spec:",
        with: "{metadata: {labels: {app: x}}, spec:"
      ),
      "'spec.selector' of Job 'sum' is given without 'manualSelector'"
    ),
    Fault(
      job("podReplacementPolicy: «Failed|Never»"),
      "'spec.podReplacementPolicy' of Job 'sum' is 'Never', not one of TerminatingOrFailed, Failed"
    ),
    Fault(
      job(
        "podReplacementPolicy: «Failed|TerminatingOrFailed»\npodFailurePolicy: {rules: [{action: Ignore, onPodConditions: [{type: DisruptionTarget}]}]}"
      ),
      "'spec.podReplacementPolicy' of Job 'sum' is 'TerminatingOrFailed' beside 'podFailurePolicy'"
    ),
    Fault(
      job("podFailurePolicy: {rules: [{action: Ignore, onPodConditions: [{type: DisruptionTarget}]}]}")
        .replacing("restartPolicy: Never", with: "restartPolicy: «Never|OnFailure»"),
      "'spec.template.spec.restartPolicy' of Job 'sum' is 'OnFailure' beside 'podFailurePolicy'"
    ),
    Fault(
      job("podFailurePolicy: {rules: [«{action: Ignore, onPodConditions: [{type: DisruptionTarget}]}|»]}"),
      "'spec.podFailurePolicy.rules' of Job 'sum' has no rules"
    ),
    Fault(
      job(
        "podFailurePolicy: {rules: [{action: «Ignore|Retry», onPodConditions: [{type: DisruptionTarget}]}]}"
      ),
      "'spec.podFailurePolicy.rules[0].action' of Job 'sum' is 'Retry', not one of FailJob, FailIndex, Ignore, Count"
    ),
    Fault(
      job(
        "podFailurePolicy: {rules: [{action: «FailJob|FailIndex», onPodConditions: [{type: DisruptionTarget}]}]}"
      ),
      "'spec.podFailurePolicy.rules[0].action' of Job 'sum' is 'FailIndex' without 'backoffLimitPerIndex'"
    ),
    Fault(
      job("podFailurePolicy: {rules: [{action: Count«, onPodConditions: [{type: DisruptionTarget}]|»}]}"),
      "'spec.podFailurePolicy.rules[0]' of Job 'sum' has no condition"
    ),
    Fault(
      job(
        "podFailurePolicy: {rules: [{action: Count, onExitCodes: {operator: In, values: [1]}«|, onPodConditions: [{type: A}]»}]}"
      ),
      "'spec.podFailurePolicy.rules[0].onPodConditions' of Job 'sum' is a second choice beside 'onExitCodes'"
    ),
    Fault(
      job(
        "podFailurePolicy: {rules: [{action: Count, onPodConditions: [{type: A, status: «'True'|'Yes'»}]}]}"
      ),
      "'spec.podFailurePolicy.rules[0].onPodConditions[0].status' of Job 'sum' is 'Yes', not one of True, False, Unknown"
    ),
    Fault(
      job("podFailurePolicy: {rules: [{action: Count, onExitCodes: {operator: «NotIn|In», values: [↓0]}}]}"),
      "'spec.podFailurePolicy.rules[0].onExitCodes.values[0]' of Job 'sum' is 0 with operator 'In'"
    ),
    Fault(
      job("podFailurePolicy: {rules: [{action: Count, onExitCodes: {operator: «In|Is», values: [1]}}]}"),
      "'spec.podFailurePolicy.rules[0].onExitCodes.operator' of Job 'sum' is 'Is', not one of In, NotIn"
    ),
    Fault(
      job("podFailurePolicy: {rules: [{action: Count, onExitCodes: {operator: In, values: [1, «2|1»]}}]}"),
      "'spec.podFailurePolicy.rules[0].onExitCodes.values[1]' of Job 'sum' repeats 1 of 'spec.podFailurePolicy.rules[0].onExitCodes.values[0]'"
    ),
    Fault(
      job("podFailurePolicy: {rules: [{action: Count, onExitCodes: {operator: In, values: [2, «3|1»]}}]}"),
      "'spec.podFailurePolicy.rules[0].onExitCodes.values[1]' of Job 'sum' is 1, less than the exit code before it"
    ),
    Fault(
      job("podFailurePolicy: {rules: [{action: Count, onExitCodes: {operator: In, values: [«1|»]}}]}"),
      "'spec.podFailurePolicy.rules[0].onExitCodes.values' of Job 'sum' has no exit codes"
    ),
    Fault(
      job(
        "podFailurePolicy: {rules: [{action: Count, onExitCodes: {containerName: «app|api», operator: In, values: [1]}}]}"
      ),
      "'spec.podFailurePolicy.rules[0].onExitCodes.containerName' of Job 'sum' is 'api', which is no container of this object"
    ),
    Fault(
      job(
        "completionMode: «Indexed|NonIndexed»\ncompletions: 3\n↓successPolicy: {rules: [{succeededCount: 1}]}"
      ),
      "'spec.successPolicy' of Job 'sum' is not allowed here: only an indexed Job succeeds by index"
    ),
    Fault(
      job(
        "completionMode: Indexed\ncompletions: 3\nsuccessPolicy: {rules: [{succeededIndexes: «'0,2'|'0,3'»}]}"
      ),
      "'spec.successPolicy.rules[0].succeededIndexes' of Job 'sum' is '0,3', not a list of indexes"
    ),
    Fault(
      job("completionMode: Indexed\ncompletions: 3\nsuccessPolicy: {rules: [{succeededCount: «3|4»}]}"),
      "'spec.successPolicy.rules[0].succeededCount' of Job 'sum' is 4, more than 'completions', 3"
    ),
    Fault(
      job(
        "completionMode: Indexed\ncompletions: 3\nsuccessPolicy: {rules: [{«succeededCount: 3|succeededIndexes: ''»}]}"
      ),
      "'spec.successPolicy.rules[0]' of Job 'sum' has neither 'succeededCount' nor 'succeededIndexes'"
    ),
    Fault(
      job("managedBy: «example.com/queue|queue»"),
      "'spec.managedBy' of Job 'sum' is 'queue', which has no '/' after a domain"
    ),
    Fault(
      cronJob("schedule: «'0 2 * * *'|'0 25 * * *'»"),
      "'spec.schedule' of CronJob 'sum' is '0 25 * * *', which has '25' in its hour, which goes from 0 to 23"
    ),
    Fault(
      cronJob("schedule: «'@every 1h30m'|'@every day'»"),
      "'spec.schedule' of CronJob 'sum' is '@every day', which has no duration after '@every'"
    ),
    Fault(
      cronJob("schedule: «'0 2 * * *'|'TZ=UTC 0 2 * * *'»"),
      "'spec.schedule' of CronJob 'sum' is 'TZ=UTC 0 2 * * *', which names a time zone; use 'timeZone'"
    ),
    Fault(
      cronJob("schedule: «'@daily'|''»"),
      "'spec.schedule' of CronJob 'sum' is empty"
    ),
    Fault(
      cronJob("schedule: '@daily'\ntimeZone: «Europe/Berlin|Berlin»"),
      "'spec.timeZone' of CronJob 'sum' is 'Berlin', which is not of the form Area/City"
    ),
    Fault(
      cronJob("schedule: '@daily'\ntimeZone: «Etc/UTC|Local»"),
      "'spec.timeZone' of CronJob 'sum' is 'Local', which depends on the machine"
    ),
    Fault(
      cronJob("schedule: '@daily'\nconcurrencyPolicy: «Forbid|Queue»"),
      "'spec.concurrencyPolicy' of CronJob 'sum' is 'Queue', not one of Allow, Forbid, Replace"
    ),
    Fault(
      cronJob("schedule: '@daily'\nstartingDeadlineSeconds: «0|-1»"),
      "'spec.startingDeadlineSeconds' of CronJob 'sum' is -1, less than 0"
    ),
    Fault(
      cronJob("schedule: '@daily'\nfailedJobsHistoryLimit: «0|-1»"),
      "'spec.failedJobsHistoryLimit' of CronJob 'sum' is -1, less than 0"
    ),
    Fault(
      cronJob("schedule: '@daily'").replacing(
        "{template:",
        with: "{«backoffLimit: 1|manualSelector: true», template:"
      ),
      "'spec.jobTemplate.spec.manualSelector' of CronJob 'sum' is not allowed here: the selectors of a CronJob's Jobs are made for them"
    ),
    Fault(
      cronJob("schedule: '@daily'").replacing(
        "{template:",
        with: "{«backoffLimit: 1|selector: {}», template:"
      ),
      "'spec.jobTemplate.spec.selector' of CronJob 'sum' is not allowed here: each Job of a CronJob has its own selector"
    ),
    Fault(
      object(
        "keda.sh/v1alpha1",
        "ScaledJob",
        "spec: {jobTargetRef: {backoffLimit: «1|-1», template: {spec: {containers: [{name: a, image: a}]}}}}"
      ),
      "'spec.jobTargetRef.backoffLimit' of ScaledJob 'web' is -1, less than 0"
    ),
    Fault(
      object(
        "keda.sh/v1alpha1",
        "ScaledJob",
        "spec: {jobTargetRef: {template: {spec: {restartPolicy: «Never|Always», containers: [{name: a, image: a}]}}}}"
      ),
      "'spec.jobTargetRef.template.spec.restartPolicy' of ScaledJob 'web' is 'Always' in a ScaledJob"
    ),
    Fault(
      object(
        "jobset.x-k8s.io/v1alpha2",
        "JobSet",
        "spec:\n  replicatedJobs:\n  - {name: a, template: {spec: {template: {spec: {containers: [{name: a, image: a}]}}}}}\n  - {name: «b|a», template: {spec: {template: {spec: {containers: [{name: a, image: a}]}}}}}"
      ),
      "'spec.replicatedJobs[1].name' of JobSet 'web' repeats 'a' of 'spec.replicatedJobs[0].name'"
    ),
  ]
}

/// A CronJob whose spec has some more lines.
private func cronJob(_ lines: String) -> String {
  """
  apiVersion: batch/v1
  kind: CronJob
  metadata: {name: sum}
  spec:
    jobTemplate: {spec: {template: {spec: {restartPolicy: Never, containers: [{name: app, image: app:1}]}}}}
  \(lines.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n"))
  """
}
