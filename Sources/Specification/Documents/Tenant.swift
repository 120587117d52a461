internal import Kubernetes
internal import YAMLSyntax

/// What one tenant wants.
package struct Tenant: SpecObject {
  package let header: Header
  package let tier: Spanned<String>
  package let owner: TenantOwner
  package let environments: Keyed<TenantEnvironment>
  package let facts: TenantFacts
  package let data: Layer<TenantData>
  package let defaults: WorkloadDefaults
  package let services: Keyed<TenantService>
  package let jobs: Keyed<TenantJob>

  package static let shape = Shape(
    "Tenant",
    "What one tenant wants.",
    .inline(),
    .required("tier", "Its tier.", .tierName),
    .required("owner", "Who answers for it."),
    .map("environments", "Where it runs.", keys: .name),
    .inline(),
    .defaulted("data", "The data that it keeps.", to: "{}", Layer<TenantData>.empty),
    .defaulted("defaults", "A layer for all its services and jobs.", to: "{}", WorkloadDefaults.none),
    .map("services", "Its services, each from a template.", keys: .name),
    .map("jobs", "Its jobs, each from a template.", keys: .name),
    make: Tenant.init
  )

  package var name: String { header.name }
}

package struct TenantOwner: SpecObject {
  package let team: Spanned<String>
  package let contact: Spanned<String>

  package static let shape = Shape(
    "owner",
    "Who answers for a tenant.",
    .required("team", "The team; becomes the owner label.", .labelValue),
    .required("contact", "How to reach it, such as an address of a mailing list."),
    make: TenantOwner.init
  )
}

/// What a tenant says about itself besides its workloads.
package struct TenantFacts: SpecObject {
  package let dataClasses: [Spanned<String>]
  package let frameworks: [Spanned<String>]
  package let secretStore: Spanned<String>?
  package let access: TenantAccess
  package let costCentre: Spanned<String>?
  package let budget: Budget?
  package let recovery: Layer<Recovery>

  package static let shape = Shape(
    "tenant facts",
    "What a tenant says about itself besides its workloads.",
    .list("dataClasses", "The data that it processes, by the platform's names.", .name),
    .list("frameworks", "The compliance frameworks that it is under.", .name),
    .optional("secretStore", "The secret store of the platform that holds its secrets.", .name),
    .defaulted(
      "access",
      "Who may look at and release its workloads.",
      to: "{}",
      TenantAccess(readers: [], deployers: [])
    ),
    .optional("costCentre", "Who pays; becomes the cost-centre label of everything that costs.", .labelValue),
    .optional("budget", "What it may cost."),
    .defaulted(
      "recovery",
      "What it may lose, and for how long it may be gone.",
      to: "{}",
      Layer<Recovery>.empty
    ),
    make: TenantFacts.init
  )
}

package struct TenantAccess: SpecObject {
  package let readers: [Spanned<String>]
  package let deployers: [Spanned<String>]

  package static let shape = Shape(
    "access",
    "Groups of the identity provider that may look at and release a tenant's workloads.",
    .list("readers", "Groups that may read everything but secrets."),
    .list("deployers", "Groups that may also restart workloads and start jobs."),
    make: TenantAccess.init
  )
}

package struct TenantEnvironment: SpecObject {
  package let namespace: Spanned<String>?
  package let quota: Layer<Quota>
  package let recovery: Layer<Recovery>
  package let data: Layer<TenantData>

  package static let shape = Shape(
    "tenant environment",
    "A tenant in one environment.",
    .optional("namespace", "Its namespace; '<tenant>-<short name of the environment>' when absent.", .name),
    .defaulted(
      "quota",
      "Less than the tier's quota, where the tenant wants to be held to less.",
      to: "{}",
      Layer<Quota>.empty
    ),
    .defaulted(
      "recovery",
      "What of its recovery is different here.",
      to: "{}",
      Layer<Recovery>.empty
    ),
    .defaulted("data", "What is different about its data here.", to: "{}", Layer<TenantData>.empty),
    make: TenantEnvironment.init
  )
}

/// A service of a tenant: a template, and what is different.
package struct TenantService: SpecObject {
  package let template: Spanned<String>?
  package let layer: Layer<ServiceSpec>
  package let environments: Keyed<Layer<ServiceSpec>>

  package static let shape = Shape(
    "service",
    "A service of a tenant: a template, and what is different.",
    .optional("template", "The template; the one of the service's own name when absent.", .name),
    .inlineLayer(of: ServiceSpec.self),
    .map("environments", "What is different in one environment.", keys: .name),
    make: TenantService.init
  )
}

/// A job of a tenant: a template, and what is different.
package struct TenantJob: SpecObject {
  package let template: Spanned<String>?
  package let layer: Layer<JobSpec>
  package let environments: Keyed<Layer<JobSpec>>

  package static let shape = Shape(
    "job",
    "A job of a tenant: a template, and what is different.",
    .optional("template", "The template; the one of the job's own name when absent.", .name),
    .inlineLayer(of: JobSpec.self),
    .map("environments", "What is different in one environment.", keys: .name),
    make: TenantJob.init
  )
}

/// A service that a tenant brings itself.
package struct AppService: SpecObject {
  package let header: Header
  package let tenant: Spanned<String>
  package let category: Spanned<String>?
  package let service: TenantService

  package static let shape = Shape(
    "AppService",
    "A service that a tenant brings itself; with a template, on top of it.",
    .inline(),
    .required("tenant", "The tenant that it belongs to.", .name),
    .optional("category", "Its kind of work; becomes the component label.", .labelValue),
    .inline(),
    make: AppService.init
  )
}

/// A job that a tenant brings itself.
package struct BatchJob: SpecObject {
  package let header: Header
  package let tenant: Spanned<String>
  package let category: Spanned<String>?
  package let isAdHoc: Spanned<Bool>
  package let job: TenantJob

  package static let shape = Shape(
    "BatchJob",
    "A job that a tenant brings itself; with a template, on top of it.",
    .inline(),
    .required("tenant", "The tenant that it belongs to.", .name),
    .optional("category", "Its kind of work; becomes the component label.", .labelValue),
    .defaulted(
      "adHoc",
      "Whether a person starts it, not an engine: it goes 'keepFinished' after its end.",
      to: "false",
      Spanned(false)
    ),
    .inline(),
    make: BatchJob.init
  )
}
