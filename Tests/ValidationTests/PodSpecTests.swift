import Diagnostics
import Testing
import Validation
import YAMLSyntax

/// Every kind that makes pods is known in one place.
@Suite struct PodSpecTests {
  private static let spec: Node = ["containers": [["name": "a", "image": "a"]]]
  private static let template: Node = ["metadata": ["labels": ["a": "b"]], "spec": spec]

  @Test(
    arguments: [
      ("v1", "Pod", spec, "spec"),
      ("apps/v1", "Deployment", ["template": template], "spec.template.spec"),
      ("apps/v1", "StatefulSet", ["template": template], "spec.template.spec"),
      ("apps/v1", "DaemonSet", ["template": template], "spec.template.spec"),
      ("apps/v1", "ReplicaSet", ["template": template], "spec.template.spec"),
      ("v1", "ReplicationController", ["template": template], "spec.template.spec"),
      ("batch/v1", "Job", ["template": template], "spec.template.spec"),
      (
        "batch/v1", "CronJob", ["jobTemplate": ["spec": ["template": template]]],
        "spec.jobTemplate.spec.template.spec"
      ),
      ("argoproj.io/v1alpha1", "Rollout", ["template": template], "spec.template.spec"),
      (
        "keda.sh/v1alpha1", "ScaledJob", ["jobTargetRef": ["template": template]],
        "spec.jobTargetRef.template.spec"
      ),
      (
        "jobset.x-k8s.io/v1alpha2", "JobSet",
        ["replicatedJobs": [["template": ["spec": ["template": template]]]]],
        "spec.replicatedJobs[0].template.spec.template.spec"
      ),
    ] as [(String, String, Node, String)]
  )
  func found(version: String, kind: String, spec: Node, path: String) throws {
    let object: Node = ["apiVersion": Node(version), "kind": Node(kind), "spec": spec]
    let pods = podSpecs(in: object)
    #expect(pods.map(\.path) == [path])
    let pod = try #require(pods.first)
    #expect(pod.spec.mapping?["containers"]?.sequence?.count == 1)
    #expect((pod.metadata != nil) == (kind != "Pod"))
  }

  @Test func podTemplate() {
    let object: Node = ["apiVersion": "v1", "kind": "PodTemplate", "template": Self.template]
    #expect(podSpecs(in: object).map(\.path) == ["template.spec"])
  }

  @Test(
    arguments: [
      ["apiVersion": "v1", "kind": "Service", "spec": ["template": template]],
      ["apiVersion": "example.com/v1", "kind": "Deployment", "spec": ["template": template]],
      ["apiVersion": "apps/v1", "kind": "Deployment", "spec": ["template": []]],
      ["kind": 5], [], "x",
    ] as [Node]
  )
  func none(object: Node) {
    #expect(podSpecs(in: object).isEmpty)
  }

  /// A rendered object has no spans of its own: what is found is told at the nearest one, or nowhere.
  @Test func placeOfRendered() throws {
    let span = Span(source: SourceID(index: 0), start: 7, end: 9)
    var spec: Node = ["replicas": -1, "selector": ["matchLabels": ["a": "b"]], "template": Self.template]
    spec.origin = .written(span)
    var object: Node = [
      "apiVersion": "apps/v1", "kind": "Deployment", "metadata": ["name": "web"], "spec": spec,
    ]
    var found = Findings()
    checkMeaning(object, reporting: &found)
    #expect(found.all.map(\.message) == ["'spec.replicas' of Deployment 'web' is -1, less than 0"])
    #expect(found.all.map { $0.primary?.span } == [span])
    spec.origin = .none
    object = ["apiVersion": "apps/v1", "kind": "Deployment", "metadata": ["name": "web"], "spec": spec]
    var unplaced = Findings()
    checkMeaning(object, reporting: &unplaced)
    #expect(unplaced.all.map(\.primary) == [nil])
  }

  @Test func relatedPlaceAndHelp() throws {
    var sources = SourceMap(), found = Findings()
    let text = container("resources: {requests: {cpu: 2}, limits: {cpu: 1}}")
    let id = sources.add(path: "object.yaml", owner: .tenant, bytes: Array(text.utf8))
    for document in parseYAML(sources[id], reporting: &found) { checkMeaning(document, reporting: &found) }
    let finding = try #require(found.all.first)
    #expect(finding.code == .apiQuantity)
    #expect(finding.severity == .error)
    #expect(finding.related.map(\.message) == ["'spec.containers[0].resources.limits.cpu' is 1"])
    #expect(finding.help == "Lower it, or raise 'spec.containers[0].resources.limits.cpu'.")
  }
}
