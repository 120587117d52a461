internal import Validation

/// The checks that the level `restricted` has beyond `baseline`, by name.
///
/// Source: as for ``baselineChecks``. Pods with users of their own are spared since the policy of 1.35; before, a gate
/// that is off unless somebody turns it on did so.
let restrictedChecks = [
  PodSecurityCheck("allowPrivilegeEscalation", since: 8, sparingWindowsSince: 25) { pod in
    pod.ofContainers("allowPrivilegeEscalation").filter { !$0.isFalse }
      .map { PodSecurityOffence($0, $0.isTrue ? "is true" : "is not set to false") }
  },
  PodSecurityCheck(
    "capabilities_restricted",
    since: 22,
    replacing: "capabilities_baseline",
    sparingWindowsSince: 25
  ) { pod in
    let capabilities = pod.ofContainers("capabilities")
    let kept = capabilities.map { $0["drop"] }.filter { drop in !drop.items.contains { $0.text == "ALL" } }
    let added = capabilities.flatMap { $0["add"].items }.filter {
      $0.text.map { $0 != "NET_BIND_SERVICE" } ?? false
    }
    return kept.map { PodSecurityOffence($0, "does not have 'ALL'") }
      + added.map { PodSecurityOffence($0, "adds \($0.shown)") }
  },
  PodSecurityCheck("procMount_restricted", since: 35, replacing: "procMount", find: offencesOfProcMount),
  PodSecurityCheck("restrictedVolumes", replacing: "hostPathVolumes") { pod in
    let allowed = pod.minor < 33 ? sourcesOfVolumes : sourcesOfVolumes.union(["image"])
    return pod.spec["volumes"].items.compactMap { volume in
      let sources = volume.entries.filter { $0.key != "name" && $0.value.isPresent }
      // A volume without a source is an 'emptyDir'.
      guard let first = sources.first, !sources.contains(where: { allowed.contains($0.key) }) else {
        return nil
      }
      return PodSecurityOffence(first.value, "is a source that is not for pods")
    }
  },
  PodSecurityCheck("runAsNonRoot", sparingUserNamespacesSince: 35) { pod in
    offences(in: pod, of: "runAsNonRoot", isRefused: \.isFalse, isEnough: \.isTrue) { setting in
      PodSecurityOffence(setting, setting.isFalse ? "is false" : "is not set to true")
    }
  },
  PodSecurityCheck("runAsUser", since: 23, sparingUserNamespacesSince: 35) { pod in
    pod.contexts.map { $0["runAsUser"] }.filter { $0.integer == 0 }
      .map { PodSecurityOffence($0, "is 0, which is root") }
  },
  PodSecurityCheck(
    "seccompProfile_restricted",
    since: 19,
    replacing: "seccompProfile_baseline",
    sparingWindowsSince: 25
  ) { pod in
    offences(
      in: pod,
      of: "seccompProfile",
      isRefused: { !isConfined($0["type"]) },
      isEnough: { isConfined($0["type"]) }
    ) { profile in
      profile.isPresent
        ? PodSecurityOffence(profile["type"], "is \(profile["type"].shown)")
        : PodSecurityOffence(profile, "is not set, nor that of the pod")
    }
  },
]

/// What is wrong with a setting that the pod, or else every container, must have.
///
/// A wrong value anywhere is told first, even the pod's where every container has a right one of its own.
private func offences(
  in pod: PodSecuritySubject,
  of key: String,
  isRefused: (Field) -> Bool,
  isEnough: (Field) -> Bool,
  tell: (Field) -> PodSecurityOffence
) -> [PodSecurityOffence] {
  let ofPod = pod.spec["securityContext"][key], ofContainers = pod.ofContainers(key)
  let refused = ([ofPod] + ofContainers).filter { $0.isPresent && isRefused($0) }
  if !refused.isEmpty { return refused.map(tell) }
  return isEnough(ofPod) ? [] : ofContainers.filter { !$0.isPresent }.map(tell)
}

/// The sources that give a pod what is the pod's own, or what a PersistentVolume stands for.
private let sourcesOfVolumes: Set<String> = [
  "configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected", "secret",
]
