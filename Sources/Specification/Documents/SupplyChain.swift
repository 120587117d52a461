package import Kubernetes
internal import YAMLSyntax

/// Who signs the images of a registry.
package struct Signing: SpecObject {
  package let keyless: KeylessSigner?
  package let key: SigningKey?

  package static let shape = Shape(
    "signing",
    "Who signs the images of a registry: one of keyless and key.",
    .optional("keyless", "An identity, by certificates of Sigstore that live for minutes."),
    .optional("key", "Whoever has the private half of a key."),
    make: Signing.init
  )
}

/// An identity of an issuer, such as the pipeline of one repository.
package struct KeylessSigner: SpecObject {
  package let issuer: Spanned<String>
  package let subject: Spanned<String>?
  package let subjectPattern: Spanned<String>?

  package static let shape = Shape(
    "keyless signer",
    "An identity of an issuer: one of subject and subjectPattern.",
    .required("issuer", "Who vouches for the identity.", .httpURL),
    .optional("subject", "The identity, such as the URL of a pipeline."),
    .optional("subjectPattern", "The identities, as a regular expression."),
    make: KeylessSigner.init
  )
}

/// The public half of a key, by reference.
package struct SigningKey: SpecObject {
  package let secret: Spanned<String>?
  package let kms: Spanned<String>?

  package static let shape = Shape(
    "signing key",
    "The public half of a key, by reference: one of secret and kms.",
    .optional("secret", "A Secret in the namespace of the policy controller.", .name),
    .optional("kms", "A key of a management service, such as awskms:///alias/images.", .reference),
    make: SigningKey.init
  )
}

/// Something that an environment asks of every image.
package enum ImageDemand: String, SpecEnumeration {
  case digest
  case sbom
  case scan
}

/// How old the scans of images may be.
package struct ImageScans: SpecObject {
  package let maxAge: Spanned<TimeSpan>

  package static let shape = Shape(
    "image scans",
    "How old the scan of an image may be.",
    .required("maxAge", "The longest time since the scan, in whole days; compared on the day of 'check'."),
    make: ImageScans.init
  )
}

/// What is known of the bytes of an image.
package struct ImageRecords: SpecObject {
  package let sbom: Spanned<String>?
  package let scan: ImageScan?

  package static let none = ImageRecords(sbom: nil, scan: nil)

  package static let shape = Shape(
    "image records",
    "What is known of the bytes of an image.",
    .optional("sbom", "Where its bill of materials is.", .reference),
    .optional("scan", "The last scan for vulnerabilities."),
    make: ImageRecords.init
  )
}

/// A scan of an image for vulnerabilities.
package struct ImageScan: SpecObject {
  package let report: Spanned<String>
  package let day: Spanned<String>

  package static let shape = Shape(
    "image scan",
    "A scan of an image for vulnerabilities.",
    .required("report", "Where its result is.", .reference),
    .required("day", "The day on which it was made.", .date),
    make: ImageScan.init
  )
}

extension ScalarFormat {
  fileprivate static let reference = ScalarFormat(
    "a reference such as https://scans.example.com/4711 or oci://registry.example.com/sboms/api",
    types: [.string]
  ) { text in
    let isReference = text.contains("://") && !text.hasPrefix("://") && !text.hasSuffix("://")
    return isReference && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
      ? nil : "has no scheme, or a space"
  }
}
