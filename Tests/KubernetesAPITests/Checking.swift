import Diagnostics
import KubernetesAPI
import SpaiGen
import Testing
import YAMLSyntax

/// The documents of a text.
func documents(_ bytes: [UInt8]) throws -> [Node] {
  var sources = SourceMap()
  let id = sources.add(path: "test.yaml", owner: .tenant, bytes: bytes)
  var findings = Findings()
  let nodes = parseYAML(sources[id], reporting: &findings)
  try #require(findings.all.isEmpty, "the test's own YAML is broken")
  return nodes
}

func structureFindings(
  _ node: Node,
  minor: Int = 33,
  in catalogue: APICatalogue = .embedded
) -> [Diagnostic] {
  var findings = Findings()
  var structure = StructureCheck(at: KubernetesVersion(minor: minor), in: catalogue)
  structure.check(node, reporting: &findings)
  return findings.all
}

/// The findings of a text as `line:column severity code: message`, as they are written for people.
func problems(
  _ text: String,
  minor: Int = 33,
  in catalogue: APICatalogue = .embedded
) throws -> [String] {
  let table = LineTable(Array(text.utf8))
  return try documents(Array(text.utf8)).flatMap { node in
    structureFindings(node, minor: minor, in: catalogue).map { finding in
      let place = finding.primary.map { label in
        let position = table.position(of: label.span.start)
        return "\(position.line):\(position.column)"
      }
      return "\(place ?? "-") \(finding.severity.name) \(finding.code.name): \(finding.message)"
    }
  }
}

/// The manifests that the repository's own sample compiles to.
struct Manifests {
  static let repository = String(#filePath.dropLast("/Tests/KubernetesAPITests/Checking.swift".count))

  static func all() throws -> [(path: String, bytes: [UInt8])] {
    let folder = Folder(repository)
    let files = try folder.files(below: "out").filter { $0.hasSuffix(".yaml") }
    // What tells kustomize what to do is no object.
    return try files.filter { !$0.hasSuffix("/kustomization.yaml") }.map { path in
      ("out/\(path)", try #require(try folder.read("out/\(path)")))
    }
  }
}
