import Diagnostics
import FoundationEssentials
import Reporting
import TestSupport
import Testing

/// What a validator of OSCAL checks, and what none does: every reference points to something that is there.
@Suite struct OSCALTests {
  private static let formats: [ReportFormat] = [.oscalResults, .oscalComponents]

  private static let assessments: [Assessment] = {
    var random = SplitMix64(seed: seed)
    let hostile = [
      "", " ", "\n", "\u{0}", "(a)", "é", "<script>", "\u{202E}", "#", "2", "_", "\u{A0}x\u{A0}",
    ]
    return [AssessmentSample.assessment(), AssessmentSample.assessment(copies: 3)]
      + (0..<40).map { _ in
        AssessmentSample.assessment { hostile.randomElement(using: &random) ?? "" }
      }
  }()

  @Test(arguments: formats.map(\.name), assessments.indices)
  func `identifiers are unique and every reference is met`(name: String, index: Int) throws {
    let document = try OSCALDocument(name, Self.assessments[index])
    #expect(Set(document.identifiers).count == document.identifiers.count, "seed \(seed)")
    #expect(document.identifiers.allSatisfy(isNameBased), "seed \(seed)")
    let known = Set(document.identifiers)
    for reference in document.references { #expect(known.contains(reference), "\(reference), seed \(seed)") }
    #expect(Set(document.targets).isSubset(of: Set(document.parts)), "seed \(seed)")
    #expect(Set(document.parts).count == document.parts.count, "seed \(seed)")
  }

  @Test(arguments: formats.map(\.name), assessments.indices)
  func `texts and identifiers have the form that the schemas ask for`(name: String, index: Int) throws {
    let document = try OSCALDocument(name, Self.assessments[index])
    #expect(document.emptyLists.isEmpty, "seed \(seed)")
    for token in document.tokens {
      let bytes = Array(token.utf8)
      #expect(bytes.first.map { isLetter($0) || $0 == UInt8(ascii: "_") } ?? false, "\(token), seed \(seed)")
      #expect(
        bytes.allSatisfy { isLetter($0) || (48...57).contains($0) || [45, 46, 95].contains($0) },
        "\(token)"
      )
    }
    for text in document.texts {
      let scalars = text.unicodeScalars
      #expect(scalars.first.map { !$0.properties.isWhitespace } ?? false, "'\(text)', seed \(seed)")
      #expect(scalars.last.map { !$0.properties.isWhitespace } ?? false, "'\(text)', seed \(seed)")
    }
  }

  @Test func `only what was decided has a finding, and a waived failure is not satisfied`() throws {
    let document = try OSCALDocument("oscal-results", AssessmentSample.assessment())
    #expect(
      document.states == [
        "pci-dss-4.0.1_1.1.1_obj.manifest not-satisfied", "pci-dss-4.0.1_1.1_a_obj.manifest not-satisfied",
        "pci-dss-4.0.1_1.2_obj.manifest satisfied",
      ]
    )
    let excluded = document.excluded
    #expect(excluded == ["pci-dss-4.0.1_2.1", "pci-dss-4.0.1_2.2", "sox-itgc_1"])
  }

  @Test func `ids that look alike stay apart`() throws {
    let document = try OSCALDocument("oscal-components", AssessmentSample.assessment())
    #expect(document.tokens.contains("pci-dss-4.0.1_1.1_a"))
    #expect(document.tokens.contains("pci-dss-4.0.1_1.1_a_2"))
  }
}

private func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte & 0xDF) }

/// Whether an identifier is of version 5 and of the variant of RFC 9562.
private func isNameBased(_ identifier: String) -> Bool {
  let parts = identifier.split(separator: "-", omittingEmptySubsequences: false)
  return parts.map(\.utf8.count) == [8, 4, 4, 4, 12] && parts[2].first == "5"
    && "89ab".contains(parts[3].first ?? "x")
    && identifier.utf8.allSatisfy { "0123456789abcdef-".utf8.contains($0) }
}

/// What stands in a document, by the names of members.
private struct OSCALDocument {
  private(set) var identifiers: [String] = []
  private(set) var references: [String] = []
  private(set) var targets: [String] = []
  private(set) var parts: [String] = []
  private(set) var tokens: [String] = []
  private(set) var texts: [String] = []
  private(set) var states: [String] = []
  private(set) var excluded: [String] = []
  private(set) var emptyLists: [String] = []

  init(_ format: String, _ assessment: Assessment) throws {
    let format = try #require(ReportFormat.all.first { $0.name == format })
    let bytes = format.write(AssessmentSample.report(assessment))
    take(try JSONDecoder().decode(JSONValue.self, from: Data(bytes)), named: "")
  }

  private mutating func take(_ value: JSONValue, named name: String) {
    switch value {
    case .text(let text): take(text, named: name)
    case .other: return
    case .array(let values):
      if values.isEmpty { emptyLists.append(name) }
      for value in values { take(value, named: name) }
    case .object(let members):
      if name == "parts", case .text(let id) = members["id"] { parts.append(id) }
      if name == "exclude-controls", case .text(let id) = members["control-id"] { excluded.append(id) }
      if name == "target", case .text(let id) = members["target-id"],
        case .object(let status) = members["status"], case .text(let state) = status["state"]
      {
        states.append("\(id) \(state)")
      }
      for (key, value) in members.sorted(by: { $0.key < $1.key }) { take(value, named: key) }
    }
  }

  private mutating func take(_ text: String, named name: String) {
    switch name {
    case "uuid": identifiers.append(text)
    case "target-id":
      targets.append(text)
      tokens.append(text)
    case "control-id", "id": tokens.append(text)
    case "href", "source":
      if text.utf8.first == UInt8(ascii: "#") { references.append(String(text.dropFirst())) }
    default:
      if name.hasSuffix("-uuid") { references.append(text) } else { texts.append(text) }
    }
  }
}

/// Any JSON.
private enum JSONValue: Decodable {
  case object([String: JSONValue])
  case array([JSONValue])
  case text(String)
  case other

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let members = try? container.decode([String: JSONValue].self) {
      self = .object(members)
    } else if let values = try? container.decode([JSONValue].self) {
      self = .array(values)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else {
      self = .other
    }
  }
}

@Suite struct NameBasedUUIDTests {
  /// As Python's `uuid.uuid5` has them.
  @Test(arguments: [
    ("www.example.com", "2ed6657d-e927-568b-95e1-2665a8aea6a2"),
    ("python.org", "886313e1-3b8a-5372-9b90-0c9aee199e5d"),
  ])
  func `is version 5 of the RFC`(name: String, identifier: String) {
    #expect(NameBasedUUID.domains[name] == identifier)
  }

  @Test func `lists of words are not mixed up`() {
    #expect(NameBasedUUID.reports["a", "bc"] != NameBasedUUID.reports["ab", "c"])
    #expect(NameBasedUUID.reports["a", ""] != NameBasedUUID.reports["a"])
  }
}
