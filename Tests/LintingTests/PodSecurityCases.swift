import Testing

/// A pod, and the checks of the Pod Security Standards that refuse it.
struct PodSecurityCase: CustomTestStringConvertible, Sendable {
  let name: String
  let text: String
  let minor: Int
  let baseline: [String]
  /// Without those of `baseline` that stand in both.
  let restricted: [String]

  init(_ name: String, _ text: String, _ minor: Int = 36, baseline: [String] = [], restricted: [String]) {
    self.name = name
    self.text = text
    self.minor = minor
    self.baseline = baseline
    self.restricted = restricted
  }

  var testDescription: String { "\(name) in 1.\(minor)" }
}

/// A pod that `restricted` lets in, but for what is said.
///
/// - Parameters:
///   - spec: More fields of the pod's spec.
///   - context: The pod's security context.
///   - plus: More of it.
///   - container: More fields of the container.
///   - own: The container's security context.
///   - and: More of it.
///   - annotations: Of the pod.
/// - Returns: A manifest.
func podText(
  _ spec: String = "",
  context: String = "runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}",
  plus: String = "",
  container: String = "",
  own: String = "allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}",
  and: String = "",
  annotations: String = ""
) -> String {
  func map(_ parts: String...) -> String { "{" + parts.filter { !$0.isEmpty }.joined(separator: ", ") + "}" }
  let only = map("name: a", container, "securityContext: " + map(own, and))
  return """
    apiVersion: v1
    kind: Pod
    metadata: {name: p, annotations: {\(annotations)}}
    spec: \(map(spec, "securityContext: " + map(context, plus), "containers: [\(only)]"))
    """
}

/// A container that `restricted` lets in, but for what is said.
private func hard(_ name: String, _ more: String = "") -> String {
  "{name: \(name), securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}\(more)}}"
}

/// The checks that a pod without any security context fails.
let refusedOfABarePod = [
  "allowPrivilegeEscalation", "capabilities_restricted", "runAsNonRoot", "seccompProfile_restricted",
]

/// What the admission plugin decides; each row says one thing.
let podSecurityCases = casesOfPrivileges + casesOfProfiles

private let casesOfPrivileges: [PodSecurityCase] = [
  PodSecurityCase("a hardened pod", podText(), restricted: []),
  PodSecurityCase("a bare pod", podText(context: "", own: ""), restricted: refusedOfABarePod),
  PodSecurityCase("a bare pod", podText(context: "", own: ""), 7, restricted: ["runAsNonRoot"]),
  PodSecurityCase(
    "a bare pod",
    podText(context: "", own: ""),
    18,
    restricted: ["allowPrivilegeEscalation", "runAsNonRoot"]
  ),
  PodSecurityCase(
    "a bare pod",
    podText(context: "", own: ""),
    21,
    restricted: ["allowPrivilegeEscalation", "runAsNonRoot", "seccompProfile_restricted"]
  ),

  // MARK: Privileges
  PodSecurityCase(
    "privileged",
    podText(and: "privileged: true"),
    baseline: ["privileged"],
    restricted: ["privileged"]
  ),
  PodSecurityCase("not privileged", podText(and: "privileged: false"), restricted: []),
  PodSecurityCase(
    "a privileged init container",
    podText("initContainers: [\(hard("i", ", privileged: true"))]"),
    baseline: ["privileged"],
    restricted: ["privileged"]
  ),
  PodSecurityCase(
    "a privileged ephemeral container",
    podText("ephemeralContainers: [\(hard("e", ", privileged: true"))]"),
    baseline: ["privileged"],
    restricted: ["privileged"]
  ),
  PodSecurityCase(
    "a bare ephemeral container",
    podText("ephemeralContainers: [{name: e}]"),
    restricted: ["allowPrivilegeEscalation", "capabilities_restricted"]
  ),
  PodSecurityCase(
    "escalation allowed",
    podText(own: "allowPrivilegeEscalation: true, capabilities: {drop: [ALL]}"),
    restricted: ["allowPrivilegeEscalation"]
  ),
  PodSecurityCase(
    "escalation not said",
    podText(own: "capabilities: {drop: [ALL]}"),
    restricted: ["allowPrivilegeEscalation"]
  ),
  PodSecurityCase("escalation not said", podText(own: "capabilities: {drop: [ALL]}"), 7, restricted: []),

  // MARK: Capabilities
  PodSecurityCase(
    "a capability of runtimes",
    podText(own: "allowPrivilegeEscalation: false, capabilities: {drop: [ALL], add: [CHOWN]}"),
    restricted: ["capabilities_restricted"]
  ),
  PodSecurityCase(
    "the capability to bind low ports",
    podText(own: "allowPrivilegeEscalation: false, capabilities: {drop: [ALL], add: [NET_BIND_SERVICE]}"),
    restricted: []
  ),
  PodSecurityCase(
    "another capability",
    podText(own: "allowPrivilegeEscalation: false, capabilities: {drop: [ALL], add: [SYS_TIME]}"),
    baseline: ["capabilities_baseline"],
    restricted: ["capabilities_restricted"]
  ),
  PodSecurityCase(
    "another capability before restricted had a check of its own",
    podText(own: "allowPrivilegeEscalation: false, capabilities: {add: [SYS_TIME]}"),
    21,
    baseline: ["capabilities_baseline"],
    restricted: ["capabilities_baseline"]
  ),
  PodSecurityCase(
    "a capability with the kernel's prefix",
    podText(own: "allowPrivilegeEscalation: false, capabilities: {drop: [ALL], add: [CAP_CHOWN]}"),
    baseline: ["capabilities_baseline"],
    restricted: ["capabilities_restricted"]
  ),
  PodSecurityCase(
    "some dropped",
    podText(own: "allowPrivilegeEscalation: false, capabilities: {drop: [NET_RAW]}"),
    restricted: ["capabilities_restricted"]
  ),
  PodSecurityCase(
    "all dropped in small letters",
    podText(own: "allowPrivilegeEscalation: false, capabilities: {drop: [all]}"),
    restricted: ["capabilities_restricted"]
  ),

  // MARK: The node
  PodSecurityCase(
    "the node's network",
    podText("hostNetwork: true"),
    baseline: ["hostNamespaces"],
    restricted: ["hostNamespaces"]
  ),
  PodSecurityCase(
    "the node's network with a port, which is the node's then",
    podText("hostNetwork: true", container: "ports: [{containerPort: 80}]"),
    baseline: ["hostNamespaces", "hostPorts"],
    restricted: ["hostNamespaces", "hostPorts"]
  ),
  PodSecurityCase(
    "the node's processes and memory are one check",
    podText("hostPID: true, hostIPC: true"),
    baseline: ["hostNamespaces"],
    restricted: ["hostNamespaces"]
  ),
  PodSecurityCase("no namespace of the node", podText("hostPID: false, hostIPC: false"), restricted: []),
  PodSecurityCase(
    "a port of the node",
    podText(container: "ports: [{containerPort: 80, hostPort: 80}]"),
    baseline: ["hostPorts"],
    restricted: ["hostPorts"]
  ),
  PodSecurityCase(
    "port 0 is none",
    podText(container: "ports: [{containerPort: 80, hostPort: 0}]"),
    restricted: []
  ),
  PodSecurityCase("a port", podText(container: "ports: [{containerPort: 80}]"), restricted: []),
  PodSecurityCase(
    "a host process of the pod",
    podText(plus: "windowsOptions: {hostProcess: true}"),
    baseline: ["windowsHostProcess"],
    restricted: ["windowsHostProcess"]
  ),
  PodSecurityCase(
    "a host process of the container",
    podText(and: "windowsOptions: {hostProcess: true}"),
    baseline: ["windowsHostProcess"],
    restricted: ["windowsHostProcess"]
  ),
  PodSecurityCase("no host process", podText(and: "windowsOptions: {hostProcess: false}"), restricted: []),

  // MARK: Volumes
  PodSecurityCase(
    "a folder of the node",
    podText("volumes: [{name: v, hostPath: {path: /}}]"),
    baseline: ["hostPathVolumes"],
    restricted: ["restrictedVolumes"]
  ),
  PodSecurityCase(
    "a volume of the network",
    podText("volumes: [{name: v, nfs: {server: a, path: /}}]"),
    restricted: ["restrictedVolumes"]
  ),
  PodSecurityCase(
    "a checkout",
    podText("volumes: [{name: v, gitRepo: {repository: a}}]"),
    restricted: ["restrictedVolumes"]
  ),
  PodSecurityCase(
    "every source for pods",
    podText(
      """
      volumes: [{name: a, configMap: {}}, {name: b, csi: {driver: d}}, {name: c, downwardAPI: {}}, \
      {name: d, emptyDir: {}}, {name: e, ephemeral: {}}, {name: f, persistentVolumeClaim: {claimName: c}}, \
      {name: g, projected: {}}, {name: h, secret: {}}]
      """
    ),
    restricted: []
  ),
  PodSecurityCase(
    "an image as volume",
    podText("volumes: [{name: v, image: {reference: a}}]"),
    33,
    restricted: []
  ),
  PodSecurityCase(
    "an image as volume",
    podText("volumes: [{name: v, image: {reference: a}}]"),
    32,
    restricted: ["restrictedVolumes"]
  ),
  PodSecurityCase("a volume without a source", podText("volumes: [{name: v}]"), restricted: []),

  // MARK: Users
  PodSecurityCase(
    "root refused by each container",
    podText(context: "seccompProfile: {type: RuntimeDefault}", and: "runAsNonRoot: true"),
    restricted: []
  ),
  PodSecurityCase(
    "root refused by one container of two",
    podText(
      "initContainers: [\(hard("i"))]",
      context: "seccompProfile: {type: RuntimeDefault}",
      and: "runAsNonRoot: true"
    ),
    restricted: ["runAsNonRoot"]
  ),
  PodSecurityCase(
    "root allowed by the pod and refused by its container",
    podText(
      context: "runAsNonRoot: false, seccompProfile: {type: RuntimeDefault}",
      and: "runAsNonRoot: true"
    ),
    restricted: ["runAsNonRoot"]
  ),
  PodSecurityCase(
    "root allowed by the container",
    podText(and: "runAsNonRoot: false"),
    restricted: ["runAsNonRoot"]
  ),
  PodSecurityCase(
    "a number alone does not refuse root",
    podText(context: "runAsUser: 1000, seccompProfile: {type: RuntimeDefault}"),
    restricted: ["runAsNonRoot"]
  ),
  PodSecurityCase("the pod as user 0", podText(plus: "runAsUser: 0"), restricted: ["runAsUser"]),
  PodSecurityCase("the container as user 0", podText(and: "runAsUser: 0"), restricted: ["runAsUser"]),
  PodSecurityCase("the pod as user 0", podText(plus: "runAsUser: 0"), 22, restricted: []),
  PodSecurityCase(
    "the pod as user 0, its container not",
    podText(plus: "runAsUser: 0", and: "runAsUser: 1000"),
    restricted: ["runAsUser"]
  ),
]
