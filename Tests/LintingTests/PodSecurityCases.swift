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

private let bare = [
  "allowPrivilegeEscalation", "capabilities_restricted", "runAsNonRoot", "seccompProfile_restricted",
]

/// What the admission plugin decides; each row says one thing.
let podSecurityCases: [PodSecurityCase] = [
  PodSecurityCase("a hardened pod", podText(), restricted: []),
  PodSecurityCase("a bare pod", podText(context: "", own: ""), restricted: bare),
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

  // MARK: Users of its own
  PodSecurityCase(
    "root among users of its own",
    podText("hostUsers: false", context: "runAsUser: 0, seccompProfile: {type: RuntimeDefault}"),
    35,
    restricted: []
  ),
  PodSecurityCase(
    "root among users of its own, before",
    podText("hostUsers: false", context: "runAsUser: 0, seccompProfile: {type: RuntimeDefault}"),
    34,
    restricted: ["runAsNonRoot", "runAsUser"]
  ),
  PodSecurityCase(
    "root among the node's users",
    podText("hostUsers: true", context: "runAsUser: 0, seccompProfile: {type: RuntimeDefault}"),
    restricted: ["runAsNonRoot", "runAsUser"]
  ),
  PodSecurityCase(
    "'/proc' unmasked",
    podText(and: "procMount: Unmasked"),
    baseline: ["procMount"],
    restricted: ["procMount_restricted"]
  ),
  PodSecurityCase(
    "'/proc' unmasked",
    podText(and: "procMount: Unmasked"),
    34,
    baseline: ["procMount"],
    restricted: ["procMount"]
  ),
  PodSecurityCase(
    "'/proc' unmasked among users of its own",
    podText("hostUsers: false", and: "procMount: Unmasked"),
    restricted: ["procMount_restricted"]
  ),
  PodSecurityCase(
    "'/proc' unmasked among users of its own, before",
    podText("hostUsers: false", and: "procMount: Unmasked"),
    34,
    baseline: ["procMount"],
    restricted: ["procMount"]
  ),
  PodSecurityCase("'/proc' as usual", podText(and: "procMount: Default"), restricted: []),

  // MARK: Seccomp
  PodSecurityCase(
    "no seccomp for the pod",
    podText(context: "runAsNonRoot: true, seccompProfile: {type: Unconfined}"),
    baseline: ["seccompProfile_baseline"],
    restricted: ["seccompProfile_restricted"]
  ),
  PodSecurityCase(
    "no seccomp for the pod, but for its container",
    podText(
      context: "runAsNonRoot: true, seccompProfile: {type: Unconfined}",
      and: "seccompProfile: {type: RuntimeDefault}"
    ),
    baseline: ["seccompProfile_baseline"],
    restricted: ["seccompProfile_restricted"]
  ),
  PodSecurityCase(
    "no seccomp for the container",
    podText(and: "seccompProfile: {type: Unconfined}"),
    baseline: ["seccompProfile_baseline"],
    restricted: ["seccompProfile_restricted"]
  ),
  PodSecurityCase(
    "seccomp for the container only",
    podText(context: "runAsNonRoot: true", and: "seccompProfile: {type: Localhost, localhostProfile: a}"),
    restricted: []
  ),
  PodSecurityCase(
    "seccomp by annotation",
    podText(
      context: "runAsNonRoot: true",
      annotations: "seccomp.security.alpha.kubernetes.io/pod: runtime/default"
    ),
    restricted: ["seccompProfile_restricted"]
  ),
  PodSecurityCase(
    "no seccomp by annotation",
    podText(annotations: "seccomp.security.alpha.kubernetes.io/pod: unconfined"),
    18,
    baseline: ["seccompProfile_baseline"],
    restricted: ["seccompProfile_baseline"]
  ),
  PodSecurityCase(
    "no seccomp by a container's annotation",
    podText(annotations: "container.seccomp.security.alpha.kubernetes.io/a: unconfined"),
    18,
    baseline: ["seccompProfile_baseline"],
    restricted: ["seccompProfile_baseline"]
  ),
  PodSecurityCase(
    "no seccomp by the annotation of no container",
    podText(annotations: "container.seccomp.security.alpha.kubernetes.io/b: unconfined"),
    18,
    restricted: []
  ),
  PodSecurityCase(
    "no seccomp by annotation, which is read no more",
    podText(annotations: "seccomp.security.alpha.kubernetes.io/pod: unconfined"),
    19,
    restricted: []
  ),

  // MARK: AppArmor
  PodSecurityCase(
    "no AppArmor by annotation",
    podText(annotations: "container.apparmor.security.beta.kubernetes.io/a: unconfined"),
    29,
    baseline: ["appArmorProfile"],
    restricted: ["appArmorProfile"]
  ),
  PodSecurityCase(
    "no AppArmor by the annotation of no container",
    podText(annotations: "container.apparmor.security.beta.kubernetes.io/b: unconfined"),
    baseline: ["appArmorProfile"],
    restricted: ["appArmorProfile"]
  ),
  PodSecurityCase(
    "AppArmor by annotation",
    podText(annotations: "container.apparmor.security.beta.kubernetes.io/a: localhost/a"),
    restricted: []
  ),
  PodSecurityCase(
    "no AppArmor for the pod",
    podText(plus: "appArmorProfile: {type: Unconfined}"),
    baseline: ["appArmorProfile"],
    restricted: ["appArmorProfile"]
  ),
  PodSecurityCase(
    "no AppArmor, before there was a field",
    podText(plus: "appArmorProfile: {type: Unconfined}"),
    29,
    restricted: []
  ),
  PodSecurityCase(
    "AppArmor for the container",
    podText(and: "appArmorProfile: {type: RuntimeDefault}"),
    restricted: []
  ),

  // MARK: SELinux
  PodSecurityCase(
    "an SELinux type of the node",
    podText(plus: "seLinuxOptions: {type: spc_t}"),
    baseline: ["seLinuxOptions"],
    restricted: ["seLinuxOptions"]
  ),
  PodSecurityCase(
    "an SELinux type of containers",
    podText(and: "seLinuxOptions: {type: container_init_t}"),
    restricted: []
  ),
  PodSecurityCase(
    "an SELinux type of engines",
    podText(and: "seLinuxOptions: {type: container_engine_t}"),
    31,
    restricted: []
  ),
  PodSecurityCase(
    "an SELinux type of engines",
    podText(and: "seLinuxOptions: {type: container_engine_t}"),
    30,
    baseline: ["seLinuxOptions"],
    restricted: ["seLinuxOptions"]
  ),
  PodSecurityCase(
    "an SELinux user",
    podText(and: "seLinuxOptions: {user: system_u}"),
    baseline: ["seLinuxOptions"],
    restricted: ["seLinuxOptions"]
  ),
  PodSecurityCase(
    "an SELinux role",
    podText(and: "seLinuxOptions: {role: system_r}"),
    baseline: ["seLinuxOptions"],
    restricted: ["seLinuxOptions"]
  ),
  PodSecurityCase("an SELinux level", podText(and: "seLinuxOptions: {level: s0}"), restricted: []),

  // MARK: Kernel settings
  PodSecurityCase(
    "a kernel setting",
    podText(plus: "sysctls: [{name: kernel.msgmax, value: '1'}]"),
    baseline: ["sysctls"],
    restricted: ["sysctls"]
  ),
  PodSecurityCase(
    "a safe setting",
    podText(plus: "sysctls: [{name: net.ipv4.tcp_syncookies, value: '1'}]"),
    20,
    restricted: []
  ),
  PodSecurityCase(
    "a safe setting with slashes is not on the list",
    podText(plus: "sysctls: [{name: net/ipv4/tcp_syncookies, value: '1'}]"),
    baseline: ["sysctls"],
    restricted: ["sysctls"]
  ),

  // MARK: Handlers
  PodSecurityCase(
    "a probe of another host",
    podText(container: "livenessProbe: {httpGet: {port: 80, host: 10.0.0.1}}"),
    baseline: ["hostProbesAndHostLifecycle"],
    restricted: ["hostProbesAndHostLifecycle"]
  ),
  PodSecurityCase(
    "a probe of another host",
    podText(container: "livenessProbe: {httpGet: {port: 80, host: 10.0.0.1}}"),
    33,
    restricted: []
  ),
  PodSecurityCase(
    "a hook of another host",
    podText(container: "lifecycle: {postStart: {tcpSocket: {port: 80, host: a}}}"),
    baseline: ["hostProbesAndHostLifecycle"],
    restricted: ["hostProbesAndHostLifecycle"]
  ),
  PodSecurityCase(
    "a probe of the pod",
    podText(container: "startupProbe: {tcpSocket: {port: 80, host: ''}}"),
    restricted: []
  ),

  // MARK: Windows
  PodSecurityCase(
    "a bare pod for Windows",
    podText("os: {name: windows}", context: "", own: ""),
    restricted: ["runAsNonRoot"]
  ),
  PodSecurityCase(
    "a bare pod for Windows",
    podText("os: {name: windows}", context: "", own: ""),
    24,
    restricted: bare
  ),
  PodSecurityCase(
    "a bare pod for Linux",
    podText("os: {name: linux}", context: "", own: ""),
    restricted: bare
  ),

  // MARK: Bad input
  PodSecurityCase(
    "settings of another shape",
    podText("volumes: a", plus: "sysctls: {a: b}"),
    restricted: []
  ),
  PodSecurityCase("no spec at all", "apiVersion: v1\nkind: Pod\nmetadata: {name: p}", restricted: []),
]
