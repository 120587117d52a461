/// A rule by which the compiler computes a value from what was written.
///
/// `explain` shows its sentence beside the line of the spec that went into it.
package enum Derivation: UInt8, CaseIterable, Sendable {
  case effectiveMinimum
  case effectiveMaximum
  case tierResources
  case resourceTier
  case requestRatio
  case runtimeSetting
  case contentHash
  case runTimeDeadline
  case drainPeriod
  case hostName
  case objectName
  case networkEdge
  case identity
  case quota
  case gpuClass
  case queueShare
  case canaryShare
  case securityDefault
  case backupSchedule
  case experiment

  /// The rule in one sentence.
  package var explanation: String {
    switch self {
    case .effectiveMinimum:
      "The service's minimum, lowered to the tier's replicas where that is less."
    case .effectiveMaximum:
      "The larger of the service's maximum (twice its minimum where open-ended) and the tier's replicas, "
        + "bounded by the tier's maxReplicas."
    case .tierResources:
      "The tier's size of one replica."
    case .resourceTier:
      "The size that the job's resource tier names."
    case .requestRatio:
      "The limit multiplied by the declared request percentage."
    case .runtimeSetting:
      "A runtime setting that follows the container's own limits."
    case .contentHash:
      "A digest of the content, so that a change of content is a change of name or pod."
    case .runTimeDeadline:
      "The upper end of the expected run time, in seconds."
    case .drainPeriod:
      "The time to leave the load balancers, plus the time to finish open requests."
    case .hostName:
      "The service's host, the tenant, and the environment's domain."
    case .objectName:
      "The name of the workload that the object belongs to."
    case .networkEdge:
      "One side of a declared network edge."
    case .identity:
      "Who the object belongs to: tenant, tier, environment, owner, data classes."
    case .quota:
      "The tier's quota, or the tenant's own within the tier's limits."
    case .queueShare:
      "The quota less the peak of the services, and the share that the tier may borrow."
    case .canaryShare:
      "As many pods beside the service's as make the canary's weight, rounded up to a whole one."
    case .gpuClass:
      "What the GPU class of the platform says about resource, nodes and runtime."
    case .securityDefault:
      "What every workload gets without asking."
    case .backupSchedule:
      "The longest usual interval that loses no more than the RPO, at a minute of the tenant's own."
    case .experiment:
      "The share of the container's limit that the experiment takes."
    }
  }
}
