package import Validation

/// How a cluster tells one object from another, whatever its version.
package struct ObjectKey: Hashable, Sendable {
  package let group: String
  package let kind: String
  /// Empty for what belongs to no namespace.
  package let namespace: String
  package let name: String

  package init(group: String, kind: String, namespace: String, name: String) {
    self.group = group
    self.kind = kind
    self.namespace = namespace
    self.name = name
  }

  package init(_ object: APIObject) {
    self.init(
      group: object.group,
      kind: object.kind,
      namespace: scope(ofKind: object.kind, in: object.namespace),
      name: object.name
    )
  }

  /// The key for those who write a kind and no group.
  var withoutGroup: ObjectKey { ObjectKey(group: "", kind: kind, namespace: namespace, name: name) }
}

/// The namespace in which an object of a kind is looked for: an object without one lands in 'default'.
package func scope(ofKind kind: String, in namespace: String?) -> String {
  clusterScoped.contains(kind) ? "" : namespace ?? "default"
}

/// The kinds that rules know and that belong to no namespace.
private let clusterScoped: Set<String> = [
  "AdmissionCheck", "APIService", "ClusterExternalSecret", "ClusterIssuer", "ClusterPolicy", "ClusterQueue",
  "ClusterRole", "ClusterRoleBinding", "ClusterSecretStore", "ClusterTriggerAuthentication", "Cohort",
  "CSIDriver", "CSINode", "CustomResourceDefinition", "DeviceClass", "GatewayClass", "IngressClass",
  "IngressClassParameters", "MutatingWebhookConfiguration", "Namespace", "Node", "PersistentVolume",
  "PriorityClass", "PriorityLevelConfiguration", "FlowSchema", "ResourceFlavor", "ResourceSlice",
  "RuntimeClass",
  "StorageClass", "Topology", "ValidatingAdmissionPolicy", "ValidatingAdmissionPolicyBinding",
  "ValidatingWebhookConfiguration", "VolumeAttributesClass", "VolumeSnapshotClass", "WorkloadPriorityClass",
]
