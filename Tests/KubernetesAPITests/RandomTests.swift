import Diagnostics
import KubernetesAPI
import TestSupport
import Testing
import YAMLSyntax

@Suite struct RandomTests {
  /// Whatever stands in an object, the check ends, stays in the text, and speaks as all findings do.
  @Test func anythingAnywhere() throws {
    var generator = SplitMix64(seed: seed)
    let manifests = try Manifests.all()
    for _ in 0..<2000 {
      let bytes = try #require(manifests.randomElement(using: &generator)).bytes
      let node = try #require(try documents(bytes).first)
      let changed = change(node, &generator)
      let minor = Int.random(in: 25...37, using: &generator)
      for finding in structureFindings(changed, minor: minor) {
        #expect(!finding.message.hasSuffix(".") && !finding.message.contains("\n"), "seed \(seed)")
        #expect(finding.help.map { $0.hasSuffix(".") || $0.hasSuffix("?") } ?? true, "seed \(seed)")
        #expect(finding.primary.map { Int($0.span.end) <= bytes.count } ?? true, "seed \(seed)")
      }
    }
  }

  /// The tree with one value somewhere replaced.
  private func change(_ node: Node, _ generator: inout SplitMix64) -> Node {
    switch node.content {
    case .mapping(var mapping) where !mapping.entries.isEmpty && Int.random(in: 0..<6, using: &generator) > 0:
      let index = Int.random(in: 0..<mapping.entries.count, using: &generator)
      mapping.entries[index].value = change(mapping.entries[index].value, &generator)
      return Node(.mapping(mapping), origin: node.origin)
    case .sequence(var nodes) where !nodes.isEmpty && Int.random(in: 0..<6, using: &generator) > 0:
      let index = Int.random(in: 0..<nodes.count, using: &generator)
      nodes[index] = change(nodes[index], &generator)
      return Node(.sequence(nodes), origin: node.origin)
    default: return random(3, &generator)
    }
  }

  private func random(_ depth: Int, _ generator: inout SplitMix64) -> Node {
    let words = [
      "", "name", "spec", "é\u{0}", "a\nb", "9223372036854775808", "-1", "1e400", "null", "metadata",
    ]
    let text = words.randomElement(using: &generator) ?? ""
    switch Int.random(in: 0..<(depth > 0 ? 8 : 6), using: &generator) {
    case 0: return Node(.scalar(Scalar("null", type: .null)))
    case 1: return Node(Bool.random(using: &generator))
    case 2: return Node(Int.random(in: .min ... .max, using: &generator))
    case 3:
      return Node(
        .scalar(
          Scalar([".nan", "-.inf", "1.5", "1e400"].randomElement(using: &generator) ?? "", type: .float)
        )
      )
    case 4:
      return Node(
        .scalar(
          Scalar(
            ["0o17", "0xFFFFFFFFFFFFFFFFFF", "007"].randomElement(using: &generator) ?? "",
            type: .integer
          )
        )
      )
    case 5: return Node(text)
    case 6: return Node(.sequence((0..<3).map { _ in random(depth - 1, &generator) }))
    default: return Node(.mapping(Mapping([Mapping.Entry(text, random(depth - 1, &generator))])))
    }
  }
}
