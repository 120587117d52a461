package import Kubernetes

/// A workload that ends or works off a stream, as all layers together say it.
package struct JobSpec: SpecObject {
  package let run: Spanned<RunMode>
  package let resourceTier: Spanned<String>?
  package let expectedRunTime: RunTime?
  package let schedule: JobSchedule?
  package let retries: Spanned<Int>
  package let parallelism: Spanned<Int>
  package let completions: Spanned<Int>
  package let keepFinished: Spanned<TimeSpan>
  package let failOnExitCodes: [Spanned<Int>]
  package let objectives: JobObjectives?
  package let modes: JobModes
  package let container: ContainerSpec
  package let pod: PodSpec

  package static let shape = Shape(
    "job",
    "A workload that ends, or works off a stream.",
    .required("run", "How it runs: once (batch), on a schedule, on events, or always on a stream."),
    .optional(
      "resourceTier",
      "Its size, a resource tier by name; the platform's setting when absent.",
      .tierName
    ),
    .optional("expectedRunTime", "How long a run takes; the upper end is its deadline. A stream has none."),
    .optional("schedule", "When a scheduled job runs."),
    .required("retries", "How often a failed pod is replaced before the job has failed.", .integer(0...100)),
    .required("parallelism", "How many pods of one run work at once.", .integer(1...1000)),
    .required(
      "completions",
      "How many pods of one run must succeed; more than one makes it indexed.",
      .integer(1...100_000)
    ),
    .required("keepFinished", "How long a finished job that was made by hand stays readable."),
    .list("failOnExitCodes", "Exit codes for which a retry is no use.", .integer(1...255)),
    .optional("slo", "What it promises; alerts and dashboards follow. Null for none."),
    .inline(),
    .inline(),
    .inline(),
    make: JobSpec.init
  )
}

package enum RunMode: String, SpecEnumeration {
  case batch
  case scheduled
  case event
  case stream
}

package struct RunTime: SpecObject {
  package let minimum: Spanned<TimeSpan>
  package let maximum: Spanned<TimeSpan>

  package static let shape = Shape(
    "run time",
    "How long one run takes.",
    .required("minimum", "The least, when all goes well."),
    .required("maximum", "The most; the run is stopped after it."),
    make: RunTime.init
  )
}

package struct JobSchedule: SpecObject {
  package let cron: Spanned<String>
  package let timeZone: Spanned<String>
  package let concurrency: Spanned<ConcurrencyPolicy>
  package let startingDeadline: Spanned<TimeSpan>?
  package let keepSucceeded: Spanned<Int>
  package let keepFailed: Spanned<Int>
  package let suspended: Spanned<Bool>

  package static let shape = Shape(
    "schedule",
    "When a scheduled job runs.",
    .required("cron", "Minute, hour, day of month, month, day of week.", .cron),
    .defaulted(
      "timeZone",
      "The time zone of the schedule.",
      .timeZone,
      to: "Etc/UTC",
      Spanned("Etc/UTC")
    ),
    .defaulted(
      "concurrency",
      "What happens when the last run still works.",
      to: "Forbid",
      Spanned(ConcurrencyPolicy.forbid)
    ),
    .optional(
      "startingDeadline",
      "How late a run may start, before it is skipped; at most an hour late when absent."
    ),
    .defaulted(
      "keepSucceeded",
      "How many succeeded runs stay readable.",
      .integer(0...100),
      to: "3",
      Spanned(3)
    ),
    .defaulted(
      "keepFailed",
      "How many failed runs stay readable.",
      .integer(0...100),
      to: "3",
      Spanned(3)
    ),
    .defaulted("suspended", "Whether no new run starts.", to: "false", Spanned(false)),
    make: JobSchedule.init
  )
}

package enum ConcurrencyPolicy: String, SpecEnumeration {
  case forbid = "Forbid"
  case replace = "Replace"
  case allow = "Allow"
}
