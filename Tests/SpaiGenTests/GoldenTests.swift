import Glibc
import SpaiGen
import Testing

@Suite struct GoldenTests {
  @Test(arguments: Golden.all) func builds(golden: Golden) async throws {
    let (findings, output) = try await golden.build()
    if getenv("UPDATE_GOLDENS") != nil {
      try golden.update(["findings": findings, "output": output])
    }
    #expect(golden.expected("findings") != nil || golden.expected("output") != nil)
    if let expected = golden.expected("findings") { #expect(findings == expected) }
    if let expected = golden.expected("output") { #expect(output == expected) }
  }

  /// A new code needs a test that names it: a golden, or a test of its own.
  @Test func everyCodeIsTested() throws {
    let repository = Folder(Project.repository)
    func text(below folder: String, suffix: String) throws -> String {
      try repository.files(below: folder).filter { $0.hasSuffix(suffix) }
        .map { String(decoding: try repository.read("\(folder)/\($0)") ?? [], as: UTF8.self) }
        .joined(separator: "\n")
    }
    let codes = try text(below: "Sources", suffix: ".swift").matches(
      of: /Code\("(SPAI\d+)", "([a-z0-9-]+)"\)/
    )
    let tests =
      try text(below: "Tests", suffix: ".swift") + text(below: "Tests/Goldens/cases", suffix: ".txt")
    let untested = codes.filter {
      !tests.contains($0.1) && !tests.contains(" \($0.2): ") && !tests.contains("\"\($0.2)\"")
    }
    #expect(Set(untested.map { String($0.1) }).sorted() == [])
    #expect(Set(codes.map { "\($0.1) \($0.2)" }) == Set(CodeExplanation.all.map { "\($0.id) \($0.name)" }))
    let list = Set(codes.map { "\($0.1) \($0.2)\n" }).sorted().joined()
    if getenv("UPDATE_GOLDENS") != nil { try repository.write(Array(list.utf8), to: "Docs/codes.txt") }
    let committed = String(decoding: try repository.read("Docs/codes.txt") ?? [], as: UTF8.self)
    #expect(list == committed, "run the tests with UPDATE_GOLDENS=1")
    #expect(Set(codes.map { String($0.1) }).count == Set(codes.map { String($0.2) }).count)
  }
}
