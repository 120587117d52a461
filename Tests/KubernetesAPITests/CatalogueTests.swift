import KubernetesAPI
import Testing

@Suite struct CatalogueTests {
  private let catalogue = APICatalogue.embedded

  @Test(arguments: [
    ("1.33", 33), ("v1.25", 25), ("v1.33.2", 33), ("1.30.4-gke.100", 30), ("v1.31.2+k3s1", 31), ("1.99", 99),
  ]) func versions(text: String, minor: Int) {
    #expect(KubernetesVersion(parsing: text)?.minor == minor)
  }

  @Test(arguments: ["", "1", "1.", "2.0", "1.x", "1.33.x", "1.33.1.1", "-1.33", "1.-3", "1.99999", " 1.33"])
  func noVersions(text: String) {
    #expect(KubernetesVersion(parsing: text) == nil)
  }

  @Test func supportedVersions() {
    #expect(KubernetesVersion.supported.lowerBound == KubernetesVersion(minor: 25))
    #expect(KubernetesVersion.supported.upperBound >= KubernetesVersion(minor: 37))
  }

  @Test(arguments: [
    ("Deployment", "apps/v1", APIScope.namespaced), ("Namespace", "v1", .cluster), ("Pod", "v1", .namespaced),
    ("ClusterRole", "rbac.authorization.k8s.io/v1", .cluster),
    ("ExternalSecret", "external-secrets.io/v1", .namespaced),
    ("ClusterSecretStore", "external-secrets.io/v1", .cluster),
  ]) func scopes(kind: String, apiVersion: String, scope: APIScope) {
    #expect(catalogue.scope(of: kind, in: apiVersion) == scope)
  }

  /// Every kind is found by its own name, so that the search and the order of the bytes agree.
  @Test func everyKindIsFound() {
    let kinds = catalogue.kinds
    #expect(kinds.count > 500)
    for kind in kinds {
      #expect(catalogue.kind(kind.kind, in: kind.apiVersion)?.apiVersion == kind.apiVersion)
      #expect(catalogue.kind(kind.kind + "x", in: kind.apiVersion) == nil)
    }
  }

  @Test(arguments: [
    ("CronJob", "batch/v1", 25...37), ("HorizontalPodAutoscaler", "autoscaling/v2beta2", 25...25),
    ("FlowSchema", "flowcontrol.apiserver.k8s.io/v1beta3", 26...31),
    ("ResourceClaim", "resource.k8s.io/v1", 34...37),
    ("ExternalSecret", "external-secrets.io/v1", 25...37),
  ]) func servedVersions(kind: String, apiVersion: String, minors: ClosedRange<Int>) {
    #expect(catalogue.kind(kind, in: apiVersion)?.servedVersions.map(\.minor) == Array(minors))
  }

  @Test func keysOfLists() throws {
    let version = KubernetesVersion(minor: 33)
    let pod = ["spec", "template", "spec"]
    let containers = try #require(
      catalogue.type(of: pod + ["containers"], in: "Deployment", "apps/v1", at: version)
    )
    #expect(containers.listKeys == ["name"])
    #expect(containers.mergeKey == "name")
    let ports = try #require(containers.descendant(["ports"]))
    #expect(ports.listKeys == ["containerPort", "protocol"])
    #expect(ports.listType == .tolerantMap)
    #expect(ports.mergeKey == "containerPort")
    #expect(ports.descendant(["protocol"])?.defaultText == "TCP")
    let args = try #require(containers.descendant(["args"]))
    #expect(args.listKeys.isEmpty && args.mergeKey == nil)
    #expect(catalogue.type(of: ["spec", "nothing"], in: "Deployment", "apps/v1", at: version) == nil)
  }

  /// Before 1.30 the published schemas name few keys; they were the same.
  @Test func keysOfListsInOldVersions() {
    let path = ["spec", "template", "spec", "containers"]
    let old = catalogue.type(of: path, in: "Deployment", "apps/v1", at: KubernetesVersion(minor: 25))
    #expect(old?.listKeys == ["name"])
  }

  @Test func orderOfFields() {
    let type = catalogue.type(of: [], in: "Deployment", "apps/v1", at: KubernetesVersion(minor: 33))
    #expect(type?.fieldOrder == ["apiVersion", "kind", "metadata", "spec", "status"])
  }

  @Test func fieldsThatCameLater() {
    let path = ["spec", "trafficDistribution"]
    #expect(catalogue.type(of: path, in: "Service", "v1", at: KubernetesVersion(minor: 29)) == nil)
    #expect(catalogue.type(of: path, in: "Service", "v1", at: KubernetesVersion(minor: 30)) != nil)
  }

  @Test func typeThatHoldsItself() {
    var path = ["spec", "versions", "schema", "openAPIV3Schema"]
    for _ in 0..<20 { path += ["properties", "anything"] }
    let type = catalogue.type(
      of: path + ["maxLength"],
      in: "CustomResourceDefinition",
      "apiextensions.k8s.io/v1",
      at: KubernetesVersion(minor: 30)
    )
    #expect(type?.shape == .integer)
  }

  /// The whole catalogue can be walked: every reference is inside, and every type has a shape.
  @Test func everyTypeCanBeRead() {
    var count = 0
    func walk(_ type: APIType, _ depth: Int) {
      count += 1
      guard depth < 6 else { return }
      #expect(type.shape != .array || type.element != nil)
      for field in type.fields { walk(field.type, depth + 1) }
      if let element = type.element { walk(element, depth + 1) }
    }
    for kind in catalogue.kinds {
      for version in [kind.servedVersions.first, kind.servedVersions.last].compactMap({ $0 }) {
        kind.type(at: version).map { walk($0, 0) }
      }
    }
    #expect(count > 50_000)
  }
}
