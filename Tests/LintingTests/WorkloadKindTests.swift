import Diagnostics
import Linting
import Testing

/// A fault of a pod or a container is told at its path, whatever makes the pod.
@Suite struct WorkloadKindTests {
  struct Kind: CustomTestStringConvertible, Sendable {
    let name: String
    /// What stands before the pod's metadata and spec, the last line with the indentation of those below it.
    let head: String
    /// The path of the pod.
    let path: String
    var testDescription: String { name }

    init(_ name: String, _ apiVersion: String, _ keys: String...) {
      self.name = name
      var head = "apiVersion: \(apiVersion)\nkind: \(name)\n"
      if !keys.isEmpty { head += "metadata: {name: api}\n" }
      var indentation = ""
      for key in keys {
        head += "\(indentation)\(key):\n"
        indentation += "  "
        if key == "replicatedJobs" {
          head += "\(indentation)- name: a\n"
          indentation += "  "
        }
      }
      self.head = head
      path = keys.map { $0 == "replicatedJobs" ? "replicatedJobs[0]." : "\($0)." }.joined()
    }
  }

  static let kinds = [
    Kind("Pod", "v1"), Kind("PodTemplate", "v1", "template"),
    Kind("ReplicationController", "v1", "spec", "template"),
    Kind("Deployment", "apps/v1", "spec", "template"),
    Kind("ReplicaSet", "apps/v1", "spec", "template"), Kind("StatefulSet", "apps/v1", "spec", "template"),
    Kind("DaemonSet", "apps/v1", "spec", "template"), Kind("Job", "batch/v1", "spec", "template"),
    Kind("CronJob", "batch/v1", "spec", "jobTemplate", "spec", "template"),
    Kind("Rollout", "argoproj.io/v1alpha1", "spec", "template"),
    Kind("ScaledJob", "keda.sh/v1alpha1", "spec", "jobTargetRef", "template"),
    Kind("JobSet", "jobset.x-k8s.io/v1alpha2", "spec", "replicatedJobs", "template", "spec", "template"),
  ]

  /// The rules about pods and containers, each with the pods of its examples.
  static let cases = LintRule.all.flatMap { rule -> [(LintRule, Example)] in
    let groups: [LintRule.Group] = [.podSecurity, .images, .secrets]
    guard groups.contains(rule.group) else { return [] }
    return rule.examples.filter { $0.text.contains("\n  template:\n") }.map { (rule, $0) }
  }

  @Test(arguments: kinds) func theFaultIsToldAtItsPath(kind: Kind) {
    #expect(Self.cases.count > 60)
    for (rule, example) in Self.cases {
      let expected = paths(of: rule, example, in: example.wrong)
      #expect(expected.count == 1, "\(rule.name)")
      let below = expected.map { $0.replacing("spec.template.", with: "", maxReplacements: 1) }
      let wanted = below.map { kind.path + $0 }
      #expect(paths(of: rule, example, in: kind.manifest(of: example.wrong)) == wanted, "\(rule.name)")
      #expect(paths(of: rule, example, in: kind.manifest(of: example.right)) == [], "\(rule.name)")
    }
  }

  @Test(arguments: kinds) func theFaultOfAnInitContainerIsToldAtItsPath(kind: Kind) {
    for (rule, example) in Self.cases {
      func asInit(_ text: String) -> String {
        text.replacing("\n      containers:\n", with: "\n      initContainers:\n")
      }
      let below = paths(of: rule, example, in: example.wrong).map {
        $0.replacing("spec.template.", with: "", maxReplacements: 1)
          .replacing("spec.containers[", with: "spec.initContainers[")
      }
      let wanted = below.map { kind.path + $0 }
      #expect(
        paths(of: rule, example, in: kind.manifest(of: asInit(example.wrong))) == wanted,
        "\(rule.name)"
      )
    }
  }

  /// Three containers with one fault are three findings where it is theirs, and one where it is the pod's.
  @Test func aFaultOfThePodIsOneFault() throws {
    let rule = try #require(LintRule.all.first { $0.name == "run-as-user-zero" })
    func told(_ pod: String, _ container: String) -> Int {
      findings(
        of: rule,
        in: """
          apiVersion: v1
          kind: Pod
          metadata: {name: api}
          spec:
            securityContext: {\(pod)}
            containers: [{name: a, \(container)}, {name: b, \(container)}, {name: c, \(container)}]
          """
      ).count
    }
    #expect(told("runAsUser: 0", "tty: false") == 1)
    #expect(told("runAsUser: 1", "securityContext: {runAsUser: 0}") == 3)
    #expect(told("runAsUser: 0", "securityContext: {runAsUser: 10001}") == 0)
  }

  private func paths(of rule: LintRule, _ example: Example, in text: String) -> [String] {
    var configuration = LintConfiguration()
    for other in LintRule.all { configuration.switches[other.name] = other.name == rule.name }
    configuration.settings = example.settings
    guard let nodes = try? nodes(in: text) else { return ["not YAML:\n\(text)"] }
    return lint(ObjectSet(nodes), configuration).map(\.path)
  }
}

extension WorkloadKindTests.Kind {
  /// The pod template of a Deployment as this kind has it.
  func manifest(of deployment: String) -> String {
    let lines = deployment.split(separator: "\n", omittingEmptySubsequences: false)
    guard let template = lines.firstIndex(of: "  template:") else { return deployment }
    let depth = head.split(separator: "\n").last.map { $0.prefix { $0 == " " || $0 == "-" }.count + 2 } ?? 0
    let indentation = String(repeating: " ", count: name == "Pod" ? 0 : depth)
    var body = lines[(template + 1)...].map { indentation + $0.dropFirst(4) }
    if name == "Pod" {
      if let metadata = body.firstIndex(of: "metadata:") {
        body.insert("  name: api", at: metadata + 1)
      } else {
        body.insert("metadata: {name: api}", at: 0)
      }
    }
    return head + body.joined(separator: "\n")
  }
}
