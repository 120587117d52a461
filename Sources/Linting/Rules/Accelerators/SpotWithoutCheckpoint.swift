internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of long runs on nodes that may go away, which begin anew each time.
  static let spotWithoutCheckpoint = LintRule(
    "SPAI3211",
    "spot-without-checkpoint",
    .accelerators,
    .warning,
    rationale: """
      A spot node is taken away with minutes of notice: a run that keeps nothing outside of its pod starts from \
      zero, and may never end.
      """,
    remediation: "Mount a claim for checkpoints, or keep the run off spot nodes.",
    examples: [
      Example(
        """
        apiVersion: batch/v1
        kind: Job
        metadata: {name: train}
        spec:
          activeDeadlineSeconds: 28800
          template:
            spec:
              «nodeSelector: {karpenter.sh/capacity-type: on-demand}|↓nodeSelector: {karpenter.sh/capacity-type: spot}»
              containers: [{name: train}]
        """
      ),
      Example(
        """
        apiVersion: batch/v1
        kind: Job
        metadata: {name: train}
        spec:
          template:
            spec:
              tolerations:
              - ↓key: cloud.google.com/gke-spot
                operator: Exists
              containers:
              - name: train
                resources: {limits: {nvidia.com/gpu: 1}}
                volumeMounts: [{name: data, mountPath: /data«|, readOnly: true»}]
              volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]
        """
      ),
    ],
    check: .object(["Job", "CronJob", "JobSet"]) { object, _, report in
      for job in object.jobSpecs {
        let pod = Pod(object, job["template"])
        // A short run that starts again costs little.
        guard job.deviceCount > 0 || job["activeDeadlineSeconds"].integer ?? 0 > 3600, let spot = pod.spot,
          !pod.keepsProgress
        else { continue }
        report.flag(spot, "allows spot nodes, and no checkpoint outlasts the pod", of: object)
      }
    }
  )
}
