internal import Diagnostics
internal import Specification
internal import YAMLSyntax

/// Tells findings as results of a function: by the file and field of the item that they are in.
struct ResultPlaces {
  let items: [Node]
  let sources: SourceMap

  func result(_ diagnostic: Diagnostic) -> Node {
    var result: [Mapping.Entry] = [
      Mapping.Entry("message", Node(words(of: diagnostic))),
      // The words of the specification of functions.
      Mapping.Entry("severity", diagnostic.severity == .note ? "info" : Node(diagnostic.severity.name)),
    ]
    if let span = diagnostic.primary?.span { result += place(of: span) }
    result.append(
      Mapping.Entry("tags", ["code": Node(diagnostic.code.id), "name": Node(diagnostic.code.name)])
    )
    return Node(.mapping(Mapping(result)))
  }

  private func words(of diagnostic: Diagnostic) -> String {
    let why = diagnostic.primary.map { ": \($0.message)" } ?? ""
    return diagnostic.message + why + (diagnostic.help.map { ". \($0)" } ?? "")
  }

  private func place(of span: Span) -> [Mapping.Entry] {
    let item = items.first { item in
      guard let own = item.origin.span else { return false }
      return isInput(span) && own.start <= span.start && span.end <= own.end
    }
    guard let item else {
      return isInput(span) ? [] : [Mapping.Entry("file", ["path": Node(sources[span.source].path)])]
    }
    let reference: Node = [
      "apiVersion": item.node(at: ["apiVersion"]), "kind": item.node(at: ["kind"]),
      "name": item.node(at: ["metadata", "name"]),
    ]
    let own = Span(source: item.origin.span?.source ?? span.source, start: span.start, end: span.end)
    let field = item.path(to: own)?.joined(separator: ".")
    let file: Node? = item.filePath.map { ["path": Node($0), "index": Node(item.fileIndex)] }
    return [
      Mapping.Entry("resourceRef", reference),
      field.flatMap { $0.isEmpty ? nil : Mapping.Entry("field", ["path": Node($0)]) },
      file.map { Mapping.Entry("file", $0) },
    ].compactMap { $0 }
  }

  /// Whether a span is in the list itself, which stands in the map under two owners.
  private func isInput(_ span: Span) -> Bool {
    sources[span.source].path == "<stdin>"
  }
}
