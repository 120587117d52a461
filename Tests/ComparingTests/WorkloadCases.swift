private func object(_ kind: String, _ body: String, labels: String = "") -> String {
  let parts = kind.split(separator: " ")
  return """
    apiVersion: \(parts[0])
    kind: \(parts[1])
    metadata: {name: api, namespace: acme\(labels)}
    \(body)
    """
}

private func pair(_ name: String, _ kind: String, _ old: String, _ new: String, _ classes: String)
  -> FieldCase
{
  FieldCase(name, object(kind, old), object(kind, new), classes)
}

/// Kinds that hold data, run to an end, or bound what is used.
let workloadCases: [FieldCase] = [
  pair(
    "claim template",
    "apps/v1 StatefulSet",
    "spec: {volumeClaimTemplates: [{metadata: {name: data}, spec: {storageClassName: a}}]}",
    "spec: {volumeClaimTemplates: [{metadata: {name: data}, spec: {storageClassName: b}}]}",
    "data-at-risk, recreated"
  ),
  pair(
    "service name",
    "apps/v1 StatefulSet",
    "spec: {serviceName: a}",
    "spec: {serviceName: b}",
    "recreated"
  ),
  pair(
    "history",
    "apps/v1 StatefulSet",
    "spec: {revisionHistoryLimit: 1}",
    "spec: {revisionHistoryLimit: 2}",
    "other"
  ),
  pair(
    "retention",
    "apps/v1 StatefulSet",
    "spec: {persistentVolumeClaimRetentionPolicy: {whenDeleted: Retain}}",
    "spec: {persistentVolumeClaimRetentionPolicy: {whenDeleted: Delete}}",
    "data-at-risk"
  ),
  pair(
    "fewer replicas with claims",
    "apps/v1 StatefulSet",
    "spec: {replicas: 3, persistentVolumeClaimRetentionPolicy: {whenScaled: Delete}}",
    "spec: {replicas: 2, persistentVolumeClaimRetentionPolicy: {whenScaled: Delete}}",
    "data-at-risk, replicas"
  ),
  pair(
    "OnDelete",
    "apps/v1 StatefulSet",
    "spec: {updateStrategy: {type: OnDelete}, template: {spec: {priorityClassName: a}}}",
    "spec: {updateStrategy: {type: OnDelete}, template: {spec: {priorityClassName: b}}}",
    "other"
  ),
  pair("job template", "batch/v1 Job", "spec: {template: {a: b}}", "spec: {template: {a: c}}", "recreated"),
  pair(
    "job deadline",
    "batch/v1 Job",
    "spec: {activeDeadlineSeconds: 1}",
    "spec: {activeDeadlineSeconds: 2}",
    "other"
  ),
  pair("schedule", "batch/v1 CronJob", "spec: {schedule: a}", "spec: {schedule: b}", "other"),
  pair(
    "image of a CronJob",
    "batch/v1 CronJob",
    "spec: {jobTemplate: {spec: {template: {spec: {containers: [{name: a, image: a:1}]}}}}}",
    "spec: {jobTemplate: {spec: {template: {spec: {containers: [{name: a, image: a:2}]}}}}}",
    "image"
  ),
  pair(
    "claim grows",
    "v1 PersistentVolumeClaim",
    "spec: {resources: {requests: {storage: 900Mi}}}",
    "spec: {resources: {requests: {storage: 1Gi}}}",
    "capacity"
  ),
  pair(
    "claim shrinks",
    "v1 PersistentVolumeClaim",
    "spec: {resources: {requests: {storage: 1Gi}}}",
    "spec: {resources: {requests: {storage: 900Mi}}}",
    "data-at-risk, recreated"
  ),
  pair(
    "storage class",
    "v1 PersistentVolumeClaim",
    "spec: {storageClassName: a}",
    "spec: {storageClassName: b}",
    "data-at-risk, recreated"
  ),
  pair(
    "reclaim",
    "storage.k8s.io/v1 StorageClass",
    "reclaimPolicy: Retain",
    "reclaimPolicy: Delete",
    "data-at-risk, recreated"
  ),
  pair(
    "backup kept shorter",
    "velero.io/v1 Schedule",
    "spec: {template: {ttl: 720h0m0s}}",
    "spec: {template: {ttl: 72h0m0s}}",
    "data-at-risk"
  ),
  pair(
    "backup kept longer",
    "velero.io/v1 Schedule",
    "spec: {template: {ttl: 72h0m0s}}",
    "spec: {template: {ttl: 720h0m0s}}",
    "other"
  ),
  pair("priority", "scheduling.k8s.io/v1 PriorityClass", "value: 1", "value: 2", "recreated"),
  pair("description", "scheduling.k8s.io/v1 PriorityClass", "description: a", "description: b", "cosmetic"),
  pair(
    "immutable map",
    "v1 ConfigMap",
    "immutable: true\ndata: {a: b}",
    "immutable: true\ndata: {a: c}",
    "recreated"
  ),
  pair("map", "v1 ConfigMap", "data: {a: b}", "data: {a: c}", "other"),
  pair(
    "claim of a device",
    "resource.k8s.io/v1 ResourceClaimTemplate",
    "spec: {a: b}",
    "spec: {a: c}",
    "recreated"
  ),
  pair("quota", "v1 ResourceQuota", "spec: {hard: {pods: 1}}", "spec: {hard: {pods: 2}}", "capacity"),
  pair(
    "limits",
    "v1 LimitRange",
    "spec: {limits: [{type: Pod, max: {cpu: 1}}, {type: Container, max: {cpu: 1}}]}",
    "spec: {limits: [{type: Container, max: {cpu: 2}}, {type: Pod, max: {cpu: 1}}]}",
    "capacity"
  ),
  pair(
    "most",
    "autoscaling/v2 HorizontalPodAutoscaler",
    "spec: {maxReplicas: 1}",
    "spec: {maxReplicas: 2}",
    "capacity"
  ),
  pair(
    "least",
    "autoscaling/v2 HorizontalPodAutoscaler",
    "spec: {minReplicas: 1}",
    "spec: {minReplicas: 2}",
    "replicas"
  ),
  pair("API version", "batch/v1beta1 CronJob", "spec: {}", "spec: {}", "other").newer(
    "batch/v1beta1",
    "batch/v1"
  ),
  pair("label of a namespace", "v1 Namespace", "spec: {}", "spec: {finalizers: [a]}", "other"),
]

extension FieldCase {
  /// The same with another API version on the new side.
  fileprivate func newer(_ version: String, _ newVersion: String) -> FieldCase {
    FieldCase(name, old, new.replacing(version, with: newVersion), classes)
  }
}

private func callers(_ source: String, _ ports: String) -> String {
  "spec: {rules: [{from: [{source: \(source)}], to: [{operation: {ports: \(ports)}}]}]}"
}

private func policy(_ spec: String) -> String {
  "spec: {podSelector: {}, policyTypes: [Ingress], ingress: [\(spec)]}"
}

private let network = "networking.k8s.io/v1 NetworkPolicy"
private let role = "rbac.authorization.k8s.io/v1 Role"

private func ingress(_ host: String, _ path: String, _ service: String = "a") -> String {
  "spec: {rules: [{host: \(host), http: {paths: [{path: \(path), pathType: Prefix, backend: {service: {name: \(service)}}}]}}]}"
}

/// Kinds that say who may reach or do what.
let exposureCases: [FieldCase] = [
  pair("service type", "v1 Service", "spec: {type: ClusterIP}", "spec: {type: NodePort}", "exposure-widened"),
  pair(
    "load balancer",
    "v1 Service",
    "spec: {type: NodePort}",
    "spec: {type: LoadBalancer}",
    "exposure-widened"
  ),
  pair(
    "open port",
    "v1 Service",
    "spec: {type: NodePort, ports: [{name: a, port: 1}]}",
    "spec: {type: NodePort, ports: [{name: a, port: 1}, {name: b, port: 2}]}",
    "exposure-widened"
  ),
  pair(
    "inner port",
    "v1 Service",
    "spec: {ports: [{name: a, port: 1}]}",
    "spec: {ports: [{name: a, port: 1}, {name: b, port: 2}]}",
    "other"
  ),
  pair("headless", "v1 Service", "spec: {clusterIP: None}", "spec: {type: ClusterIP}", "recreated"),
  pair(
    "host",
    "networking.k8s.io/v1 Ingress",
    ingress("a", "/"),
    ingress("a", "/").replacing("rules: [", with: "rules: [{host: b, http: {paths: [{path: /}]}}, "),
    "exposure-widened"
  ),
  pair(
    "no encryption",
    "networking.k8s.io/v1 Ingress",
    "spec: {tls: [{hosts: [a]}]}",
    "spec: {}",
    "security-relaxed"
  ),
  pair(
    "host of a route",
    "gateway.networking.k8s.io/v1 HTTPRoute",
    "spec: {hostnames: [a], rules: [{backendRefs: [{name: x}]}]}",
    "spec: {hostnames: [a, b], rules: [{backendRefs: [{name: x}]}]}",
    "exposure-widened"
  ),
  pair(
    "host of a gRPC route",
    "gateway.networking.k8s.io/v1 GRPCRoute",
    "spec: {hostnames: [a], rules: [{backendRefs: [{name: x}]}]}",
    "spec: {hostnames: [a, b], rules: [{backendRefs: [{name: x}]}]}",
    "exposure-widened"
  ),
  pair(
    "one more caller in the mesh",
    "security.istio.io/v1 AuthorizationPolicy",
    callers("{principals: [a]}", "[\"1\"]"),
    callers("{principals: [a, b]}", "[\"1\"]"),
    "exposure-widened"
  ),
  pair(
    "one more port in the mesh",
    "security.istio.io/v1 AuthorizationPolicy",
    callers("{namespaces: [a]}", "[\"1\"]"),
    callers("{namespaces: [a]}", "[\"1\", \"2\"]"),
    "exposure-widened"
  ),
  pair(
    "callers without a certificate",
    "security.istio.io/v1 PeerAuthentication",
    "spec: {mtls: {mode: STRICT}}",
    "spec: {mtls: {mode: PERMISSIVE}}",
    "exposure-widened"
  ),
  pair(
    "weight of a route",
    "gateway.networking.k8s.io/v1 HTTPRoute",
    "spec: {hostnames: [a], rules: [{backendRefs: [{name: x, weight: 1}]}]}",
    "spec: {hostnames: [a], rules: [{backendRefs: [{name: x, weight: 2}]}]}",
    "other"
  ),
  pair(
    "one more peer",
    network,
    policy("{from: [{podSelector: {matchLabels: {a: b}}}]}"),
    policy("{from: [{podSelector: {matchLabels: {a: b}}}, {ipBlock: {cidr: 10.0.0.0/8}}]}"),
    "exposure-widened"
  ),
  pair(
    "one more port",
    network,
    policy("{ports: [{port: 1}]}"),
    policy("{ports: [{port: 2}, {port: 1}]}"),
    "exposure-widened"
  ),
  pair("any port", network, policy("{ports: [{port: 1}]}"), policy("{}"), "exposure-widened"),
  pair(
    "direction left open",
    network,
    "spec: {podSelector: {}, policyTypes: [Ingress, Egress]}",
    "spec: {podSelector: {}, policyTypes: [Ingress]}",
    "exposure-widened"
  ),
  pair(
    "verb",
    role,
    "rules: [{apiGroups: [\"\"], resources: [pods], verbs: [get]}]",
    "rules: [{apiGroups: [\"\"], resources: [pods], verbs: [get, delete]}]",
    "exposure-widened"
  ),
  pair(
    "resource",
    role,
    "rules: [{apiGroups: [\"\"], resources: [pods], verbs: [get]}]",
    "rules: [{apiGroups: [\"\"], resources: [pods, secrets], verbs: [get]}]",
    "exposure-widened"
  ),
  pair(
    "every verb",
    role,
    "rules: [{apiGroups: [\"\"], resources: [pods], verbs: [get]}]",
    "rules: [{apiGroups: [\"\"], resources: [pods], verbs: [\"*\"]}]",
    "exposure-widened"
  ),
  pair(
    "subject",
    "rbac.authorization.k8s.io/v1 RoleBinding",
    "subjects: [{kind: Group, name: a}]",
    "subjects: [{kind: Group, name: a}, {kind: User, name: a}]",
    "exposure-widened"
  ),
  pair(
    "role of a binding",
    "rbac.authorization.k8s.io/v1 RoleBinding",
    "roleRef: {kind: Role, name: a}",
    "roleRef: {kind: Role, name: b}",
    "recreated, exposure-widened"
  ),
  pair(
    "token of an account",
    "v1 ServiceAccount",
    "automountServiceAccountToken: false",
    "automountServiceAccountToken: true",
    "security-relaxed"
  ),
  pair(
    "admission policy that only tells",
    "admissionregistration.k8s.io/v1 ValidatingAdmissionPolicyBinding",
    "spec: {validationActions: [Deny, Audit]}",
    "spec: {validationActions: [Audit]}",
    "security-relaxed"
  ),
  pair(
    "signatures that are only told of",
    "policy.sigstore.dev/v1beta1 ClusterImagePolicy",
    "spec: {mode: enforce}",
    "spec: {mode: warn}",
    "security-relaxed"
  ),
  FieldCase(
    "a namespace whose images nobody verifies",
    object("v1 Namespace", "spec: {}", labels: ", labels: {policy.sigstore.dev/include: 'true'}"),
    object("v1 Namespace", "spec: {}", labels: ", labels: {a: b}"),
    "security-relaxed"
  ),
  FieldCase(
    "pod security",
    object("v1 Namespace", "spec: {}", labels: ", labels: {pod-security.kubernetes.io/enforce: restricted}"),
    object("v1 Namespace", "spec: {}", labels: ", labels: {pod-security.kubernetes.io/enforce: baseline}"),
    "security-relaxed"
  ),
]

/// What is as dangerous the other way round.
let otherBackend = pair(
  "another service",
  "networking.k8s.io/v1 Ingress",
  ingress("a", "/"),
  ingress("a", "/", "b"),
  "exposure-widened"
)
