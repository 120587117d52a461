extension WorkloadFault {
  /// Probes, replicas and where they run.
  static let availability: [WorkloadFault] = [
    WorkloadFault(
      "single-replica",
      ("replicas: 2\n  strategy", "replicas: 1\n  strategy")
    ),
    WorkloadFault(
      "liveness-probe-missing",
      ("- name: db\n", "- ↓name: db\n"),
      (
        "livenessProbe: {tcpSocket: {port: sql}, periodSeconds: 20,",
        "startupProbe: {tcpSocket: {port: sql}, periodSeconds: 20,"
      )
    ),
    WorkloadFault(
      "readiness-probe-missing",
      ("- name: db\n", "- ↓name: db\n"),
      (
        "readinessProbe: {tcpSocket: {port: sql}, periodSeconds: 5,",
        "startupProbe: {tcpSocket: {port: sql}, periodSeconds: 5,"
      )
    ),
    WorkloadFault(
      "probes-identical",
      ("path: /live", "path: /ready")
    ),
    WorkloadFault(
      "probe-port-undeclared",
      ("path: /start, port: http", "path: /start, port: web")
    ),
    WorkloadFault(
      "probe-named-port",
      ("path: /start, port: http", "path: /start, port: 8080")
    ),
    WorkloadFault(
      "probe-tuning",
      ("periodSeconds: 60, timeoutSeconds: 9, failureThreshold: 3", "periodSeconds: 60, failureThreshold: 3")
    ),
    WorkloadFault(
      "probe-timeout-above-period",
      ("timeoutSeconds: 9", "timeoutSeconds: 61")
    ),
    WorkloadFault(
      "pre-stop-hook",
      ("- name: api\n        ports", "- ↓name: api\n        ports"),
      ("        lifecycle: {preStop: {sleep: {seconds: 10}}}\n", "")
    ),
    WorkloadFault(
      "pre-stop-outlasts-grace-period",
      ("[sleep, \"5\"]", "[sleep, \"30\"]")
    ),
    WorkloadFault(
      "zero-replicas",
      ("replicas: 2 # of db", "replicas: 0 # of db")
    ),
    WorkloadFault(
      "rolling-update-strategy",
      ("type: RollingUpdate\n", "type: Recreate\n")
    ),
    WorkloadFault(
      "rollout-takes-all-down",
      ("rollingUpdate: {maxSurge: 1, maxUnavailable: 1}", "rollingUpdate: {maxSurge: 1, maxUnavailable: 2}")
    ),
    WorkloadFault(
      "pod-anti-affinity",
      ("affinity: {podAntiAffinity: ", "affinity: {podAffinity: ")
    ),
    WorkloadFault(
      "topology-spread",
      ("app: worker}}\n    spec:\n", "app: worker}}\n    ↓spec:\n"),
      (
        """
              topologySpreadConstraints:
              - {topologyKey: topology.kubernetes.io/zone, maxSkew: 1, labelSelector: {matchLabels: {app: worker}}}

        """,
        ""
      )
    ),
    WorkloadFault(
      "spread-misses-own-pods",
      (
        "maxSkew: 1, labelSelector: {matchLabels: {app: worker}}",
        "maxSkew: 1, labelSelector: {matchLabels: {app: api}}"
      )
    ),
    WorkloadFault(
      "spread-counts-old-pods",
      ("- topologyKey: topology.kubernetes.io/zone", "- ↓topologyKey: topology.kubernetes.io/zone"),
      ("        matchLabelKeys: [pod-template-hash]\n", "")
    ),
    WorkloadFault(
      "node-affinity-required",
      ("app: db}}\n    spec:\n", "app: db}}\n    ↓spec:\n"),
      ("      nodeSelector: {pool: db}\n", "")
    ),
    WorkloadFault(
      "priority-class-set",
      ("app: db}}\n    spec:\n", "app: db}}\n    ↓spec:\n"),
      ("      priorityClassName: highest\n", "")
    ),
    WorkloadFault(
      "naked-pod",
      adding: """
        apiVersion: v1
        ↓kind: Pod
        metadata: {name: x, namespace: shop}
        spec: {restartPolicy: OnFailure, priorityClassName: p, nodeSelector: {a: b}, dnsConfig: {options: [{name: ndots, value: "2"}]}, containers: [{name: x, resources: {limits: {cpu: 1, memory: 1Gi, ephemeral-storage: 1Gi}}}]}
        """
    ),
    WorkloadFault(
      "restart-policy",
      adding: """
        apiVersion: v1
        kind: Pod
        metadata: {name: x, namespace: shop, annotations: {spai/allow.naked-pod: test}}
        ↓spec: {restartPolicy: Never, priorityClassName: p, nodeSelector: {a: b}, dnsConfig: {options: [{name: ndots, value: "2"}]}, containers: [{name: x, resources: {limits: {cpu: 1, memory: 1Gi, ephemeral-storage: 1Gi}}}]}
        """
    ),
    WorkloadFault(
      "dnsconfig-ndots",
      ("options: [{name: ndots, value: \"3\"}]", "options: [{name: rotate}]")
    ),
    WorkloadFault(
      "statefulset-headless-service",
      ("serviceName: db", "serviceName: api")
    ),
    WorkloadFault(
      "rollout-needs-spare-zone",
      ("minReplicas: 2", "minReplicas: 3"),
      (
        """
              topologySpreadConstraints:
              - topologyKey: topology.kubernetes.io/zone
        """,
        """
              affinity:
                podAntiAffinity:
                  requiredDuringSchedulingIgnoredDuringExecution:
                  - {↓topologyKey: topology.kubernetes.io/zone, labelSelector: {matchLabels: {app: api}}}
              topologySpreadConstraints:
              - topologyKey: topology.kubernetes.io/zone
        """
      )
    ),
  ]

  /// PodDisruptionBudgets.
  static let budgets: [WorkloadFault] = [
    WorkloadFault(
      "pdb-missing",
      ("kind: Deployment\nmetadata:\n  name: worker", "↓kind: Deployment\nmetadata:\n  name: worker"),
      (
        "selector: {matchLabels: {app: worker}}\n  maxUnavailable",
        "selector: {matchLabels: {app: walker}}\n  maxUnavailable"
      )
    ),
    WorkloadFault(
      "pdb-policy-missing",
      (
        """
        spec:
          selector: {matchLabels: {app: db}}
          maxUnavailable: 1 # of db

        """,
        "↓spec:\n  selector: {matchLabels: {app: db}}\n"
      )
    ),
    WorkloadFault(
      "pdb-max-unavailable-zero",
      ("maxUnavailable: 1 # of db", "maxUnavailable: 0 # of db")
    ),
    WorkloadFault(
      "pdb-min-available-ge-replicas",
      ("maxUnavailable: 1 # of db", "minAvailable: 2 # of db")
    ),
    WorkloadFault(
      "pdb-unhealthy-eviction-policy",
      ("AlwaysAllow # for db", "IfHealthyBudget # for db")
    ),
    WorkloadFault(
      "pdb-multiple-match",
      adding: """
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: {name: all, namespace: shop}
        spec: {maxUnavailable: 1, unhealthyPodEvictionPolicy: AlwaysAllow, ↓selector: {matchLabels: {app: db}}}
        """
    ),
    WorkloadFault(
      "pdb-needs-scale",
      adding: """
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: {name: report, namespace: shop}
        ↓spec: {maxUnavailable: 1, unhealthyPodEvictionPolicy: AlwaysAllow, selector: {matchLabels: {app: report}}}
        """
    ),
  ]
}
