internal import Diagnostics
package import Kubernetes
package import Specification
internal import YAMLSyntax

/// The objects of one environment that come from the platform alone: its priorities, the kinds of nodes that jobs
/// may wait for, what guards tenants' namespaces, who collects what they tell, and what the delivery engines need.
package func renderCluster(_ platform: Platform, _ environment: Environment) -> [KubernetesObject] {
  let objects =
    ranks(platform) + recoveryObjects(of: platform, in: environment)
    + guardrailObjects(of: platform, in: environment) + signaturePolicies(of: platform, in: environment)
    + collectorObjects(of: platform) + auditPolicyObjects(of: platform)
  return objects + deliveryObjects(of: platform, in: environment, with: objects)
}

private func ranks(_ platform: Platform) -> [KubernetesObject] {
  let priorities = platform.catalogue.priorityClasses.items
  guard let kueue = platform.capabilities.kueue else {
    return priorities.map { priorityClass($0, platform) }
  }
  return priorities.flatMap { [priorityClass($0, platform), workloadPriorityClass($0, kueue, platform)] }
    + [resourceFlavor("default", nil, kueue, platform)]
    + platform.catalogue.gpuClasses.items.map { resourceFlavor($0.name, $0, kueue, platform) }
}

/// Never the default, so that nothing else in the cluster changes its rank.
private func priorityClass(_ item: Keyed<PriorityClass>.Item, _ platform: Platform) -> KubernetesObject {
  KubernetesObject(
    "scheduling.k8s.io/v1",
    "PriorityClass",
    named: priorityClassPrefix + item.name,
    of: platform,
    owner: item.origin,
    [
      "value": Node(item.value.value),
      "globalDefault": false,
      "preemptionPolicy": Node(
        item.value.preempts.value ? "PreemptLowerPriority" : "Never",
        origin: item.value.preempts.origin
      ),
      "description": Node(item.value.summary),
    ]
  )
}

/// The rank of a job in the queue; it changes nothing about its pods.
private func workloadPriorityClass(
  _ item: Keyed<PriorityClass>.Item,
  _ version: Spanned<KueueVersion>,
  _ platform: Platform
) -> KubernetesObject {
  KubernetesObject(
    version.value.rawValue,
    "WorkloadPriorityClass",
    named: priorityClassPrefix + item.name,
    of: platform,
    owner: item.origin,
    ["value": Node(item.value.value), "description": Node(item.value.summary)]
  ).withVersion(at: version.origin)
}

/// A kind of nodes: any, or those of a GPU class.
private func resourceFlavor(
  _ name: String,
  _ gpuClass: Keyed<GPUClass>.Item?,
  _ version: Spanned<KueueVersion>,
  _ platform: Platform
) -> KubernetesObject {
  KubernetesObject(
    version.value.rawValue,
    "ResourceFlavor",
    named: name,
    of: platform,
    owner: gpuClass?.origin ?? platform.header.origin,
    [
      "spec": [
        "nodeLabels": gpuClass.flatMap { .map($0.value.nodeLabels) },
        "tolerations": gpuClass?.value.taint.map {
          [["key": Node($0), "operator": "Exists", "effect": "NoSchedule"]]
        },
      ]
    ]
  ).withVersion(at: version.origin)
}

extension KubernetesObject {
  /// An object of the platform as a whole.
  init(
    _ apiVersion: String,
    _ kind: String,
    named name: String,
    namespace: String? = nil,
    of platform: Platform,
    annotations: [(String, Node)] = [],
    owner: Origin,
    _ body: Node
  ) {
    self.init(
      apiVersion,
      kind,
      name: name,
      namespace: namespace,
      labels: Mapping([
        ("app.kubernetes.io/managed-by", Node("spai-gen")),
        ("app.kubernetes.io/part-of", Node(platform.header.name)),
      ]),
      annotations: Mapping(annotations),
      owner: owner,
      renderer: kind,
      body: body
    )
  }
}
