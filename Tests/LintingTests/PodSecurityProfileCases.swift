/// The part of ``podSecurityCases`` about user namespaces, profiles, kernel settings, handlers and Windows.
let casesOfProfiles: [PodSecurityCase] = [
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
    restricted: refusedOfABarePod
  ),
  PodSecurityCase(
    "a bare pod for Linux",
    podText("os: {name: linux}", context: "", own: ""),
    restricted: refusedOfABarePod
  ),

  // MARK: Bad input
  PodSecurityCase(
    "settings of another shape",
    podText("volumes: a", plus: "sysctls: {a: b}"),
    restricted: []
  ),
  PodSecurityCase("no spec at all", "apiVersion: v1\nkind: Pod\nmetadata: {name: p}", restricted: []),
]
