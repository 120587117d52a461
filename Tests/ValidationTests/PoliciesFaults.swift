import Testing

extension Faults {
  /// Scalers, budgets, quotas and roles.
  static let policies: [Fault] = [
    Fault(
      scaler("minReplicas: «2|3»\nmaxReplicas: 2"),
      "'spec.minReplicas' of HorizontalPodAutoscaler 'web' is 3, more than 'maxReplicas', 2"
    ),
    Fault(
      scaler("maxReplicas: «1|0»"),
      "'spec.maxReplicas' of HorizontalPodAutoscaler 'web' is 0, less than 1"
    ),
    Fault(
      scaler("minReplicas: «1|0»\nmaxReplicas: 2"),
      "'spec.minReplicas' of HorizontalPodAutoscaler 'web' is 0 without an object or external metric"
    ),
    Fault(
      scaler(
        "minReplicas: 0\nmaxReplicas: 2\nmetrics: [{type: External, external: {metric: {name: a}, target: {type: Value, value: «1|0»}}}]"
      ),
      "'spec.metrics[0].external.target.value' of HorizontalPodAutoscaler 'web' is 0"
    ),
    Fault(
      scaler(
        "maxReplicas: 2\nmetrics: [{type: «Resource|Custom», resource: {name: cpu, target: {type: Utilization, averageUtilization: 50}}}]"
      ),
      "'spec.metrics[0].type' of HorizontalPodAutoscaler 'web' is 'Custom', not one of Resource, ContainerResource, Pods, Object, External"
    ),
    Fault(
      scaler(
        "maxReplicas: 2\nmetrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: «50|0»}}}]"
      ),
      "'spec.metrics[0].resource.target.averageUtilization' of HorizontalPodAutoscaler 'web' is 0, less than 1"
    ),
    Fault(
      scaler(
        "maxReplicas: 2\nmetrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 50«|, averageValue: 1»}}}]"
      ),
      "'spec.metrics[0].resource.target.averageValue' of HorizontalPodAutoscaler 'web' is a second choice beside 'averageUtilization'"
    ),
    Fault(
      scaler(
        "maxReplicas: 2\nmetrics: [{type: Resource, resource: {name: cpu, ↓target: {type: Utilization«, averageUtilization: 50|»}}}]"
      ),
      "'spec.metrics[0].resource.target' of HorizontalPodAutoscaler 'web' has no value"
    ),
    Fault(
      scaler(
        "maxReplicas: 2\nmetrics: [{type: Resource, resource: {name: cpu, target: {type: «Utilization|Percent», averageUtilization: 50}}}]"
      ),
      "'spec.metrics[0].resource.target.type' of HorizontalPodAutoscaler 'web' is 'Percent', not one of Utilization, Value, AverageValue"
    ),
    Fault(
      scaler(
        "maxReplicas: 2\nmetrics: [↓{type: «Resource|Pods», resource: {name: cpu, target: {type: Utilization, averageUtilization: 50}}}]"
      ),
      "'spec.metrics[0].pods' of HorizontalPodAutoscaler 'web' is missing"
    ),
    Fault(
      scaler(
        "maxReplicas: 2\nmetrics: [{type: ContainerResource, containerResource: {name: cpu, container: «a|''», target: {type: Utilization, averageUtilization: 50}}}]"
      ),
      "'spec.metrics[0].containerResource.container' of HorizontalPodAutoscaler 'web' is empty"
    ),
    Fault(
      scaler("maxReplicas: 2\nbehavior: {scaleDown: {stabilizationWindowSeconds: «3600|3601»}}"),
      "'spec.behavior.scaleDown.stabilizationWindowSeconds' of HorizontalPodAutoscaler 'web' is 3601, not between 0 and 3600"
    ),
    Fault(
      scaler(
        "maxReplicas: 2\nbehavior: {scaleDown: {policies: [{type: Pods, value: 1, periodSeconds: «1800|1801»}]}}"
      ),
      "'spec.behavior.scaleDown.policies[0].periodSeconds' of HorizontalPodAutoscaler 'web' is 1801, not between 1 and 1800"
    ),
    Fault(
      scaler(
        "maxReplicas: 2\nbehavior: {scaleDown: {policies: [{type: Pods, value: «1|0», periodSeconds: 1}]}}"
      ),
      "'spec.behavior.scaleDown.policies[0].value' of HorizontalPodAutoscaler 'web' is 0, less than 1"
    ),
    Fault(
      scaler(
        "maxReplicas: 2\nbehavior: {scaleDown: {policies: [{type: «Pods|Pod», value: 1, periodSeconds: 1}]}}"
      ),
      "'spec.behavior.scaleDown.policies[0].type' of HorizontalPodAutoscaler 'web' is 'Pod', not one of Pods, Percent"
    ),
    Fault(
      scaler(
        "maxReplicas: 2\nbehavior: {scaleUp: {policies: [«{type: Pods, value: 1, periodSeconds: 1}|»]}}"
      ),
      "'spec.behavior.scaleUp.policies' of HorizontalPodAutoscaler 'web' has no policies"
    ),
    Fault(
      scaler("maxReplicas: 2\nbehavior: {scaleUp: {selectPolicy: «Max|Most»}}"),
      "'spec.behavior.scaleUp.selectPolicy' of HorizontalPodAutoscaler 'web' is 'Most', not one of Max, Min, Disabled"
    ),
    Fault(
      scaler("maxReplicas: 2").replacing("name: a}", with: "name: «a|a/b»}"),
      "'spec.scaleTargetRef.name' of HorizontalPodAutoscaler 'web' is 'a/b', which has '/' or '%' in it"
    ),
    Fault(
      budget("minAvailable: 1\n«unhealthyPodEvictionPolicy: AlwaysAllow|maxUnavailable: 1»"),
      "'spec.maxUnavailable' of PodDisruptionBudget 'web' is a second choice beside 'minAvailable'"
    ),
    Fault(
      budget("minAvailable: «100%|101%»"),
      "'spec.minAvailable' of PodDisruptionBudget 'web' is '101%', more than 100%"
    ),
    Fault(
      budget("maxUnavailable: «1|-1»"),
      "'spec.maxUnavailable' of PodDisruptionBudget 'web' is -1, less than 0"
    ),
    Fault(
      budget("maxUnavailable: «1|one»"),
      "'spec.maxUnavailable' of PodDisruptionBudget 'web' is 'one', neither a number nor a percentage"
    ),
    Fault(
      budget("unhealthyPodEvictionPolicy: «AlwaysAllow|Allow»"),
      "'spec.unhealthyPodEvictionPolicy' of PodDisruptionBudget 'web' is 'Allow', not one of IfHealthyBudget, AlwaysAllow"
    ),
    Fault(
      budget("selector: {matchExpressions: [{key: a, operator: NotIn, values: [«b|»]}]}"),
      "'spec.selector.matchExpressions[0].values' of PodDisruptionBudget 'web' is empty with operator 'NotIn'"
    ),
    Fault(
      object("v1", "ResourceQuota", "spec: {hard: {«requests.cpu|request.cpu»: 1}}"),
      "'spec.hard[request.cpu]' of ResourceQuota 'web' is no resource of a quota"
    ),
    Fault(
      object("v1", "ResourceQuota", "spec: {hard: {pods: «1|500m»}}"),
      "'spec.hard.pods' of ResourceQuota 'web' is '500m', not a whole number"
    ),
    Fault(
      object("v1", "ResourceQuota", "spec: {hard: {requests.example.com/gpu: «1|-1»}}"),
      "'spec.hard[requests.example.com/gpu]' of ResourceQuota 'web' is -1, less than 0"
    ),
    Fault(
      object(
        "v1",
        "ResourceQuota",
        "spec: {scopes: [BestEffort, «Terminating|NotBestEffort»], hard: {pods: 1}}"
      ),
      "'spec.scopes[1]' of ResourceQuota 'web' is 'NotBestEffort' beside 'BestEffort'"
    ),
    Fault(
      object("v1", "ResourceQuota", "spec: {scopes: [«Terminating|Ending»], hard: {pods: 1}}"),
      "'spec.scopes[0]' of ResourceQuota 'web' is 'Ending', not one of Terminating, NotTerminating, BestEffort, NotBestEffort, PriorityClass, CrossNamespacePodAffinity, VolumeAttributesClass"
    ),
    Fault(
      object("v1", "ResourceQuota", "spec: {scopes: [BestEffort], hard: {«pods|limits.cpu»: 1}}"),
      "'spec.hard[limits.cpu]' of ResourceQuota 'web' is in a quota of scope 'BestEffort'"
    ),
    Fault(
      object(
        "v1",
        "ResourceQuota",
        "spec: {scopeSelector: {matchExpressions: [{scopeName: Terminating, operator: «Exists|DoesNotExist»}]}, hard: {pods: 1}}"
      ),
      "'spec.scopeSelector.matchExpressions[0].operator' of ResourceQuota 'web' is 'DoesNotExist' for the scope 'Terminating'"
    ),
    Fault(
      object(
        "v1",
        "ResourceQuota",
        "spec: {scopeSelector: {matchExpressions: [{scopeName: PriorityClass, operator: In, values: [«a|»]}]}, hard: {pods: 1}}"
      ),
      "'spec.scopeSelector.matchExpressions[0].values' of ResourceQuota 'web' is empty with operator 'In'"
    ),
    Fault(
      object("v1", "LimitRange", "spec: {limits: [{type: Container, default: {cpu: «2|3»}, max: {cpu: 2}}]}"),
      "'spec.limits[0].default.cpu' of LimitRange 'web' is 3, more than 'spec.limits[0].max.cpu', 2"
    ),
    Fault(
      object(
        "v1",
        "LimitRange",
        "spec: {limits: [{type: Container, min: {cpu: «1|2»}, defaultRequest: {cpu: 1}}]}"
      ),
      "'spec.limits[0].min.cpu' of LimitRange 'web' is 2, more than 'spec.limits[0].defaultRequest.cpu', 1"
    ),
    Fault(
      object(
        "v1",
        "LimitRange",
        "spec: {limits: [{type: Container, defaultRequest: {cpu: «1|2»}, default: {cpu: 1}}]}"
      ),
      "'spec.limits[0].defaultRequest.cpu' of LimitRange 'web' is 2, more than 'spec.limits[0].default.cpu', 1"
    ),
    Fault(
      object("v1", "LimitRange", "spec: {limits: [{type: «Container|Box», max: {cpu: 1}}]}"),
      "'spec.limits[0].type' of LimitRange 'web' is 'Box', not one of Container, Pod, PersistentVolumeClaim"
    ),
    Fault(
      object("v1", "LimitRange", "spec: {limits: [{type: Container}, {type: «Pod|Container»}]}"),
      "'spec.limits[1].type' of LimitRange 'web' repeats 'Container' of 'spec.limits[0].type'"
    ),
    Fault(
      object("v1", "LimitRange", "spec: {limits: [{type: «Container|Pod», ↓default: {cpu: 1}}]}"),
      "'spec.limits[0].default' of LimitRange 'web' is not allowed here: the type is 'Pod'"
    ),
    Fault(
      object("v1", "LimitRange", "spec: {limits: [↓{type: PersistentVolumeClaim, max: {«storage|cpu»: 1}}]}"),
      "'spec.limits[0]' of LimitRange 'web' bounds no storage"
    ),
    Fault(
      object(
        "v1",
        "LimitRange",
        "spec: {limits: [{type: Container, maxLimitRequestRatio: {cpu: «1|500m»}}]}"
      ),
      "'spec.limits[0].maxLimitRequestRatio.cpu' of LimitRange 'web' is '500m', less than 1"
    ),
    Fault(
      object("scheduling.k8s.io/v1", "PriorityClass", "value: «1000000000|1000000001»"),
      "'value' of PriorityClass 'web' is 1000000001, more than 1000000000"
    ),
    Fault(
      object("scheduling.k8s.io/v1", "PriorityClass", "value: 1\npreemptionPolicy: «Never|Maybe»"),
      "'preemptionPolicy' of PriorityClass 'web' is 'Maybe', not one of PreemptLowerPriority, Never"
    ),
    Fault(
      role("Role", "{verbs: [«get|»], apiGroups: [''], resources: [pods]}"),
      "'rules[0].verbs' of Role 'web' has no verbs"
    ),
    Fault(
      role("Role", "{verbs: [get], apiGroups: [«''|»], resources: [pods]}"),
      "'rules[0].apiGroups' of Role 'web' is empty"
    ),
    Fault(
      role("Role", "{verbs: [get], apiGroups: [''], resources: [«pods|»]}"),
      "'rules[0].resources' of Role 'web' is empty"
    ),
    Fault(
      role("«Cluster|»Role", "{verbs: [get], ↓nonResourceURLs: [/metrics]}"),
      "'rules[0].nonResourceURLs' of Role 'web' is not allowed here: only a ClusterRole is about URLs"
    ),
    Fault(
      role("ClusterRole", "{verbs: [get], nonResourceURLs: [/metrics]«|, resources: [pods]»}"),
      "'rules[0].resources' of ClusterRole 'web' is given beside 'nonResourceURLs'"
    ),
    Fault(
      binding("RoleBinding", "roleRef: {apiGroup: rbac.authorization.k8s.io, kind: «Role|Pole», name: a}"),
      "'roleRef.kind' of RoleBinding 'web' is 'Pole', not one of Role, ClusterRole"
    ),
    Fault(
      binding(
        "ClusterRoleBinding",
        "roleRef: {apiGroup: rbac.authorization.k8s.io, kind: «ClusterRole|Role», name: a}"
      ),
      "'roleRef.kind' of ClusterRoleBinding 'web' is 'Role', not ClusterRole"
    ),
    Fault(
      binding("RoleBinding", "roleRef: {apiGroup: «rbac.authorization.k8s.io|v1», kind: Role, name: a}"),
      "'roleRef.apiGroup' of RoleBinding 'web' is 'v1', not rbac.authorization.k8s.io"
    ),
    Fault(
      binding("RoleBinding", "roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: «a|a/b»}"),
      "'roleRef.name' of RoleBinding 'web' is 'a/b', which has '/' or '%' in it"
    ),
    Fault(
      binding(
        "RoleBinding",
        "roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: a}\nsubjects: [{kind: «User|Team», name: a}]"
      ),
      "'subjects[0].kind' of RoleBinding 'web' is 'Team', not one of ServiceAccount, User, Group"
    ),
    Fault(
      binding(
        "RoleBinding",
        "roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: a}\nsubjects: [{kind: «User|ServiceAccount», name: a, ↓apiGroup: rbac.authorization.k8s.io}]"
      ),
      "'subjects[0].apiGroup' of RoleBinding 'web' is 'rbac.authorization.k8s.io' for a ServiceAccount"
    ),
    Fault(
      binding(
        "ClusterRoleBinding",
        "roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: a}\nsubjects: [{↓kind: ServiceAccount, name: a«, namespace: b|»}]"
      ),
      "'subjects[0].namespace' of ClusterRoleBinding 'web' is missing"
    ),
    Fault(
      binding(
        "RoleBinding",
        "roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: a}\nsubjects: [{kind: User, name: «a b|''»}]"
      ),
      "'subjects[0].name' of RoleBinding 'web' is empty"
    ),
    Fault(
      binding(
        "RoleBinding",
        "roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: a}\nsubjects: [{kind: User, apiGroup: «rbac.authorization.k8s.io|a», name: b}]"
      ),
      "'subjects[0].apiGroup' of RoleBinding 'web' is 'a', not rbac.authorization.k8s.io"
    ),
    Fault(
      object(
        "autoscaling.k8s.io/v1",
        "VerticalPodAutoscaler",
        "spec: {resourcePolicy: {containerPolicies: [{containerName: a, minAllowed: {cpu: «1|2»}, maxAllowed: {cpu: 1}}]}}"
      ),
      "'spec.resourcePolicy.containerPolicies[0].minAllowed.cpu' of VerticalPodAutoscaler 'web' is 2, more than 'spec.resourcePolicy.containerPolicies[0].maxAllowed.cpu', 1"
    ),
    Fault(
      object(
        "keda.sh/v1alpha1",
        "ScaledObject",
        "spec: {scaleTargetRef: {name: a}, minReplicaCount: «1|3», maxReplicaCount: 2}"
      ),
      "'spec.minReplicaCount' of ScaledObject 'web' is 3, more than 'maxReplicaCount', 2"
    ),
    Fault(
      object("node.k8s.io/v1", "RuntimeClass", "handler: «runsc|Run.sc»"),
      "'handler' of RuntimeClass 'web' is 'Run.sc', which has upper-case letters"
    ),
  ]
}

private func scaler(_ lines: String) -> String {
  let spec = "spec:\n  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: a}\n"
  return object(
    "autoscaling/v2",
    "HorizontalPodAutoscaler",
    spec + lines.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n")
  )
}

private func budget(_ lines: String) -> String {
  object(
    "policy/v1",
    "PodDisruptionBudget",
    "spec:\n" + lines.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n")
  )
}

private func role(_ kind: String, _ rule: String) -> String {
  object("rbac.authorization.k8s.io/v1", kind, "rules:\n- \(rule)")
}

private func binding(_ kind: String, _ lines: String) -> String {
  object("rbac.authorization.k8s.io/v1", kind, lines)
}
