import Diagnostics
import Testing
import Validation
import YAMLSyntax

/// Each fault is told once, in its words and at its line; the object next to it is right.
@Suite struct FaultTests {
  @Test(arguments: Faults.all) func told(fault: Fault) {
    #expect(findings(in: fault.right) == [])
    #expect(findings(in: fault.wrong) == ["\(fault.line): \(fault.message)"])
  }

  @Test func everyClassOfFaultIsMet() {
    var codes: Set<String> = []
    for fault in Faults.all {
      var sources = SourceMap(), found = Findings()
      let id = sources.add(path: "object.yaml", owner: .tenant, bytes: Array(fault.wrong.utf8))
      for node in parseYAML(sources[id], reporting: &found) { checkMeaning(node, reporting: &found) }
      codes.formUnion(found.all.map(\.code.id))
    }
    #expect(
      codes.sorted() == [
        "SPAI1701", "SPAI1702", "SPAI1703", "SPAI1704", "SPAI1705", "SPAI1706", "SPAI1707", "SPAI1708",
        "SPAI1709",
        "SPAI1710", "SPAI1711", "SPAI1712", "SPAI1713", "SPAI1714", "SPAI1715", "SPAI1716", "SPAI1717",
      ]
    )
  }

  @Test func enough() {
    #expect(Faults.all.count >= 100)
    #expect(Set(Faults.all.map(\.text)).count == Faults.all.count)
  }
}

/// The tables of faults.
enum Faults {
  static let all: [Fault] = [
    metadata, workloads, jobs, pods, containers, volumes, networks, policies, data, routes,
  ].flatMap(\.self)
}
