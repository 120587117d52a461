package import YAMLSyntax

/// A pod that an object is, or makes: the one place that knows where each kind keeps it.
package struct PodSpec: Sendable {
  /// The way to the pod's spec, for instance `spec.template.spec`.
  package let path: String
  /// The pod's spec.
  package let spec: Node
  /// The pod's own metadata: the template's, or that of the Pod itself.
  package let metadata: Node?
}

/// The pods that an object is or makes; none for an object that has no pods.
///
/// - Parameter object: an object of any kind and shape.
/// - Returns: one for most workloads, several for a JobSet.
package func podSpecs(in object: Node) -> [PodSpec] {
  podTemplates(in: APIObject(object)).compactMap { template in
    guard let spec = template["spec"].node else { return nil }
    return PodSpec(path: template["spec"].path.route, spec: spec, metadata: template["metadata"].node)
  }
}

/// The fields that hold a pod's metadata and spec: a Pod itself, or the templates of a workload.
package func podTemplates(in object: APIObject) -> [Field] {
  let root = object.root
  switch (object.group, object.kind) {
  case ("", "Pod"):
    return [root]
  case ("", "PodTemplate"):
    return [root["template"]]
  case ("", "ReplicationController"), ("apps", "Deployment"), ("apps", "ReplicaSet"), ("apps", "StatefulSet"),
    ("apps", "DaemonSet"), ("batch", "Job"), ("argoproj.io", "Rollout"):
    return [root["spec"]["template"]]
  case ("batch", "CronJob"):
    return [root["spec"]["jobTemplate"]["spec"]["template"]]
  case ("keda.sh", "ScaledJob"):
    return [root["spec"]["jobTargetRef"]["template"]]
  case ("jobset.x-k8s.io", "JobSet"):
    return root["spec"]["replicatedJobs"].items.map { $0["template"]["spec"]["template"] }
  default:
    return []
  }
}
