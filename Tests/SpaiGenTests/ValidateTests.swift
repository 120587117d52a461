internal import Diagnostics

import Glibc
import SpaiGen
import Testing

@Suite struct ValidateTests {
  private func validate(_ text: String, _ arguments: [String] = []) throws -> BuiltCommand.Result {
    let folder = try Project.temporaryFolder()
    defer {
      unlink("\(folder)/a.yaml")
      rmdir(folder)
    }
    try Folder(folder).write(Array(text.utf8), to: "a.yaml")
    return try BuiltCommand.run(
      ["validate", "--diagnostics", "concise"] + arguments + ["a.yaml"],
      in: folder
    )
  }

  private let valid = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {b: c}\n"

  @Test func ourOwnOutputIsValidAtEverySupportedVersion() throws {
    let result = try BuiltCommand.run(
      ["validate", "--kubernetes", "1.33,1.34,1.35,1.36,1.37", "--quiet", "\(Project.repository)/out"]
    )
    #expect(result.status == 0)
    #expect(result.errors == "")
  }

  @Test func objectsAreCounted() throws {
    let text =
      valid + "---\n# nothing\n---\n" + valid.replacing("\ndata:", with: "\ndat:")
      + "---\napiVersion: example.com/v1\nkind: Thing\nmetadata: {name: x}\n"
    let result = try validate(text, ["--ignore-missing-schemas"])
    #expect(result.status == 1)
    #expect(
      result.errors == """
        a.yaml:11:1: error[SPAI1606]: unknown field 'dat'
        3 objects: 1 valid, 1 invalid, 1 skipped, 0 empty files (Kubernetes 1.37)

        """
    )
  }

  @Test(arguments: [
    ("", "error: there is no object to validate\n", 2),
    ("# only a comment\n", "error: there is no object to validate\n", 2),
    ("a: [", "a.yaml:1:5: error[SPAI1001]", 1),
    ("just text\n", "a.yaml:1:1: error[SPAI1601]", 1),
    ("kind: Pod\n", "a.yaml:1:1: error[SPAI1601]", 1),
    ("apiVersion: v1\nkind: Pud\nmetadata: {name: a}\n", "a.yaml:2:7: error[SPAI1602]", 1),
    ("apiVersion: v1\nkind: Deployment\nmetadata: {name: a}\n", "a.yaml:", 1),
    (
      "apiVersion: policy/v1beta1\nkind: PodDisruptionBudget\nmetadata: {name: a}\n",
      "a.yaml:1:13: error[SPAI1604]", 1
    ),
  ]) func wrongInputIsTold(text: String, says: String, status: Int) throws {
    let result = try validate(text)
    #expect(result.status == Int32(status))
    #expect(result.errors.contains(says), "\(result.errors)")
  }

  @Test func aFindingOfSomeVersionsSaysWhich() throws {
    let text = "apiVersion: resource.k8s.io/v1\nkind: DeviceClass\nmetadata: {name: a}\nspec: {}\n"
    let result = try validate(text, ["--kubernetes", "1.33,1.34"])
    #expect(result.status == 1)
    #expect(result.errors.contains("(Kubernetes 1.33)\n"), "\(result.errors)")
  }

  @Test func definitionsOfUsersAreKnown() throws {
    let folder = try Project.temporaryFolder()
    defer {
      for name in ["crd.yaml", "thing.yaml"] { unlink("\(folder)/\(name)") }
      rmdir(folder)
    }
    try Folder(folder).write(
      Array(
        """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: things.example.com}
        spec:
          group: example.com
          scope: Namespaced
          names: {plural: things, kind: Thing}
          versions:
          - name: v1
            served: true
            storage: true
            schema:
              openAPIV3Schema:
                type: object
                properties: {spec: {type: object, properties: {size: {type: integer}}}}

        """.utf8
      ),
      to: "crd.yaml"
    )
    try Folder(folder).write(
      Array("apiVersion: example.com/v1\nkind: Thing\nmetadata: {name: a}\nspec: {size: big}\n".utf8),
      to: "thing.yaml"
    )
    let result = try BuiltCommand.run(
      ["validate", "--diagnostics", "concise", "--crd", "crd.yaml", "thing.yaml"],
      in: folder
    )
    #expect(result.errors.hasPrefix("thing.yaml:4:14: error[SPAI1607]: 'spec.size' must be an integer"))
  }

  @Test func whatCannotBeReadIsToldAndTheRestIsValidated() throws {
    let result = try validate(valid, ["/nowhere/x.yaml"])
    #expect(result.status == 2)
    #expect(result.errors.contains("SPAI0001"))
    #expect(result.errors.contains("1 objects: 1 valid"))
  }

  @Test func aHugeFileIsRefusedUnread() throws {
    let folder = try Project.temporaryFolder()
    defer {
      unlink("\(folder)/huge.yaml")
      rmdir(folder)
    }
    let descriptor = open("\(folder)/huge.yaml", O_WRONLY | O_CREAT, 0o600)
    ftruncate(descriptor, 100 << 20)
    close(descriptor)
    let result = try BuiltCommand.run(["validate", "--diagnostics", "concise", "huge.yaml"], in: folder)
    #expect(result.status == 2)
    #expect(result.errors.contains("cannot read 'huge.yaml': it is larger than 16 MiB"))
  }

  /// What users write as Kubernetes writes it is held to the API at their line.
  @Test func mistakesBeyondTheSpecLanguageAreAtTheirLine() async throws {
    let disk = try Golden(named: "fault.txt").disk()
    disk.write(
      """
      apiVersion: spai/v1
      kind: Patch
      metadata: {name: typo}
      tenant: acme
      reason: A test.
      target: {kind: Deployment, name: api}
      merge:
        spec:
          revisionHistoryLimits: 3

      """,
      to: "tenants/patch.yaml"
    )
    let (findings, sources, _) = try await build(disk)
    #expect(findings.map(\.code.id) == ["SPAI1606"])
    let place = try #require(findings.first?.primary?.span)
    #expect(sources[place.source].path == "tenants/patch.yaml")
    #expect(!disk.files.keys.contains { $0.hasPrefix("out/production/acme/") })
  }

  @Test func aClusterScopedRawObjectIsRefused() async throws {
    let disk = try Golden(named: "fault.txt").disk()
    disk.write(
      """
      apiVersion: spai/v1
      kind: RawObjects
      metadata: {name: cluster}
      tenant: acme
      reason: A test.
      objects:
      - apiVersion: scheduling.k8s.io/v1
        kind: PriorityClass
        metadata: {name: mine}
        value: 1

      """,
      to: "templates/raw.yaml"
    )
    let (findings, _, _) = try await build(disk)
    #expect(findings.map(\.code.id) == ["SPAI1617"])
  }
}
