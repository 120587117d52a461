// Written by Scripts/catalogue from the files in Renderers; do not edit.

extension ResourceRenderer {
  /// The value of each file in `Renderers`, in the order of their names.
  package static let all: [ResourceRenderer] = [
    .analysisTemplate,
    .clusterQueue,
    .configMap,
    .cronJob,
    .deployment,
    .externalSecret,
    .httpRoute,
    .horizontalPodAutoscaler,
    .ingress,
    .job,
    .jobSet,
    .limitRange,
    .localQueue,
    .namespace,
    .networkPolicy,
    .persistentVolumeClaim,
    .podDisruptionBudget,
    .resourceClaimTemplate,
    .resourceQuota,
    .role,
    .roleBinding,
    .rollout,
    .scaledJob,
    .scaledObject,
    .secretStore,
    .service,
    .serviceAccount,
    .statefulSet,
    .triggerAuthentication,
    .verticalPodAutoscaler,
  ]
}
