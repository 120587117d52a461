internal import Diagnostics
internal import Kubernetes
internal import Specification
internal import YAMLSyntax

/// The Kustomization that applies a unit, after the cluster's, as the service account that tenants are held to.
///
/// It is ready when its workloads are. Not `wait`, which would look at everything: a claim of a job stays pending
/// until the job's first run.
func fluxKustomization(
  of unit: TenantUnit,
  _ flux: Spanned<Flux>,
  with objects: [KubernetesObject]
) -> KubernetesObject {
  let settings = flux.value
  let workloads = objects.filter { ["Deployment", "StatefulSet"].contains($0.kind) }
    .sorted { ($0.kind, $0.name) < ($1.kind, $1.name) }
  return KubernetesObject(
    apiVersion,
    kind,
    name: deliveryName(settings.prefix, unit.tenant.name, in: unit.environment),
    namespace: settings.namespace.value,
    labels: Mapping(unit.labels),
    owner: unit.origin,
    renderer: kind,
    body: [
      "spec": settings.spec(
        folder: "\(unit.environment.name)/\(unit.tenant.name)",
        [
          ("dependsOn", [["name": Node(deliveryName(settings.prefix, of: unit.environment))]]),
          ("serviceAccountName", settings.serviceAccount.map(Node.init)),
          (
            "healthChecks",
            .list(
              workloads.map { object in
                [
                  "apiVersion": Node(object.apiVersion), "kind": Node(object.kind), "name": Node(object.name),
                  "namespace": Node(unit.namespace),
                ]
              }
            )
          ),
        ]
      )
    ]
  )
}

/// The Kustomization that applies what is cluster-scoped, all Kustomizations, and itself.
///
/// It is ready as soon as that is applied: to wait for the Kustomizations of tenants, which wait for it, would be to
/// wait for ever.
func fluxKustomization(
  of platform: Platform,
  in environment: Environment,
  _ flux: Spanned<Flux>
) -> KubernetesObject {
  let settings = flux.value
  return KubernetesObject(
    apiVersion,
    kind,
    named: deliveryName(settings.prefix, of: environment),
    namespace: settings.namespace.value,
    of: platform,
    annotations: [keptByFlux(flux.origin)],
    owner: flux.origin,
    ["spec": settings.spec(folder: "\(environment.name)/_cluster", [])]
  )
}

private let apiVersion = "kustomize.toolkit.fluxcd.io/v1"
private let kind = "Kustomization"

extension Flux {
  /// What every Kustomization says; deleting one leaves what it applied.
  fileprivate func spec(folder: String, _ more: [(String, Node?)]) -> Node {
    let common: [(String, Node?)] = [
      ("interval", Node(interval.value.inHours, origin: interval.origin)),
      ("retryInterval", "1m"),
      ("timeout", "10m"),
      ("sourceRef", ["kind": Node(source.kind), "name": Node(source.name)]),
      ("path", Node("./\(deliveryPath(path, folder))", origin: path.origin)),
      ("prune", true),
      ("deletionPolicy", "Orphan"),
    ]
    return .map((common + more).compactMap { key, value in value.map { (key, $0) } }) ?? [:]
  }
}

extension TimeSpan {
  /// As Go writes it, which knows no days.
  fileprivate var inHours: String {
    let hours = seconds / 3600
    let rest = TimeSpan(seconds: seconds % 3600)
    if hours == 0 { return rest.description }
    return "\(hours)h" + (rest.seconds == 0 ? "" : rest.description)
  }
}
