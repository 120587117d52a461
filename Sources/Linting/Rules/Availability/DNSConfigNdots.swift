internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of pods that ask for every outer name several times.
  static let dnsConfigNdots = LintRule(
    "SPAI2329",
    "dnsconfig-ndots",
    .availability,
    .note,
    in: .all,
    rationale: """
      With the default of five dots, each name outside the cluster is looked up in every search domain first.
      """,
    remediation: "Write the option 'ndots' of 'dnsConfig', for instance '2'.",
    aliases: [.kubeLinter: ["dnsconfig-options"]],
    examples: [
      Example(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api}
        spec:
          template:
            spec:
              ↓dnsConfig: {options: [{name: «ndots|timeout», value: "2"}]}
        """
      )
    ],
    check: .pod { pod, _, report in
      guard pod.spec.isPresent, pod.spec["dnsPolicy"].text != "None" else { return }
      let options = pod.spec["dnsConfig"]["options"]
      guard !options.items.contains(where: { $0["name"].text == "ndots" }) else { return }
      report.flag(pod.spec["dnsConfig"], "has no option 'ndots'", of: pod.owner)
    }
  )
}
