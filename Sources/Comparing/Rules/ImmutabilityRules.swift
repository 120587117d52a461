internal import YAMLSyntax

/// What the API server refuses to change, so that the object has to be made again.
///
/// Source: the `Validate…Update` functions of Kubernetes' own `pkg/apis/*/validation`, and the CEL rules in the
/// definitions of the other projects.
let immutabilityRules: [FieldRule] = [
  FieldRule(
    .recreated,
    "a Job's pods, selector and completions cannot be changed; it is made again, and runs again"
  ) { leaf in
    leaf.kind == "batch/Job" && jobFields.contains { leaf.isBelow("spec", $0) }
  },
  FieldRule(.recreated, "the selector of a workload cannot be changed") { leaf in
    ["apps/Deployment", "apps/DaemonSet", "apps/ReplicaSet"].contains(leaf.kind)
      && leaf.isBelow("spec", "selector")
  },
  FieldRule(
    .recreated,
    "of a StatefulSet only replicas, ordinals, pod template, update strategy, history and retention can be changed"
  ) { leaf in
    leaf.kind == "apps/StatefulSet" && leaf.isBelow("spec")
      && !(leaf.names.dropFirst().first.map(statefulSetFields.contains) ?? false)
  },
  FieldRule(.recreated, "a JobSet can only be suspended and resumed once it is there") { leaf in
    leaf.kind == "jobset.x-k8s.io/JobSet" && leaf.isBelow("spec")
      && !leaf.isBelow("spec", "suspend") && !leaf.isBelow("spec", "ttlSecondsAfterFinished")
  },
  FieldRule(.recreated, "a claim can only grow") { leaf in
    leaf.kind == "PersistentVolumeClaim" && leaf.isBelow("spec") && !isClaimGrowth(leaf)
      && !isMutableClaimField(leaf)
  },
  FieldRule(.recreated, "a Service cannot become headless, or cease to be") { leaf in
    leaf.kind == "Service" && (leaf.isAt("spec", "clusterIP") || leaf.isBelow("spec", "clusterIPs"))
      && (leaf.oldText == "None") != (leaf.newText == "None")
  },
  FieldRule(.recreated, "the role that a binding gives cannot be changed") { leaf in
    bindingKinds.contains(leaf.kind) && leaf.isBelow("roleRef")
  },
  FieldRule(.recreated, "the value and the preemption of a PriorityClass cannot be changed") { leaf in
    leaf.kind == "scheduling.k8s.io/PriorityClass" && (leaf.isAt("value") || leaf.isAt("preemptionPolicy"))
  },
  FieldRule(.recreated, "of a StorageClass only expansion, mount options and topologies can be changed") {
    leaf in
    leaf.kind == "storage.k8s.io/StorageClass"
      && ["provisioner", "parameters", "reclaimPolicy", "volumeBindingMode"].contains { leaf.isBelow($0) }
  },
  FieldRule(.recreated, "what is marked immutable cannot be changed, nor the mark be taken off") { leaf in
    ["ConfigMap", "Secret"].contains(leaf.kind) && leaf.oldObject?.tree.text("immutable") == "true"
      && (["data", "binaryData", "stringData", "immutable"].contains { leaf.isBelow($0) })
  },
  FieldRule(.recreated, "the type of a Secret cannot be changed") { $0.kind == "Secret" && $0.isAt("type") },
  FieldRule(
    .recreated,
    "fixed with the object: claims of devices, the queue of a LocalQueue, the handler or controller of a class"
  ) { leaf in
    fixedFields[leaf.kind]?.contains { leaf.names.starts(with: $0) } ?? false
  },
  FieldRule(.recreated, "of a Pod only images, deadline and added tolerations can be changed") { leaf in
    leaf.kind == "Pod" && leaf.isBelow("spec")
      && !(leaf.containerNames.map { Array($0) } == ["image"])
      && !leaf.isBelow("spec", "activeDeadlineSeconds")
      && !(leaf.isBelow("spec", "tolerations") && leaf.isAddition)
  },
]

private let jobFields = [
  "template", "selector", "completions", "completionMode", "podFailurePolicy", "backoffLimitPerIndex",
  "successPolicy", "managedBy",
]

/// `revisionHistoryLimit` is among them since Kubernetes 1.33.
private let statefulSetFields: Set<String> = [
  "replicas", "ordinals", "template", "updateStrategy", "revisionHistoryLimit", "minReadySeconds",
  "persistentVolumeClaimRetentionPolicy",
]

let bindingKinds: Set<String> = [
  "rbac.authorization.k8s.io/RoleBinding", "rbac.authorization.k8s.io/ClusterRoleBinding",
]

/// Fields of the lesser kinds that are fixed with the object.
private let fixedFields: [String: [[String]]] = [
  "resource.k8s.io/ResourceClaim": [["spec"]],
  "resource.k8s.io/ResourceClaimTemplate": [["spec"]],
  "kueue.x-k8s.io/LocalQueue": [["spec", "clusterQueue"]],
  "node.k8s.io/RuntimeClass": [["handler"]],
  "networking.k8s.io/IngressClass": [["spec", "controller"]],
  "discovery.k8s.io/EndpointSlice": [["addressType"]],
  "Service": [["spec", "loadBalancerClass"]],
]
