internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of containers that can forge packets.
  static let capabilitiesDropNetRaw = LintRule(
    "SPAI2019",
    "capabilities-drop-net-raw",
    .podSecurity,
    .warning,
    in: .all,
    rationale:
      "With 'NET_RAW' a container answers in the name of its neighbours on the node's network.",
    remediation:
      "Drop 'ALL', or at least 'NET_RAW'.",
    aliases: [
      .checkov: ["CKV_K8S_28"], .datree: ["CIS_MISSING_VALUE_DROP_NET_RAW"],
      .kics: ["NET RAW Capabilities Not Being Dropped"], .kubeLinter: ["drop-net-raw-capability"],
      .kubescape: ["C-0199"], .kyverno: ["drop-cap-net-raw"], .trivy: ["KSV-0119"],
    ],
    examples: [
      Example(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api}
        spec:
          template:
            spec:
              containers:
              - name: api
                securityContext:
                  capabilities:
                    ↓drop: [«NET_RAW|MKNOD»]
        """
      )
    ],
    check: .container { container, _, report in
      guard !container.isForWindows else { return }
      let capabilities = Capabilities(of: container)
      guard capabilities.dropped.isDisjoint(with: ["ALL", "NET_RAW"]) else { return }
      let drop = container.ownSecurity("capabilities")["drop"]
      report.flag(drop, "has neither 'ALL' nor 'NET_RAW'", of: container.owner)
    }
  )
}
