import Testing

/// Each fault is told once, in its words and at its line; the object next to it is right.
@Suite struct FaultTests {
  @Test(arguments: Faults.all) func told(fault: Fault) {
    #expect(findings(in: fault.right) == [])
    #expect(findings(in: fault.wrong) == ["\(fault.line): \(fault.message)"])
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
