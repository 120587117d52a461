internal import Validation

/// One check of the Pod Security Standards, by the admission plugin's own name.
struct PodSecurityCheck: Sendable {
  let id: String
  /// The first minor version whose policy has it.
  let since: Int
  /// The weaker check of `baseline` that it takes the place of.
  let replaced: String?
  /// The first minor version that spares pods with users of their own: their root is nobody on the node.
  let sparesUserNamespaces: Int?
  /// The first minor version that spares pods for Windows, which have no such setting.
  let sparesWindows: Int?
  private let find: @Sendable (PodSecuritySubject) -> [PodSecurityOffence]

  init(
    _ id: String,
    since: Int = 0,
    replacing replaced: String? = nil,
    sparingUserNamespacesSince sparesUserNamespaces: Int? = nil,
    sparingWindowsSince sparesWindows: Int? = nil,
    find: @escaping @Sendable (PodSecuritySubject) -> [PodSecurityOffence]
  ) {
    self.id = id
    self.since = since
    self.replaced = replaced
    self.sparesUserNamespaces = sparesUserNamespaces
    self.sparesWindows = sparesWindows
    self.find = find
  }

  func offences(of pod: PodSecuritySubject) -> [PodSecurityOffence] {
    if let first = sparesUserNamespaces, pod.minor >= first, pod.spec["hostUsers"].isFalse { return [] }
    if let first = sparesWindows, pod.minor >= first, pod.spec["os"]["name"].text == "windows" { return [] }
    return find(pod)
  }
}

/// A place that a check refuses, and why, to be read after its path.
struct PodSecurityOffence {
  let field: Field
  let fault: String

  init(_ field: Field, _ fault: String) {
    self.field = field
    self.fault = fault
  }
}

/// A pod as the checks see it.
struct PodSecuritySubject {
  let spec: Field
  let annotations: Field
  let minor: Int
  /// The init containers, the containers, and the ephemeral ones: no check tells them apart.
  let containers: [Field]

  init(_ pod: Pod, minor: Int) {
    spec = pod.spec
    annotations = pod.template["metadata"]["annotations"]
    self.minor = minor
    containers = ["initContainers", "containers", "ephemeralContainers"].flatMap { [spec] in spec[$0].items }
  }

  /// The security contexts of the pod and of each container, as far as they are written.
  var contexts: [Field] {
    ([spec] + containers).map { $0["securityContext"] }.filter(\.isPresent)
  }

  /// A setting of each container's own security context, written or not.
  func ofContainers(_ key: String) -> [Field] {
    containers.map { $0["securityContext"][key] }
  }
}
