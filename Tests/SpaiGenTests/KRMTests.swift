import Diagnostics
import SpaiGen
import Specification
import Testing
import YAMLSyntax

@Suite struct KRMTests {
  /// Runs the function on items, given as the lines of a list.
  private func run(_ items: [String], settings: [String: String] = [:]) -> (
    output: Node?, text: String, failed: Bool
  ) {
    let data = settings.sorted { $0.key < $1.key }.map { "    \($0.key): \($0.value)\n" }.joined()
    let configuration =
      settings.isEmpty
      ? ""
      : "functionConfig:\n  apiVersion: v1\n  kind: ConfigMap\n  metadata: {name: spai}\n  data:\n\(data)"
    let list =
      "apiVersion: config.kubernetes.io/v1\nkind: ResourceList\n\(configuration)items:\n\(items.joined())"
    return run(list)
  }

  private func run(_ text: String) -> (output: Node?, text: String, failed: Bool) {
    let outcome = runKRMFunction(Array(text.utf8))
    let failed = outcome.diagnostics.contains { $0.severity == .error }
    guard let bytes = outcome.output else { return (nil, "", failed) }
    var sources = SourceMap()
    let id = sources.add(path: "output", owner: .tenant, bytes: bytes)
    var findings = Findings()
    return (
      parseYAML(sources[id], reporting: &findings).first, String(decoding: bytes, as: UTF8.self), failed
    )
  }

  /// The documents of the small platform as items that come from their files.
  private func specs(_ change: (String) -> String = { $0 }) throws -> [String] {
    try Golden.folder.files(below: "base").flatMap { path in
      let text = change(String(decoding: try #require(try Golden.folder.read("base/\(path)")), as: UTF8.self))
      return text.split(separator: "---\n").enumerated().map { index, document in
        let mark =
          "internal.config.kubernetes.io/path: \(path), internal.config.kubernetes.io/index: \"\(index)\""
        return item(
          String(document).replacing(
            "metadata:\n  name:",
            with: "metadata:\n  annotations: {\(mark)}\n  name:"
          )
        )
      }
    }
  }

  private func item(_ text: some StringProtocol) -> String {
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    return lines.enumerated().map { ($0.offset == 0 ? "- " : "  ") + $0.element + "\n" }.joined()
  }

  private func paths(_ list: Node?) -> [String] {
    list?.node(at: ["items"])?.sequence?.compactMap {
      $0.node(at: ["metadata", "annotations", "internal.config.kubernetes.io/path"])?.scalar?.text
    } ?? []
  }

  @Test func itMakesWhatABuildMakes() async throws {
    let disk = try Golden.base()
    _ = try await SpaiGenTests.build(disk)
    let built = disk.files.keys.filter { $0.hasPrefix("out/") && $0.hasSuffix(".yaml") }.sorted()
    let result = run(try specs())
    #expect(!result.failed, "\(result.text)")
    let made = paths(result.output).filter { $0.hasPrefix("out/") }
    #expect(made == built)
    let objects = result.output?.node(at: ["items"])?.sequence?.suffix(made.count) ?? []
    for (path, object) in zip(made, objects) {
      var sources = SourceMap()
      let id = sources.add(path: path, owner: .tenant, bytes: try #require(disk.files[path]))
      var findings = Findings()
      let document = try #require(parseYAML(sources[id], reporting: &findings).first)
      #expect(
        object.node(at: ["spec"]).map { printYAML($0).bytes }
          == document.node(at: ["spec"]).map { printYAML($0).bytes }
      )
      #expect(
        object.node(at: ["metadata", "name"])?.scalar == document.node(at: ["metadata", "name"])?.scalar
      )
    }
  }

  @Test func aSecondRunChangesNothing() throws {
    let once = run(try specs() + ["- {apiVersion: v1, kind: ConfigMap, metadata: {name: other}}\n"])
    #expect(once.text.contains("name: other"))
    #expect(run(once.text).text == once.text)
  }

  @Test func aFolderIsReadAndNarrowed() throws {
    let project = try Project()
    let all = run([], settings: ["root": project.root])
    #expect(!all.failed)
    #expect(paths(all.output).count > 1000)
    let some = run(
      [],
      settings: ["root": project.root, "environment": "production", "tenant": "indie-label"]
    )
    #expect(
      paths(some.output).allSatisfy {
        $0.hasPrefix("out/production/indie-label/") || $0.contains("/_cluster/")
      }
    )
    #expect(!paths(some.output).isEmpty)
    let stale =
      "- {apiVersion: v1, kind: ConfigMap, metadata: {name: x, annotations: {internal.config.kubernetes.io/path: %}}}\n"
    let before = [
      "out/production/indie-label/old.yaml", "out/production/nordic-radio/kept.yaml", "mine.yaml",
    ].map {
      stale.replacing("%", with: $0)
    }
    let settings = ["root": project.root, "environment": "production", "tenant": "indie-label"]
    let left = paths(run(before, settings: settings).output)
    #expect(left.prefix(2) == ["out/production/nordic-radio/kept.yaml", "mine.yaml"])
    #expect(!left.contains("out/production/indie-label/old.yaml"))
  }

  @Test func aFindingIsAResultAtItsFileAndField() throws {
    let old =
      "- {apiVersion: v1, kind: ConfigMap, metadata: {name: old, annotations: {internal.config.kubernetes.io/path: out/production/acme/old.yaml}}}\n"
    let result = run(try specs { $0.replacing("tier: basic", with: "tier: basik") } + [old])
    #expect(result.failed)
    #expect(result.text.contains("name: old"), "the unit stays as it was")
    let found = try #require(result.output?.node(at: ["results"])?.sequence?.first)
    #expect(found.node(at: ["severity"])?.scalar?.text == "error")
    #expect(found.node(at: ["file", "path"])?.scalar?.text == "tenants/acme.yaml")
    #expect(found.node(at: ["field", "path"])?.scalar?.text == "tier")
    #expect(found.node(at: ["resourceRef", "kind"])?.scalar?.text == "Tenant")
    #expect(found.node(at: ["tags", "code"])?.scalar?.text == "SPAI1301")
  }

  @Test(arguments: ["", "kind: List\n", "apiVersion: v1\nkind: ResourceList\n", "a: [", "[]\n"])
  func anythingElseIsRefused(_ text: String) {
    let result = run(text)
    #expect(result.failed)
    #expect(result.output == nil)
    #expect(
      runKRMFunction(Array(text.utf8)).diagnostics.contains { ["SPAI0005", "SPAI1001"].contains($0.code.id) }
    )
  }
}
