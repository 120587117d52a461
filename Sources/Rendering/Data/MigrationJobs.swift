internal import Kubernetes
internal import Specification
internal import YAMLSyntax

/// The Jobs of the migrations; each is named by its content, so that a changed one is a new one that runs.
func migrationJobs(_ unit: TenantUnit) -> [KubernetesObject] {
  unit.data.migrations.flatMap { migration in
    migration.steps.map { phase, step, workload in
      let spec: Node = [
        "backoffLimit": Node(step.retries),
        "activeDeadlineSeconds": .seconds(step.deadline),
        "podFailurePolicy": undisturbed,
        "template": podTemplate(workload, .migration, in: unit),
      ]
      let wave = unit.platform.delivery.argoCD.map {
        [("argocd.argoproj.io/sync-wave", Node(phase.wave, origin: $0.origin))]
      }
      return KubernetesObject(
        "batch/v1",
        "Job",
        named: "\(migration.service)-\(phase.rawValue)-\(contentSuffix(of: spec))",
        of: workload,
        in: unit,
        annotations: wave ?? [],
        ["spec": spec]
      )
    }
  }
}

extension Migration.Phase {
  /// The place among the waves of Argo CD, which waits for each: secrets are in wave 0, the service in wave 2.
  fileprivate var wave: String {
    switch self {
    case .expand: "1"
    case .migrate: "3"
    case .contract: "4"
    }
  }
}

extension TenantUnit {
  /// The wave of an object of a service that has migrations: after what adds, and before what moves and removes.
  ///
  /// Its autoscalers as well: without a workload they would be unwell, and the engine would wait for ever.
  func releaseWave(of object: KubernetesObject) -> (String, Node)? {
    guard let argoCD = platform.delivery.argoCD, ApplyOrder(ofKind: object.kind.lowercased()) >= .workloads,
      let name = object.root.node(at: ["metadata", "labels", "app.kubernetes.io/name"])?.scalar?.text,
      data.migrations.contains(where: { $0.service == name })
    else { return nil }
    return ("argocd.argoproj.io/sync-wave", Node("2", origin: argoCD.origin))
  }
}
