/// What may be used, and by how many.
let capacityRules: [FieldRule] = [
  FieldRule(.capacity, "the namespace may use another amount") { leaf in
    (leaf.kind == "ResourceQuota" || leaf.kind == "LimitRange") && leaf.isBelow("spec")
  },
  FieldRule(.capacity, "a pod asks for, or may use, another amount") { leaf in
    if leaf.containerNames?.first == "resources" { return true }
    guard let names = leaf.podSpecNames else { return false }
    return names.first == "resources" || names.starts(with: ["volumes", "emptyDir", "sizeLimit"])
  },
  FieldRule(.capacity, "the autoscaler may go to another size") { leaf in
    switch leaf.kind {
    case "autoscaling/HorizontalPodAutoscaler": leaf.isAt("spec", "maxReplicas")
    case "keda.sh/ScaledObject", "keda.sh/ScaledJob": leaf.isAt("spec", "maxReplicaCount")
    case "autoscaling.k8s.io/VerticalPodAutoscaler":
      leaf.isBelow("spec", "resourcePolicy")
        && ["minAllowed", "maxAllowed"].contains { leaf.names.contains($0) }
    default: false
    }
  },
  FieldRule(.capacity, "storage grows, and cannot shrink again", isClaimGrowth),
  FieldRule(.capacity, "the queue admits another amount of work") { leaf in
    leaf.kind.hasPrefix("kueue.x-k8s.io/") && leaf.isBelow("spec", "resourceGroups")
  },
]

/// Why removing an object of this sort changes what may be used; nil where it does not.
func boundLostWith(_ object: ReviewedObject) -> String? {
  object.groupKind == "ResourceQuota" || object.groupKind == "LimitRange"
    ? "nothing bounds what the namespace uses" : nil
}

/// How many run.
let replicaRules: [FieldRule] = [
  FieldRule(.replicas, "another number of pods runs") { leaf in
    switch leaf.kind {
    case "apps/Deployment", "apps/StatefulSet", "apps/ReplicaSet", "argoproj.io/Rollout":
      leaf.isAt("spec", "replicas")
    case "autoscaling/HorizontalPodAutoscaler": leaf.isAt("spec", "minReplicas")
    case "keda.sh/ScaledObject", "keda.sh/ScaledJob":
      leaf.isAt("spec", "minReplicaCount") || leaf.isAt("spec", "idleReplicaCount")
    case "batch/Job": leaf.isAt("spec", "parallelism") || leaf.isAt("spec", "completions")
    case "batch/CronJob":
      leaf.isAt("spec", "jobTemplate", "spec", "parallelism")
        || leaf.isAt("spec", "jobTemplate", "spec", "completions")
    case "jobset.x-k8s.io/JobSet":
      leaf.isBelow("spec", "replicatedJobs")
        && ["replicas", "parallelism", "completions"].contains(leaf.names.last ?? "")
    default: false
    }
  }
]
