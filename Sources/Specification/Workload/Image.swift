/// Which image a container runs.
package struct Image: SpecObject {
  /// A registry of the platform.
  package let registry: Spanned<String>
  package let name: Spanned<String>
  package let tag: Spanned<String>
  package let digest: Spanned<String>?
  package let records: ImageRecords
  package let pullPolicy: Spanned<PullPolicy>?

  package static let shape = Shape(
    "image",
    "Which image a container runs.",
    .required("registry", "A registry of the platform, by name.", .name),
    .required("name", "The image's path in the registry.", .imageName),
    .required("tag", "The release; also the version label. 'latest' is refused.", .imageTag),
    .optional("digest", "Pins the very bytes; wins over the tag.", .imageDigest),
    .inline(),
    .optional("pullPolicy", "When the node asks the registry."),
    make: Image.init
  )
}

package enum PullPolicy: String, SpecEnumeration {
  case ifNotPresent = "IfNotPresent"
  case always = "Always"
  case never = "Never"
}
