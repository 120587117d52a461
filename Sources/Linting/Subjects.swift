package import Validation

/// The pod that an object is or makes.
package struct Pod: Sendable {
  package let owner: APIObject
  /// The pod's metadata and spec.
  package let template: Field
  package let spec: Field
  package let containers: [Container]
  package let labels: [(key: String, value: String)]

  init(_ owner: APIObject, _ template: Field) {
    self.owner = owner
    self.template = template
    let spec = template["spec"]
    self.spec = spec
    labels = template["metadata"]["labels"].texts
    containers =
      spec["initContainers"].items.map { Container($0, isInit: true, in: spec, of: owner) }
      + spec["containers"].items.map { Container($0, isInit: false, in: spec, of: owner) }
  }

  /// Whether its pods run until they are told to stop, rather than to an end.
  package var isLasting: Bool {
    !["Job", "CronJob", "ScaledJob", "JobSet"].contains(owner.kind)
      && !["Never", "OnFailure"].contains(spec["restartPolicy"].text ?? "")
  }

  /// A field of the pod's security context.
  package func security(_ key: String) -> Field { spec["securityContext"][key] }
}

/// One container of a pod.
package struct Container: Sendable {
  package let field: Field
  /// Whether it runs before the others; a sidecar goes on beside them.
  package let isInit: Bool
  package let pod: Field
  /// The object that makes the pod.
  package let owner: APIObject

  init(_ field: Field, isInit: Bool, in pod: Field, of owner: APIObject) {
    self.field = field
    self.isInit = isInit
    self.pod = pod
    self.owner = owner
  }

  package subscript(key: String) -> Field { field[key] }

  package var name: String { field["name"].text ?? "" }

  /// Whether it starts before the others and lasts as long as they do.
  package var isSidecar: Bool { isInit && field["restartPolicy"].text == "Always" }

  /// Whether it ends before the pod's own containers start.
  package var isSetup: Bool { isInit && !isSidecar }

  /// A field of its security context, or the pod's where it is silent.
  package func security(_ key: String) -> Field {
    let own = field["securityContext"][key]
    return own.isPresent ? own : pod["securityContext"][key]
  }

  /// A field of its own security context only: the pod has no such field.
  package func ownSecurity(_ key: String) -> Field { field["securityContext"][key] }
}

/// What rules may be told: the numbers and names that differ from team to team.
package struct LintSettings: Sendable {
  /// The only registries that images may come from; any where empty.
  package var registries: [String] = []
  /// Labels that every workload must have.
  package var requiredLabels: [String] = ["app.kubernetes.io/name"]
  /// The least number of a user or group; below it are the accounts of hosts.
  package var leastUID = 10_000
  /// The least replicas of a service.
  package var leastReplicas = 2
  /// The minor version of the cluster, such as 36 of 1.36.
  package var kubernetesMinor = 36
  /// The longest time to finish, in seconds.
  package var longestGracePeriod = 600
  /// Names that the platform provides, by kind, such as `StorageClass`: they are defined elsewhere.
  package var provided: [String: Set<String>] = [:]
  /// Kinds of which somebody else makes objects that are not seen here: none of them is missing.
  package var madeElsewhere: Set<String> = []
  /// What an organisation says about itself.
  package var audit = AuditSettings()

  package init() {}
}

/// What a rule knows besides its subject.
package struct LintContext: Sendable {
  package let settings: LintSettings
  package let objects: ObjectSet
}
