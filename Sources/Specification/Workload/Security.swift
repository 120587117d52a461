/// What of the restricted defaults may differ.
package struct Security: SpecObject {
  package let user: Spanned<Int>
  package let group: Spanned<Int>
  package let readOnlyRootFilesystem: Spanned<Bool>
  package let addCapabilities: [Spanned<AddedCapability>]

  package static let shape = Shape(
    "security",
    "What of the restricted defaults may differ.",
    .required("user", "The numeric user; never root.", .integer(1000...2_147_483_647)),
    .required("group", "The numeric group; never root's.", .integer(1000...2_147_483_647)),
    .required("readOnlyRootFilesystem", "Whether only declared volumes can be written."),
    .list("addCapabilities", "Capabilities to keep, of those that the restricted level admits."),
    make: Security.init
  )
}

/// The capabilities that Pod Security's restricted level lets a container add.
///
/// Source: Kubernetes, Pod Security Standards, "Restricted", control "Capabilities".
package enum AddedCapability: String, SpecEnumeration {
  case netBindService = "NET_BIND_SERVICE"
}
