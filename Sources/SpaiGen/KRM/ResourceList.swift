package import Diagnostics
internal import Specification
internal import YAMLSyntax

/// A list of resources, as kustomize and kpt hand it to a function and take it back.
struct ResourceList {
  let apiVersion: Node
  let items: [Node]
  let configuration: Node?

  /// - Returns: nil where the text is none, which is reported.
  init?(_ source: ParsedSource, reporting findings: inout Findings) {
    findings.report(contentsOf: source.findings)
    guard !source.isTorn else { return nil }
    guard source.documents.count == 1, let root = source.documents.first,
      root.text(at: ["kind"]) == "ResourceList", let apiVersion = root.node(at: ["apiVersion"]),
      apiVersion.scalar?.text.hasPrefix("config.kubernetes.io/") == true
    else {
      findings.report(.notAResourceList(source.documents.first?.origin.span))
      return nil
    }
    self.apiVersion = apiVersion
    items = root.node(at: ["items"])?.sequence ?? []
    configuration = root.node(at: ["functionConfig"])
  }

  /// A value of the configuration: under `data` of a ConfigMap, under `spec` of any other kind.
  func setting(_ name: String) -> String? {
    configuration?.text(at: ["data", name]) ?? configuration?.text(at: ["spec", name])
  }
}

/// The annotations by which the tools remember files.
enum FileAnnotation {
  static let path = "internal.config.kubernetes.io/path"
  static let index = "internal.config.kubernetes.io/index"
  /// What tools add; a spec has no annotations of its own.
  static let prefixes = ["internal.config.kubernetes.io/", "config.kubernetes.io/"]
}

extension Node {
  /// Where an item comes from.
  var filePath: String? {
    let annotations = node(at: ["metadata", "annotations"])
    return annotations?.text(at: [FileAnnotation.path])
      ?? annotations?.text(at: ["config.kubernetes.io/path"])
  }

  var fileIndex: Int {
    text(at: ["metadata", "annotations", FileAnnotation.index]).flatMap { Int($0) } ?? 0
  }

  var isSpecDocument: Bool {
    text(at: ["apiVersion"]) == Header.apiVersion
  }

  /// An item without what tools wrote on it.
  var withoutFileAnnotations: Node {
    guard var mapping, let metadata = mapping["metadata"]?.mapping,
      let annotations = metadata["annotations"]?.mapping
    else { return self }
    let own = annotations.entries.filter { entry in
      !FileAnnotation.prefixes.contains { entry.key.hasPrefix($0) }
    }
    let rest = metadata.entries.compactMap { entry -> Mapping.Entry? in
      guard entry.key == "annotations" else { return entry }
      return own.isEmpty
        ? nil
        : Mapping.Entry(
          entry.key,
          keySpan: entry.keySpan,
          Node(.mapping(Mapping(own)), origin: entry.value.origin)
        )
    }
    for index in mapping.entries.indices where mapping.entries[index].key == "metadata" {
      mapping.entries[index].value.content = .mapping(Mapping(rest))
    }
    return Node(.mapping(mapping), origin: origin)
  }

  /// An object with the file that it is to be written to.
  func placed(at path: String) -> Node {
    guard var mapping, var metadata = mapping["metadata"]?.mapping else { return self }
    let others = metadata["annotations"]?.mapping?.entries ?? []
    let entries =
      others + [Mapping.Entry(FileAnnotation.path, Node(path)), Mapping.Entry(FileAnnotation.index, "0")]
    let sorted = entries.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    metadata.entries.removeAll { $0.key == "annotations" }
    metadata.entries.append(Mapping.Entry("annotations", Node(.mapping(Mapping(sorted)))))
    for index in mapping.entries.indices where mapping.entries[index].key == "metadata" {
      mapping.entries[index].value = Node(.mapping(metadata))
    }
    return Node(.mapping(mapping))
  }
}

// MARK: - Messages

extension Code {
  package static let notAResourceList = Code("SPAI0005", "not-a-resource-list")
}

extension Diagnostic {
  fileprivate static func notAResourceList(_ span: Span?) -> Self {
    Diagnostic(
      .notAResourceList,
      .error,
      "standard input is not a ResourceList of config.kubernetes.io",
      at: span.map { Label($0, "something else") },
      help: "Let kustomize or kpt run it, or give it what 'kustomize cfg' or 'kpt fn source' prints."
    )
  }
}
