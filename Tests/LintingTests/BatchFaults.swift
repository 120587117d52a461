extension WorkloadFault {
  /// Jobs and CronJobs.
  static let jobs: [WorkloadFault] = [
    WorkloadFault(
      "cronjob-deadline",
      ("spec:\n  schedule", "↓spec:\n  schedule"),
      ("  startingDeadlineSeconds: 600\n", "")
    ),
    WorkloadFault(
      "cronjob-concurrency-policy",
      ("concurrencyPolicy: Forbid", "concurrencyPolicy: Allow")
    ),
    WorkloadFault(
      "cronjob-schedule-valid",
      ("\"*/30 * * * *\"", "\"*/30 * * *\"")
    ),
    WorkloadFault(
      "cronjob-restart-policy",
      (
        "restartPolicy: Never\n          priorityClassName: low\n",
        "restartPolicy: Always\n          priorityClassName: low\n"
      )
    ),
    WorkloadFault(
      "cronjob-suspended",
      ("concurrencyPolicy: Forbid", "concurrencyPolicy: Forbid\n  ↓suspend: true")
    ),
    WorkloadFault(
      "job-ttl",
      adding: """
        apiVersion: batch/v1
        kind: Job
        metadata: {name: x, namespace: shop, annotations: {spai/allow.disruption-counts-as-failure: test, spai/allow.job-restricted: test}}
        ↓spec: {activeDeadlineSeconds: 60, template: {spec: {restartPolicy: Never, priorityClassName: p, nodeSelector: {a: b}, dnsConfig: {options: [{name: ndots, value: "2"}]}, containers: [{name: x, resources: {limits: {cpu: 1, memory: 1Gi, ephemeral-storage: 1Gi}}}]}}}
        """
    ),
    WorkloadFault(
      "job-restricted",
      adding: """
        apiVersion: batch/v1
        ↓kind: Job
        metadata: {name: x, namespace: shop, annotations: {spai/allow.disruption-counts-as-failure: test}}
        spec: {activeDeadlineSeconds: 60, ttlSecondsAfterFinished: 60, template: {spec: {restartPolicy: Never, priorityClassName: p, nodeSelector: {a: b}, dnsConfig: {options: [{name: ndots, value: "2"}]}, containers: [{name: x, resources: {limits: {cpu: 1, memory: 1Gi, ephemeral-storage: 1Gi}}}]}}}
        """
    ),
    WorkloadFault(
      "cronjob-ttl",
      ("activeDeadlineSeconds: 1800", "activeDeadlineSeconds: 1800\n      ↓ttlSecondsAfterFinished: 60")
    ),
    WorkloadFault(
      "job-deadline",
      ("jobTemplate:\n    spec:\n      activeDeadlineSeconds: 1800\n", "jobTemplate:\n    ↓spec:\n")
    ),
    WorkloadFault(
      "cronjob-overlap",
      (
        "kind: CronJob\nmetadata: {name: report,",
        """
        kind: CronJob
        metadata: {annotations: {spai/allow.cronjob-concurrency-policy: test}, name: report,
        """
      ),
      ("  concurrencyPolicy: Forbid\n", ""),
      ("activeDeadlineSeconds: 1800", "activeDeadlineSeconds: 1801")
    ),
    WorkloadFault(
      "starting-deadline-too-short",
      ("startingDeadlineSeconds: 600", "startingDeadlineSeconds: 5")
    ),
    WorkloadFault(
      "disruption-counts-as-failure",
      (
        "activeDeadlineSeconds: 1800\n      podFailurePolicy: {rules: [{action: Ignore,",
        "activeDeadlineSeconds: 1800\n      ↓podFailurePolicy: {rules: [{action: FailJob,"
      )
    ),
  ]

  /// GPUs and gangs.
  static let accelerators: [WorkloadFault] = [
    WorkloadFault(
      "gpu-shared-memory",
      ("mountPath: /dev/shm", "mountPath: /dev/ram"),
      ("limits: {cpu: \"8\",", "limits: {cpu: \"8\",")
    ),
    WorkloadFault(
      "fractional-gpu",
      ("nvidia.com/gpu: 2}", "nvidia.com/gpu: 1500m}")
    ),
    WorkloadFault(
      "gpu-request-equals-limit",
      ("nvidia.com/gpu: 2}", "nvidia.com/gpu: 2}\n                ↓requests: {nvidia.com/gpu: 1}")
    ),
    WorkloadFault(
      "several-gpu-slices",
      ("nvidia.com/gpu: 2}", "nvidia.com/mig-3g.40gb: 2}")
    ),
    WorkloadFault(
      "mixed-gpu-resources",
      ("nvidia.com/gpu: 2}", "nvidia.com/gpu: 1, amd.com/gpu: 1}")
    ),
    WorkloadFault(
      "gpu-toleration",
      (
        "tolerations:\n            - {key: nvidia.com/gpu,",
        "↓tolerations:\n            - {key: example.com/batch,"
      )
    ),
    WorkloadFault(
      "gang-size",
      ("{name: WORLD_SIZE, value: \"4\"}", "{name: WORLD_SIZE, value: \"3\"}")
    ),
    WorkloadFault(
      "gang-cannot-start",
      ("completions: 2\n", "completions: 3\n"),
      ("parallelism: 2", "↓parallelism: 2")
    ),
    WorkloadFault(
      "gang-without-queue",
      ("spec:\n  replicatedJobs", "↓spec:\n  replicatedJobs"),
      ("    kueue.x-k8s.io/queue-name: default", "    queue-name: default")
    ),
    WorkloadFault(
      "gang-above-quota",
      ("spec:\n  replicatedJobs", "↓spec:\n  replicatedJobs"),
      ("nominalQuota: 4", "nominalQuota: 3")
    ),
    WorkloadFault(
      "spot-without-checkpoint",
      ("- {key: cloud.google.com/gke-spot,", "- {↓key: cloud.google.com/gke-spot,"),
      ("{name: data, mountPath: /model}", "{name: data, mountPath: /model, readOnly: true}")
    ),
    WorkloadFault(
      "deadline-cut-short",
      (
        "    kueue.x-k8s.io/queue-name: default",
        """
            kueue.x-k8s.io/queue-name: default
            ↓kueue.x-k8s.io/max-exec-time-seconds: "60"
        """
      )
    ),
    WorkloadFault(
      "gpu-by-environment",
      ("env: [{name: LEVEL, value: debug}]", "env: [{name: NVIDIA_VISIBLE_DEVICES, value: all}]")
    ),
    WorkloadFault(
      "gpu-surge",
      ("limits: {cpu: 500m,", "limits: {nvidia.com/gpu: 1, cpu: 500m,"),
      (
        "      nodeSelector: {pool: api}",
        """
              tolerations: [{key: nvidia.com/gpu, operator: Exists}]
              nodeSelector: {pool: api}
        """
      ),
      ("rollingUpdate: {maxSurge: 1, maxUnavailable: 0}", "rollingUpdate: {↓maxSurge: 1, maxUnavailable: 0}")
    ),
  ]
}
