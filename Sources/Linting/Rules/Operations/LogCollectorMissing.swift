internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of workloads whose logs no collector of the set reads.
  static let logCollectorMissing = LintRule(
    "SPAI3523",
    "log-collector-missing",
    .operations,
    .note,
    in: .all,
    rationale:
      "The logs of a pod go with the pod; what nobody collected cannot be asked afterwards.",
    remediation:
      "Add a collector for all nodes, or a Flow for the namespace, or have the pod ask for one by annotation.",
    examples: [
      Example(
        """
        apiVersion: v1
        ↓kind: Pod
        metadata: {name: api, namespace: a}
        spec: {containers: [{name: api, image: registry.example.com/api:1}]}
        ---
        apiVersion: logging.banzaicloud.io/v1beta1
        kind: Flow
        metadata: {name: all, namespace: «a|b»}
        """
      ),
      Example(
        """
        apiVersion: apps/v1
        ↓kind: DaemonSet
        metadata: {name: agent, namespace: logging}
        spec:
          template:
            spec: {containers: [{name: agent, image: docker.io/«fluent/fluent-bit|prom/node-exporter»:4}]}
        """
      ),
      Example(
        """
        apiVersion: v1
        ↓kind: Pod
        metadata:
          name: api
          namespace: a
          annotations:
            io.opentelemetry.discovery.logs/enabled: "«true|false»"
        spec: {containers: [{name: api, image: registry.example.com/api:1}]}
        """
      ),
    ],
    check: .set(about: .pods) { set, _, report in
      let everywhere = ["ClusterFlow", "ClusterLogForwarder", "ClusterLogPipeline", "ClusterInput"]
      let isNodeWide =
        set.pods.contains { $0.owner.kind == "DaemonSet" && $0.runs(logCollectorImages) }
        || everywhere.contains { !set.ofKind($0).isEmpty }
      guard !isNodeWide else { return }
      let flows = set.ofKind("Flow") + set.ofKind("PodLogs")
      let covered = Set(flows.map { $0.namespace ?? "default" })
      for pod in set.pods where !covered.contains(pod.owner.namespace ?? "default") && !pod.isDiscovered {
        report.flag(pod.owner.root, "has logs that no collector of this set reads", of: pod.owner)
      }
    }
  )
}

extension Pod {
  /// Whether it asks OpenTelemetry's collector to read its logs.
  fileprivate var isDiscovered: Bool {
    template["metadata"]["annotations"]["io.opentelemetry.discovery.logs/enabled"].text == "true"
  }
}
