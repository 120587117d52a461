/// A golden path of the platform for a kind of service.
package struct ServiceTemplate: SpecObject {
  package let header: Header
  package let about: TemplateFacts
  package let layer: Layer<ServiceSpec>

  package static let shape = Shape(
    "ServiceTemplate",
    "A golden path of the platform for a kind of service.",
    .inline(),
    .inline(),
    .inlineLayer(of: ServiceSpec.self),
    make: ServiceTemplate.init
  )
}

/// A golden path of the platform for a kind of job.
package struct JobTemplate: SpecObject {
  package let header: Header
  package let about: TemplateFacts
  package let layer: Layer<JobSpec>

  package static let shape = Shape(
    "JobTemplate",
    "A golden path of the platform for a kind of job.",
    .inline(),
    .inline(),
    .inlineLayer(of: JobSpec.self),
    make: JobTemplate.init
  )
}

/// What a template says about itself.
package struct TemplateFacts: SpecObject {
  package let summary: Spanned<String>
  package let category: Spanned<String>
  package let minimumTier: Spanned<String>?

  package static let shape = Shape(
    "template facts",
    "What a template says about itself.",
    .required("summary", "What it is."),
    .required("category", "Its kind of work; becomes the component label.", .labelValue),
    .optional("minimumTier", "The least tier that may have it; every tier when absent.", .tierName),
    make: TemplateFacts.init
  )
}
