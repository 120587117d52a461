package import Diagnostics

/// A kind of document: its name, who writes it, and its shape.
package struct SpecKind: Sendable {
  package let name: String
  /// Who writes it; nil where both do.
  package let owner: Owner?
  package let schema: ObjectSchema

  /// Every kind, in the order of the reference page.
  package static let all: [SpecKind] = [
    SpecKind(name: "Platform", owner: .platform, schema: Platform.shape.schema),
    SpecKind(name: "Tier", owner: .platform, schema: Tier.shape.schema),
    SpecKind(name: "ResourceTier", owner: .platform, schema: ResourceTier.shape.schema),
    SpecKind(name: "Environment", owner: .platform, schema: Environment.shape.schema),
    SpecKind(name: "ServiceTemplate", owner: .platform, schema: ServiceTemplate.shape.schema),
    SpecKind(name: "JobTemplate", owner: .platform, schema: JobTemplate.shape.schema),
    SpecKind(name: "Tenant", owner: .tenant, schema: Tenant.shape.schema),
    SpecKind(name: "AppService", owner: .tenant, schema: AppService.shape.schema),
    SpecKind(name: "BatchJob", owner: .tenant, schema: BatchJob.shape.schema),
    SpecKind(name: "RawObjects", owner: nil, schema: RawObjects.shape.schema),
    SpecKind(name: "Patch", owner: nil, schema: Patch.shape.schema),
    SpecKind(name: "Move", owner: .tenant, schema: Move.shape.schema),
  ]

  package static func named(_ name: String) -> SpecKind? {
    all.first { $0.name == name }
  }
}
