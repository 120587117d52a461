internal import Kubernetes
internal import Specification
internal import YAMLSyntax

extension ResourceRenderer {
  /// A job that runs once.
  ///
  /// Its name follows its content: a Job cannot be changed, so a changed one is a new object.
  ///
  /// It has no TTL unless a person starts it: a GitOps engine would make a removed Job again, and it would run again.
  static let job = ResourceRenderer("Job") { unit in
    unit.jobs.filter { $0.spec.run.value == .batch && !unit.isJobSet($0) }.map { job in
      let spec = jobSpec(job, in: unit)
      let name = "\(job.name)-\(contentSuffix(of: spec))"
      return KubernetesObject(
        "batch/v1",
        "Job",
        named: name,
        of: job.workload,
        in: unit,
        labels: queueLabels(job, in: unit),
        annotations: job.workload.imageRecords,
        [
          "spec": job.isAdHoc
            ? spec.adding([("ttlSecondsAfterFinished", .seconds(job.spec.keepFinished))]) : spec
        ]
      )
    } + migrationJobs(unit)
  }
}
