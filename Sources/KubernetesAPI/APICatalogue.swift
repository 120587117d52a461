/// Which kinds there are, in which versions of Kubernetes, and what their objects look like.
///
/// A value over bytes that are part of the binary: making one costs nothing, and a look-up reads only what it needs.
package struct APICatalogue: Sendable {
  /// The embedded definitions, then those of the user; later ones win.
  private var layers: [CatalogueLayer]

  /// What the compiler knows by itself.
  package static let embedded = APICatalogue(layers: [.embedded(EmbeddedCatalogue.bytes)])

  /// What tells the embedded definitions of two binaries apart.
  package static var embeddedDigest: String { EmbeddedCatalogue.bytes.digest }

  private init(layers: [CatalogueLayer]) {
    self.layers = layers
  }

  func adding(_ made: MadeCatalogue) -> APICatalogue {
    APICatalogue(layers: layers + [.made(made)])
  }

  /// A kind in an API version; nil where neither is known together.
  ///
  /// Where the user defines a kind of a group, only the versions of that definition exist.
  package func kind(_ kind: String, in apiVersion: String) -> APIKind? {
    for layer in layers.reversed() {
      if let found = find(kind, apiVersion, in: layer) { return found }
      if case .made = layer, defines(kind, apiGroup(of: apiVersion), in: layer) { return nil }
    }
    return nil
  }

  /// Whether objects of a kind live in a namespace; nil for an unknown kind.
  package func scope(of kind: String, in apiVersion: String) -> APIScope? {
    self.kind(kind, in: apiVersion)?.scope
  }

  /// Whether a version of Kubernetes serves a kind.
  package func isServed(_ kind: String, in apiVersion: String, at version: KubernetesVersion) -> Bool {
    self.kind(kind, in: apiVersion)?.isServed(at: version) ?? false
  }

  /// The type at a path of fields below a kind, for instance `["spec", "template", "spec", "containers"]`.
  package func type(
    of path: [String],
    in kind: String,
    _ apiVersion: String,
    at version: KubernetesVersion
  ) -> APIType? {
    let root = self.kind(kind, in: apiVersion)?.type(at: version)
    guard let first = path.first, let type = root?.typeOfField(first), type.shape == .objectMetadata else {
      return root?.descendant(path)
    }
    return objectMeta(at: version)?.descendant(Array(path.dropFirst()))
  }

  /// Every kind in every API version, the embedded ones first, each sorted by kind and API version.
  package var kinds: [APIKind] {
    layers.flatMap { layer in (0..<layer.kindCount).map { APIKind(layer, number: $0) } }
  }

  /// The type of `metadata`, which is the same in all kinds of a version.
  func objectMeta(at version: KubernetesVersion) -> APIType? {
    kind("ConfigMap", in: "v1")?.type(at: version)?.field("metadata")?.type
  }

  private func defines(_ kind: String, _ group: String, in layer: CatalogueLayer) -> Bool {
    (0..<layer.kindCount).contains { number in
      layer.order(ofString: layer.kindWord(number * CatalogueLayer.kindSize), against: kind.utf8Span.span)
        == .same
        && APIKind(layer, number: number).group == group
    }
  }

  private func find(_ kind: String, _ apiVersion: String, in layer: CatalogueLayer) -> APIKind? {
    let kindBytes = kind.utf8Span.span
    let versionBytes = apiVersion.utf8Span.span
    var low = 0
    var high = layer.kindCount
    while low < high {
      let middle = (low + high) / 2
      let candidate = APIKind(layer, number: middle)
      switch candidate.order(against: kindBytes, versionBytes) {
      case .before: low = middle + 1
      case .same: return candidate
      case .after: high = middle
      }
    }
    return nil
  }
}
