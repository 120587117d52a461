/// What nobody acts on.
let cosmeticRules: [FieldRule] = [
  FieldRule(.cosmetic, "a label or annotation that no controller reads") { leaf in
    let isLabel = leaf.names.count == 3 && leaf.isBelow("metadata", "labels")
    let isAnnotation = leaf.names.count == 3 && leaf.isBelow("metadata", "annotations")
    guard isLabel || isAnnotation, let key = leaf.names.last else { return false }
    if descriptivePrefixes.contains(where: { key.hasPrefix($0) }) { return true }
    if functionalPrefixes.contains(where: { key.hasPrefix($0) }) { return false }
    return isLabel ? leaf.kind != "Namespace" : !kindsSetByAnnotations.contains(leaf.kind)
  },
  FieldRule(.cosmetic, "a description") { leaf in
    leaf.names.last == "description" && leaf.podNames == nil
  },
]

/// Prefixes of words about an object.
private let descriptivePrefixes = ["app.kubernetes.io/", "spai.dev/"]

/// Prefixes of words to a controller: they queue, order and keep objects.
private let functionalPrefixes = [
  "kueue.x-k8s.io/", "argocd.argoproj.io/", "kustomize.toolkit.fluxcd.io/", "helm.sh/",
  "pod-security.kubernetes.io/",
  "cert-manager.io/", "autoscaling.keda.sh/",
]

/// Kinds whose controllers take their settings from annotations: load balancers, proxies, cloud identities.
///
/// A namespace's labels are what policies and queues select it by.
private let kindsSetByAnnotations: Set<String> = [
  "Service", "ServiceAccount", "networking.k8s.io/Ingress", "gateway.networking.k8s.io/Gateway",
  "gateway.networking.k8s.io/HTTPRoute", "PersistentVolumeClaim", "storage.k8s.io/StorageClass",
  "storage.k8s.io/VolumeSnapshotClass", "Namespace", "networking.k8s.io/IngressClass",
]
