package import Diagnostics

/// What was mended in one spec.
package struct MendedSpec: Sendable {
  package let path: String
  /// Line and title of each fix, in their order.
  package let fixes: [(line: Int, title: String)]
}

/// Applies the fixes of findings to the specs that they are in.
///
/// A file is written in one piece, and only if it still has the bytes that the findings are about. A file with an
/// error that none of the fixes mends is left as it is, and reported: what its author means is not known yet.
///
/// - Parameters:
///   - diagnostics: The findings of a run; those without a permitted fix change nothing.
///   - sources: What they are about.
///   - unsafely: Whether what was guessed is applied too.
///   - writes: Whether files are written, or only told.
///   - folder: The root of the project.
///   - findings: Where it is reported what was not mended, and why.
/// - Returns: What was mended, by path; nothing where no fix is left.
package func mendSpecs(
  _ diagnostics: [Diagnostic],
  of sources: SourceMap,
  unsafely: Bool,
  writes: Bool,
  in folder: Folder,
  reporting findings: inout Findings
) -> [MendedSpec] {
  func permitted(_ diagnostic: Diagnostic) -> Fix? {
    diagnostic.fix.flatMap { $0.safety == .safe || unsafely ? $0 : nil }
  }
  let bySource = Dictionary(grouping: diagnostics) { $0.primary?.span.source }
  return sources.sources.compactMap { source in
    let own = bySource[source.id] ?? []
    let fixes = own.compactMap(permitted)
    guard !fixes.isEmpty, inputFolders.contains(where: { source.path.hasPrefix($0.name + "/") }) else {
      return nil
    }
    if let other = own.first(where: { $0.preventsBuild && permitted($0) == nil }) {
      findings.report(.unmended(source, because: other))
      return nil
    }
    let (bytes, applied) = applying(fixes, to: source.bytes)
    if writes {
      do throws(FileFailure) {
        try replace(source, with: bytes, in: folder)
      } catch {
        findings.report(error.diagnostic)
        return nil
      }
    }
    let table = LineTable(source.bytes)
    return MendedSpec(
      path: source.path,
      fixes: applied.map { (table.position(of: $0.span.start).line, $0.title) }
    )
  }
}

/// Reading refuses a link, and what changed since is somebody's work.
private func replace(_ source: Source, with bytes: [UInt8], in folder: Folder) throws(FileFailure) {
  if let slash = source.path.lastIndex(of: "/") {
    try folder.refuseLinks(in: String(source.path[..<slash]))
  }
  guard try folder.read(source.path) == source.bytes else {
    throw FileFailure("mend", source.path, reason: "it changed meanwhile")
  }
  try folder.write(bytes, to: source.path)
}

extension Diagnostic {
  /// Whether a spec cannot be compiled for this; what rules of the lint say of it does not matter here.
  fileprivate var preventsBuild: Bool { severity == .error && code.id < "SPAI2000" }
}

// MARK: - Messages

extension Code {
  package static let unmended = Code("SPAI3507", "unmended")
}

extension Diagnostic {
  fileprivate static func unmended(_ source: Source, because other: Diagnostic) -> Self {
    Diagnostic(
      .unmended,
      .warning,
      "'\(source.path)' is not mended: it has an error that needs its author",
      at: other.primary.map { Label($0.span, "this one") },
      help: "Mend that first, and run it again."
    )
  }
}
