import Diagnostics
import Linting
import Testing
import YAMLSyntax

/// What a pod counts for, and how many of them there are.
@Suite struct AmountTests {
  @Test(arguments: [
    (
      "containers: [{name: a, resources: {requests: {cpu: 1}}}, {name: b, resources: {requests: {cpu: 500m}}}]",
      "1500m"
    ),
    // A limit is a request where none is written.
    ("containers: [{name: a, resources: {limits: {cpu: 2}}}]", "2"),
    // The default of the LimitRange.
    ("containers: [{name: a}, {name: b}]", "500m"),
    // An init container runs before the others, and needs its own.
    (
      "initContainers: [{name: i, resources: {requests: {cpu: 3}}}], containers: [{name: a, resources: {requests: {cpu: 1}}}]",
      "3"
    ),
    // A sidecar runs beside the others, and beside the init containers after it.
    (
      "initContainers: [{name: s, restartPolicy: Always, resources: {requests: {cpu: 1}}}, {name: i, resources: {requests: {cpu: 3}}}], containers: [{name: a, resources: {requests: {cpu: 1}}}]",
      "4"
    ),
    ("overhead: {cpu: 100m}, containers: [{name: a, resources: {requests: {cpu: 1}}}]", "1100m"),
    ("resources: {requests: {cpu: 7}}, containers: [{name: a, resources: {requests: {cpu: 1}}}]", "7"),
    ("containers: [{name: a, resources: {requests: {cpu: much}}}]", "250m"),
  ]) func aPodCountsAsTheSchedulerCounts(spec: String, total: String) throws {
    let rule = try #require(LintRule.all.first { $0.name == "quota-exceeded" })
    let told = findings(
      of: rule,
      in: """
        apiVersion: v1
        kind: ResourceQuota
        metadata: {name: q, namespace: n}
        spec: {hard: {requests.cpu: 1m}}
        ---
        apiVersion: v1
        kind: LimitRange
        metadata: {name: l, namespace: n}
        spec: {limits: [{type: Pod, max: {cpu: 9}}, {type: Container, defaultRequest: {cpu: 250m}, default: {cpu: 1}}]}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: d, namespace: n}
        spec: {template: {spec: {\(spec)}}}
        """
    )
    #expect(told.count == 1)
    #expect(told.first?.contains(" need \(total) at ") == true, "\(told)")
  }

  @Test(arguments: [
    ("replicas: 4", "", 4, 4, 1),
    ("", "", 1, 1, 1),
    ("replicas: 5", "", 5, 5, 2),
    ("replicas: 5, strategy: {rollingUpdate: {maxSurge: 50%}}", "", 5, 5, 3),
    ("replicas: 5, strategy: {type: Recreate}", "", 5, 5, 0),
    ("replicas: -1", "", 0, 0, 0),
    (
      "",
      "kind: HorizontalPodAutoscaler, spec: {scaleTargetRef: {kind: Deployment, name: d}, maxReplicas: 9}", 1,
      9, 1
    ),
    (
      "replicas: 3",
      "kind: HorizontalPodAutoscaler, spec: {scaleTargetRef: {kind: Deployment, name: d}, minReplicas: 2, maxReplicas: 9}",
      2, 9, 1
    ),
    ("", "kind: ScaledObject, spec: {scaleTargetRef: {name: d}}", 1, 100, 1),
    (
      "replicas: 3",
      "kind: HorizontalPodAutoscaler, spec: {scaleTargetRef: {kind: StatefulSet, name: d}, maxReplicas: 9}",
      3, 3, 1
    ),
  ]) func replicasAreThoseOfTheAutoscaler(spec: String, scaler: String, fewest: Int, most: Int, surge: Int)
    throws
  {
    let other = scaler.isEmpty ? "" : "---\n{metadata: {name: s, namespace: n}, \(scaler)}"
    let objects = set(
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: d, namespace: n}
      spec: {\(spec)}
      \(other)
      """
    )
    let workload = try #require(objects.workloads.first)
    #expect(workload.fewest == fewest)
    #expect(workload.most == most)
    #expect(workload.surge(at: workload.fewest) == surge)
  }

  @Test func aPlatformMayProvideWhatIsNamed() {
    let text = """
      apiVersion: autoscaling/v2
      kind: HorizontalPodAutoscaler
      metadata: {name: h, namespace: n}
      spec: {scaleTargetRef: {kind: Deployment, name: portal}, maxReplicas: 3}
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: d, namespace: n}
      """
    guard let rule = LintRule.all.first(where: { $0.name == "hpa-dangling-target" }) else {
      Issue.record("no such rule")
      return
    }
    #expect(findings(of: rule, in: text).count == 1)
    #expect(findings(of: rule, in: text) { $0.settings.provided["Deployment"] = ["portal"] } == [])
    // In a namespace of which no workload is known, all are defined elsewhere.
    #expect(
      findings(of: rule, in: text.replacing("{name: d, namespace: n}", with: "{name: d, namespace: m}")) == []
    )
  }

  @Test func theLeastReplicasAreASetting() {
    guard let rule = LintRule.all.first(where: { $0.name == "single-replica" }) else {
      Issue.record("no such rule")
      return
    }
    let text = "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: d}\nspec: {replicas: 2}"
    #expect(findings(of: rule, in: text) == [])
    let told = findings(of: rule, in: text) { $0.settings.leastReplicas = 3 }
    #expect(told == ["4: 'spec.replicas' of Deployment 'd' is 2, below the least of 3"])
  }

  private func set(_ text: String) -> ObjectSet {
    var sources = SourceMap(), problems = Findings()
    let id = sources.add(path: "a.yaml", owner: .tenant, bytes: Array(text.utf8))
    let nodes = parseYAML(sources[id], reporting: &problems)
    #expect(problems.all.map(\.message) == [])
    return ObjectSet(nodes)
  }
}
