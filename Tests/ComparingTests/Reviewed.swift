import Comparing
import Diagnostics
import Glibc
import Testing
import YAMLSyntax

/// The objects of a text of YAML documents, in the unit `production/acme`.
func objects(_ text: String, unit: String = "production/acme") throws -> [ReviewedObject] {
  var sources = SourceMap()
  let id = sources.add(path: "objects.yaml", owner: .tenant, bytes: Array(text.utf8))
  var findings = Findings()
  let nodes = parseYAML(sources[id], reporting: &findings)
  try #require(findings.errorCount == 0, "\(findings.all)")
  return try nodes.map { node in
    func text(_ key: String) -> String? { node.mapping?[key]?.scalar?.text }
    func metadata(_ key: String) -> String? { node.mapping?["metadata"]?.mapping?[key]?.scalar?.text }
    return ReviewedObject(
      unit: unit,
      apiVersion: try #require(text("apiVersion")),
      kind: try #require(text("kind")),
      namespace: metadata("namespace"),
      name: try #require(metadata("name")),
      tree: node,
      owner: node.origin
    )
  }
}

/// Each changed object with its classes, and each field with its own, as one line each.
func review(_ old: String, _ new: String, renames: [Rename] = []) throws -> [String] {
  lines(of: compare(try objects(old), try objects(new), renames: renames))
}

func lines(of changes: [ObjectChange]) -> [String] {
  changes.flatMap { change in
    [
      "\(change.manner.rawValue) \(change.kind) \(change.oldName.map { "\($0) as " } ?? "")\(change.name): "
        + change.classes.map(\.name).joined(separator: ", ")
    ]
      + change.fields.map { field in
        let (old, new) = field.texts
        let classes = field.verdicts.map(\.changeClass.name).joined(separator: ", ")
        return "  \(field.path): \(old ?? "-") -> \(new ?? "-") (\(classes))"
      }
  }
}

/// The text of a file of the repository.
func text(of path: String) throws -> String {
  let file = try #require(fopen(path, "r"))
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var byte = fgetc(file)
  while byte != EOF {
    bytes.append(UInt8(byte))
    byte = fgetc(file)
  }
  return String(decoding: bytes, as: UTF8.self)
}
