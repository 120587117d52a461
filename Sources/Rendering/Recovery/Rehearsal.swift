internal import Diagnostics
internal import Kubernetes
internal import Specification
internal import YAMLSyntax

/// The account of every rehearsal, each in a namespace of its own.
let rehearsalAccount = "spai-rehearsal"

/// What is restored for trial: data, and the pods that it needs to be mounted.
///
/// Nothing that opens a way, gives a right, raises an alert or starts work by itself is among it.
let rehearsedKinds = [
  "persistentvolumeclaims", "persistentvolumes", "pods", "serviceaccounts", "configmaps", "secrets",
]

/// What the rehearsal clears away afterwards; volumes go with their claims.
let clearedKinds = rehearsedKinds.filter { $0 != "persistentvolumes" }

/// A restore of the latest backup for trial: into a namespace that is closed to everything and everybody, on a
/// schedule, never over live data.
///
/// Who may make a Restore may make any, as far as roles can tell; ``rehearsalGuard(of:)`` holds the account to the one
/// from the tenant's namespace into its own.
func rehearsalObjects(
  of unit: TenantUnit,
  _ plan: RecoveryPlan,
  _ rehearsal: RecoveryPlan.Rehearsal
) -> [KubernetesObject] {
  let stage = RehearsalStage(unit: unit, origin: rehearsal.schedule.origin)
  let velero = unit.platform.backups.namespace
  return [
    stage.namespace,
    stage.object(
      "v1",
      "ResourceQuota",
      "tenant",
      ["spec": ["hard": stage.hard(of: unit.quota)]]
    ),
    stage.object("v1", "LimitRange", "tenant", ["spec": ["limits": [sizes(unit.tier.resources)]]]),
    stage.object(
      "networking.k8s.io/v1",
      "NetworkPolicy",
      "default-deny",
      ["spec": ["podSelector": [:], "policyTypes": ["Ingress", "Egress"]]]
    ),
    stage.object(
      "networking.k8s.io/v1",
      "NetworkPolicy",
      rehearsalAccount,
      annotations: [("external.\(ownPrefix)/api-server", "Asks Velero for the restore.")],
      ["spec": wayToServer(stage)]
    ),
    stage.object("v1", "ServiceAccount", rehearsalAccount, ["automountServiceAccountToken": false]),
    stage.object(
      "rbac.authorization.k8s.io/v1",
      "Role",
      rehearsalAccount,
      in: velero.value,
      named: stage.name,
      ["rules": [rule("velero.io", ["restores"], ["create", "get", "list", "watch"])]]
    ),
    stage.binding(in: velero.value, named: stage.name),
    stage.object(
      "rbac.authorization.k8s.io/v1",
      "Role",
      rehearsalAccount,
      ["rules": [rule("", clearedKinds, ["deletecollection"])]]
    ),
    stage.binding(in: stage.name, named: rehearsalAccount),
    stage.object(
      "v1",
      "ConfigMap",
      rehearsalAccount,
      ["data": ["restore.yaml": rehearsalManifest(unit, stage)]]
    ),
    stage.object(
      "batch/v1",
      "CronJob",
      rehearsalAccount,
      ["spec": rehearsalCronJob(unit, plan, rehearsal, stage)]
    ),
  ]
}

/// The namespace of a rehearsal, and what is made in it.
struct RehearsalStage {
  let unit: TenantUnit
  let origin: Origin

  var name: String { unit.rehearsalNamespace }

  var selector: [(String, Node)] {
    [
      ("app.kubernetes.io/instance", Node(unit.tenant.name)),
      ("app.kubernetes.io/name", Node(rehearsalAccount)),
    ]
  }

  var namespace: KubernetesObject {
    let version = Node("v\(unit.platform.kubernetes.value.rawValue)", origin: unit.platform.kubernetes.origin)
    let levels = ["audit", "enforce", "warn"].flatMap { mode -> [(String, Node)] in
      [
        ("pod-security.kubernetes.io/\(mode)", Node("restricted")),
        ("pod-security.kubernetes.io/\(mode)-version", version),
      ]
    }
    return KubernetesObject(
      "v1",
      "Namespace",
      name: name,
      namespace: nil,
      labels: Mapping(unit.labels + levels),
      annotations: Mapping([("\(ownPrefix)/contact", Node(unit.tenant.owner.contact))]),
      owner: origin,
      renderer: "Namespace",
      body: [:]
    )
  }

  func object(
    _ apiVersion: String,
    _ kind: String,
    _ component: String,
    in namespace: String? = nil,
    named name: String? = nil,
    annotations: [(String, Node)] = [],
    _ body: Node
  ) -> KubernetesObject {
    KubernetesObject(
      apiVersion,
      kind,
      name: name ?? component,
      namespace: namespace ?? self.name,
      labels: Mapping(unit.labels + (component == rehearsalAccount ? selector : [])),
      annotations: Mapping(annotations),
      owner: origin,
      renderer: kind,
      body: body
    )
  }

  func binding(in namespace: String, named name: String) -> KubernetesObject {
    object(
      "rbac.authorization.k8s.io/v1",
      "RoleBinding",
      rehearsalAccount,
      in: namespace,
      named: name,
      [
        "subjects": [
          ["kind": "ServiceAccount", "name": Node(rehearsalAccount), "namespace": Node(self.name)]
        ],
        "roleRef": ["apiGroup": "rbac.authorization.k8s.io", "kind": "Role", "name": Node(name)],
      ]
    )
  }

  /// As much as the tenant has: less could not hold its backup.
  func hard(of quota: Quota) -> Node {
    func granted(_ text: String, _ origin: Origin) -> Node {
      Node(text, origin: Origin(span: origin.span, derivation: .quota))
    }
    return .map([
      ("limits.cpu", granted(unit.withBorrowing(quota.cpu).value.canonical, quota.cpu.origin)),
      ("limits.memory", granted(unit.withBorrowing(quota.memory).value.canonical, quota.memory.origin)),
      ("persistentvolumeclaims", granted(String(quota.claims.value), quota.claims.origin)),
      ("pods", granted(String(quota.pods.value + 1), quota.pods.origin)),
      ("requests.storage", granted(quota.storage.value.canonical, quota.storage.origin)),
      ("services.loadbalancers", Node("0")),
      ("services.nodeports", Node("0")),
    ]) ?? [:]
  }
}

private func sizes(_ size: TierResources) -> Node {
  let size: Node = ["cpu": Node(size.cpu), "memory": Node(size.memory)]
  return ["type": "Container", "default": size, "defaultRequest": size]
}

private func rule(_ group: String, _ resources: [String], _ verbs: [String]) -> Node {
  [
    "apiGroups": [Node(group)], "resources": .list(resources.map { Node($0) }),
    "verbs": .list(verbs.map { Node($0) }),
  ]
}

/// The rehearsal itself talks to the API server, which is somewhere in the cluster's own ranges; what is restored
/// talks to nobody.
private func wayToServer(_ stage: RehearsalStage) -> Node {
  let ranges = stage.unit.platform.network.clusterRanges.map { range -> Node in
    ["ipBlock": ["cidr": Node(range.value.description, origin: range.origin)]]
  }
  return [
    "podSelector": ["matchLabels": .map(stage.selector)],
    "egress": [
      [
        "to": .list(ranges),
        "ports": [["protocol": "TCP", "port": 443], ["protocol": "TCP", "port": 6443]],
      ]
    ],
    "policyTypes": ["Ingress", "Egress"],
  ]
}
