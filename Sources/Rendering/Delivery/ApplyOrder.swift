/// The order in which objects are applied: what bounds a workload before the workload, its ways in last.
enum ApplyOrder: Int, Comparable {
  case namespaces
  case cluster
  case quotas
  case ranges
  case accounts
  case roles
  case policies
  case configuration
  case workloads
  case autoscalers
  case routes

  static func < (left: ApplyOrder, right: ApplyOrder) -> Bool {
    left.rawValue < right.rawValue
  }

  /// The place of a kind, by its name in lower case, as in names of files; a kind that nobody foresaw is a
  /// workload.
  init(ofKind kind: some StringProtocol) {
    self =
      switch kind {
      case "namespace": .namespaces
      case "priorityclass", "workloadpriorityclass", "resourceflavor", "clusterqueue": .cluster
      case "resourcequota": .quotas
      case "limitrange": .ranges
      case "serviceaccount": .accounts
      case "clusterrole", "clusterrolebinding", "role", "rolebinding": .roles
      case "networkpolicy", "appproject", "tracingpolicynamespaced", "validatingadmissionpolicy",
        "validatingadmissionpolicybinding", "peerauthentication", "authorizationpolicy":
        .policies
      case "configmap", "secretstore", "externalsecret", "triggerauthentication", "resourceclaimtemplate",
        "instrumentation", "localqueue", "persistentvolumeclaim", "analysistemplate", "sidecar",
        "serviceentry", "destinationrule", "virtualservice", "certificate", "cluster", "database",
        "databaserole":
        .configuration
      case "horizontalpodautoscaler", "verticalpodautoscaler", "scaledobject": .autoscalers
      case "httproute", "grpcroute", "listenerset", "ingress": .routes
      default: .workloads
      }
  }

  /// Whether the objects bound what others may do, and are there as soon as they are applied.
  ///
  /// Only such may stand in an early wave of Argo CD, which waits for the health of one wave before the next: a
  /// claim is bound by its first pod, a secret may wait for a store, and a run may go on for hours.
  var isBound: Bool {
    switch self {
    case .quotas, .ranges, .accounts, .roles, .policies: true
    case .namespaces, .cluster, .configuration, .workloads, .autoscalers, .routes: false
    }
  }
}
