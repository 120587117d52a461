package import Diagnostics
package import Kubernetes

/// Checks between the parts of one workload: what only an API server, or a pod that never starts, would tell.
extension Resolver {
  func checkPort(
    _ port: Spanned<String>,
    of container: ContainerSpec,
    owner: String,
    reporting findings: inout Findings
  ) {
    guard container.ports.item(port.value) == nil else { return }
    findings.report(.undeclared("port of \(owner)", port, among: container.ports.names))
  }

  func checkContainer(_ container: ContainerSpec, owner: String, reporting findings: inout Findings) {
    if container.image.tag.value == "latest" {
      findings.report(.latestTag(container.image.tag, owner))
    }
    var numbers: [String: Keyed<Port>.Item] = [:]
    var serviceNumbers: [String: Keyed<Port>.Item] = [:]
    for port in container.ports.items {
      let kind = port.value.protocol.value.rawValue
      if let first = numbers.updateValue(port, forKey: "\(port.value.number.value)/\(kind)") {
        findings.report(.samePort(port, port.value.number, first, owner))
      }
      let number = port.value.service ?? port.value.number
      if let first = serviceNumbers.updateValue(port, forKey: "\(number.value)/\(kind)"),
        first.value.number.value != port.value.number.value
      {
        findings.report(.samePort(port, number, first, owner))
      }
    }
    var variables: [String: Origin] = [:]
    let names =
      container.env.items.map { ($0.name, $0.origin) }
      + container.secrets.items.flatMap { $0.value.env.items.map { ($0.name, $0.origin) } }
    for (name, origin) in names {
      if let first = variables.updateValue(origin, forKey: name) {
        findings.report(.sameVariable(name, origin, first, owner))
      }
    }
  }

  func checkVolumes(_ container: ContainerSpec, owner: String, reporting findings: inout Findings) {
    var mounts: [String: Origin] = [:]
    let places =
      container.volumes.items.map { $0.value.mount } + (container.config.map { [$0.mount] } ?? [])
      + container.secrets.items.compactMap(\.value.mount)
    for place in places {
      if let first = mounts.updateValue(place.origin, forKey: place.value) {
        findings.report(.sameMount(place, first, owner))
      }
    }
    for item in container.volumes.items {
      guard let claim = item.value.claim else { continue }
      check(
        claim.size,
        "claim '\(item.name)' of \(owner)",
        against: tier.limits.maxClaim,
        reporting: &findings
      )
      let classes = platform.catalogue.storageClasses
      if let name = claim.storageClass {
        let storageClass = classes.find(name, kind: "storage class of the platform", reporting: &findings)
        if let storageClass { checkAccess(claim, storageClass, owner: owner, reporting: &findings) }
      } else if !classes.items.contains(where: { $0.value.isDefault.value }) {
        findings.report(.noStorageClass(claim, item.name, owner))
      }
    }
  }

  private func checkAccess(
    _ claim: VolumeClaim,
    _ storageClass: Keyed<StorageClass>.Item,
    owner: String,
    reporting findings: inout Findings
  ) {
    let modes = storageClass.value.access.map(\.value)
    guard let access = claim.access, !modes.isEmpty, !modes.contains(access.value) else { return }
    findings.report(.wrongAccess(access, storageClass.name, modes, owner))
  }

  func checkSecrets(_ container: ContainerSpec, owner: String, reporting findings: inout Findings) {
    for item in container.secrets.items {
      if tenant.facts.secretStore == nil {
        findings.report(.noSecretStore(item, owner, tenant))
        return
      }
      if !item.value.files.isEmpty && item.value.mount == nil {
        findings.report(.noMount(item, owner))
      }
    }
  }

  func checkExternal(
    _ external: Keyed<ExternalDestination>,
    owner: String,
    reporting findings: inout Findings
  ) {
    for item in external.items where item.value.cidrs.isEmpty || item.value.ports.isEmpty {
      findings.report(.openDestination(item, owner))
    }
    for item in external.items {
      for cidr in item.value.cidrs {
        for range in platform.network.clusterRanges where range.value.contains(cidr.value) {
          findings.report(.insideCluster(cidr, range, owner))
        }
        if metadataAddresses.contains(where: { $0 == cidr.value }) {
          findings.report(.metadataAddress(cidr, owner))
        }
      }
    }
  }
}

/// The addresses from which clouds hand out credentials to whoever asks.
///
/// Sources: AWS, Google Cloud and Azure instance metadata documentation (169.254.169.254; AWS also
/// fd00:ec2::254; AWS ECS and EKS Pod Identity 169.254.170.2 and .23).
package let metadataAddresses: [CIDR] = [
  "169.254.169.254/32", "169.254.170.2/32", "169.254.170.23/32", "fd00:ec2::254/128", "fd00:ec2::23/128",
].compactMap { CIDR(parsing: $0) }

// MARK: - Messages

extension Code {
  package static let latestTag = Code("SPAI1312", "latest-tag")
  package static let samePort = Code("SPAI1313", "same-port")
  package static let sameVariable = Code("SPAI1314", "same-variable")
  package static let sameMount = Code("SPAI1315", "same-mount")
  package static let noStorageClass = Code("SPAI1316", "no-storage-class")
  package static let wrongAccess = Code("SPAI1317", "wrong-access")
  package static let noSecretStore = Code("SPAI1318", "no-secret-store")
  package static let noMount = Code("SPAI1319", "no-mount")
  package static let openDestination = Code("SPAI1320", "open-destination")
  package static let insideCluster = Code("SPAI1321", "inside-cluster")
  package static let metadataAddress = Code("SPAI1322", "metadata-address")
}

extension Diagnostic {
  fileprivate static func latestTag(_ tag: Spanned<String>, _ owner: String) -> Self {
    Diagnostic(
      .latestTag,
      .error,
      "\(owner) runs image tag 'latest'",
      at: tag.origin.span.map { Label($0, "means another image tomorrow") },
      help: "Name a release, and pin it by 'digest'."
    )
  }

  fileprivate static func samePort(
    _ port: Keyed<Port>.Item,
    _ number: Spanned<Int>,
    _ first: Keyed<Port>.Item,
    _ owner: String
  ) -> Self {
    Diagnostic(
      .samePort,
      .error,
      "ports '\(first.name)' and '\(port.name)' of \(owner) are both \(number.value)",
      at: number.origin.span.map { Label($0, "the number is taken") },
      related: first.origin.span.map { [Label($0, "taken here")] } ?? [],
      help: "Give each port a number of its own."
    )
  }

  fileprivate static func sameVariable(
    _ name: String,
    _ origin: Origin,
    _ first: Origin,
    _ owner: String
  ) -> Self {
    Diagnostic(
      .sameVariable,
      .error,
      "variable '\(name)' of \(owner) is set twice",
      at: origin.span.map { Label($0, "set again") },
      related: first.span.map { [Label($0, "first set here")] } ?? [],
      help: "Keep one of them."
    )
  }

  fileprivate static func sameMount(_ place: Spanned<String>, _ first: Origin, _ owner: String) -> Self {
    Diagnostic(
      .sameMount,
      .error,
      "two volumes of \(owner) are mounted at '\(place.value)'",
      at: place.origin.span.map { Label($0, "the folder is taken") },
      related: first.span.map { [Label($0, "taken here")] } ?? [],
      help: "Mount each at a folder of its own."
    )
  }

  fileprivate static func noStorageClass(_ claim: VolumeClaim, _ name: String, _ owner: String) -> Self {
    Diagnostic(
      .noStorageClass,
      .error,
      "claim '\(name)' of \(owner) names no storage class, and none is the default",
      at: claim.size.origin.span.map { Label($0, "nothing would serve it") },
      help: "Set 'storageClass', or make one of the platform's the default."
    )
  }

  fileprivate static func wrongAccess(
    _ access: Spanned<AccessMode>,
    _ storageClass: String,
    _ modes: [AccessMode],
    _ owner: String
  ) -> Self {
    Diagnostic(
      .wrongAccess,
      .error,
      "storage class '\(storageClass)' cannot be mounted \(access.value.rawValue)",
      at: access.origin.span.map { Label($0, "asked for by \(owner)") },
      help: "It can: \(modes.map(\.rawValue).joined(separator: ", "))."
    )
  }

  fileprivate static func noSecretStore(
    _ item: Keyed<SecretUse>.Item,
    _ owner: String,
    _ tenant: Tenant
  ) -> Self {
    Diagnostic(
      .noSecretStore,
      .error,
      "\(owner) uses secret '\(item.name)', but tenant '\(tenant.name)' has no secret store",
      at: item.origin.span.map { Label($0, "comes from nowhere") },
      related: tenant.header.origin.span.map { [Label($0, "the tenant")] } ?? [],
      help: "Set 'secretStore' of the tenant."
    )
  }

  fileprivate static func noMount(_ item: Keyed<SecretUse>.Item, _ owner: String) -> Self {
    Diagnostic(
      .noMount,
      .error,
      "secret '\(item.name)' of \(owner) has files, but no folder",
      at: item.origin.span.map { Label($0, "'mount' is missing") },
      help: "Set 'mount'."
    )
  }

  fileprivate static func openDestination(_ item: Keyed<ExternalDestination>.Item, _ owner: String) -> Self {
    Diagnostic(
      .openDestination,
      .error,
      "external destination '\(item.name)' of \(owner) needs addresses and ports",
      at: item.origin.span.map { Label($0, "would be everywhere, or nowhere") },
      help: "Give 'cidrs' and 'ports'."
    )
  }

  fileprivate static func insideCluster(
    _ cidr: Spanned<CIDR>,
    _ range: Spanned<CIDR>,
    _ owner: String
  ) -> Self {
    Diagnostic(
      .insideCluster,
      .error,
      "\(owner) declares \(cidr.value) as external, but it is inside the cluster",
      at: cidr.origin.span.map { Label($0, "an address of the cluster") },
      related: range.origin.span.map { [Label($0, "the cluster's range")] } ?? [],
      help: "Declare the service under 'calls' instead."
    )
  }

  fileprivate static func metadataAddress(_ cidr: Spanned<CIDR>, _ owner: String) -> Self {
    Diagnostic(
      .metadataAddress,
      .error,
      "\(owner) asks for the cloud's metadata address",
      at: cidr.origin.span.map { Label($0, "hands out the node's credentials") },
      help: "Remove it; use the service account's own identity."
    )
  }
}
