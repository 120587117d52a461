/// What documents of OSCAL have in common.
///
/// They are held to release 1.1.3, which every tool of later releases reads. Lists are left out where they are
/// empty, because the schemas refuse empty ones; identifiers follow from names, so that the same thing has the same
/// one in every run.
struct OSCAL {
  let assessment: Assessment
  let tool: Tool
  /// What the document is made from, for its identifier: other inputs make another document.
  let fingerprint: String
  /// By framework and control; see ``token(_:)``.
  private let controlIDs: [[String]: String]

  init(_ assessment: Assessment, by tool: Tool) {
    self.assessment = assessment
    self.tool = tool
    let parts = assessment.inputs.flatMap { [$0.path, $0.sha256] } + assessment.frameworks.map(\.id)
    fingerprint = NameBasedUUID.reports[parts.joined(separator: "\n"), assessment.asOf, tool.version]
    var taken: Set<String> = []
    var controlIDs: [[String]: String] = [:]
    for framework in assessment.frameworks {
      for id in framework.controls.flatMap({ [$0.id] + $0.covers })
      where controlIDs[[framework.id, id]] == nil {
        let plain = token("\(framework.id)_\(id)")
        var unique = plain
        var repetition = 1
        while !taken.insert(unique).inserted {
          repetition += 1
          unique = "\(plain)_\(repetition)"
        }
        controlIDs[[framework.id, id]] = unique
      }
    }
    self.controlIDs = controlIDs
  }

  /// The identifier of a control, which OSCAL wants without parentheses and behind a letter.
  func controlID(_ framework: Assessment.Framework, _ id: String) -> String {
    controlIDs[[framework.id, id]] ?? token("\(framework.id)_\(id)")
  }

  /// The day of the run as a time, which OSCAL asks for.
  var time: String { "\(assessment.asOf)T00:00:00Z" }

  /// Everybody who owns or approves a waiver, by name.
  var people: [String] {
    Set(assessment.waivers.flatMap { [$0.owner, $0.approver] }).sorted()
  }

  func writeMetadata(_ title: String, to writer: inout JSONWriter) {
    writer.member("metadata") { writer in
      writer.object { writer in
        writer.member("title", title)
        writer.member("last-modified", time)
        writer.member("version", oscalText(tool.version))
        writer.member("oscal-version", "1.1.3")
        writer.list("parties", people) { writer, name in
          writer.object { writer in
            writer.member("uuid", NameBasedUUID.reports["party", name])
            writer.member("type", "person")
            writer.member("name", oscalText(name))
          }
        }
        writer.member("remarks", assessment.footer)
      }
    }
  }

  /// Writes a file with its digest, for others to point to.
  func write(_ file: DigestedFile, as kind: String, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("uuid", NameBasedUUID.reports[kind, file.path, file.sha256])
      writer.member("title", oscalText(file.path))
      writer.list("rlinks", [file]) { writer, file in
        writer.object { writer in
          writer.member("href", percentEncoded(file.path))
          writer.list("hashes", [file.sha256]) { writer, digest in
            writer.object { writer in
              writer.member("algorithm", "SHA-256")
              writer.member("value", digest)
            }
          }
        }
      }
    }
  }
}

extension JSONWriter {
  /// Writes a list; nothing where it is empty.
  mutating func list<Element>(
    _ name: String,
    _ elements: [Element],
    _ write: (inout JSONWriter, Element) -> Void
  ) {
    guard !elements.isEmpty else { return }
    member(name) { $0.array(elements, write) }
  }

  /// Writes a property of OSCAL.
  mutating func property(_ name: String, _ value: String, in namespace: String, set: String? = nil) {
    object { writer in
      writer.member("name", name)
      writer.member("ns", namespace)
      writer.member("value", oscalText(value))
      if let set { writer.member("remarks", set) }
    }
  }
}

/// The namespace of properties that compliance-trestle reads.
let trestleNamespace = "https://oscal-compass.github.io/compliance-trestle/schemas/oscal/cd"

/// The namespace of our own properties.
let ownNamespace = "urn:spai-gen:oscal"

/// A text as OSCAL wants its strings: one line, not empty, without blanks at its ends.
func oscalText(_ text: String) -> String {
  let text = shownText(text)
  // Nearly every text has no blanks there, and bytes are far cheaper than the properties of scalars.
  let ends = [text.utf8.first, text.utf8.last].compactMap(\.self)
  if ends.count == 2, ends.allSatisfy({ (0x21..<0x7F).contains($0) }) { return text }
  var scalars = Array(text.unicodeScalars)[...]
  while scalars.first?.properties.isWhitespace == true { scalars.removeFirst() }
  while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
  guard !scalars.isEmpty else { return "(none)" }
  return scalars.reduce(into: "") { $0.unicodeScalars.append($1) }
}

/// A text as an identifier: letters, digits, `.`, `-` and `_`, and a letter or `_` first.
private func token(_ text: String) -> String {
  var bytes: [UInt8] = []
  for byte in shortened(text, to: 200).utf8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"):
      bytes.append(byte)
    default:
      if bytes.last != UInt8(ascii: "_") { bytes.append(UInt8(ascii: "_")) }
    }
  }
  while bytes.count > 1, bytes.last == UInt8(ascii: "_") { bytes.removeLast() }
  let isLetter = bytes.first.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0 & 0xDF) } ?? false
  return (isLetter ? "" : "_") + String(decoding: bytes, as: UTF8.self)
}
