import Diagnostics
import Testing
import Validation
import YAMLSyntax

/// An object that is right in one way and wrong in another: `«right|wrong»`.
///
/// The fault is to be told at the line of the mark, or at the line of `↓` where there is one.
struct Fault: Sendable, CustomTestStringConvertible {
  let text: String
  let message: String

  init(_ text: String, _ message: String) {
    self.text = text
    self.message = message
  }

  var testDescription: String { message }

  /// The object as it is right.
  var right: String { variant(first: true) }

  /// The object as it is wrong.
  var wrong: String { variant(first: false) }

  var line: Int {
    let mark: Character = wrong(keepingArrow: true).contains("↓") ? "↓" : "«"
    let text = mark == "↓" ? wrong(keepingArrow: true) : text
    return text.prefix { $0 != mark }.count { $0.isNewline } + 1
  }

  private func variant(first: Bool) -> String {
    replaced(first: first).filter { $0 != "↓" }
  }

  private func wrong(keepingArrow: Bool) -> String { replaced(first: false) }

  private func replaced(first: Bool) -> String {
    var result = "", rest = text[...]
    while let open = rest.firstIndex(of: "«"), let close = rest.firstIndex(of: "»") {
      let sides = rest[rest.index(after: open)..<close].split(
        separator: "|",
        maxSplits: 1,
        omittingEmptySubsequences: false
      )
      result += rest[..<open] + (first ? sides[0] : sides[sides.count - 1])
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}

/// The findings of the documents of a text, each as `LINE: MESSAGE`.
func findings(in text: String) -> [String] {
  var sources = SourceMap(), findings = Findings()
  let id = sources.add(path: "object.yaml", owner: .tenant, bytes: Array(text.utf8))
  for document in parseYAML(sources[id], reporting: &findings) {
    checkMeaning(document, reporting: &findings)
  }
  var tables = LineTables(sources)
  return findings.all.map { finding in
    let line = finding.primary.map { tables.location(of: $0.span).line } ?? 0
    return "\(line): \(finding.message)"
  }
}

// MARK: - Objects around a fault

/// A Pod whose spec has some more lines.
func pod(_ lines: String) -> String {
  let containers = lines.contains("containers:") ? "" : "  containers: [{name: app, image: app:1}]\n"
  return "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n\(containers)\(indented(lines, by: 2))"
}

/// A Pod whose container has some more lines.
func container(_ lines: String) -> String {
  pod("containers:\n- name: app\n  image: app:1\n\(indented(lines, by: 2))")
}

/// A workload of `apps/v1` with selector and template, whose spec has some more lines.
func workload(_ kind: String, _ lines: String) -> String {
  """
  apiVersion: apps/v1
  kind: \(kind)
  metadata: {name: web}
  spec:
    selector: {matchLabels: {app: web}}
    template:
      metadata: {labels: {app: web}}
      spec: {containers: [{name: app, image: app:1}]}
  \(indented(lines, by: 2))
  """
}

/// A Job whose spec has some more lines.
func job(_ lines: String) -> String {
  """
  apiVersion: batch/v1
  kind: Job
  metadata: {name: sum}
  spec:
    template: {spec: {restartPolicy: Never, containers: [{name: app, image: app:1}]}}
  \(indented(lines, by: 2))
  """
}

/// An object of any kind, named `web`, with some more lines.
func object(_ version: String, _ kind: String, _ lines: String) -> String {
  "apiVersion: \(version)\nkind: \(kind)\nmetadata: {name: web}\n\(lines)"
}

private func indented(_ lines: String, by count: Int) -> String {
  let space = String(repeating: " ", count: count)
  return lines.split(separator: "\n").map { space + $0 }.joined(separator: "\n")
}
