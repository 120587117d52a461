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
    /// Sorted.
    package let users: [User]

    package init(text: String, name: String, tag: String?, digest: String?, users: [User]) {
      self.text = text
      self.name = name
      self.tag = tag
      self.digest = digest
      self.users = users
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
