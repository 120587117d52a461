internal import Diagnostics
internal import Kubernetes
internal import Specification
internal import YAMLSyntax

/// What makes the backups of a unit and tries them, in namespaces that are not the tenant's.
///
/// They are made after patches: whoever could change them could read, or overwrite, what belongs to others.
func recoveryObjects(of unit: TenantUnit) -> [KubernetesObject] {
  guard let plan = unit.recovery else { return [] }
  let rehearsal = plan.rehearsal.map { rehearsalObjects(of: unit, plan, $0) } ?? []
  return [backupSchedule(of: unit, plan)] + rehearsal
}

/// What all backups of an environment go by.
func recoveryObjects(of platform: Platform, in environment: Environment) -> [KubernetesObject] {
  guard let velero = platform.capabilities.velero else { return [] }
  return [volumePolicies(of: platform, in: environment, velero.origin)].compactMap { $0 }
    + snapshotClasses(of: platform)
    + rehearsalGuard(of: platform)
}

/// The schedule by which Velero backs up the tenant's namespace, and nothing else.
private func backupSchedule(of unit: TenantUnit, _ plan: RecoveryPlan) -> KubernetesObject {
  let backups = unit.platform.backups
  let hasPolicies = !unit.platform.catalogue.storageClasses.isEmpty
  return KubernetesObject(
    plan.velero.value.rawValue,
    "Schedule",
    name: unit.namespace.value,
    namespace: backups.namespace.value,
    labels: Mapping(unit.labels),
    annotations: Mapping([
      ("\(ownPrefix)/rpo", Node(plan.rpo.value.description, origin: plan.rpo.origin)),
      ("\(ownPrefix)/rto", Node(plan.rto.value.description, origin: plan.rto.origin)),
    ]),
    owner: plan.rpo.origin,
    renderer: "Schedule",
    body: [
      "spec": [
        "schedule": Node(plan.schedule),
        // Backups stay when the schedule goes.
        "useOwnerReferencesInBackup": false,
        // A schedule that is applied anew keeps its pace.
        "skipImmediately": true,
        "template": [
          "includedNamespaces": [Node(unit.namespace)],
          "storageLocation": Node(backups.location),
          "ttl": .hours(plan.retention),
          "itemOperationTimeout": .hours(backups.duration),
          "snapshotMoveData": unit.platform.takesSnapshots.map { Node(true, origin: $0) },
          "defaultVolumesToFsBackup": false,
          "resourcePolicy": hasPolicies
            ? ["kind": "configmap", "name": Node(volumePoliciesName(of: unit.environment))] : nil,
          "metadata": ["labels": sorted(unit.labels)],
        ],
      ]
    ]
  ).withVersion(at: plan.velero.origin)
}

extension Node {
  /// A time as Go writes it, in hours, minutes and seconds.
  static func hours(_ spanned: Spanned<TimeSpan>) -> Node {
    let seconds = spanned.value.seconds
    return Node("\(seconds / 3600)h\(seconds / 60 % 60)m\(seconds % 60)s", origin: spanned.origin)
  }
}
