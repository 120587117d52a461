package import Diagnostics
package import KubernetesAPI
internal import YAMLSyntax

/// The endings of files that hold manifests.
private let manifestEndings = [".yaml", ".yml", ".json"]

/// Reads manifests: files as they are, folders with all that is in them by its name, `-` for standard input.
///
/// What cannot be read is reported, and the rest is read all the same. A folder's hidden files are left alone, and its
/// links are not followed: the same files are read wherever it stands.
package func readManifests(
  _ paths: [String],
  standardInput: () throws(FileFailure) -> [UInt8],
  reporting findings: inout Findings
) -> SourceMap {
  var sources = SourceMap()
  for path in paths {
    do throws(FileFailure) {
      if path == "-" {
        _ = sources.add(path: "<stdin>", owner: .tenant, bytes: try standardInput())
        continue
      }
      let (parent, name) = parts(of: path)
      let folder = Folder(parent)
      guard let kind = try folder.kind(name) else {
        throw FileFailure("read", path, reason: "No such file or directory")
      }
      if kind == .folder {
        try read(path, Folder(path), "", &sources, &findings)
      } else {
        _ = sources.add(path: path, owner: .tenant, bytes: try folder.read(name) ?? [])
      }
    } catch {
      findings.report(error.diagnostic)
    }
  }
  return sources
}

private func read(
  _ root: String,
  _ folder: Folder,
  _ relative: String,
  _ sources: inout SourceMap,
  _ findings: inout Findings
) throws(FileFailure) {
  for (name, kind) in try folder.list(relative) where !name.hasPrefix(".") {
    let child = relative.isEmpty ? name : "\(relative)/\(name)"
    if kind == .folder {
      try read(root, folder, child, &sources, &findings)
    } else if kind == .file, manifestEndings.contains(where: { name.hasSuffix($0) }) {
      let trimmed = root.hasSuffix("/") ? String(root.dropLast()) : root
      do throws(FileFailure) {
        _ = sources.add(path: "\(trimmed)/\(child)", owner: .tenant, bytes: try folder.read(child) ?? [])
      } catch {
        findings.report(error.diagnostic)
      }
    }
  }
}

/// The folder of a path, and the name in it.
private func parts(of path: String) -> (folder: String, name: String) {
  var trimmed = path[...]
  while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
  guard let slash = trimmed.lastIndex(of: "/") else { return (".", String(trimmed)) }
  let folder = slash == trimmed.startIndex ? "/" : String(trimmed[..<slash])
  return (folder, String(trimmed[trimmed.index(after: slash)...]))
}

/// What is known of the API: all that is built in, and the definitions of users.
package func readCatalogue(_ paths: [String], reporting findings: inout Findings) -> APICatalogue {
  var catalogue = APICatalogue.embedded
  guard !paths.isEmpty else { return catalogue }
  let sources = readManifests(paths, standardInput: { () throws(FileFailure) in [] }, reporting: &findings)
  for source in sources.sources {
    for node in parseYAML(source, reporting: &findings) {
      catalogue = catalogue.adding(crd: node, reporting: &findings)
    }
  }
  return catalogue
}
