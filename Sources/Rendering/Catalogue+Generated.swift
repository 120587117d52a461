// Written by Scripts/catalogue from the files in Renderers; do not edit.

extension ResourceRenderer {
  /// The value of each file in `Renderers`, in the order of their names.
  package static let all: [ResourceRenderer] = [
    .configMap,
    .cronJob,
    .deployment,
    .externalSecret,
    .httpRoute,
    .horizontalPodAutoscaler,
    .ingress,
    .job,
    .limitRange,
    .namespace,
    .networkPolicy,
    .persistentVolumeClaim,
    .podDisruptionBudget,
    .resourceQuota,
    .role,
    .roleBinding,
    .secretStore,
    .service,
    .serviceAccount,
    .statefulSet,
    .verticalPodAutoscaler,
  ]
}
