extension WorkloadFault {
  /// Autoscalers.
  static let autoscaling: [WorkloadFault] = [
    WorkloadFault(
      "hpa-min-replicas",
      ("minReplicas: 2", "minReplicas: 1")
    ),
    WorkloadFault(
      "hpa-max-replicas",
      ("maxReplicas: 4", "maxReplicas: 2")
    ),
    WorkloadFault(
      "hpa-dangling-target",
      adding: """
        apiVersion: keda.sh/v1alpha1
        kind: ScaledObject
        metadata: {name: x, namespace: shop}
        ↓spec: {scaleTargetRef: {name: apo}, minReplicaCount: 2}
        """
    ),
    WorkloadFault(
      "hpa-and-static-replicas",
      ("spec:\n  strategy:\n    type", "spec:\n  ↓replicas: 3\n  strategy:\n    type")
    ),
    WorkloadFault(
      "hpa-duplicate",
      adding: """
        apiVersion: keda.sh/v1alpha1
        kind: ScaledObject
        metadata: {name: x, namespace: shop}
        ↓spec: {scaleTargetRef: {name: api}, minReplicaCount: 2, maxReplicaCount: 4}
        """
    ),
    WorkloadFault(
      "pdb-min-gt-hpa-min",
      ("maxUnavailable: 1 # of api", "minAvailable: 2 # of api")
    ),
    WorkloadFault(
      "vpa-target",
      (
        "  targetRef: {apiVersion: apps/v1, kind: Deployment, name: api}",
        "  targetRef: {apiVersion: apps/v1, kind: Deployment, name: apo}"
      )
    ),
    WorkloadFault(
      "hpa-burst-capacity",
      ("maxReplicas: 4", "maxReplicas: 8")
    ),
    WorkloadFault(
      "hpa-vpa-conflict",
      ("updateMode: \"Off\"", "updateMode: Auto")
    ),
    WorkloadFault(
      "hpa-target-without-requests",
      ("  replicas: 2\n  strategy", "  strategy"),
      ("resources:\n          limits: {memory: 1Gi", "↓resources:\n          limits: {memory: 1Gi"),
      (
        "",
        """
        ---
        apiVersion: autoscaling/v1
        kind: HorizontalPodAutoscaler
        metadata: {name: x, namespace: shop}
        spec: {scaleTargetRef: {kind: Deployment, name: worker}, minReplicas: 2, maxReplicas: 3, targetCPUUtilizationPercentage: 70}
        """
      )
    ),
    WorkloadFault(
      "hpa-container-unknown",
      ("{container: api,", "{container: apo,")
    ),
  ]
}
