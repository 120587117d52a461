internal import Kubernetes
internal import Specification
internal import YAMLSyntax

extension ResourceRenderer {
  /// A job on a schedule, in a named time zone.
  static let cronJob = ResourceRenderer("CronJob") { unit in
    unit.jobs.compactMap { job in
      guard job.spec.run.value == .scheduled, let schedule = job.spec.schedule else { return nil }
      return KubernetesObject(
        "batch/v1",
        "CronJob",
        of: job.workload,
        in: unit,
        [
          "spec": [
            "schedule": Node(schedule.cron),
            "timeZone": Node(schedule.timeZone),
            "concurrencyPolicy": Node(schedule.concurrency),
            "startingDeadlineSeconds": schedule.startingDeadline.map { .seconds($0) } ?? 3600,
            "successfulJobsHistoryLimit": Node(schedule.keepSucceeded),
            "failedJobsHistoryLimit": Node(schedule.keepFailed),
            "suspend": Node(schedule.suspended),
            "jobTemplate": [
              "metadata": ["labels": sorted(unit.labels(of: job.workload))],
              "spec": jobSpec(job, in: unit, ttl: .seconds(job.spec.keepFinished)),
            ],
          ]
        ]
      )
    }
  }
}
