internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of sets of agents for all nodes without one that watches processes.
  static let runtimeAgentMissing = LintRule(
    "SPAI3527",
    "runtime-agent-missing",
    .operations,
    .note,
    in: .all,
    rationale:
      "What a program does once it runs is seen by nothing else: a stolen token, a miner, a shell.",
    remediation:
      "Add an agent such as Falco or Tetragon as a DaemonSet, and policies of Tetragon for all workloads.",
    examples: [
      Example(
        """
        apiVersion: apps/v1
        ↓kind: DaemonSet
        metadata: {name: agent, namespace: security}
        spec:
          template:
            spec: {containers: [{name: agent, image: docker.io/«falcosecurity/falco|prom/node-exporter»:0.42}]}
        """
      ),
      Example(
        """
        apiVersion: v1
        ↓kind: Pod
        metadata: {name: api, namespace: a, labels: {app: «api|web»}}
        spec: {containers: [{name: api, image: registry.example.com/api:1}]}
        ---
        apiVersion: cilium.io/v1alpha1
        kind: TracingPolicyNamespaced
        metadata: {name: api, namespace: a}
        spec: {podSelector: {matchLabels: {app: api}}}
        """
      ),
    ],
    check: .set(about: .objects) { set, _, report in
      let agents = set.pods.filter { $0.owner.kind == "DaemonSet" }
      if agents.contains(where: { $0.runs(runtimeAgentImages) }) { return }
      let policies = set.ofKind("TracingPolicy") + set.ofKind("TracingPolicyNamespaced")
      if !policies.isEmpty {
        for pod in set.pods where !policies.contains(where: { watches($0, pod) }) {
          report.flag(
            pod.owner.root,
            "has programs that no tracing policy of this set watches",
            of: pod.owner
          )
        }
        return
      }
      guard let first = agents.first else { return }
      report.flag(
        first.owner.root,
        "is one of the agents of the nodes, of which none watches processes",
        of: first.owner
      )
    }
  )
}

/// Whether a tracing policy is about a pod: that of a namespace about its pods only, one without a selector about all.
private func watches(_ policy: APIObject, _ pod: Pod) -> Bool {
  let isHere =
    policy.kind == "TracingPolicy" || policy.namespace ?? "default" == pod.owner.namespace ?? "default"
  let selector = policy.spec["podSelector"]
  return isHere && (selector.isEmpty || selector.selects(pod.labels))
}
