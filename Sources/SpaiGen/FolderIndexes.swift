internal import Diagnostics
internal import Rendering
internal import Specification

extension PlannedUnit {
  /// The unit with a kustomization.yaml in each of its folders that is applied as one, where the platform asks for
  /// them.
  ///
  /// A file is listed by the nearest index above it. A part of a unit leaves other files of ours where they are, so
  /// its indexes list what the lock knows of, too; where the lock can not be read, they stay as they were.
  func indexed(for delivery: Delivery, in folder: Folder) throws(FileFailure) -> PlannedUnit {
    guard delivery.kustomize.value else { return self }
    var paths = Set(files.map(\.path))
    if !isWhole {
      let recorded = try readLocks(of: id, in: folder)
      if recorded.problem != nil { return self }
      paths.formUnion(recorded.current?.digests.keys.map { $0 } ?? [])
    }
    let folders = indexedFolders(delivery)
    let listed = Dictionary(grouping: paths.filter { !$0.isIndex }) { path in
      folders.first { path.hasPrefix($0) } ?? ""
    }
    let indexes = folders.compactMap { folder -> PlannedFile? in
      guard let paths = listed[folder] else { return nil }
      let tree = folderIndex(listing: Set(paths.map { String($0.dropFirst(folder.count)) }))
      return PlannedFile(
        printing: tree,
        to: folder + folderIndexName,
        owner: delivery.kustomize.origin
      )
    }
    return PlannedUnit(
      id: id,
      source: source,
      files: (files + indexes).sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) },
      isWhole: isWhole
    )
  }

  /// The folders that are applied as one, the deepest first.
  ///
  /// What Argo CD needs goes to the cluster that Argo CD runs in, the rest to the cluster of the environment.
  private func indexedFolders(_ delivery: Delivery) -> [String] {
    guard id.tenant == nil, let argoCD = delivery.argoCD else { return [""] }
    return [argoCD.value.namespace.value + "/", ""]
  }
}

extension String {
  fileprivate var isIndex: Bool {
    self == folderIndexName || hasSuffix("/" + folderIndexName)
  }
}
