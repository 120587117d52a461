import Diagnostics
// The decoder is the judge of our writer: one that we did not write.
import FoundationEssentials
import Reporting
import Testing

/// What the SARIF schema requires, and what consumers need of the rest: decoding fails without it.
struct SARIF: Decodable {
  struct Message: Decodable {
    let text: String
  }
  struct Artifact: Decodable {
    let uri: String
    let uriBaseId: String?
    let index: Int?
  }
  struct Region: Decodable {
    let startLine: Int
    let startColumn: Int?
    let endLine: Int?
    let endColumn: Int?
  }
  struct Place: Decodable {
    let artifactLocation: Artifact
    let region: Region?
  }
  struct Location: Decodable {
    let id: Int?
    let physicalLocation: Place
    let message: Message?
  }
  struct ComponentReference: Decodable {
    let name: String?
    let index: Int
    let guid: String?
  }
  struct TaxonReference: Decodable {
    let id: String
    let index: Int
    let toolComponent: ComponentReference
  }
  struct Relationship: Decodable {
    let target: TaxonReference
    let kinds: [String]
  }
  struct Taxon: Decodable {
    let id: String
  }
  struct Taxonomy: Decodable {
    let name: String
    let guid: String
    let isComprehensive: Bool
    let taxa: [Taxon]?
  }
  struct Suppression: Decodable {
    let kind: String
    let status: String
    let justification: String
  }
  struct Level: Decodable {
    let level: String
  }
  struct Rule: Decodable {
    let id: String
    let name: String
    let shortDescription: Message
    let fullDescription: Message?
    let help: Message
    let relationships: [Relationship]?
    let defaultConfiguration: Level?
  }
  struct Driver: Decodable {
    let name: String
    let version: String
    let supportedTaxonomies: [ComponentReference]?
    let rules: [Rule]
  }
  struct Tool: Decodable {
    let driver: Driver
  }
  struct Notification: Decodable {
    let level: String
    let message: Message
  }
  struct Invocation: Decodable {
    let executionSuccessful: Bool
    let startTimeUtc: String?
    let toolExecutionNotifications: [Notification]
  }
  struct Base: Decodable {
    let description: Message
  }
  struct ArtifactEntry: Decodable {
    let location: Artifact
  }
  struct Result: Decodable {
    let ruleId: String
    let ruleIndex: Int
    let level: String
    let message: Message
    let locations: [Location]
    let relatedLocations: [Location]
    let partialFingerprints: [String: String]
    let taxa: [TaxonReference]?
    let suppressions: [Suppression]?
  }
  struct Run: Decodable {
    let tool: Tool
    let invocations: [Invocation]
    let originalUriBaseIds: [String: Base]
    let artifacts: [ArtifactEntry]
    let taxonomies: [Taxonomy]?
    let columnKind: String
    let results: [Result]
  }
  let version: String
  let runs: [Run]

  init(_ report: Report) throws {
    self = try JSONDecoder().decode(Self.self, from: Data(ReportFormat.sarif.write(report)))
  }
}

@Suite struct SARIFTests {
  @Test func `holds what the schema requires`() throws {
    let log = try SARIF(FormatSample.full)
    #expect(log.version == "2.1.0")
    let run = try #require(log.runs.first)
    #expect(log.runs.count == 1)
    #expect(run.columnKind == "unicodeCodePoints")
    #expect(run.results.count == FormatSample.full.diagnostics.count)
    for result in run.results {
      #expect(["error", "warning", "note"].contains(result.level))
      #expect(run.tool.driver.rules[result.ruleIndex].id == result.ruleId)
      #expect(result.locations.count == 1)
      #expect(result.relatedLocations.compactMap(\.id) == Array(1..<(result.relatedLocations.count + 1)))
      #expect(result.relatedLocations.allSatisfy { $0.message != nil })
      for place in (result.locations + result.relatedLocations).map(\.physicalLocation) {
        #expect(place.artifactLocation.uriBaseId.map { run.originalUriBaseIds[$0] != nil } == true)
        if let index = place.artifactLocation.index {
          #expect(run.artifacts[index].location.uri == place.artifactLocation.uri)
        }
      }
    }
  }

  @Test func `regions are ours`() throws {
    let run = try #require(try SARIF(FormatSample.full).runs.first)
    let result = try #require(run.results.first { $0.ruleId == "SPAI1102" })
    let region = try #require(result.locations.first?.physicalLocation.region)
    #expect(
      [region.startLine, region.startColumn, region.endLine, region.endColumn] == [2, 1, 2, 8]
    )
    #expect(result.relatedLocations.map(\.physicalLocation.region?.startLine) == [1, 1, 9])
    #expect(
      result.relatedLocations.first?.physicalLocation.artifactLocation.uri
        == "templates/tiers%20%26%20sizes.yaml"
    )
  }

  @Test func `rules say what is known about them`() throws {
    let run = try #require(try SARIF(FormatSample.full).runs.first)
    let rules = run.tool.driver.rules
    #expect(rules.map(\.id) == ["SPAI0001", "SPAI1102", "SPAI2001", "SPAI3001"])
    #expect(rules[1].shortDescription.text == "Unknown key")
    #expect(rules[2].help.text == "Name a tag or a digest.")
    #expect(rules[2].defaultConfiguration?.level == "warning")
  }

  @Test func `a check that broke makes the execution unsuccessful, a finding does not`() throws {
    let broken = try #require(try SARIF(FormatSample.timed).runs.first?.invocations.first)
    #expect(!broken.executionSuccessful)
    #expect(
      broken.toolExecutionNotifications.map(\.message.text) == ["production/acme: Job/load: the rule broke"]
    )
    #expect(broken.startTimeUtc == "2026-11-21T07:26:59Z")
    let whole = try #require(try SARIF(FormatSample.ungrouped).runs.first?.invocations.first)
    #expect(whole.executionSuccessful)
    #expect(whole.startTimeUtc == nil)
  }

  @Test func `fingerprints survive moves and tell equal findings apart`() throws {
    func fingerprints(_ text: String) throws -> [String] {
      let sample = Sample(text)
      let bytes = Array(text.utf8)
      let starts = bytes.indices.filter { bytes[$0...].starts(with: Array("bad".utf8)) }
      let findings = starts.map { Diagnostic(.sample, .error, "bad", at: Label(sample.span($0, 3))) }
      let report = Report(
        tool: FormatSample.tool,
        diagnostics: findings,
        sources: sample.sources,
        units: []
      )
      return try #require(try SARIF(report).runs.first).results.flatMap { $0.partialFingerprints.values }
    }
    let before = try fingerprints("bad: 1\nbad: 2\n")
    let after = try fingerprints("# a comment\n\n  bad: 1\n  bad: 2\n")
    #expect(before == after)
    #expect(Set(before).count == 2)
  }

  @Test(arguments: [
    ("a b.yaml", "a%20b.yaml", "%SRCROOT%"), ("ü/%.yaml", "%C3%BC/%25.yaml", "%SRCROOT%"),
    ("c:d.yaml", "c%3Ad.yaml", "%SRCROOT%"), ("/tmp/a.yaml", "file:///tmp/a.yaml", nil),
  ])
  func `paths become addresses`(path: String, uri: String, base: String?) throws {
    let sample = Sample("a", path: path)
    let report = Report(
      tool: FormatSample.tool,
      diagnostics: [Diagnostic(.sample, .error, "bad", at: Label(sample.span(0, 1)))],
      sources: sample.sources,
      units: []
    )
    let location = try SARIF(report).runs.first?.results.first?.locations.first
    #expect(location?.physicalLocation.artifactLocation.uri == uri)
    #expect(location?.physicalLocation.artifactLocation.uriBaseId == base)
  }

  @Test func `words are no links`() throws {
    let report = Report(
      tool: FormatSample.tool,
      diagnostics: [Diagnostic(.sample, .error, "see '[here](http://a.example)'", at: nil)],
      sources: SourceMap(),
      units: []
    )
    #expect(try SARIF(report).runs.first?.results.first?.message.text == #"see '[here]\(http://a.example)'"#)
  }

  @Test func `every reference to a control is met`() throws {
    let run = try #require(try SARIF(AssessmentSample.full).runs.first)
    let taxonomies = try #require(run.taxonomies)
    #expect(taxonomies.map(\.name) == ["pci-dss-4.0.1", "sox-itgc"])
    #expect(taxonomies.allSatisfy { !$0.isComprehensive })
    for (index, one) in try #require(run.tool.driver.supportedTaxonomies).enumerated() {
      #expect(one.index == index && one.name == taxonomies[index].name && one.guid == taxonomies[index].guid)
    }
    let relationships = run.tool.driver.rules.flatMap { $0.relationships ?? [] }
    for target in relationships.map(\.target) + run.results.flatMap({ $0.taxa ?? [] }) {
      #expect(taxonomies[target.toolComponent.index].taxa?[target.index].id == target.id)
    }
    // Only where the rules decide the whole control does a finding violate it.
    #expect(relationships.filter { $0.kinds == ["superset"] }.map(\.target.id) == ["1.1.1"])
  }

  @Test func `what is waived is suppressed and stays`() throws {
    let run = try #require(try SARIF(AssessmentSample.full).runs.first)
    let suppressed = run.results.filter { $0.suppressions != nil }
    #expect(suppressed.map(\.message.text) == ["image 'b' has no tag: means 'latest'"])
    #expect(suppressed.first?.suppressions?.map(\.status) == ["accepted"])
    let fingerprints = run.results.flatMap(\.partialFingerprints.values)
    #expect(Set(fingerprints).count == fingerprints.count)
  }
}
