internal import Kubernetes
internal import Specification
internal import YAMLSyntax

/// What is told of the unit's backups and of their rehearsals; nothing where there are none.
func recoveryRules(_ scope: RuleScope) -> [Node] {
  guard let plan = scope.unit.recovery else { return [] }
  let last = "velero_backup_last_successful_timestamp{schedule=\"\(scope.namespace)\"}"
  let missed = scope.alert(
    "RecoveryPointMissed",
    .critical,
    when: "time() - max(\(last)) > \(plan.rpo.value.seconds) or absent(\(last))",
    for: "15m",
    "The last backup is older than the RPO of \(plan.rpo.value)",
    "What was written since is lost if the cluster is."
  )
  guard plan.rehearsal != nil else { return [missed] }
  let failed = scope.alert(
    "RehearsalFailed",
    .warning,
    when: "max(kube_job_status_failed{namespace=\"\(scope.unit.rehearsalNamespace)\"}) > 0",
    for: "1m",
    "A backup could not be restored within the RTO of \(plan.rto.value)",
    "The Restore of Velero in namespace \(scope.unit.platform.backups.namespace.value) says why."
  )
  return [missed, failed]
}
