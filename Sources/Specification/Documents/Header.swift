package import Diagnostics

/// What every document of a spec starts with.
package struct Header: SpecObject {
  package let apiVersion: Spanned<String>
  package let kind: Spanned<String>
  package let metadata: Metadata

  /// The only version of the spec language.
  package static let apiVersion = "spai/v1"

  package static let shape = Shape(
    "document",
    "What every document starts with.",
    .required("apiVersion", "The version of the spec language.", .word(of: [apiVersion])),
    .required("kind", "What the document declares."),
    .required("metadata", "The name of what it declares."),
    make: Header.init
  )

  package var name: String { metadata.name.value }
  package var origin: Origin { metadata.name.origin }
}

package struct Metadata: SpecObject {
  package let name: Spanned<String>

  package static let shape = Shape(
    "metadata",
    "The name of a document.",
    .required("name", "Unique among the documents of its kind.", .tierName),
    make: Metadata.init
  )
}
