/// Whether objects of a kind live in a namespace.
package enum APIScope: Sendable {
  case cluster
  case namespaced
}

/// One kind in one API version: who serves it, and where it goes.
package struct APIKind: Sendable {
  private let layer: CatalogueLayer
  /// The index of its first word.
  private let start: Int

  init(_ layer: CatalogueLayer, number: Int) {
    self.layer = layer
    start = number * CatalogueLayer.kindSize
  }

  package var kind: String { layer.string(layer.kindWord(start)) }
  package var apiVersion: String { layer.string(layer.kindWord(start + 1)) }
  private var flags: UInt32 { layer.kindWord(start + 2) }

  package var scope: APIScope { flags & 1 != 0 ? .cluster : .namespaced }
  /// Whether a CustomResourceDefinition brings it, and not the API server itself.
  package var isCustom: Bool { flags & 4 != 0 }
  /// Whether its definition has rules in CEL, which are not evaluated.
  package var hasRules: Bool { flags & 8 != 0 }

  /// Whether its API version is deprecated at a version of Kubernetes, or gone.
  ///
  /// A custom kind is deprecated by its own project, whatever the cluster.
  package func isDeprecated(at version: KubernetesVersion) -> Bool {
    let since = Int(flags >> 8 & 0xFF)
    return since != 0 && since <= version.minor
  }

  /// The version of Kubernetes that no longer serves it; nil where none is known.
  package var removal: KubernetesVersion? {
    let minor = Int(flags >> 16 & 0xFF)
    return minor == 0 ? nil : KubernetesVersion(minor: minor)
  }

  /// The API version to use instead, with the kind where that has another name; nil where there is none.
  package var replacement: String? {
    let text = layer.string(layer.kindWord(start + 3))
    return text.isEmpty ? nil : text
  }

  /// The project and release that a custom kind's facts come from, for instance `kedacore/keda v2.20.2`.
  package var project: String? {
    let text = layer.string(layer.kindWord(start + 5))
    return text.isEmpty ? nil : text
  }

  /// The type of its objects at a version of Kubernetes; nil where that does not serve it.
  package func type(at version: KubernetesVersion) -> APIType? {
    for (versions, type) in types where versions & bit(version) != 0 {
      return APIType(layer, Int(type))
    }
    return nil
  }

  /// Whether a version of Kubernetes serves it; custom kinds are taken as installed.
  package func isServed(at version: KubernetesVersion) -> Bool {
    types.contains { $0.versions & bit(version) != 0 }
  }

  /// The supported versions that serve it, oldest first.
  package var servedVersions: [KubernetesVersion] {
    let supported = KubernetesVersion.supported
    return (supported.lowerBound.minor...supported.upperBound.minor).map(KubernetesVersion.init)
      .filter(isServed)
  }

  /// The sets of versions, and the type that each has.
  private var types: [(versions: UInt32, type: UInt32)] {
    let list = Int(layer.kindWord(start + 4))
    return (0..<Int(layer.word(list))).map { number in
      (layer.word(list + 1 + 2 * number), layer.word(list + 2 + 2 * number))
    }
  }

  /// The version's bit in a set of versions; 0 outside the supported ones.
  private func bit(_ version: KubernetesVersion) -> UInt32 {
    let supported = KubernetesVersion.supported
    guard supported.contains(version) else { return 0 }
    return 1 << UInt32(version.minor - supported.lowerBound.minor)
  }

  func order(against kind: Span<UInt8>, _ apiVersion: Span<UInt8>) -> ByteOrder {
    let order = layer.order(ofString: layer.kindWord(start), against: kind)
    return order == .same ? layer.order(ofString: layer.kindWord(start + 1), against: apiVersion) : order
  }
}

extension APIKind {
  /// The API group; empty for the core group.
  package var group: String {
    apiGroup(of: apiVersion)
  }
}

/// The group of an API version: `apps` of `apps/v1`, nothing of `v1`.
func apiGroup(of apiVersion: String) -> String {
  apiVersion.utf8.firstIndex(of: UInt8(ascii: "/")).map { String(apiVersion[..<$0]) } ?? ""
}
