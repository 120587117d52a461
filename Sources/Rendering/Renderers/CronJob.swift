internal import Kubernetes
internal import Specification
internal import YAMLSyntax

extension ResourceRenderer {
  /// A job on a schedule, in a named time zone; also one on events, where nothing in the cluster watches for them.
  ///
  /// Its runs have no TTL: their number is limited instead, and a TTL would take the last run of a rare job.
  static let cronJob = ResourceRenderer("CronJob") { unit in
    unit.jobs.compactMap { job in
      guard let spec = cronJobSpec(job, in: unit) else { return nil }
      return KubernetesObject(
        "batch/v1",
        "CronJob",
        of: job.workload,
        in: unit,
        annotations: job.workload.imageRecords,
        ["spec": spec]
      )
    }
  }
}

private func cronJobSpec(_ job: Specification.Job, in unit: TenantUnit) -> Node? {
  let template: Node = [
    "metadata": ["labels": sorted(unit.labels(of: job.workload) + queueLabels(job, in: unit))],
    "spec": jobSpec(job, in: unit),
  ]
  switch job.spec.run.value {
  case .scheduled:
    guard let schedule = job.spec.schedule else { return nil }
    return [
      "schedule": Node(schedule.cron),
      "timeZone": Node(schedule.timeZone),
      "concurrencyPolicy": Node(schedule.concurrency),
      "startingDeadlineSeconds": schedule.startingDeadline.map { .seconds($0) } ?? 3600,
      "successfulJobsHistoryLimit": Node(schedule.keepSucceeded),
      "failedJobsHistoryLimit": Node(schedule.keepFailed),
      "suspend": Node(schedule.suspended),
      "jobTemplate": template,
    ]
  case .event where unit.platform.capabilities.keda == nil:
    return [
      "schedule": "*/5 * * * *",
      "timeZone": "Etc/UTC",
      "concurrencyPolicy": "Forbid",
      "startingDeadlineSeconds": 300,
      "successfulJobsHistoryLimit": 3,
      "failedJobsHistoryLimit": 3,
      "suspend": false,
      "jobTemplate": template,
    ]
  case .batch, .event, .stream: return nil
  }
}
