import Comparing
import Testing

@Suite struct ClassTests {
  @Test(arguments: podCases + workloadCases + exposureCases + twoWayCases + [otherBackend])
  func isClassified(_ fieldCase: FieldCase) throws {
    let changes = compare(try objects(fieldCase.old), try objects(fieldCase.new))
    let classes = changes.map { $0.classes.map(\.name).joined(separator: ", ") }
    #expect(classes == [fieldCase.classes], "\(lines(of: changes))")
  }

  /// What only comes nearer to safety is no danger.
  @Test(arguments: (podCases + exposureCases).filter { !$0.classes.contains("recreated") })
  func theWayBackIsNoDanger(_ fieldCase: FieldCase) throws {
    let changes = compare(try objects(fieldCase.new), try objects(fieldCase.old))
    #expect(!changes.isEmpty)
    let classes = Set(changes.flatMap(\.classes))
    #expect(classes.isDisjoint(with: [.exposureWidened, .securityRelaxed]), "\(lines(of: changes))")
  }

  @Test(arguments: podCases + workloadCases + exposureCases) func sameIsNoChange(_ fieldCase: FieldCase)
    throws
  {
    #expect(try review(fieldCase.old, fieldCase.old) == [])
    #expect(try review(fieldCase.new, fieldCase.new) == [])
  }

  @Test func classesAreOrderedByDanger() {
    #expect(ChangeClass.allCases == ChangeClass.allCases.sorted())
    #expect(ChangeClass.allCases.first == .dataAtRisk)
    #expect(Set(ChangeClass.allCases.map(\.name)).count == ChangeClass.allCases.count)
  }
}
