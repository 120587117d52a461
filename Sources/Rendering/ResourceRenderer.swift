package import Diagnostics
package import Kubernetes
package import Specification

/// Makes the objects of one kind from a resolved unit.
///
/// A value: a name and one function. Each is a static in its own file under `Renderers/`; the list of all is
/// generated from that folder.
package struct ResourceRenderer: Sendable {
  /// The kind that it makes.
  package let kind: String
  package let render: @Sendable (TenantUnit) -> [KubernetesObject]

  init(_ kind: String, render: @escaping @Sendable (TenantUnit) -> [KubernetesObject]) {
    self.kind = kind
    self.render = render
  }
}

/// Makes every object of a unit, namespaced and cluster-scoped ones alike: those of the renderers, those that
/// users wrote themselves, what patches change of them, and last what no patch reaches: what is done as an administrator
/// of databases, and what backups and delivery engines need.
package func render(_ unit: TenantUnit, reporting findings: inout Findings) -> [KubernetesObject] {
  var objects = ResourceRenderer.all.flatMap { $0.render(unit) } + rawObjects(unit, reporting: &findings)
  applyPatches(unit, to: &objects, reporting: &findings)
  objects += recoveryObjects(of: unit)
  let delivery = unit.platform.delivery
  return objects.map { $0.annotated(for: delivery, wave: unit.releaseWave(of: $0)) }
    + bootstrapObjects(of: unit) + deliveryObjects(of: unit, with: objects)
}
