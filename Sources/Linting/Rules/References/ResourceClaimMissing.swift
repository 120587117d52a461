internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of pods whose device claim does not exist.
  static let resourceClaimMissing = LintRule(
    "SPAI3015",
    "resource-claim-missing",
    .references,
    .warning,
    rationale: "A pod stays pending until the claim of a device, or the template for it, exists.",
    remediation: "Correct the name, or add the ResourceClaimTemplate.",
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: api, namespace: a, labels: {app: api}}
        spec:
          resourceClaims:
          - name: gpu
            resourceClaimTemplateName: «gpu|gpus»
        ---
        apiVersion: resource.k8s.io/v1
        kind: ResourceClaimTemplate
        metadata: {name: gpu, namespace: a}
        """
      )
    ],
    check: .set(about: .referring(.resourceClaim)) { _, context, report in
      report.flagMissing(.resourceClaim, in: context)
    }
  )
}
