/// A minor version of Kubernetes, such as 1.33: kinds and fields change with no smaller step.
package struct KubernetesVersion: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let minor: Int

  package init(minor: Int) {
    self.minor = minor
  }

  /// Reads `1.33`, `v1.33.2`, and what providers append, as in `1.33.2-gke.100` or `v1.33.2+k3s1`.
  package init?(parsing text: String) {
    let core = text.prefix { $0 != "-" && $0 != "+" }
    let parts = (core.hasPrefix("v") ? core.dropFirst() : core).split(
      separator: ".",
      omittingEmptySubsequences: false
    )
    let numbers = parts.compactMap { part in
      part.utf8.count <= 4 && part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil
    }
    guard numbers.count == parts.count, (2...3).contains(numbers.count), numbers[0] == 1 else { return nil }
    minor = numbers[1]
  }

  /// The versions whose kinds the compiler knows.
  package static var supported: ClosedRange<KubernetesVersion> {
    let embedded = EmbeddedCatalogue.bytes
    return KubernetesVersion(minor: embedded.firstMinor)...KubernetesVersion(minor: embedded.lastMinor)
  }

  package var description: String {
    "1.\(minor)"
  }

  package static func < (left: KubernetesVersion, right: KubernetesVersion) -> Bool {
    left.minor < right.minor
  }
}
