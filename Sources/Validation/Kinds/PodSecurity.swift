import Diagnostics

/// The security settings of a pod as a whole.
func checkPodSecurity(of spec: Field, reporting findings: inout Findings) {
  let security = spec["securityContext"]
  for key in ["runAsUser", "runAsGroup", "fsGroup"] { security[key].mustBeUserID(reporting: &findings) }
  for group in security["supplementalGroups"].items { group.mustBeUserID(reporting: &findings) }
  security["fsGroupChangePolicy"].mustBe(oneOf: ["Always", "OnRootMismatch"], reporting: &findings)
  security["supplementalGroupsPolicy"].mustBe(oneOf: ["Merge", "Strict"], reporting: &findings)
  checkProfiles(of: security, reporting: &findings)
  checkKernelSettings(of: spec, reporting: &findings)
  checkHostNamespaces(of: spec, reporting: &findings)
  checkSystem(of: spec, reporting: &findings)
}

/// The security settings of one container.
func checkContainerSecurity(_ security: Field, in pod: Field, reporting findings: inout Findings) {
  guard security.isPresent else { return }
  for key in ["runAsUser", "runAsGroup"] { security[key].mustBeUserID(reporting: &findings) }
  checkProfiles(of: security, reporting: &findings)
  security["procMount"].mustBe(oneOf: ["Default", "Unmasked"], reporting: &findings)
  if security["procMount"].text == "Unmasked", !pod["hostUsers"].isFalse {
    security["procMount"].refuse(
      .apiCombination,
      "is 'Unmasked' without 'hostUsers: false'",
      because: "the host's '/proc' would lie open",
      help: "Write 'Default', or set the pod's 'hostUsers' to false.",
      reporting: &findings
    )
  }
  if security["windowsOptions"]["hostProcess"].isTrue, !pod["hostNetwork"].isTrue {
    security["windowsOptions"]["hostProcess"].refuse(
      .apiCombination,
      "is true without 'hostNetwork: true'",
      because: "processes of the host use its network",
      help: "Set the pod's 'hostNetwork' to true.",
      reporting: &findings
    )
  }
  let escalation = security["allowPrivilegeEscalation"]
  guard escalation.isFalse else { return }
  let administrator = security["capabilities"]["add"].items.first { $0.text == "CAP_SYS_ADMIN" }
  if security["privileged"].isTrue {
    escalation.refuse(
      .apiCombination,
      "is false beside 'privileged: true'",
      because: "a privileged container has every privilege already",
      help: "Remove one of the two.",
      beside: security["privileged"],
      reporting: &findings
    )
  } else if let administrator {
    escalation.refuse(
      .apiCombination,
      "is false beside the capability 'CAP_SYS_ADMIN'",
      because: "the capability is an escalation",
      help: "Remove one of the two.",
      beside: administrator,
      reporting: &findings
    )
  }
}

/// Only a profile of type `Localhost` has a path, and it must have one.
private func checkProfiles(of security: Field, reporting findings: inout Findings) {
  for key in ["seccompProfile", "appArmorProfile"] {
    let profile = security[key], type = profile["type"], path = profile["localhostProfile"]
    type.mustBe(oneOf: ["RuntimeDefault", "Localhost", "Unconfined"], reporting: &findings)
    if type.text == "Localhost" {
      path.mustBeGiven(because: "the profile's type is 'Localhost'", reporting: &findings)
      if key == "seccompProfile" { path.mustBeLocalPath(reporting: &findings) }
    } else {
      path.mustBeAbsent(because: "the profile's type is not 'Localhost'", beside: type, reporting: &findings)
    }
  }
}

private func checkKernelSettings(of spec: Field, reporting findings: inout Findings) {
  let settings = spec["securityContext"]["sysctls"].items
  settings.mustDiffer(by: "name", reporting: &findings)
  for setting in settings {
    let name = setting["name"]
    name.mustNotBeEmpty(as: .sysctl, reporting: &findings)
    guard let text = name.text?.replacing("/", with: ".") else { continue }
    let isNetwork = text.hasPrefix("net."), isShared = isOfSharedMemory(text)
    for (key, isSharing) in [("hostNetwork", isNetwork), ("hostIPC", isShared)]
    where isSharing && spec[key].isTrue {
      name.refuse(
        .apiCombination,
        "is \(name.shown) beside '\(key): true'",
        because: "the setting would be the host's",
        help: "Remove the setting, or '\(key)'.",
        beside: spec[key],
        reporting: &findings
      )
    }
  }
}

/// Whether a setting belongs to the namespace of processes that share memory.
private func isOfSharedMemory(_ setting: String) -> Bool {
  setting.hasPrefix("kernel.shm") || setting.hasPrefix("kernel.msg") || setting.hasPrefix("fs.mqueue.")
    || setting == "kernel.sem"
}

private func checkHostNamespaces(of spec: Field, reporting findings: inout Findings) {
  if spec["hostUsers"].isFalse {
    for key in ["hostPID", "hostIPC"] where spec[key].isTrue {
      spec[key].mustBeAbsent(
        because: "the pod has users of its own",
        beside: spec["hostUsers"],
        reporting: &findings
      )
    }
  }
  if spec["shareProcessNamespace"].isTrue, spec["hostPID"].isTrue {
    spec["shareProcessNamespace"].mustBeAbsent(
      because: "the pod is in the host's process namespace",
      beside: spec["hostPID"],
      reporting: &findings
    )
  }
}

// MARK: - Operating systems

/// A pod says for which system it is; the settings of the other one are refused.
private func checkSystem(of spec: Field, reporting findings: inout Findings) {
  let system = spec["os"]["name"]
  system.mustBe(oneOf: ["linux", "windows"], reporting: &findings)
  guard let text = system.text else { return }
  let containers = spec["initContainers"].items + spec["containers"].items
  let contexts = [spec["securityContext"]] + containers.map { $0["securityContext"] }
  switch text {
  case "windows":
    for key in ["hostPID", "hostIPC", "hostUsers", "shareProcessNamespace"] {
      spec[key].mustBeAbsent(because: "the pod is for Windows", beside: system, reporting: &findings)
    }
    for context in contexts {
      for key in settingsOfLinux {
        context[key].mustBeAbsent(because: "the pod is for Windows", beside: system, reporting: &findings)
      }
    }
  case "linux":
    for context in contexts {
      context["windowsOptions"].mustBeAbsent(
        because: "the pod is for Linux",
        beside: system,
        reporting: &findings
      )
    }
  default: break
  }
}

private let settingsOfLinux = [
  "seLinuxOptions", "seccompProfile", "appArmorProfile", "fsGroup", "fsGroupChangePolicy", "sysctls",
  "runAsUser", "runAsGroup", "supplementalGroups", "supplementalGroupsPolicy", "capabilities",
  "readOnlyRootFilesystem", "privileged", "allowPrivilegeEscalation", "procMount",
]
