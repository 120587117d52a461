internal import Diagnostics
internal import Kubernetes
internal import Specification
internal import YAMLSyntax

/// The project that holds a tenant to its own namespace, and the application that applies the unit.
func argoCDObjects(of unit: TenantUnit, _ argoCD: Spanned<ArgoCD>) -> [KubernetesObject] {
  let settings = argoCD.value
  let name = deliveryName(settings.prefix, unit.tenant.name, in: unit.environment)
  var destination = settings.cluster(of: unit.environment)
  destination.append(("namespace", Node(unit.namespace)))
  func object(_ kind: String, _ annotations: [(String, Node)], _ spec: Node) -> KubernetesObject {
    KubernetesObject(
      apiVersion,
      kind,
      name: name,
      namespace: settings.namespace.value,
      labels: Mapping(unit.labels),
      annotations: Mapping(annotations),
      owner: unit.origin,
      renderer: kind,
      body: ["spec": spec]
    )
  }
  return [
    object(
      "AppProject",
      [firstWave(argoCD.origin)],
      [
        "description": Node("Tenant \(unit.tenant.name) in \(unit.environment.name)."),
        "sourceRepos": [Node(settings.repository)],
        "destinations": [.map(destination) ?? [:]],
        "clusterResourceWhitelist": [],
        // Values of secrets are never in git, so none may come from there.
        "namespaceResourceBlacklist": [["group": "", "kind": "Secret"]],
      ]
    ),
    object(
      "Application",
      [comparedByServer],
      settings.application(
        project: name,
        folder: "\(unit.environment.name)/\(unit.tenant.name)",
        recurses: !unit.platform.delivery.kustomize.value,
        to: destination,
        ignoring: releaseFields(of: unit)
      )
    ),
  ]
}

/// The fields that Argo Rollouts moves while a release is under way, which must not be set back.
private func releaseFields(of unit: TenantUnit) -> [Node] {
  unit.services.flatMap { service -> [Node] in
    guard case .rollout(_, let byGateway) = service.release else { return [] }
    let released = service.spec.rollout.strategy.value == .blueGreen ? [service.name] : []
    let services = (released + service.releaseServices.map { "\(service.name)-\($0)" }).map { name -> Node in
      [
        "group": "", "kind": "Service", "name": Node(name),
        "jsonPointers": ["/spec/selector/rollouts-pod-template-hash"],
      ]
    }
    let route: Node = [
      "group": "gateway.networking.k8s.io", "kind": service.isExposedByGRPC ? "GRPCRoute" : "HTTPRoute",
      "name": Node(service.name),
      "jqPathExpressions": [".spec.rules[]?.backendRefs[]?.weight"],
    ]
    return services + (byGateway ? [route] : [])
  }
}

/// The applications of an environment as a whole: one for what its tenants share, and one for all applications,
/// itself included, which runs in the cluster of Argo CD wherever the environment is.
func argoCDObjects(
  of platform: Platform,
  in environment: Environment,
  _ argoCD: Spanned<ArgoCD>,
  with objects: [KubernetesObject]
) -> [KubernetesObject] {
  let settings = argoCD.value
  let name = deliveryName(settings.prefix, of: environment)
  let own = [hostCluster, ("namespace", Node(settings.namespace))]
  // Cluster-scoped objects have no namespace, but an application has to name one.
  let server = settings.cluster(of: environment)
  let cluster = server + [("namespace", Node("default"))]
  let shared = objects.filter { $0.namespace != nil }
  // What tenants have in these is not among the objects: it comes from their units.
  let isBackedUp = platform.capabilities.velero != nil
  let bootstrap = platform.data.servers.isEmpty ? nil : platform.data.bootstrap
  let namespaces = Set(
    shared.compactMap(\.namespace) + (isBackedUp ? [platform.backups.namespace.value, "*-rehearsal"] : [])
      + [bootstrap?.namespace.value].compactMap { $0 }
  )
  let places = namespaces.sorted().map { namespace -> Node in
    .map(server + [("namespace", Node(namespace))]) ?? [:]
  }
  let kinds = Set(
    shared.map { GroupKind(group: $0.group, kind: $0.kind) } + (isBackedUp ? recoveryKinds : [])
      + (bootstrap == nil ? [] : bootstrapKinds)
  ).sorted()
  let folder = "\(environment.name)/_cluster"
  func object(_ kind: String, _ name: String, _ annotations: [(String, Node)], _ spec: Node)
    -> KubernetesObject
  {
    KubernetesObject(
      apiVersion,
      kind,
      named: name,
      namespace: settings.namespace.value,
      of: platform,
      annotations: annotations + [keptByArgoCD(argoCD.origin)],
      owner: argoCD.origin,
      ["spec": spec]
    )
  }
  return [
    object(
      "AppProject",
      name,
      [firstWave(argoCD.origin)],
      [
        "description": Node("The platform in \(environment.name)."),
        "sourceRepos": [Node(settings.repository)],
        "destinations": .list([.map(own) ?? [:], .map(cluster) ?? [:]] + places),
        // Who writes here could allow it himself: the folder is the platform team's.
        "clusterResourceWhitelist": [["group": "*", "kind": "*"]],
        "namespaceResourceWhitelist": .list(
          [["group": "argoproj.io", "kind": "*"]]
            + kinds.map { ["group": Node($0.group), "kind": Node($0.kind)] }
        ),
      ]
    ),
    object(
      "Application",
      name,
      [comparedByServer],
      settings.application(
        project: name,
        folder: "\(folder)/\(settings.namespace.value)",
        recurses: false,
        to: own
      )
    ),
    object(
      "Application",
      settings.clusterName(of: environment),
      [comparedByServer, firstWave(argoCD.origin)],
      settings.application(
        project: name,
        folder: folder,
        recurses: !platform.delivery.kustomize.value && !namespaces.isEmpty,
        excluding: settings.namespace,
        to: cluster
      )
    ),
  ]
}

/// What a project may be allowed to apply.
private struct GroupKind: Hashable, Comparable {
  let group: String
  let kind: String

  static func < (left: GroupKind, right: GroupKind) -> Bool {
    (left.group, left.kind) < (right.group, right.kind)
  }
}

/// The kinds of objects of tenants' backups and rehearsals.
private let recoveryKinds = [
  ("velero.io", "Schedule"), ("", "ConfigMap"), ("", "LimitRange"), ("", "ResourceQuota"),
  ("", "ServiceAccount"), ("batch", "CronJob"), ("networking.k8s.io", "NetworkPolicy"),
  ("rbac.authorization.k8s.io", "Role"), ("rbac.authorization.k8s.io", "RoleBinding"),
].map { GroupKind(group: $0, kind: $1) }

/// What makes tenants' schemas and databases, in a namespace of the platform.
private let bootstrapKinds = [
  ("", "ConfigMap"), ("", "ServiceAccount"), ("batch", "Job"), ("external-secrets.io", "ExternalSecret"),
  ("networking.k8s.io", "NetworkPolicy"),
].map { GroupKind(group: $0, kind: $1) }

private let apiVersion = "argoproj.io/v1alpha1"

/// The cluster that Argo CD runs in.
private let hostCluster: (String, Node) = ("server", "https://kubernetes.default.svc")

/// Compared by the API server itself, which knows its own defaults; the other way to compare server-side apply has
/// been given up by Argo CD.
private let comparedByServer: (String, Node) = (
  "argocd.argoproj.io/compare-options", "ServerSideDiff=true"
)

extension ArgoCD {
  /// The cluster of an environment, by its address or by the name that Argo CD knows it by.
  fileprivate func cluster(of environment: Environment) -> [(String, Node)] {
    guard let cluster = clusters[environment.name] else { return [hostCluster] }
    return [(cluster.value.contains("://") ? "server" : "name", Node(cluster))]
  }

  /// What an application does.
  ///
  /// There is no finalizer: deleting an application leaves what it applied. Nothing has to be ignored for
  /// autoscalers, because the compiler leaves `spec.replicas` out wherever one is at work, and server-side apply
  /// neither compares nor touches a field that it does not own.
  ///
  /// - Parameters:
  ///   - project: The project that it belongs to.
  ///   - folder: Its folder below `out/`.
  ///   - recurses: Whether to look into folders below, where there is no index to tell.
  ///   - excluded: The folder below that another application has.
  ///   - destination: Where to apply.
  ///   - ignored: What others than git decide.
  /// - Returns: The spec of the Application.
  fileprivate func application(
    project: String,
    folder: String,
    recurses: Bool,
    excluding excluded: Spanned<String>? = nil,
    to destination: [(String, Node)],
    ignoring ignored: [Node] = []
  ) -> Node {
    let respects: [Node] = ignored.isEmpty ? [] : ["RespectIgnoreDifferences=true"]
    return [
      "project": Node(project),
      "source": [
        "repoURL": Node(repository),
        "targetRevision": Node(revision),
        "path": Node(deliveryPath(path, folder), origin: path.origin),
        "directory": recurses
          ? ["recurse": true, "exclude": excluded.map { Node("\($0.value)/*", origin: $0.origin) }] : nil,
      ],
      "destination": .map(destination),
      "syncPolicy": [
        "automated": automated.value ? ["prune": true, "selfHeal": true] : nil,
        "syncOptions": .list(
          ["CreateNamespace=false", "ServerSideApply=true", "PruneLast=true", "ApplyOutOfSyncOnly=true"]
            + respects
        ),
        // Until the namespace is there, and with what has come into git meanwhile.
        "retry": [
          "limit": 10, "refresh": true,
          "backoff": ["duration": "10s", "factor": 2, "maxDuration": "5m"],
        ],
      ],
      "ignoreDifferences": .list(ignored),
    ]
  }
}
