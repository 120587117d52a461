internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of workloads that name no scan of their images, or one that is too old where a run has a day.
  static let imageScanRef = LintRule(
    "SPAI2122",
    "image-scan-ref",
    .images,
    .note,
    in: .all,
    rationale:
      "An image without a scan may have holes that have been public for years.",
    remediation:
      "Write where the result of the scan is into the annotation that 'audit.records.scan' names.",
    examples: [
      Example(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api}
        spec:
          template:
            metadata:
              ↓annotations: {«scan.example.com/ref|note»: "sha256:0f1e"}
            spec: {containers: [{name: api}]}
        """,
        settings: { $0.audit.records[.scan] = ["scan.example.com/ref"] }
      ),
      Example(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api}
        spec:
          template:
            metadata:
              annotations: {↓spai.dev/scanned-on: "«2026-10-01|2026-09-30»"}
            spec: {containers: [{name: api}]}
        """,
        settings: { $0.audit.oldestScan = "2026-10-01" }
      ),
    ],
    check: .pod { pod, context, report in
      report.flagMissing(.scan, in: pod.annotations, of: pod.owner, context)
      report.flagStaleScan(in: pod.annotations, of: pod.owner, context)
    }
  )
}
