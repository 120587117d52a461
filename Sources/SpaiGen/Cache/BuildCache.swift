package import Diagnostics
import Kubernetes
import Linting
package import Specification

/// What former builds found out, so that a build costs what changed and not what there is.
///
/// A record says: from these digests a unit without errors was made, and its folder was seen like this. Inputs are
/// compared by content in every build. Output is compared by stamps first, and by the digests of its lock where a stamp
/// differs, as after a checkout or in a copy. Whatever does not fit is compiled as if there were no record, so a wrong,
/// torn or foreign record costs time only.
package struct BuildCache: Sendable {
  /// Below the project's root; hides itself from git.
  package static let folderName = ".spai-gen-cache"

  private let tool: String
  private let request: String
  private let shared: String
  private let own: [String: [UnitKey.KeyedSource]]
  /// Of every source, by its number in this run, and back.
  fileprivate let paths: [SourceID: String]
  fileprivate let sources: [String: SourceID]

  /// - Parameters:
  ///   - tool: What tells this compiler from any other.
  ///   - workspace: The specs.
  ///   - sources: Everything that was read, the settings of the lint too.
  ///   - overrides: What was asked for beyond them.
  ///   - isLinting: Whether the lint runs.
  package init(
    tool: String,
    _ workspace: Workspace,
    _ sources: SourceMap,
    _ overrides: Overrides,
    isLinting: Bool
  ) {
    self.tool = tool
    request = "strategy \(overrides.strategy?.rawValue ?? "as written"), lint \(isLinting ? "on" : "off")"
    var shared: [UInt8] = []
    var own: [String: [UnitKey.KeyedSource]] = [:]
    for source in sources.sources {
      let keyed = UnitKey.KeyedSource(path: source.path, digest: sha256(source.bytes))
      if let tenants = workspace.tenantsBySource[source.id] {
        for tenant in tenants { own[tenant, default: []].append(keyed) }
      } else {
        shared += "\(keyed.digest) \(keyed.path)\n".utf8
      }
    }
    self.shared = sha256(shared)
    self.own = own
    paths = Dictionary(uniqueKeysWithValues: sources.sources.map { ($0.id, $0.path) })
    self.sources = Dictionary(
      sources.sources.map { ($0.path, $0.id) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// What is known of a tenant's unit.
  func memory(of id: UnitID, tenant: String) -> UnitMemory {
    UnitMemory(id: id, key: key(own[tenant] ?? []), cache: self)
  }

  /// What is known of the cluster-scoped objects of an environment, which are made of those of its units.
  func memory(of id: UnitID, made files: [PlannedFile]) -> UnitMemory {
    var bytes: [UInt8] = []
    for file in files { bytes += "\(sha256(file.bytes)) \(file.path)\n".utf8 }
    let units = UnitKey.KeyedSource(
      path: "what units have outside of their namespaces",
      digest: sha256(bytes)
    )
    return UnitMemory(id: id, key: key([units]), cache: self)
  }

  private func key(_ own: [UnitKey.KeyedSource]) -> UnitKey {
    UnitKey(tool: tool, request: request, shared: shared, own: own)
  }

  /// Hides the cache from git and from backups.
  func hide(in folder: Folder) {
    do {
      guard try folder.kind(Self.folderName) == .folder else { return }
      for (name, text) in Self.signs where try folder.kind("\(Self.folderName)/\(name)") == nil {
        try folder.write(Array(text.utf8), to: "\(Self.folderName)/\(name)")
      }
    } catch {}
  }

  /// Forgets units that are no more.
  func forget(allBut units: [UnitID], in folder: Folder) {
    do {
      guard try folder.kind(Self.folderName) == .folder else { return }
      let clusters = Set(units.map(\.environment)).map { UnitID(environment: $0, tenant: nil) }
      let known = Set((units + clusters).map(Self.path))
      for (environment, kind) in try folder.list(Self.folderName) where kind == .folder {
        for (name, _) in try folder.list("\(Self.folderName)/\(environment)") {
          let path = "\(Self.folderName)/\(environment)/\(name)"
          if !known.contains(path) { try folder.remove(path) }
        }
      }
    } catch {}
  }

  fileprivate static func path(of id: UnitID) -> String {
    "\(folderName)/\(id.path)"
  }

  private static let signs = [
    (".gitignore", "# Made by spai-gen; it can be deleted at any time.\n*\n"),
    (
      "CACHEDIR.TAG",
      "Signature: 8a477f597d28d172789f06886806bc55\n# A cache of spai-gen; see https://bford.info/cachedir/\n"
    ),
  ]
}

/// What the cache knows of one unit.
struct UnitMemory: Sendable {
  private let id: UnitID
  private let key: UnitKey
  private let cache: BuildCache

  fileprivate init(id: UnitID, key: UnitKey, cache: BuildCache) {
    self.id = id
    self.key = key
    self.cache = cache
  }

  /// What a former build found, if a build would find the same now.
  ///
  /// - Parameters:
  ///   - folder: The project.
  ///   - keepsStamps: Whether stamps that are new are kept, so that files need not be read the next time.
  /// - Returns: What is known, with stamps of now.
  /// - Throws: Why that is not so.
  func recall(in folder: Folder, keepsStamps: Bool) throws(CacheMiss) -> UnitRecord {
    guard let bytes = (try? folder.read(BuildCache.path(of: id))) ?? nil else {
      throw CacheMiss("nothing is known of it")
    }
    guard let record = try? UnitRecord(bytes, sources: cache.sources) else {
      throw CacheMiss("its record cannot be read")
    }
    if let difference = key.difference(from: record.key) { throw CacheMiss(difference) }
    guard let standing = try folder.confirm(record.standing, of: id) else { return record }
    var seen = record
    seen.standing = standing
    if keepsStamps { write(seen, in: folder) }
    return seen
  }

  /// Keeps what a build found.
  func keep(
    _ standing: StandingOutput,
    findings: [Diagnostic] = [],
    claims: [StandingClaim] = [],
    extensions: ExtensionCount = .none,
    clusterFiles: [PlannedFile] = [],
    in folder: Folder
  ) {
    let record = UnitRecord(
      key: key,
      standing: standing,
      findings: findings,
      claims: claims,
      extensions: extensions,
      clusterFiles: clusterFiles
    )
    write(record, in: folder)
  }

  /// A folder that cannot be written to is no reason to fail a build.
  private func write(_ record: UnitRecord, in folder: Folder) {
    do {
      try folder.makeFolders("\(BuildCache.folderName)/\(id.environment)")
      try folder.write(record.bytes(paths: cache.paths), to: BuildCache.path(of: id))
    } catch {}
  }
}

/// Why a unit is compiled anew.
struct CacheMiss: Error {
  let reason: String

  init(_ reason: String) {
    self.reason = reason
  }
}

extension UnitKey {
  /// What is no longer as it was; nil where everything is.
  fileprivate func difference(from old: UnitKey) -> String? {
    if self == old { return nil }
    if tool != old.tool { return "it was made by another spai-gen" }
    if request != old.request { return "it was made with \(old.request)" }
    if shared != old.shared { return "templates or settings changed" }
    let changed = own.first { !old.own.contains($0) } ?? old.own.first { !own.contains($0) }
    return "\(changed?.path ?? "a source") changed"
  }
}
