package import Diagnostics
package import YAMLSyntax

/// A document as it was written, after its shape was checked.
package enum SpecDocument: Sendable {
  case platform(Platform)
  case tier(Tier)
  case resourceTier(ResourceTier)
  case environment(Environment)
  case serviceTemplate(ServiceTemplate)
  case jobTemplate(JobTemplate)
  case tenant(Tenant)
  case appService(AppService)
  case batchJob(BatchJob)
  case rawObjects(RawObjects, Owner)
  case patch(Patch, Owner)
  case move(Move)
}

/// What is left of a document that could not be decoded: enough to know whom it concerns.
package struct BrokenDocument: Sendable {
  package let source: SourceID
  package let kind: String?
  package let name: String?
  /// The tenant that an AppService or BatchJob names.
  package let tenant: String?
  /// What can be understood of a Tenant all the same: resolved for its further mistakes, and never built.
  package fileprivate(set) var remnant: Tenant?
}

/// Decodes one document; reports everything that is wrong with it.
///
/// - Parameters:
///   - node: The document.
///   - source: Where it stands.
///   - isTorn: Whether the source has errors of YAML, so that the document may not be what was meant.
///   - findings: Where problems go.
/// - Returns: The document, or what is left of it.
package func decode(
  _ node: Node,
  from source: Source,
  isTorn: Bool,
  reporting findings: inout Findings
) -> Result<SpecDocument, BrokenDocument> {
  var broken = BrokenDocument(
    source: source.id,
    kind: node.mapping?["kind"]?.scalar?.text,
    name: node.mapping?["metadata"]?.mapping?["name"]?.scalar?.text,
    tenant: node.mapping?["tenant"]?.scalar?.text,
    remnant: nil
  )
  guard let mapping = node.mapping, let kindNode = mapping["kind"], let word = kindNode.scalar?.text else {
    findings.report(.noKind(node))
    return .failure(broken)
  }
  guard let kind = SpecKind.named(word) else {
    findings.report(.unknownKind(word, kindNode))
    return .failure(broken)
  }
  let before = findings.all.count
  if let owner = kind.owner, owner != source.owner {
    findings.report(.wrongFolder(kind, kindNode))
  }
  Schema.object { kind.schema }.check(
    node,
    as: "\(kind.name) '\(broken.name ?? "?")'",
    reporting: &findings
  )
  checkForSecretValues(node, reporting: &findings)
  let errors = findings.all[before...].filter { $0.severity == .error }
  if errors.isEmpty, !isTorn, let document = SpecDocument(node, kind: kind, owner: source.owner) {
    return .success(document)
  }
  if kind.name == "Tenant" {
    broken.remnant = Tenant(node: node.withoutMistakes(at: errors.compactMap(\.primary?.span)))
  }
  return .failure(broken)
}

extension BrokenDocument: Error {}

extension SpecDocument {
  fileprivate init?(_ node: Node, kind: SpecKind, owner: Owner) {
    let document: SpecDocument? =
      switch kind.name {
      case "Platform": Platform(node: node).map(SpecDocument.platform)
      case "Tier": Tier(node: node).map(SpecDocument.tier)
      case "ResourceTier": ResourceTier(node: node).map(SpecDocument.resourceTier)
      case "Environment": Environment(node: node).map(SpecDocument.environment)
      case "ServiceTemplate": ServiceTemplate(node: node).map(SpecDocument.serviceTemplate)
      case "JobTemplate": JobTemplate(node: node).map(SpecDocument.jobTemplate)
      case "Tenant": Tenant(node: node).map(SpecDocument.tenant)
      case "AppService": AppService(node: node).map(SpecDocument.appService)
      case "RawObjects": RawObjects(node: node).map { .rawObjects($0, owner) }
      case "Patch": Patch(node: node).map { .patch($0, owner) }
      case "Move": Move(node: node).map(SpecDocument.move)
      default: BatchJob(node: node).map(SpecDocument.batchJob)
      }
    guard let document else { return nil }
    self = document
  }
}

// MARK: - Messages

extension Code {
  package static let noKind = Code("SPAI1106", "no-kind")
  package static let unknownKind = Code("SPAI1107", "unknown-kind")
  package static let wrongFolder = Code("SPAI1108", "wrong-folder")
}

extension Diagnostic {
  fileprivate static func noKind(_ node: Node) -> Self {
    Diagnostic(
      .noKind,
      .error,
      "a document without 'kind'",
      at: node.origin.span.map { Label($0, "what it declares is unknown") },
      help: "Start it with 'apiVersion: \(Header.apiVersion)', 'kind' and 'metadata.name'."
    )
  }

  fileprivate static func unknownKind(_ word: String, _ node: Node) -> Self {
    let kinds = SpecKind.all.map(\.name)
    return Diagnostic(
      .unknownKind,
      .error,
      "unknown kind '\(word)'",
      at: node.origin.span.map { Label($0, "not a kind of \(Header.apiVersion)") },
      help: didYouMean(word, among: kinds) ?? "Known kinds: \(kinds.joined(separator: ", "))."
    )
  }

  fileprivate static func wrongFolder(_ kind: SpecKind, _ node: Node) -> Self {
    let (owner, folder) =
      kind.owner == .platform ? ("the platform team", "templates/") : ("tenant teams", "tenants/")
    return Diagnostic(
      .wrongFolder,
      .error,
      "kind '\(kind.name)' does not belong here",
      at: node.origin.span.map { Label($0, "written by \(owner)") },
      help: "Move it to \(folder)."
    )
  }
}
