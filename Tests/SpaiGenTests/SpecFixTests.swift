import Diagnostics
import Glibc
import SpaiGen
import Testing

/// `lint --fix` changes what is certain, tells it, and leaves every other byte.
@Suite struct SpecFixTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let title: String
    let wrong: String
    let right: String
    let safe: Bool
    var testDescription: String { title }

    init(_ title: String, _ wrong: String, _ right: String, safe: Bool) {
      (self.title, self.wrong, self.right, self.safe) = (title, wrong, right, safe)
    }
  }

  static let cases = [
    Case(
      "removes the allowance",
      "  # spai:allow privileged-container -- it was, once\n  api: {}\n",
      "  api: {}\n",
      safe: true
    ),
    Case(
      "removes the allowance",
      "  api: {} # spai:allow privileged-container -- it was, once\n",
      "  api: {}\n",
      safe: true
    ),
    Case(
      "removes the allowance",
      "  api: {}   # why\r\n  # spai:allow host-pid -- gone",
      "  api: {}   # why\r\n",
      safe: true
    ),
    Case(
      "puts 2024 in quotes",
      "  api: {image: {name: 2024}} # kept\n",
      "  api: {image: {name: \"2024\"}} # kept\n",
      safe: true
    ),
    Case(
      "removes the allowance",
      "  api: {} # spai:allow host-pid until=2026-01-01 -- a while\n",
      "  api: {}\n",
      safe: false
    ),
    Case(
      "writes 'replicas' for 'replcas'",
      "  api: {replcas: {minimum: 3}} # three\n",
      "  api: {replicas: {minimum: 3}} # three\n",
      safe: false
    ),
    Case(
      "writes 'recreate' for 'recrate'",
      "  api: {rollout: {strategy: recrate}}\n",
      "  api: {rollout: {strategy: recreate}}\n",
      safe: false
    ),
    Case("writes 'api' for 'apii'", "  web: {template: apii}\n", "  web: {template: api}\n", safe: false),
  ]

  /// The small platform on disk, its tenant with other services.
  private func project(_ services: String) throws -> Project {
    let project = try Project(empty: true)
    for (path, bytes) in try Golden.base().files { try project.write(bytes, to: path) }
    try project.edit("tenants/acme.yaml", "  api: {}\n", services)
    return project
  }

  private func lint(_ project: Project, _ arguments: String...) throws -> BuiltCommand.Result {
    try BuiltCommand.run(
      ["lint", "-q", "--diagnostics", "concise", "--as-of", "2026-11-21"] + arguments,
      in: project.root
    )
  }

  @Test(arguments: cases) func whatIsCertainIsMended(one: Case) throws {
    let project = try project(one.wrong)
    let before = try project.text("tenants/acme.yaml")
    let shown = try lint(project, "--unsafe-fixes", "--dry-run")
    #expect(shown.errors.contains(": would: \(one.title)\n"), "\(shown.errors)")
    _ = try lint(project, "--fix")
    if !one.safe {
      #expect(try project.text("tenants/acme.yaml") == before, "--fix guesses nothing")
    }
    let told = try lint(project, "--unsafe-fixes")
    #expect(told.errors.contains(": \(one.title)\n") == !one.safe, "\(told.errors)")
    #expect(try project.text("tenants/acme.yaml") == before.replacing(one.wrong, with: one.right))
    #expect(told.status == 0, "\(told.errors)")
    let again = try lint(project, "--unsafe-fixes")
    #expect(!again.errors.contains(one.title), "fixing twice is fixing once")
  }

  @Test func anErrorThatNeedsItsAuthorStopsTheFile() throws {
    let services = "  api: {image: {name: 2024}, replicas: {minimum: lots}}\n"
    let project = try project(services)
    let result = try lint(project, "--unsafe-fixes")
    #expect(result.errors.contains("SPAI3507"), "\(result.errors)")
    #expect(try project.text("tenants/acme.yaml").hasSuffix(services))
  }

  @Test func nothingIsSaidOfAllowancesForWhatWasNotCompiled() throws {
    let project = try project(
      "  api: {image: {tag: [x]}}\n  web: {template: api} # spai:allow host-pid -- who knows\n"
    )
    let result = try lint(project, "--fix")
    #expect(!result.errors.contains("SPAI3502"), "\(result.errors)")
    #expect(try project.text("tenants/acme.yaml").contains("who knows"))
  }

  @Test func wordsInATextAreNoAllowance() throws {
    let project = try project(
      "  api:\n    env:\n      HINT: |\n        first\n        # spai:allow host-pid -- a text\n      OTHER: b\n"
    )
    let result = try lint(project, "--fix")
    #expect(!result.errors.contains("SPAI3502"), "\(result.errors)")
    #expect(try project.text("tenants/acme.yaml").contains("a text"))
  }

  @Test func aLinkIsNotFollowed() throws {
    let project = try project("  api: {image: {name: 2024}}\n")
    try project.folder.rename("tenants/acme.yaml", to: "acme.yaml")
    try #require(symlink("../acme.yaml", "\(project.root)/tenants/acme.yaml") == 0)
    let result = try lint(project, "--fix")
    #expect(result.status == 2, "\(result.errors)")
    #expect(try project.text("acme.yaml").contains("name: 2024}"))
  }

  @Test(arguments: [["--fix", "a.yaml"], ["--dry-run"]]) func manifestsAreNotMended(arguments: [String])
    throws
  {
    let folder = try Project.temporaryFolder()
    defer { try? Project.removeTree(folder) }
    #expect(try BuiltCommand.run(["lint"] + arguments, in: folder).status == 64)
  }
}
