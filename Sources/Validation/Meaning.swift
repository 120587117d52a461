package import Diagnostics
package import YAMLSyntax

/// Reports what an API server would refuse in an object although it fits its schema.
///
/// The rules are those of the server's own validation: names, ranges, references inside the object, and fields
/// that exclude or demand one another. Values of the wrong type read as absent, because schemas report them.
///
/// - Parameters:
///   - node: an object of any kind and shape, or a list of them, parsed or rendered; of a kind without rules,
///     only the metadata is checked.
///   - findings: takes one error for each fault, at the value or at the nearest place that was written.
package func checkMeaning(_ node: Node, reporting findings: inout Findings) {
  checkMeaning(APIObject(node), reporting: &findings)
}

/// The same for an object that was introduced already.
package func checkMeaning(_ object: APIObject, reporting findings: inout Findings) {
  guard !object.kind.isEmpty, object.root.isMap else { return }
  if object.kind.hasSuffix("List"), object.root["items"].isList {
    for item in object.root["items"].items.compactMap(\.node) { checkMeaning(item, reporting: &findings) }
    return
  }
  checkMetadata(of: object, reporting: &findings)
  for template in podTemplates(in: object) where template.isPresent {
    checkPod(template, of: object, reporting: &findings)
  }
  let root = object.root, spec = object.spec
  switch (object.group, object.kind) {
  case ("apps", "Deployment"): checkDeployment(spec, reporting: &findings)
  case ("apps", "StatefulSet"): checkStatefulSet(spec, reporting: &findings)
  case ("apps", "DaemonSet"): checkDaemonSet(spec, reporting: &findings)
  case ("apps", "ReplicaSet"): checkReplicaSet(spec, reporting: &findings)
  case ("", "ReplicationController"): checkReplicationController(spec, reporting: &findings)
  case ("batch", "Job"): checkJob(root, reporting: &findings)
  case ("batch", "CronJob"): checkCronJob(root, reporting: &findings)
  case ("keda.sh", "ScaledJob"): checkJobSpec(spec["jobTargetRef"], reporting: &findings)
  case ("jobset.x-k8s.io", "JobSet"): checkJobSet(spec, reporting: &findings)
  case ("argoproj.io", "Rollout"): checkRollout(spec, reporting: &findings)
  case ("", "Service"): checkService(spec, reporting: &findings)
  case ("networking.k8s.io", "Ingress"): checkIngress(root, reporting: &findings)
  case ("networking.k8s.io", "IngressClass"): checkIngressClass(spec, reporting: &findings)
  case ("networking.k8s.io", "NetworkPolicy"): checkNetworkPolicy(spec, reporting: &findings)
  case ("discovery.k8s.io", "EndpointSlice"): checkEndpointSlice(root, reporting: &findings)
  case ("autoscaling", "HorizontalPodAutoscaler"): checkHorizontalPodAutoscaler(spec, reporting: &findings)
  case ("policy", "PodDisruptionBudget"): checkPodDisruptionBudget(spec, reporting: &findings)
  case ("", "ResourceQuota"): checkResourceQuota(spec, reporting: &findings)
  case ("", "LimitRange"): checkLimitRange(spec, reporting: &findings)
  case (Group.rbac, "Role"), (Group.rbac, "ClusterRole"): checkRole(object, reporting: &findings)
  case (Group.rbac, "RoleBinding"), (Group.rbac, "ClusterRoleBinding"):
    checkRoleBinding(object, reporting: &findings)
  case ("", "ConfigMap"): checkConfigMap(root, reporting: &findings)
  case ("", "Secret"): checkSecret(root, reporting: &findings)
  case ("", "PersistentVolumeClaim"): checkClaim(spec, reporting: &findings)
  case ("", "PersistentVolume"): checkPersistentVolume(spec, reporting: &findings)
  case ("storage.k8s.io", "StorageClass"): checkStorageClass(root, reporting: &findings)
  case ("scheduling.k8s.io", "PriorityClass"): checkPriorityClass(root, reporting: &findings)
  case ("node.k8s.io", "RuntimeClass"): checkRuntimeClass(root, reporting: &findings)
  case ("admissionregistration.k8s.io", "ValidatingWebhookConfiguration"),
    ("admissionregistration.k8s.io", "MutatingWebhookConfiguration"):
    checkWebhooks(root, reporting: &findings)
  case ("apiextensions.k8s.io", "CustomResourceDefinition"):
    checkCustomResourceDefinition(root, reporting: &findings)
  case (Group.gateway, "HTTPRoute"), (Group.gateway, "GRPCRoute"): checkRoute(object, reporting: &findings)
  case (Group.gateway, "Gateway"): checkGateway(spec, reporting: &findings)
  case ("autoscaling.k8s.io", "VerticalPodAutoscaler"):
    checkVerticalPodAutoscaler(spec, reporting: &findings)
  case ("keda.sh", "ScaledObject"): checkScaledObject(spec, reporting: &findings)
  default: break
  }
}

/// The API groups whose names are long and often needed.
enum Group {
  static let rbac = "rbac.authorization.k8s.io"
  static let gateway = "gateway.networking.k8s.io"
}
