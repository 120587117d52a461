package import Diagnostics
internal import Kubernetes

extension Repository {
  /// What of images and their signers can be told without any tenant.
  func checkSupplyChain(reporting findings: inout Findings) {
    for item in platform.registries.items {
      guard let signing = item.value.signing else { continue }
      checkChoice(
        "signing of registry '\(item.name)'",
        [("keyless", signing.value.keyless != nil), ("key", signing.value.key != nil)],
        at: signing.origin,
        reporting: &findings
      )
      if let keyless = signing.value.keyless {
        checkChoice(
          "signer of registry '\(item.name)'",
          [("subject", keyless.subject != nil), ("subjectPattern", keyless.subjectPattern != nil)],
          at: keyless.issuer.origin,
          reporting: &findings
        )
      }
      if let key = signing.value.key {
        checkChoice(
          "signing key of registry '\(item.name)'",
          [("secret", key.secret != nil), ("kms", key.kms != nil)],
          at: key.secret?.origin ?? signing.origin,
          reporting: &findings
        )
      }
      if platform.capabilities.sigstorePolicyController == nil {
        findings.report(.unverifiedSignatures(item.name, signing.origin))
      }
    }
    if let scans = platform.imageScans, scans.maxAge.value.seconds % 86_400 != 0 {
      findings.report(.partialDay(scans.maxAge))
    }
  }

  private func checkChoice(
    _ what: String,
    _ fields: [(name: String, isPresent: Bool)],
    at origin: Origin,
    reporting findings: inout Findings
  ) {
    let present = fields.filter(\.isPresent).map(\.name)
    if present.count != 1 {
      findings.report(.ambiguousSigner(what, present, of: fields.map(\.name), origin))
    }
  }
}

extension Resolver {
  /// An image has what the environment asks of every image.
  func checkImage(_ image: Image, owner: String, reporting findings: inout Findings) {
    checkDemands(image.tag, image.digest, image.records, owner: owner, reporting: &findings)
    // Whoever runs other bytes inherits what a template knows of its own.
    let bytes = image.digest ?? image.tag
    let records = [("sbom", image.records.sbom), ("scan", image.records.scan?.day)]
    for case (let name, let record?) in records
    where repository.isTenants(bytes.origin) && !repository.isTenants(record.origin) {
      findings.report(.inheritedRecord(name, record, bytes, owner))
    }
  }

  /// The other versions of a service are images as well.
  func checkImages(of rollout: Rollout, owner: String, reporting findings: inout Findings) {
    let versions: [OtherVersion?] =
      switch rollout.strategy.value {
      case .rolling, .recreate: []
      case .blueGreen: [rollout.blueGreen.blue, rollout.blueGreen.green]
      case .canary: [rollout.canary.next]
      case .abTest: [rollout.abTest?.variant]
      }
    for version in versions.compactMap(\.self) {
      checkDemands(version.tag, version.digest, version.records, owner: owner, reporting: &findings)
    }
  }

  private func checkDemands(
    _ tag: Spanned<String>,
    _ digest: Spanned<String>?,
    _ records: ImageRecords,
    owner: String,
    reporting findings: inout Findings
  ) {
    for demand in environment.images {
      let isMet =
        switch demand.value {
        case .digest: digest != nil
        case .sbom: records.sbom != nil
        case .scan: records.scan != nil
        }
      if !isMet { findings.report(.unmetDemand(demand, tag, environment, owner)) }
    }
  }
}

// MARK: - Messages

extension Code {
  package static let ambiguousSigner = Code("SPAI1395", "ambiguous-signer")
  package static let unmetDemand = Code("SPAI1396", "unmet-image-demand")
  package static let inheritedRecord = Code("SPAI1398", "inherited-record")
  package static let partialDay = Code("SPAI1397", "partial-day")
}

extension Diagnostic {
  fileprivate static func ambiguousSigner(
    _ what: String,
    _ present: [String],
    of fields: [String],
    _ origin: Origin
  ) -> Self {
    Diagnostic(
      .ambiguousSigner,
      .error,
      "the \(what) has \(present.isEmpty ? "none" : "both") of \(fields.map { "'\($0)'" }.joined(separator: " and "))",
      at: origin.span.map { Label($0, "one of them") },
      help: "Say exactly one."
    )
  }

  fileprivate static func unverifiedSignatures(_ registry: String, _ origin: Origin) -> Self {
    Diagnostic(
      .missingCapability,
      .warning,
      "without capability 'sigstorePolicyController', nothing verifies the signatures of registry '\(registry)'",
      at: origin.span.map { Label($0, "known, but not asked for at admission") },
      help: "Add it under 'capabilities' once the cluster runs it; until then, 'images: [digest]' of an "
        + "Environment has every image pinned."
    )
  }

  fileprivate static func unmetDemand(
    _ demand: Spanned<ImageDemand>,
    _ tag: Spanned<String>,
    _ environment: Environment,
    _ owner: String
  ) -> Self {
    Diagnostic(
      .unmetDemand,
      .error,
      "the image of \(owner) has no '\(demand.value.rawValue)', which '\(environment.name)' asks of every image",
      at: tag.origin.span.map { Label($0, "nothing of it beside the tag") },
      related: demand.origin.span.map { [Label($0, "asked for")] } ?? [],
      help: "Add '\(demand.value.rawValue)' to the image, beside its tag."
    )
  }

  fileprivate static func inheritedRecord(
    _ name: String,
    _ record: Spanned<String>,
    _ bytes: Spanned<String>,
    _ owner: String
  ) -> Self {
    Diagnostic(
      .inheritedRecord,
      .error,
      "the '\(name)' of the image of \(owner) is that of the template's image",
      at: bytes.origin.span.map { Label($0, "another image than the template's") },
      related: record.origin.span.map { [Label($0, "says something about the template's")] } ?? [],
      help: "Write '\(name)' beside the image that it is about, or set it to 'null'."
    )
  }

  fileprivate static func partialDay(_ age: Spanned<TimeSpan>) -> Self {
    Diagnostic(
      .partialDay,
      .error,
      "the age of scans is counted in days, and '\(age.value)' is not a whole number of them",
      at: age.origin.span.map { Label($0, "between two days") },
      help: "Write whole days, such as 30d."
    )
  }
}
