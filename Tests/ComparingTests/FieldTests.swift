import Comparing
import Testing

/// Which fields are told, by which path.
@Suite struct FieldTests {
  private func paths(_ old: String, _ new: String) throws -> [String] {
    func object(_ spec: String) -> String {
      "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec: {template: {spec: \(spec)}}"
    }
    return try review(object(old), object(new)).dropFirst().map {
      String($0.dropFirst("  spec.template.spec.".count).prefix { $0 != "(" }.dropLast())
    }
  }

  @Test func thingsArePairedByName() throws {
    #expect(
      try paths(
        "{containers: [{name: a, image: x, env: [{name: A, value: b}]}, {name: b}]}",
        "{containers: [{name: a, image: y, env: [{name: B, value: b}, {name: A, value: c}]}, {name: b}]}"
      ) == [
        "containers[a].image: x -> y",
        "containers[a].env[B]: - -> {name: \"B\", value: \"b\"}",
        "containers[a].env[A].value: b -> c",
      ]
    )
  }

  @Test func otherListsByContent() throws {
    #expect(
      try paths(
        "{imagePullSecrets: [{name: a}], hosts: [a, b], things: [{x: 1}, {x: 2}]}",
        "{imagePullSecrets: [{name: b}], hosts: [b, c], things: [{x: 2}, {x: 3}]}"
      ) == [
        "imagePullSecrets[b]: - -> {name: \"b\"}", "imagePullSecrets[a]: {name: \"a\"} -> -",
        "hosts[c]: - -> c", "hosts[a]: a -> -",
        "things[1].x: 1 -> 3",
      ]
    )
  }

  @Test func orderIsADifference() throws {
    #expect(
      try paths("{initContainers: [{name: a}, {name: b}]}", "{initContainers: [{name: b}, {name: a}]}") == [
        "initContainers: [\"a\", \"b\"] -> [\"b\", \"a\"]"
      ]
    )
  }

  @Test func nullIsAbsentAndStyleIsNothing() throws {
    #expect(try paths("{a: null, b: \"x\", c: {}}", "{b: x, c: {}}") == [])
    #expect(try paths("{b: \"1\"}", "{b: 1}") == ["b: \"1\" -> 1"])
    #expect(try paths("{b: {}}", "{}") == ["b: {} -> -"])
  }

  @Test func keysWithDotsAreBracketed() throws {
    #expect(
      try paths("{nodeSelector: {a.b/c: x}}", "{nodeSelector: {a.b/c: y}}") == ["nodeSelector[a.b/c]: x -> y"]
    )
  }

  @Test func aRuleThatBecomesNarrowerShowsWhatWent() throws {
    func policy(_ ports: String) -> String {
      """
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: a}
      spec: {ingress: [{from: [{podSelector: {matchLabels: {app: b}}}], ports: [\(ports)]}]}
      """
    }
    #expect(
      try review(policy("{port: 80}, {port: 443, protocol: UDP}"), policy("{port: 80}")) == [
        "changed NetworkPolicy a: other",
        "  spec.ingress[from pods app=b UDP 443]: allowed -> - (other)",
      ]
    )
  }

  /// A range within one that was allowed is no new peer; one beyond it is.
  @Test(arguments: [
    ("10.0.0.0/8", "10.1.0.0/16", false), ("10.1.0.0/16", "10.0.0.0/8", true),
    ("\"::/0\"", "\"fd00::/8\"", false),
    ("10.0.0.0/8, except: [10.1.0.0/16]", "10.1.0.0/16", true),
    ("0.0.0.0/0", "10.0.0.0/8, except: [10.1.0.0/16]", false),
  ]) func rangesCoverRanges(old: String, new: String, widens: Bool) throws {
    func policy(_ block: String) -> String {
      """
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: a}
      spec: {egress: [{to: [{ipBlock: {cidr: \(block)}}]}]}
      """
    }
    let line = try review(policy(old), policy(new))[0]
    #expect(line == "changed NetworkPolicy a: \(widens ? "exposure-widened" : "other")")
  }

  @Test func everyVerdictHasAReason() throws {
    let changes = compare(try objects(podCases[0].old), try objects(podCases[0].new))
    let reasons = changes.flatMap(\.fields).flatMap(\.verdicts).map(\.reason)
    #expect(reasons.count == 2)
    #expect(reasons.allSatisfy { !$0.isEmpty && !$0.hasSuffix(".") })
  }
}
