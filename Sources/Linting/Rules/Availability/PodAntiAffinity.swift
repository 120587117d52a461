internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of replicas that may all run on one node.
  static let podAntiAffinity = LintRule(
    "SPAI2314",
    "pod-anti-affinity",
    .availability,
    .note,
    in: .strict,
    rationale: "Nothing keeps the replicas apart: one node that fails may take all of them along.",
    remediation: "Add a 'podAntiAffinity' or a spread constraint over 'kubernetes.io/hostname'.",
    aliases: [
      .kics: ["Deployment Has No PodAntiAffinity", "StatefulSet Has No PodAntiAffinity"],
      .kubeLinter: ["no-anti-affinity"],
      .kubeScore: ["deployment-has-host-podantiaffinity", "statefulset-has-host-podantiaffinity"],
    ],
    examples: [
      Example(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api}
        spec:
          replicas: 2
          template:
            ↓spec:
              «topologySpreadConstraints|placeholders»: [{topologyKey: kubernetes.io/hostname, maxSkew: 1}]
        """
      )
    ],
    check: .set(about: .kinds(["Deployment", "Rollout", "StatefulSet"])) { objects, _, report in
      for workload in objects.workloads
      where workload.isSpreadable && workload.most > 1 && workload.pod.spec.isPresent {
        let anti = workload.pod.spec["affinity"]["podAntiAffinity"]
        let spread = workload.pod.spec["topologySpreadConstraints"]
        guard anti.isEmpty,
          !spread.items.contains(where: { $0["topologyKey"].text == "kubernetes.io/hostname" })
        else { continue }
        report.flag(anti, "is missing, so that all replicas may share a node", of: workload.object)
      }
    }
  )
}
