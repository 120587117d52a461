package import Diagnostics

/// The folders that are read, and whose words they hold.
let inputFolders: [(name: String, owner: Owner)] = [("templates", .platform), ("tenants", .tenant)]

/// Reads the specs of a project as what `compile` needs.
///
/// - Returns: No workspace where a file cannot be read or a folder is missing: what is not known may not be built,
///   and least of all removed. The sources in any case, because findings point into them.
package func readWorkspace(
  in folder: Folder,
  reporting findings: inout Findings
) -> (workspace: Workspace?, sources: SourceMap) {
  var sources = discover(in: folder, reporting: &findings)
  guard findings.errorCount == 0 else { return (nil, sources) }
  return (Workspace(&sources, reporting: &findings), sources)
}

/// Reads every spec of a project, sorted by path, so that the order of files on disk means nothing.
///
/// Hidden files and folders, and whatever is not YAML by its name, are left alone. A symbolic link is reported,
/// not followed.
package func discover(in folder: Folder, reporting findings: inout Findings) -> SourceMap {
  var sources = SourceMap()
  for (name, owner) in inputFolders {
    do throws(FileFailure) {
      guard try folder.kind(name) == .folder else {
        findings.report(.noInputFolder(name))
        continue
      }
      try read(name, owner, folder, &sources, &findings)
    } catch {
      findings.report(error.diagnostic)
    }
  }
  return sources
}

private func read(
  _ path: String,
  _ owner: Owner,
  _ folder: Folder,
  _ sources: inout SourceMap,
  _ findings: inout Findings
) throws(FileFailure) {
  for (name, kind) in try folder.list(path) where !isHidden(name) {
    let child = "\(path)/\(name)"
    switch kind {
    case .folder:
      try read(child, owner, folder, &sources, &findings)
    case .file where isSpec(name):
      _ = sources.add(path: child, owner: owner, bytes: try folder.read(child) ?? [])
    case .link:
      findings.report(.linkedInput(child))
    case .file, .other:
      continue
    }
  }
}

/// Whether a path, or a folder on the way to it, is hidden.
func isHidden(_ path: String) -> Bool {
  path.split(separator: "/").contains { $0.hasPrefix(".") }
}

/// Whether a file is YAML by its name.
func isSpec(_ path: String) -> Bool {
  path.hasSuffix(".yaml") || path.hasSuffix(".yml")
}

// MARK: - Messages

extension Code {
  package static let noInputFolder = Code("SPAI0002", "no-input-folder")
  package static let linkedInput = Code("SPAI0003", "linked-input")
}

extension Diagnostic {
  fileprivate static func noInputFolder(_ name: String) -> Self {
    Diagnostic(
      .noInputFolder,
      .error,
      "there is no folder '\(name)/' here",
      at: nil,
      help: "Run spai-gen in the root of a platform repository, or give '--root'."
    )
  }

  static func linkedInput(_ path: String) -> Self {
    Diagnostic(
      .linkedInput,
      .error,
      "'\(path)' is a symbolic link, and is not followed",
      at: nil,
      help: "Put the file itself there."
    )
  }
}
