internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of gangs whose members wait for more than there are.
  static let gangSize = LintRule(
    "SPAI3207",
    "gang-size",
    .accelerators,
    .warning,
    rationale: """
      Members of a gang wait until all that 'WORLD_SIZE' says have come: too many are never there, and too few \
      leave some out.
      """,
    remediation: "Write the number of pods, or of pods times the GPUs of each, into 'WORLD_SIZE'.",
    examples: [
      Example(
        """
        apiVersion: batch/v1
        kind: Job
        metadata: {name: train}
        spec:
          completionMode: Indexed
          completions: 4
          parallelism: 4
          template:
            spec:
              containers:
              - name: train
                env:
                - {name: MASTER_ADDR, value: train-0.train}
                - {name: WORLD_SIZE, value: «"8"|"5"»}
                resources: {limits: {nvidia.com/gpu: 2}}
        """
      )
    ],
    check: .object(["Job", "CronJob", "JobSet"]) { object, _, report in
      let jobs = object.jobSpecs, pods = jobs.reduce(0) { $0 + $1.parallelism }
      for job in jobs {
        guard let gang = job.gang, let size = gang.size else { continue }
        if gang.devices > 0 {
          let known = [pods, pods * gang.devices, job.parallelism, job.parallelism * gang.devices]
          guard !known.contains(size) else { continue }
          report.flag(gang.field, "says \(size), and \(pods) pods of \(gang.devices) GPUs come", of: object)
        } else if size % pods != 0, size % job.parallelism != 0 {
          // Without GPUs nothing says how many processes a pod has.
          report.flag(gang.field, "says \(size), and \(pods) pods come", of: object)
        }
      }
    }
  )
}
