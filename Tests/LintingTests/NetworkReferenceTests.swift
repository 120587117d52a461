import Diagnostics
import Linting
import Testing
import YAMLSyntax

/// Rules about networks, access, references, tenants and routes on one set of objects that fit each other.
@Suite struct NetworkReferenceTests {
  /// One change of the consistent set, and the rule that must tell of it.
  struct Fault: CustomTestStringConvertible, Sendable {
    let right: String
    let wrong: String
    let rule: String
    var testDescription: String { "\(rule): \(wrong)" }

    init(_ right: String, _ wrong: String, _ rule: String) {
      (self.right, self.wrong, self.rule) = (right, wrong, rule)
    }
  }

  static let groups: Set<LintRule.Group> = [.networking, .accessControl, .references, .tenancy, .ingress]

  /// The names of the rules that say something about a text, each with its line.
  static func told(_ text: String, _ change: (inout LintConfiguration) -> Void = { _ in }) -> [String] {
    var sources = SourceMap(), problems = Findings()
    let id = sources.add(path: "a.yaml", owner: .tenant, bytes: Array(text.utf8))
    let nodes = parseYAML(sources[id], reporting: &problems)
    guard problems.errorCount == 0 else { return problems.all.map(\.message) }
    var configuration = LintConfiguration()
    configuration.profile = .strict
    for rule in LintRule.all where !groups.contains(rule.group) { configuration.switches[rule.name] = false }
    change(&configuration)
    let table = LineTable(sources[id].bytes)
    return lint(ObjectSet(nodes), configuration).map { finding in
      let line = finding.diagnostic.primary.map { table.position(of: $0.span.start).line } ?? 0
      return "\(finding.diagnostic.code.name) at \(line)"
    }
  }

  @Test func nothingIsSaidOfObjectsThatFit() {
    #expect(Self.told(consistentSet) == [])
  }

  @Test(arguments: faults) func aFaultIsToldOnce(fault: Fault) throws {
    let parts = consistentSet.split(separator: fault.right, maxSplits: 2, omittingEmptySubsequences: false)
    try #require(parts.count == 2, "'\(fault.right)' must be there once, not \(parts.count - 1) times")
    let told = Self.told(consistentSet.replacing(fault.right, with: fault.wrong))
    #expect(told.map { String($0.prefix { $0 != " " }) } == [fault.rule], "\(told)")
  }

  // MARK: What is defined elsewhere

  /// A pod that names a thing of each kind that a platform provides, alone.
  static let alone = """
    apiVersion: v1
    kind: Pod
    metadata: {name: api, namespace: a}
    spec:
      runtimeClassName: gvisor
      priorityClassName: high
      serviceAccountName: api
      automountServiceAccountToken: false
      imagePullSecrets: [{name: registry}]
      volumes:
      - {name: a, configMap: {name: settings}}
      - {name: b, secret: {secretName: keys}}
      - {name: c, persistentVolumeClaim: {claimName: data}}
      - {name: d, configMap: {name: maybe, optional: true}}
      - {name: e, configMap: {name: kube-root-ca.crt}}

    """

  @Test func whatIsDefinedElsewhereIsNoMistake() {
    #expect(Self.told(Self.alone) == ["netpol-missing-for-pod at 2"])
    let notes = Self.told(Self.alone) {
      for rule in LintRule.all { $0.switches[rule.name] = rule.name == "undeclared-reference" }
    }
    #expect(notes == [6, 5, 7, 9, 11, 12, 13].map { "undeclared-reference at \($0)" })
  }

  @Test func theCatalogueTellsMistakesFromWhatThePlatformProvides() {
    let provided: [String: Set<String>] = [
      "RuntimeClass": ["gvisor"], "PriorityClass": ["low"], "Secret": ["a/registry", "b/keys"],
      "ConfigMap": ["settings"],
    ]
    let told = Self.told(Self.alone) { $0.settings.provided = provided }
    #expect(told == ["netpol-missing-for-pod at 2", "priority-class-missing at 6", "secret-missing at 12"])
  }

  @Test func nothingIsMissingOfAKindThatOthersMake() {
    let told = Self.told(Self.alone) {
      $0.settings.provided = ["PriorityClass": ["low"], "Secret": ["b/keys"]]
      $0.settings.madeElsewhere = ["Secret"]
    }
    #expect(told == ["netpol-missing-for-pod at 2", "priority-class-missing at 6"])
  }

  @Test func objectsOfOtherNamespacesAreNotAtHand() {
    let elsewhere = """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: settings, namespace: b}
      ---

      """
    #expect(
      Self.told(elsewhere + Self.alone).map { $0.prefix { $0 != " " } } == [
        "configmap-missing", "netpol-missing-for-pod",
      ]
    )
    let unknown = elsewhere + Self.alone.replacing("kind: Pod", with: "kind: Other")
    #expect(Self.told(unknown) == [])
  }

  @Test(arguments: [
    ("", "shop.example.com", ["tenant-route-collision"]), ("canary: \"true\"", "shop.example.com", []),
    ("", "other.example.com", []),
  ]) func oneHostBelongsToOneTenant(annotation: String, host: String, rules: [String]) {
    let annotations = annotation.isEmpty ? "{}" : "{nginx.ingress.kubernetes.io/\(annotation)}"
    let ingress = """
      ---
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata: {name: other, namespace: elsewhere, annotations: \(annotations)}
      spec:
        ingressClassName: inner
        tls: [{}]
        rules: [{host: \(host), http: {paths: [{path: /}]}}]

      """
    #expect(Self.told(consistentSet + ingress).map { String($0.prefix { $0 != " " }) } == rules)
  }

  /// Objects come in the order of files: what is there first must not matter.
  @Test(arguments: faults) func theOrderOfObjectsDoesNotMatter(fault: Fault) {
    let faulty = consistentSet.replacing(fault.right, with: fault.wrong)
    let backwards = faulty.split(separator: "---\n").reversed().joined(separator: "---\n")
    #expect(Self.told(backwards).map { String($0.prefix { $0 != " " }) } == [fault.rule])
  }

  /// Rules meet foreign manifests: whatever has another shape than expected reads as absent.
  @Test(arguments: ["7", "[{}]", "{x: [y]}", "null"])
  func otherShapesAreTolerated(value: String) {
    for line in Set(consistentSet.split(separator: "\n")) where line.contains(": ") {
      let key = line.prefix { $0 != ":" }
      guard !key.contains("{"), !key.hasSuffix("kind"), !key.hasSuffix("apiVersion") else { continue }
      _ = Self.told(consistentSet.replacing(line, with: "\(key): \(value)")) { $0.profile = .all }
    }
  }
}
