/// Every image that the pods of an output run, and who runs it.
package struct ImageInventory: Sendable {
  package struct Image: Sendable {
    /// As pods write it.
    package let text: String
    /// Registry and repository.
    package let name: String
    package let tag: String?
    /// For instance `sha256:…`.
    package let digest: String?
    package let records: Records
    /// Sorted.
    package let users: [User]

    package init(
      text: String,
      name: String,
      tag: String?,
      digest: String?,
      records: Records,
      users: [User]
    ) {
      self.text = text
      self.name = name
      self.tag = tag
      self.digest = digest
      self.records = records
      self.users = users
    }
  }

  /// Where it stands what is known of an image.
  package struct Records: Sendable {
    /// The bill of materials.
    package var sbom: String?
    /// The result of the last scan.
    package var scan: String?
    /// The day of that, such as `2026-11-02`.
    package var scannedOn: String?

    package init(sbom: String? = nil, scan: String? = nil, scannedOn: String? = nil) {
      self.sbom = sbom
      self.scan = scan
      self.scannedOn = scannedOn
    }

    /// What both know; of two scans, the later.
    package func merged(with other: Records) -> Records {
      let isLater = scannedOn ?? "" >= other.scannedOn ?? ""
      return Records(
        sbom: sbom ?? other.sbom,
        scan: isLater ? scan ?? other.scan : other.scan,
        scannedOn: isLater ? scannedOn : other.scannedOn
      )
    }
  }

  /// An object whose pods run an image.
  package struct User: Sendable, Comparable, Hashable {
    package let environment: String
    package let tenant: String
    /// For instance `Deployment/api`.
    package let object: String

    package init(environment: String, tenant: String, object: String) {
      self.environment = environment
      self.tenant = tenant
      self.object = object
    }

    package static func < (left: User, right: User) -> Bool {
      (left.environment, left.tenant, left.object) < (right.environment, right.tenant, right.object)
    }
  }

  /// The platform's name.
  package let platform: String
  /// Sorted by their text.
  package let images: [Image]

  package init(platform: String, images: [Image]) {
    self.platform = platform
    self.images = images
  }
}
