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
      "Add an agent such as Falco or Tetragon as a DaemonSet.",
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
      )
    ],
    check: .set(about: .kinds(["DaemonSet"])) { set, _, report in
      let agents = set.pods.filter { $0.owner.kind == "DaemonSet" }
      guard let first = agents.first, !agents.contains(where: { $0.runs(runtimeAgentImages) }) else { return }
      report.flag(
        first.owner.root,
        "is one of the agents of the nodes, of which none watches processes",
        of: first.owner
      )
    }
  )
}
