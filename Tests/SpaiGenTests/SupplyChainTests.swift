import Compliance
import Diagnostics
import Linting
import SpaiGen
import Specification
import Testing

/// What auditors ask about images is answered by what the specs say of them, both ways.
@Suite struct SupplyChainTests {
  private struct Answer: Equatable {
    let passed: Int
    let failed: Int
  }

  private static let signed = """
    registries:
      main:
        host: registry.example.com
        signing: {key: {secret: images}}
    """
  private static let recorded = """
      digest: sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
      sbom: https://sboms.example.com/1
      scan: {report: "https://scans.example.com/1", day: "2026-11-09"}
    """

  @Test func aSignedAndRecordedImagePasses() async throws {
    for rule in ["image-signature-policy", "image-scan-ref", "image-sbom-ref", "image-digest-pinned"] {
      let answer = try await answer(rule, signing: true, controller: true, records: true)
      #expect(answer == Answer(passed: 1, failed: 0), "\(rule)")
    }
  }

  @Test func anImageOfWhichNothingIsKnownFails() async throws {
    for rule in ["image-scan-ref", "image-sbom-ref", "image-digest-pinned"] {
      let answer = try await answer(rule, signing: true, controller: true, records: false)
      #expect(answer == Answer(passed: 0, failed: 1), "\(rule)")
    }
  }

  /// Without the controller no policy is there, and nothing can be said.
  @Test func withoutTheControllerSignaturesAreNotAssessed() async throws {
    let answer = try await answer("image-signature-policy", signing: true, controller: false, records: true)
    #expect(answer == Answer(passed: 0, failed: 0))
  }

  /// The policy of one registry says nothing about the images of another.
  @Test func aPolicyOfAnotherRegistryVerifiesNothing() async throws {
    let answer = try await answer("image-signature-policy", signing: true, controller: true, records: true) {
      $0.replacing("    host: registry.example.com\n", with: "    host: other.example.com\n")
        .replacing("registries:\n", with: "registries:\n  plain:\n    host: registry.example.com\n")
    } levels: {
      $0.replacing("registry: main", with: "registry: plain")
    }
    #expect(answer == Answer(passed: 0, failed: 1))
  }

  @Test(arguments: [("2026-12-09", 0), ("2026-12-10", 1)])
  func aScanGrowsOld(_ day: String, _ failed: Int) async throws {
    let answer = try await answer("image-scan-ref", signing: false, controller: false, records: true, on: day)
    {
      $0 + "imageScans: {maxAge: 30d}\n"
    }
    #expect(answer.failed == failed)
  }

  private func answer(
    _ rule: String,
    signing: Bool,
    controller: Bool,
    records: Bool,
    on day: String = "2026-11-21",
    platform: (String) -> String = { $0 },
    levels: (String) -> String = { $0 }
  ) async throws -> Answer {
    let disk = try Golden.base()
    var sources = SourceMap()
    for (path, bytes) in disk.files.sorted(by: { $0.key < $1.key }) {
      var text = String(decoding: bytes, as: UTF8.self)
      switch path {
      case "templates/platform.yaml":
        if signing {
          text = text.replacing("registries:\n  main:\n    host: registry.example.com", with: Self.signed)
        }
        if controller {
          text = text.replacing(
            "capabilities:\n",
            with: "capabilities:\n  sigstorePolicyController: policy.sigstore.dev/v1beta1\n"
          )
        }
        text = platform(text)
      case "templates/levels.yaml":
        if records {
          text = text.replacing("  name: small/api\n", with: "  name: small/api\n\(Self.recorded)\n")
        }
        text = levels(text)
      default: text = text.replacing("services:\n", with: "frameworks: [nsa-cisa, iso-27001]\nservices:\n")
      }
      let owner = path.hasPrefix("templates/") ? Owner.platform : .tenant
      _ = sources.add(path: path, owner: owner, bytes: Array(text.utf8))
    }
    let path = "templates/frameworks/nsa-cisa.yaml"
    let framework = String(decoding: try #require(try Folder(Project.repository).read(path)), as: UTF8.self)
    _ = sources.add(path: path, owner: .platform, bytes: Array(framework.utf8))
    let iso = "templates/frameworks/iso-27001.yaml"
    _ = sources.add(
      path: iso,
      owner: .platform,
      bytes: try #require(try Folder(Project.repository).read(iso))
    )
    var findings = Findings()
    let workspace = try #require(Workspace(&sources, reporting: &findings))
    var configuration = LintConfiguration()
    configuration.settings.take(workspace.repository.platform)
    let result = await checkCompliance(
      workspace,
      in: Folder(try Project.temporaryFolder()),
      framework: nil,
      configuration: configuration,
      workers: 2,
      asOf: try #require(Day(parsing: day)),
      reporting: &findings
    )
    let found = try #require(result?.rules.first { $0.rule.name == rule })
    let outcomes = found.units.filter { !$0.unit.contains("_cluster") }.flatMap(\.subjects)
      .filter { $0.subject.kind == "Deployment" }
    return Answer(
      passed: outcomes.count { if case .passed = $0.outcome { true } else { false } },
      failed: outcomes.count { if case .failed = $0.outcome { true } else { false } }
    )
  }
}
