package import Validation

/// The spec of a Job: the object's own, or that of the Jobs which it makes.
package struct JobSpec: Sendable {
  package let object: APIObject
  package let field: Field
  /// How many Jobs of it there are at a time.
  package let count: Int

  package static let kinds = ["Job", "CronJob", "ScaledJob", "JobSet"]

  package subscript(key: String) -> Field { field[key] }

  package var pod: Field { field["template"]["spec"] }

  /// How many pods run at a time.
  package var parallelism: Int { max(1, field["parallelism"].count ?? 1) * count }
}

extension APIObject {
  /// The specs of the Jobs that the object is or makes.
  package var jobSpecs: [JobSpec] {
    switch kind {
    case "Job": [JobSpec(object: self, field: spec, count: 1)]
    case "CronJob": [JobSpec(object: self, field: spec["jobTemplate"]["spec"], count: 1)]
    case "ScaledJob": [JobSpec(object: self, field: spec["jobTargetRef"], count: 1)]
    case "JobSet":
      spec["replicatedJobs"].items.map {
        JobSpec(object: self, field: $0["template"]["spec"], count: max(1, $0["replicas"].count ?? 1))
      }
    default: []
    }
  }
}

extension APIObject {
  /// The pods that the object is or makes.
  var ownPods: [Pod] { podTemplates(in: self).map { Pod(self, $0) } }
}
