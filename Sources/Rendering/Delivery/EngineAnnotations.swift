internal import Diagnostics
internal import Kubernetes
internal import Specification
internal import YAMLSyntax

/// The wave of what must be there before the rest; the rest is in wave 0, which is not written.
func firstWave(_ origin: Origin) -> (String, Node) {
  ("argocd.argoproj.io/sync-wave", Node("-1", origin: origin))
}

/// Keeps Argo CD from deleting an object, whatever happens to its file or its application.
func keptByArgoCD(_ origin: Origin) -> (String, Node) {
  ("argocd.argoproj.io/sync-options", Node("Prune=false,Delete=false", origin: origin))
}

/// Keeps Flux from deleting an object.
func keptByFlux(_ origin: Origin) -> (String, Node) {
  ("kustomize.toolkit.fluxcd.io/prune", Node("disabled", origin: origin))
}

/// The kinds that hold data, everything of a tenant, or make its backups; claims of StatefulSets are not ours to
/// annotate, and no engine knows them.
private let keptKinds = [
  "/Namespace", "/PersistentVolumeClaim", "velero.io/Schedule", "postgresql.cnpg.io/Cluster",
  "postgresql.cnpg.io/Database",
]

extension KubernetesObject {
  /// The object with what the engines of the platform read from its annotations.
  func annotated(for delivery: Delivery, wave: (String, Node)?) -> KubernetesObject {
    var annotations = wave.map { [$0] } ?? []
    if let argoCD = delivery.argoCD {
      if ApplyOrder(ofKind: kind.lowercased()).isBound {
        annotations.append(firstWave(argoCD.origin))
      }
      if isKept { annotations.append(keptByArgoCD(argoCD.origin)) }
    }
    if let flux = delivery.flux, isKept {
      annotations.append(keptByFlux(flux.origin))
    }
    var object = self
    object.annotate(annotations)
    return object
  }

  private var isKept: Bool { keptKinds.contains("\(group)/\(kind)") }

  /// Adds annotations; what an author wrote under the same key stays.
  private mutating func annotate(_ annotations: [(String, Node)]) {
    guard !annotations.isEmpty, var metadata = root.mapping?["metadata"]?.mapping else { return }
    var entries = metadata["annotations"]?.mapping?.entries ?? []
    for (key, value) in annotations where !entries.contains(where: { $0.key == key }) {
      entries.append(Mapping.Entry(key, value))
    }
    entries.sort { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    let node = Node(.mapping(Mapping(entries)))
    if let index = metadata.entries.firstIndex(where: { $0.key == "annotations" }) {
      metadata.entries[index].value.content = node.content
    } else {
      let labels = metadata.entries.firstIndex { $0.key == "labels" }
      metadata.entries.insert(
        Mapping.Entry("annotations", node),
        at: labels.map { $0 + 1 } ?? metadata.entries.endIndex
      )
    }
    guard case .mapping(var mapping) = root.content,
      let index = mapping.entries.firstIndex(where: { $0.key == "metadata" })
    else { return }
    mapping.entries[index].value.content = .mapping(metadata)
    root.content = .mapping(mapping)
  }
}
