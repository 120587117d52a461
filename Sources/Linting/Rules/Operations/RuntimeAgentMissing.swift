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
        let watched = watched(by: policies, in: set)
        for (number, pod) in set.pods.enumerated() where !watched.contains(number) {
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

/// The pods that tracing policies are about, as places in `pods`: that of a namespace is about its pods only, one without
/// a selector about all.
private func watched(by policies: [APIObject], in set: ObjectSet) -> Set<Int> {
  let namespaces = Set(set.pods.map(\.owner.namespace))
  var watched: Set<Int> = []
  for policy in policies {
    let selector = policy.spec["podSelector"]
    for namespace in policy.kind == "TracingPolicy" ? namespaces : [policy.namespace] {
      watched.formUnion(
        selector.isEmpty ? set.podNumbers(in: namespace) : set.podNumbers(selectedBy: selector, in: namespace)
      )
    }
  }
  return watched
}
