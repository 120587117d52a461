internal import Diagnostics
internal import Kubernetes
internal import Validation

extension LintRule {
  /// Tells of volumes in memory that leave the containers none.
  static let memoryVolumeAboveLimit = LintRule(
    "SPAI2209",
    "memory-volume-above-limit",
    .resources,
    .warning,
    rationale: """
      What is written to a volume in memory counts against the memory limits of the containers that write it.
      """,
    remediation: "Lower 'sizeLimit', or raise the memory limit above it.",
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
                resources: {limits: {memory: 1Gi}}
                volumeMounts: [{name: cache, mountPath: /cache}]
              volumes:
              - name: cache
                emptyDir: {medium: Memory, sizeLimit: «256Mi|1Gi»}
        """
      )
    ],
    check: .pod { pod, context, report in
      for volume in pod.volumes where volume["emptyDir"]["medium"].text == "Memory" {
        let limit = volume["emptyDir"]["sizeLimit"]
        let mounts = pod.mounts(of: volume)
        let memory = mounts.compactMap { $0.container.effective(.limits, "memory", in: context.objects) }
        guard let size = limit.quantity, !mounts.isEmpty, memory.count == mounts.count else { continue }
        let total = memory.reduce(.zero, +)
        guard size >= total else { continue }
        let fault =
          "is \(size.text), and the memory limit of the containers that mount it is \(total.canonical)"
        report.flag(limit, fault, of: pod.owner)
      }
    }
  )
}
