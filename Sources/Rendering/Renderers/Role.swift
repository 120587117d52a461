internal import Kubernetes
internal import Specification
internal import YAMLSyntax

extension ResourceRenderer {
  /// What the tenant's people may do in its namespace: no wildcard, no secret, nothing that grants more.
  static let role = ResourceRenderer("Role") { unit in
    let access = unit.tenant.facts.access
    var roles: [KubernetesObject] = []
    if !access.readers.isEmpty || !access.deployers.isEmpty {
      roles.append(
        KubernetesObject(
          "rbac.authorization.k8s.io/v1",
          "Role",
          named: readerRole,
          in: unit,
          ["rules": .list(reading + (unit.platform.capabilities.argoRollouts == nil ? [] : readingRollouts))]
        )
      )
    }
    if !access.deployers.isEmpty {
      roles.append(
        KubernetesObject(
          "rbac.authorization.k8s.io/v1",
          "Role",
          named: deployerRole,
          in: unit,
          [
            "rules": .list(
              releasing + (unit.platform.capabilities.argoRollouts == nil ? [] : releasingRollouts)
            )
          ]
        )
      )
    }
    return roles
  }
}

let readerRole = "tenant-reader"
let deployerRole = "tenant-deployer"

private func rule(_ group: String, _ resources: [String], _ verbs: [String]) -> Node {
  [
    "apiGroups": [Node(group)], "resources": Node(.sequence(resources.map { Node($0) })),
    "verbs": Node(.sequence(verbs.map { Node($0) })),
  ]
}

private let reading: [Node] = {
  let verbs = ["get", "list", "watch"]
  return [
    rule(
      "",
      [
        "configmaps", "endpoints", "events", "limitranges", "persistentvolumeclaims", "pods", "pods/log",
        "resourcequotas", "serviceaccounts", "services",
      ],
      verbs
    ),
    rule("apps", ["deployments", "replicasets", "statefulsets"], verbs),
    rule("autoscaling", ["horizontalpodautoscalers"], verbs),
    rule("batch", ["cronjobs", "jobs"], verbs),
    rule("networking.k8s.io", ["ingresses", "networkpolicies"], verbs),
    rule("policy", ["poddisruptionbudgets"], verbs),
  ]
}()

/// How far a release is, and what it was measured to be.
private let readingRollouts: [Node] = [
  rule(rolloutGroup, ["analysisruns", "analysistemplates", "rollouts"], ["get", "list", "watch"])
]

/// A release is promoted or given up by its status.
private let releasingRollouts: [Node] = [
  rule(rolloutGroup, ["rollouts", "rollouts/status"], ["patch"])
]

private let rolloutGroup = "argoproj.io"

/// A rollout is restarted by a patch, scaled by its scale, and a job is started from a CronJob.
private let releasing: [Node] = [
  rule("apps", ["deployments", "statefulsets"], ["patch"]),
  rule("apps", ["deployments/scale", "statefulsets/scale"], ["get", "patch", "update"]),
  rule("batch", ["jobs"], ["create", "delete"]),
  rule("", ["pods"], ["delete"]),
]
