import Diagnostics
import Linting
import TestSupport
import Testing
import YAMLSyntax

/// Rules read whatever a schema has refused, or would: no shape stops them.
@Suite struct MalformedShapeTests {
  static let texts = LintRule.all.flatMap { rule in rule.examples.map { (name: rule.name, text: $0.wrong) } }

  @Test func noShapeStopsTheRules() {
    var random = SplitMix64(seed: seed)
    var configuration = LintConfiguration()
    configuration.profile = .all
    for (name, text) in Self.texts {
      var sources = SourceMap(), problems = Findings()
      let id = sources.add(path: "a.yaml", owner: .tenant, bytes: Array(text.utf8))
      let nodes = parseYAML(sources[id], reporting: &problems)
      for _ in 0..<20 {
        let broken = nodes.map { changed($0, &random) }
        let homeless = lint(ObjectSet(broken), configuration).filter { $0.diagnostic.primary == nil }
        #expect(homeless.map(\.diagnostic.message) == [], "\(name), SPAI_SEED=\(seed)")
      }
    }
  }

  /// The node with one value in twelve replaced by another of any shape.
  private func changed(_ node: Node, _ random: inout SplitMix64) -> Node {
    var node = node
    if Int.random(in: 0..<12, using: &random) == 0, let shape = Self.shapes.randomElement(using: &random) {
      node.content = shape
      return node
    }
    switch node.content {
    case .scalar: break
    case .sequence(let nodes):
      node.content = .sequence(nodes.map { changed($0, &random) })
    case .mapping(var mapping):
      for index in mapping.entries.indices {
        mapping.entries[index].value = changed(mapping.entries[index].value, &random)
      }
      node.content = .mapping(mapping)
    }
    return node
  }

  private static let shapes: [Node.Content] = [
    .scalar(Scalar("", type: .null)),
    .scalar(Scalar("", type: .string)),
    .scalar(Scalar("true", type: .boolean)),
    .scalar(Scalar("0", type: .integer)),
    .scalar(Scalar("-1", type: .integer)),
    .scalar(Scalar("9223372036854775807", type: .integer)),
    .scalar(Scalar("-9223372036854775808", type: .integer)),
    .scalar(Scalar("9223372036854775807%", type: .string)),
    .scalar(Scalar("-100%", type: .string)),
    .scalar(Scalar("9E", type: .string)),
    .scalar(Scalar("9223372036854775807", type: .string)),
    .scalar(Scalar("-5Gi", type: .string)),
    .scalar(Scalar("1.5", type: .float)),
    .scalar(Scalar("/", type: .string)),
    .sequence([]),
    .sequence([Node("a"), Node(.mapping(Mapping()))]),
    .mapping(Mapping()),
    .mapping(Mapping([Mapping.Entry("a", Node("b"))])),
  ]
}
