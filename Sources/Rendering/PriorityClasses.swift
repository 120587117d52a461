package import Kubernetes
package import Specification
internal import YAMLSyntax

/// The cluster-scoped objects of one environment that come from the platform alone: a PriorityClass for each
/// priority.
///
/// Never the default, so that nothing else in the cluster changes its rank.
package func renderCluster(_ platform: Platform, _ environment: Environment) -> [KubernetesObject] {
  platform.catalogue.priorityClasses.items.map { item in
    KubernetesObject(
      "scheduling.k8s.io/v1",
      "PriorityClass",
      name: priorityClassPrefix + item.name,
      namespace: nil,
      labels: Mapping([
        ("app.kubernetes.io/managed-by", Node("spai-gen")),
        ("app.kubernetes.io/part-of", Node(platform.header.metadata.name)),
      ]),
      owner: item.origin,
      renderer: "PriorityClass",
      body: [
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
}
