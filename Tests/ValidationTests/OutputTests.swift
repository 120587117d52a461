import Diagnostics
import SpaiGen
import TestSupport
import Testing
import Validation
import YAMLSyntax

/// The compiled sample of the repository: all of it is right, and no change of it may trap.
@Suite struct OutputTests {
  @Test func nothingIsFound() throws {
    let objects = try compiledObjects()
    #expect(objects.count > 1000)
    for object in objects {
      var findings = Findings()
      checkMeaning(object.node, reporting: &findings)
      #expect(findings.all.map { "\(object.path): \($0.message)" } == [])
    }
  }

  /// Values of any other type in any place: whatever is found, nothing traps.
  @Test func anyShapeIsTolerated() throws {
    var random = SplitMix64(seed: seed)
    let objects = try compiledObjects()
    var count = 0
    for _ in 0..<4000 {
      guard let object = objects.randomElement(using: &random) else { return }
      var node = object.node
      for _ in 0...Int.random(in: 0..<4, using: &random) { mutate(&node, using: &random) }
      var findings = Findings()
      checkMeaning(node, reporting: &findings)
      count += findings.all.count
      #expect(podSpecs(in: node).count < 100)
    }
    #expect(count > 0, "seed \(seed)")
  }

  /// Any value in any known place: what an object could be if it were all wrong.
  @Test func anyValueIsTolerated() throws {
    var random = SplitMix64(seed: seed)
    for fault in Faults.all {
      var sources = SourceMap(), findings = Findings()
      let id = sources.add(path: "object.yaml", owner: .tenant, bytes: Array(fault.wrong.utf8))
      for document in parseYAML(sources[id], reporting: &findings) {
        for _ in 0..<40 {
          var node = document
          for _ in 0...Int.random(in: 0..<4, using: &random) { mutate(&node, using: &random) }
          checkMeaning(node, reporting: &findings)
        }
      }
      #expect(findings.all.allSatisfy { !$0.message.isEmpty && $0.primary != nil }, "seed \(seed)")
    }
  }

  private func compiledObjects() throws -> [(path: String, node: Node)] {
    let root = String(#filePath.dropLast("/Tests/ValidationTests/OutputTests.swift".utf8.count))
    let folder = Folder(root)
    var sources = SourceMap(), findings = Findings()
    var objects: [(String, Node)] = []
    for path in try folder.files(below: "out") where path.hasSuffix(".yaml") {
      let bytes = try #require(try folder.read("out/\(path)"))
      let id = sources.add(path: path, owner: .tenant, bytes: bytes)
      objects += parseYAML(sources[id], reporting: &findings).map { (path, $0) }
    }
    #expect(findings.all.isEmpty)
    return objects
  }

  /// Replaces one value somewhere, but never the kind, without which there is nothing to check.
  private func mutate(_ node: inout Node, using random: inout SplitMix64) {
    switch node.content {
    case .mapping(var mapping):
      guard let index = mapping.entries.indices.randomElement(using: &random),
        !["kind", "apiVersion"].contains(mapping.entries[index].key)
      else { return }
      if Int.random(in: 0..<8, using: &random) == 0 {
        mapping.entries.append(Mapping.Entry(mapping.entries[index].key + "2", anyNode(using: &random)))
      }
      mutate(&mapping.entries[index].value, using: &random)
      node.content = .mapping(mapping)
    case .sequence(var nodes):
      guard let index = nodes.indices.randomElement(using: &random) else {
        node = anyNode(using: &random)
        return
      }
      if Int.random(in: 0..<4, using: &random) == 0 { nodes.append(nodes[index]) }
      mutate(&nodes[index], using: &random)
      node.content = .sequence(nodes)
    case .scalar:
      node = anyNode(using: &random)
    }
    if Int.random(in: 0..<10, using: &random) == 0 { node = anyNode(using: &random) }
  }

  private func anyNode(using random: inout SplitMix64) -> Node {
    let texts = [
      "", "%", "9999999999999999999999%", "-", "/", "..", "a|b", "\u{0}", "😀", "0", "-1", "1e99", "0x", "*",
      "*.", "@every ",
      "1-", "-1-", "3-1,", "['", "metadata.labels['", "metadata.labels[']", "limits.", "::", "::/129",
      "1.2.3.4/", "h", "1h-",
      String(repeating: "x", count: 300),
    ]
    let numbers = ["0", "-1", "9223372036854775807", "-9223372036854775808", "99999999999999999999", "65536"]
    switch Int.random(in: 0..<8, using: &random) {
    case 0: return Node(texts.randomElement(using: &random) ?? "")
    case 1: return Node(.scalar(Scalar(numbers.randomElement(using: &random) ?? "0", type: .integer)))
    case 2: return Node(.scalar(Scalar("1.5", type: .float)))
    case 3: return Node(true)
    case 4: return Node(.scalar(Scalar("null", type: .null)))
    case 5: return []
    case 6: return ["a", 1, ["name": "x"]]
    default: return ["name": 5, "key": ["a"], "type": "Localhost"]
    }
  }
}
