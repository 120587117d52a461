internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of workloads that name no bill of materials.
  static let imageSBOMRef = LintRule(
    "SPAI2121",
    "image-sbom-ref",
    .images,
    .note,
    in: .all,
    rationale:
      "When a library turns out to be broken, only a bill of materials tells which images have it.",
    remediation:
      "Write where the bill of materials is into the annotation that 'audit.records.sbom' names.",
    examples: [
      Example(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api}
        spec:
          template:
            metadata:
              ↓annotations: {«sbom.example.com/ref|note»: "sha256:0f1e"}
            spec: {containers: [{name: api}]}
        """,
        settings: { $0.audit.records[.sbom] = ["sbom.example.com/ref"] }
      )
    ],
    check: .pod { pod, context, report in
      report.flagMissing(.sbom, in: pod.annotations, of: pod.owner, context)
    }
  )
}
