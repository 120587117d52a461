internal import Kubernetes
internal import Specification
internal import YAMLSyntax

/// What the engines of the platform need to apply a unit: one application a unit, so that each is written, kept and
/// removed with its tenant, and none of them goes because a tenant has errors.
func deliveryObjects(of unit: TenantUnit, with objects: [KubernetesObject]) -> [KubernetesObject] {
  let delivery = unit.platform.delivery
  return (delivery.argoCD.map { argoCDObjects(of: unit, $0) } ?? [])
    + (delivery.flux.map { [fluxKustomization(of: unit, $0, with: objects)] } ?? [])
}

/// What the engines of the platform need to apply the objects that an environment's tenants share, and themselves.
func deliveryObjects(
  of platform: Platform,
  in environment: Environment,
  with objects: [KubernetesObject]
) -> [KubernetesObject] {
  let delivery = platform.delivery
  return (delivery.argoCD.map { argoCDObjects(of: platform, in: environment, $0, with: objects) } ?? [])
    + (delivery.flux.map { [fluxKustomization(of: platform, in: environment, $0)] } ?? [])
}

/// A folder of the output in its repository; `.` is the root.
func deliveryPath(_ root: Spanned<String>, _ folder: String) -> String {
  root.value == "." ? folder : "\(root.value)/\(folder)"
}
