internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of flows to and from the outside that nobody owns or gives a reason for.
  static let netpolFlowReason = LintRule(
    "SPAI2431",
    "netpol-flow-reason",
    .networking,
    .note,
    in: .all,
    rationale:
      "An address in a policy means nothing to whoever reviews it; what nobody can justify stays open for ever.",
    remediation:
      "Write the owner into the label 'spai.dev/owner', and the reason into the annotation that 'audit.records.flow' names.",
    examples: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: api
          labels: {spai.dev/owner: payments}
          ↓annotations: {«external.spai.dev/bank|note»: The bank of the shop.}
        spec:
          podSelector: {}
          egress: [{to: [{ipBlock: {cidr: 203.0.113.0/28}}]}]
        """
      ),
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: api
          ↓labels: {«spai.dev/owner|app»: payments}
          annotations: {external.spai.dev/bank: The bank of the shop.}
        spec:
          podSelector: {}
          egress: [{to: [{ipBlock: {cidr: 203.0.113.0/28}}]}]
        """
      ),
    ],
    check: .object(["NetworkPolicy"]) { object, context, report in
      guard object.group == "networking.k8s.io" else { return }
      let policy = NetworkPolicy(object), metadata = object.metadata
      guard (policy.peers(.ingress) + policy.peers(.egress)).contains(where: { $0["ipBlock"].isPresent })
      else {
        return
      }
      let owner = metadata["labels"][Tenancy.ownerLabel]
      if owner.isEmpty { report.flag(owner, "is missing beside flows that leave the cluster", of: object) }
      report.flagMissing(.flow, in: [metadata["annotations"]], of: object, context)
    }
  )
}
