internal import YAMLSyntax

/// What of the restricted defaults may differ.
package struct Security: SpecObject {
  package let user: Spanned<Int>
  package let group: Spanned<Int>
  package let readOnlyRootFilesystem: Spanned<Bool>
  package let addCapabilities: [Spanned<AddedCapability>]
  package let seccomp: Spanned<String>?
  package let appArmor: Spanned<String>?
  package let shell: Spanned<Bool>?

  package static let shape = Shape(
    "security",
    "What of the restricted defaults may differ.",
    .required("user", "The numeric user; never root.", .integer(1000...2_147_483_647)),
    .required("group", "The numeric group; never root's.", .integer(1000...2_147_483_647)),
    .required("readOnlyRootFilesystem", "Whether only declared volumes can be written."),
    .list("addCapabilities", "Capabilities to keep, of those that the restricted level admits."),
    .optional(
      "seccomp",
      "A seccomp profile on the nodes, by its file below the kubelet's folder; RuntimeDefault when absent.",
      .profile
    ),
    .optional(
      "appArmor",
      "An AppArmor profile that the nodes have loaded; the runtime's own when absent.",
      .profile
    ),
    .optional(
      "shell",
      "Whether it may start a shell; when absent, only if its command or a probe of it is one."
    ),
    make: Security.init
  )
}

/// The capabilities that Pod Security's restricted level lets a container add.
///
/// Source: Kubernetes, Pod Security Standards, "Restricted", control "Capabilities".
package enum AddedCapability: String, SpecEnumeration {
  case netBindService = "NET_BIND_SERVICE"
}

extension ScalarFormat {
  /// The name of a security profile: never a way out of the folder of profiles.
  fileprivate static let profile = ScalarFormat("a profile such as profiles/api.json", types: [.string]) {
    text in
    let others = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-/".utf8)
    if text.isEmpty || !text.utf8.allSatisfy(others.contains) {
      return "has other characters than letters, digits, '.', '_', '-' and '/'"
    }
    let names = text.split(separator: "/", omittingEmptySubsequences: false)
    return names.contains { ["", ".", ".."].contains($0) }
      ? "is not a path below the folder of profiles" : nil
  }
}
