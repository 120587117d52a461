import Testing

extension Faults {
  /// Controllers that keep pods running.
  static let workloads: [Fault] = [
    Fault(
      workload("Deployment", "replicas: «1|-1»"),
      "'spec.replicas' of Deployment 'web' is -1, less than 0"
    ),
    Fault(
      workload("Deployment", "revisionHistoryLimit: «1|-1»"),
      "'spec.revisionHistoryLimit' of Deployment 'web' is -1, less than 0"
    ),
    Fault(
      workload("Deployment", "progressDeadlineSeconds: «31|30»\nminReadySeconds: 30"),
      "'spec.progressDeadlineSeconds' of Deployment 'web' is 30, not more than 'minReadySeconds', 30"
    ),
    Fault(
      workload("Deployment", "minReadySeconds: «599|600»"),
      "'spec.minReadySeconds' of Deployment 'web' is 600, not less than 'progressDeadlineSeconds', 600 by default"
    ),
    Fault(
      workload("Deployment", "progressDeadlineSeconds: «1|0»"),
      "'spec.progressDeadlineSeconds' of Deployment 'web' is 0, not more than 'minReadySeconds', 0"
    ),
    Fault(
      workload("Deployment", "").replacing("matchLabels: {app: web}", with: "matchLabels: {app: «web|api»}"),
      "'spec.selector.matchLabels.app' of Deployment 'web' does not match 'spec.template.metadata.labels'"
    ),
    Fault(
      workload("Deployment", "").replacing(
        "selector: {matchLabels: {app: web}}",
        with: "selector: «{matchLabels: {app: web}}|{}»"
      ),
      "'spec.selector' of Deployment 'web' is empty"
    ),
    Fault(
      workload("Deployment", "").replacing(
        "matchLabels: {app: web}",
        with: "matchExpressions: [{key: app, operator: «Exists|DoesNotExist»}]"
      ),
      "'spec.selector.matchExpressions[0]' of Deployment 'web' does not match 'spec.template.metadata.labels'"
    ),
    Fault(
      workload("Deployment", "").replacing(
        "matchLabels: {app: web}",
        with: "matchExpressions: [{key: app, operator: In«, values: [web]|»}]"
      ),
      "'spec.selector.matchExpressions[0].values' of Deployment 'web' is missing with operator 'In'"
    ),
    Fault(
      workload("Deployment", "").replacing(
        "matchLabels: {app: web}",
        with: "matchExpressions: [{key: app, operator: Exists«|, values: [web]»}]"
      ),
      "'spec.selector.matchExpressions[0].values' of Deployment 'web' is given with operator 'Exists'"
    ),
    Fault(
      workload("Deployment", "").replacing(
        "matchLabels: {app: web}",
        with: "matchExpressions: [{key: app, operator: «Exists|Has»}]"
      ),
      "'spec.selector.matchExpressions[0].operator' of Deployment 'web' is 'Has', not one of In, NotIn, Exists, DoesNotExist"
    ),
    Fault(
      workload("Deployment", "").replacing(
        "matchLabels: {app: web}",
        with: "matchExpressions: [{key: app, operator: «In|NotIn», values: [web]}]"
      ),
      "'spec.selector.matchExpressions[0]' of Deployment 'web' does not match 'spec.template.metadata.labels'"
    ),
    Fault(
      workload("Deployment", "").replacing(
        "{labels: {app: web}}",
        with: "{labels: {app: web, \"«b|b c»\": x}}"
      ),
      "'spec.template.metadata.labels.b c' of Deployment 'web' is a key that has characters other than letters, digits, '-', '_' and '.'"
    ),
    Fault(
      workload("Deployment", "strategy: {type: Recreate«|, rollingUpdate: {maxSurge: 1}»}"),
      "'spec.strategy.rollingUpdate' of Deployment 'web' is not allowed here: the strategy is 'Recreate'"
    ),
    Fault(
      workload("Deployment", "strategy: {type: «Recreate|Replace»}"),
      "'spec.strategy.type' of Deployment 'web' is 'Replace', not one of Recreate, RollingUpdate"
    ),
    Fault(
      workload("Deployment", "strategy: {rollingUpdate: {maxSurge: 0, maxUnavailable: «1|0»}}"),
      "'spec.strategy.rollingUpdate.maxUnavailable' of Deployment 'web' is 0, and so is 'maxSurge'"
    ),
    Fault(
      workload("Deployment", "strategy: {rollingUpdate: {maxUnavailable: «100%|101%»}}"),
      "'spec.strategy.rollingUpdate.maxUnavailable' of Deployment 'web' is '101%', more than 100%"
    ),
    Fault(
      workload("Deployment", "strategy: {rollingUpdate: {maxSurge: «200%|some»}}"),
      "'spec.strategy.rollingUpdate.maxSurge' of Deployment 'web' is 'some', neither a number nor a percentage"
    ),
    Fault(
      workload("Deployment", "strategy: {rollingUpdate: {maxSurge: «1|-1»}}"),
      "'spec.strategy.rollingUpdate.maxSurge' of Deployment 'web' is -1, less than 0"
    ),
    Fault(
      workload("Deployment", "").replacing(
        "{containers: [",
        with: "{«restartPolicy: Always|restartPolicy: Never», containers: ["
      ),
      "'spec.template.spec.restartPolicy' of Deployment 'web' is 'Never' in a Deployment"
    ),
    Fault(
      workload("Deployment", "").replacing(
        "{containers: [",
        with: "{«|activeDeadlineSeconds: 5, »containers: ["
      ),
      "'spec.template.spec.activeDeadlineSeconds' of Deployment 'web' is not allowed here: pods of a Deployment run without end"
    ),
    Fault(
      workload("ReplicaSet", "").replacing(
        "matchLabels: {app: web}",
        with: "matchLabels: {app: web«|, tier: x»}"
      ),
      "'spec.selector.matchLabels.tier' of ReplicaSet 'web' does not match 'spec.template.metadata.labels'"
    ),
    Fault(
      workload("ReplicaSet", "minReadySeconds: «0|-1»"),
      "'spec.minReadySeconds' of ReplicaSet 'web' is -1, less than 0"
    ),
    Fault(
      workload("DaemonSet", "updateStrategy: {rollingUpdate: {maxSurge: 1, maxUnavailable: «0|1»}}"),
      "'spec.updateStrategy.rollingUpdate.maxSurge' of DaemonSet 'web' is 1 while 'maxUnavailable' is 1"
    ),
    Fault(
      workload("DaemonSet", "updateStrategy: {rollingUpdate: {maxUnavailable: «1|0»}}"),
      "'spec.updateStrategy.rollingUpdate.maxUnavailable' of DaemonSet 'web' is 0, and so is 'maxSurge'"
    ),
    Fault(
      workload("DaemonSet", "updateStrategy: {rollingUpdate: {maxSurge: 1«, maxUnavailable: 0|»}}"),
      "'spec.updateStrategy.rollingUpdate.maxSurge' of DaemonSet 'web' is 1 while 'maxUnavailable' is 1 by default"
    ),
    Fault(
      workload("DaemonSet", "updateStrategy: {type: «OnDelete|Never»}"),
      "'spec.updateStrategy.type' of DaemonSet 'web' is 'Never', not one of RollingUpdate, OnDelete"
    ),
    Fault(
      workload("StatefulSet", "ordinals: {start: «0|-1»}"),
      "'spec.ordinals.start' of StatefulSet 'web' is -1, less than 0"
    ),
    Fault(
      workload("StatefulSet", "serviceName: «web|Web»"),
      "'spec.serviceName' of StatefulSet 'web' is 'Web', which has upper-case letters"
    ),
    Fault(
      workload("StatefulSet", "podManagementPolicy: «Parallel|Random»"),
      "'spec.podManagementPolicy' of StatefulSet 'web' is 'Random', not one of OrderedReady, Parallel"
    ),
    Fault(
      workload("StatefulSet", "updateStrategy: {type: OnDelete«|, rollingUpdate: {partition: 1}»}"),
      "'spec.updateStrategy.rollingUpdate' of StatefulSet 'web' is not allowed here: the strategy is 'OnDelete'"
    ),
    Fault(
      workload("StatefulSet", "updateStrategy: {rollingUpdate: {partition: «0|-1»}}"),
      "'spec.updateStrategy.rollingUpdate.partition' of StatefulSet 'web' is -1, less than 0"
    ),
    Fault(
      workload("StatefulSet", "updateStrategy: {rollingUpdate: {maxUnavailable: «1|0»}}"),
      "'spec.updateStrategy.rollingUpdate.maxUnavailable' of StatefulSet 'web' is 0"
    ),
    Fault(
      workload("StatefulSet", "persistentVolumeClaimRetentionPolicy: {whenScaled: «Delete|Keep»}"),
      "'spec.persistentVolumeClaimRetentionPolicy.whenScaled' of StatefulSet 'web' is 'Keep', not one of Retain, Delete"
    ),
    Fault(
      workload(
        "StatefulSet",
        "volumeClaimTemplates:\n- metadata: {name: data}\n  spec: {accessModes: [«ReadWriteOnce|RWO»], resources: {requests: {storage: 1Gi}}}"
      ),
      "'spec.volumeClaimTemplates[0].spec.accessModes[0]' of StatefulSet 'web' is 'RWO', not one of ReadWriteOnce, ReadOnlyMany, ReadWriteMany, ReadWriteOncePod"
    ),
    Fault(
      workload(
        "StatefulSet",
        "volumeClaimTemplates:\n- metadata: {name: data}\n  spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}"
      ).replacing("image: app:1}", with: "image: app:1, volumeMounts: [{name: «data|date», mountPath: /d}]}"),
      "'spec.template.spec.containers[0].volumeMounts[0].name' of StatefulSet 'web' is 'date', which is no volume of this object"
    ),
    Fault(
      object(
        "v1",
        "ReplicationController",
        "spec:\n  selector: {app: «web|api»}\n  template: {metadata: {labels: {app: web}}, spec: {containers: [{name: a, image: a}]}}"
      ),
      "'spec.selector.app' of ReplicationController 'web' does not match 'spec.template.metadata.labels'"
    ),
    Fault(
      object(
        "argoproj.io/v1alpha1",
        "Rollout",
        "spec:\n  selector: {matchLabels: {app: «web|api»}}\n  template: {metadata: {labels: {app: web}}, spec: {containers: [{name: a, image: a}]}}"
      ),
      "'spec.selector.matchLabels.app' of Rollout 'web' does not match 'spec.template.metadata.labels'"
    ),
    Fault(
      object(
        "argoproj.io/v1alpha1",
        "Rollout",
        "spec:\n  selector: {matchLabels: {app: web}}\n  template: {metadata: {labels: {app: web}}, spec: {containers: [{name: a, image: a}]}}\n  strategy: {canary: {}«|, blueGreen: {}»}"
      ),
      "'spec.strategy.blueGreen' of Rollout 'web' is a second choice beside 'canary'"
    ),
    Fault(
      "apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Service\n  metadata: {name: «web|Web»}\n  spec: {ports: [{port: 80}]}",
      "'metadata.name' of Service 'Web' is 'Web', which has upper-case letters"
    ),
  ]
}
