/// Files that a container reads; a change of them restarts the pods.
package struct Configuration: SpecObject {
  package let mount: Spanned<String>
  package let files: Keyed<Spanned<String>>

  package static let shape = Shape(
    "config",
    "Files that the container reads; a change of them rolls the pods.",
    .required("mount", "The folder in which the container sees them.", .path),
    .map("files", "The text of each file, by its name.", keys: .fileName),
    make: Configuration.init
  )
}

/// A secret of the tenant's store, by reference; its value never stands in a spec.
package struct SecretUse: SpecObject {
  package let key: Spanned<String>?
  package let env: Keyed<Spanned<String>>
  package let files: Keyed<Spanned<String>>
  package let mount: Spanned<String>?

  package static let shape = Shape(
    "secret",
    "A secret of the tenant's store, by reference; its value never stands in a spec.",
    .optional("key", "Its path in the store; '<tenant>/<environment>/<name>' when absent."),
    .map("env", "Variables to set, each from a property of the secret.", keys: .environmentVariable),
    .map("files", "Files to write, each from a property of the secret.", keys: .fileName),
    .optional("mount", "The folder of the files.", .path),
    make: SecretUse.init
  )
}
