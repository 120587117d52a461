internal import CStarter
package import Diagnostics
internal import Kubernetes
package import Specification

/// What `init` writes.
package enum Starter {
  /// The files of a new repository, by path.
  package static var files: [(path: String, bytes: [UInt8])] {
    (0..<starter_file_count()).map { index in
      let file = starter_file_at(index)
      return (String(cString: file.path), Array(UnsafeBufferPointer(start: file.bytes, count: file.size)))
    }
  }

  /// The spec of a new tenant: short, and complete.
  package static func tenant(_ name: String, tier: String, in repository: Repository) -> [UInt8] {
    let rank = repository.tiers[tier]?.rank.value ?? 0
    let services = repository.serviceTemplates.all.filter { template in
      let least = template.about.minimumTier.flatMap { repository.tiers[$0.value]?.rank.value }
      return least == nil || least == rank && rank > 0
    }
    let dataClass = repository.platform.catalogue.dataClasses.names.first
    var text = """
      # What '\(name)' wants. Everything else comes from templates/; 'spai-gen explain KEY' tells what can be said.
      apiVersion: \(Header.apiVersion)
      kind: Tenant
      metadata:
        name: \(name)
      tier: \(tier)
      owner:
        team: \(name)
        contact: team@\(name).example.com

      """
    text += "environments:\n"
    for environment in repository.environments.names { text += "  \(environment): {}\n" }
    if let dataClass { text += "dataClasses: [\(dataClass)]\n" }
    if let store = repository.platform.catalogue.secretStores.names.first {
      text += "secretStore: \(store)\n"
    }
    text += "services:\n"
    for service in services { text += "  \(service.header.name): {}\n" }
    return Array(text.utf8)
  }
}

/// Writes files into a folder, none of which may be there yet.
///
/// - Returns: The paths that were written; empty where one is taken, which is reported.
package func writeNew(
  _ files: [(path: String, bytes: [UInt8])],
  in folder: Folder,
  reporting findings: inout Findings
) -> [String] {
  do throws(FileFailure) {
    var taken: [String] = []
    for file in files {
      try folder.refuseLinks(in: file.path)
      if try folder.kind(file.path) != nil { taken.append(file.path) }
    }
    guard taken.isEmpty else {
      findings.report(.taken(taken))
      return []
    }
    for file in files {
      if let slash = file.path.lastIndex(of: "/") { try folder.makeFolders(String(file.path[..<slash])) }
      try folder.write(file.bytes, to: file.path)
    }
    return files.map(\.path)
  } catch {
    findings.report(error.diagnostic)
    return []
  }
}

extension Code {
  package static let takenPath = Code("SPAI0004", "taken-path")
}

extension Diagnostic {
  fileprivate static func taken(_ paths: [String]) -> Self {
    let shown = paths.prefix(3).map { "'\($0)'" }.joined(separator: ", ")
    return Diagnostic(
      .takenPath,
      .error,
      "\(shown)\(paths.count > 3 ? " and \(paths.count - 3) more" : "") would be overwritten",
      at: nil,
      help: "Choose an empty folder, or another name; nothing was written."
    )
  }
}
