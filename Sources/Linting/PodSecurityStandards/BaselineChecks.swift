internal import Validation

/// The checks of the level `baseline`, by name.
///
/// Source: the Pod Security Standards in the documents of Kubernetes, and what `k8s.io/pod-security-admission` does up
/// to 1.35, the last version that is known to have changed one. Every check says in which version it came, and what
/// later ones changed.
let baselineChecks = [
  PodSecurityCheck("appArmorProfile") { pod in
    let prefix = "container.apparmor.security.beta.kubernetes.io/"
    let annotations = pod.annotations.entries.filter { $0.key.hasPrefix(prefix) }.map(\.value)
    // The field is of 1.30; an older API server drops it unread.
    let types =
      pod.minor < 30 ? [] : pod.contexts.map { $0["appArmorProfile"] }.filter(\.isPresent).map { $0["type"] }
    return types.filter { !isConfined($0) }.map { PodSecurityOffence($0, "is \($0.shown)") }
      + annotations.filter { !namesAppArmorProfile($0.text ?? "") }.map {
        PodSecurityOffence($0, "is \($0.shown)")
      }
  },
  PodSecurityCheck("capabilities_baseline") { pod in
    pod.ofContainers("capabilities").flatMap { $0["add"].items }
      .filter { $0.text.map { !capabilitiesOfRuntimes.contains($0) } ?? false }
      .map { PodSecurityOffence($0, "adds \($0.shown)") }
  },
  PodSecurityCheck("hostNamespaces") { pod in
    ["hostNetwork", "hostPID", "hostIPC"].map { pod.spec[$0] }.filter(\.isTrue)
      .map { PodSecurityOffence($0, "is true") }
  },
  PodSecurityCheck("hostPathVolumes") { pod in
    pod.spec["volumes"].items.map { $0["hostPath"] }.filter(\.isPresent)
      .map { PodSecurityOffence($0, "is a folder of the node") }
  },
  PodSecurityCheck("hostPorts") { pod in
    let ports = pod.containers.flatMap { $0["ports"].items }
    return ports.compactMap { port in
      let number = port["hostPort"].integer ?? 0
      if number != 0 { return PodSecurityOffence(port["hostPort"], "is \(number)") }
      guard pod.spec["hostNetwork"].isTrue, (port["containerPort"].integer ?? 0) != 0 else { return nil }
      return PodSecurityOffence(port["containerPort"], "is the node's port as well, by 'hostNetwork'")
    }
  },
  PodSecurityCheck("hostProbesAndHostLifecycle", since: 34) { pod in
    pod.containers.flatMap(\.handlerHosts).map { PodSecurityOffence($0, "is \($0.shown)") }
  },
  PodSecurityCheck("privileged") { pod in
    pod.ofContainers("privileged").filter(\.isTrue).map { PodSecurityOffence($0, "is true") }
  },
  PodSecurityCheck("procMount", sparingUserNamespacesSince: 35, find: offencesOfProcMount),
  PodSecurityCheck("seLinuxOptions") { pod in
    let types = typesOfContainers(minor: pod.minor)
    return pod.contexts.flatMap { context in
      let options = context["seLinuxOptions"]
      let type = options["type"].written.map { types.contains($0) } ?? true ? [] : [options["type"]]
      return type + ["user", "role"].map { options[$0] }.filter { $0.written != nil }
    }
    .map { PodSecurityOffence($0, "is \($0.shown)") }
  },
  PodSecurityCheck("seccompProfile_baseline") { pod in
    if pod.minor < 19 { return offencesOfSeccompAnnotations(in: pod) }
    return pod.contexts.map { $0["seccompProfile"] }.filter { $0.isPresent && !isConfined($0["type"]) }
      .map { PodSecurityOffence($0["type"], "is \($0["type"].shown)") }
  },
  PodSecurityCheck("sysctls") { pod in
    let safe = safeKernelSettings(minor: pod.minor)
    return pod.spec["securityContext"]["sysctls"].items.map { $0["name"] }
      .filter { $0.text.map { !safe.contains($0) } ?? false }
      .map { PodSecurityOffence($0, "is \($0.shown)") }
  },
  PodSecurityCheck("windowsHostProcess") { pod in
    pod.contexts.map { $0["windowsOptions"]["hostProcess"] }.filter(\.isTrue)
      .map { PodSecurityOffence($0, "is true") }
  },
]

/// Whether a profile of seccomp or AppArmor confines anything.
func isConfined(_ type: Field) -> Bool {
  type.text == "RuntimeDefault" || type.text == "Localhost"
}

/// The containers that see the node's `/proc` unmasked.
@Sendable func offencesOfProcMount(in pod: PodSecuritySubject) -> [PodSecurityOffence] {
  pod.ofContainers("procMount").filter { $0.isPresent && $0.text != "Default" }
    .map { PodSecurityOffence($0, "is \($0.shown)") }
}

/// Before 1.19 the profile of seccomp stood in annotations only.
private func offencesOfSeccompAnnotations(in pod: PodSecuritySubject) -> [PodSecurityOffence] {
  let prefix = "container.seccomp.security.alpha.kubernetes.io/"
  let keys =
    ["seccomp.security.alpha.kubernetes.io/pod"]
    + pod.containers.compactMap { $0["name"].text.map { prefix + $0 } }
  return keys.map { pod.annotations[$0] }
    .filter { annotation in
      guard let text = annotation.text else { return false }
      return text != "runtime/default" && text != "docker/default" && !text.hasPrefix("localhost/")
    }
    .map { PodSecurityOffence($0, "is \($0.shown)") }
}

private func namesAppArmorProfile(_ text: String) -> Bool {
  text.isEmpty || text == "runtime/default" || text.hasPrefix("localhost/")
}

/// What runtimes give every container, and what may be written as added.
private let capabilitiesOfRuntimes: Set<String> = [
  "AUDIT_WRITE", "CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "KILL", "MKNOD", "NET_BIND_SERVICE", "SETFCAP",
  "SETGID", "SETPCAP", "SETUID", "SYS_CHROOT",
]

/// The SELinux types that are for containers.
func typesOfContainers(minor: Int) -> Set<String> {
  let types: Set = ["container_t", "container_init_t", "container_kvm_t"]
  return minor < 31 ? types : types.union(["container_engine_t"])
}

/// The kernel settings that belong to a pod alone, which is what a node calls safe; the set grew.
func safeKernelSettings(minor: Int) -> Set<String> {
  var safe: Set = [
    "kernel.shm_rmid_forced", "net.ipv4.ip_local_port_range", "net.ipv4.ip_unprivileged_port_start",
    "net.ipv4.ping_group_range", "net.ipv4.tcp_syncookies",
  ]
  if minor >= 27 { safe.insert("net.ipv4.ip_local_reserved_ports") }
  if minor >= 29 {
    safe.formUnion([
      "net.ipv4.tcp_fin_timeout", "net.ipv4.tcp_keepalive_intvl", "net.ipv4.tcp_keepalive_probes",
      "net.ipv4.tcp_keepalive_time",
    ])
  }
  if minor >= 32 { safe.formUnion(["net.ipv4.tcp_rmem", "net.ipv4.tcp_wmem"]) }
  return safe
}
