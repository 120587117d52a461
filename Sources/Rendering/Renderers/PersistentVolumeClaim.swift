internal import Kubernetes
internal import Specification
internal import YAMLSyntax

extension ResourceRenderer {
  /// Storage that outlives the pods of a Deployment or a job; StatefulSets make their own.
  static let persistentVolumeClaim = ResourceRenderer("PersistentVolumeClaim") { unit in
    let workloads =
      unit.services.filter { !$0.spec.stateful.value }.map(\.workload)
      + unit.jobs.filter { !$0.isStream }.map(\.workload)
    return workloads.flatMap { workload in
      workload.claims.map { name, claim in
        KubernetesObject(
          "v1",
          "PersistentVolumeClaim",
          named: workload.claimName(name),
          of: workload,
          in: unit,
          ["spec": claimSpec(claim, stateful: false, in: unit)]
        )
      }
    }
  }
}
