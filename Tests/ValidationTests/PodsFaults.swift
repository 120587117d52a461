import Testing

extension Faults {
  /// Pods as a whole.
  static let pods: [Fault] = [
    Fault(
      pod("containers: «[{name: a, image: a}]|[]»"),
      "'spec.containers' of Pod 'web' has no containers"
    ),
    Fault(
      pod("initContainers: [{name: «init|app», image: b}]\ncontainers: [{name: app, image: a}]").replacing(
        "containers: [{name: app",
        with: "containers: [{↓name: app"
      ).replacing("initContainers: [{↓", with: "initContainers: [{"),
      "'spec.containers[0].name' of Pod 'web' repeats 'app' of 'spec.initContainers[0].name'"
    ),
    Fault(
      pod("restartPolicy: «Never|Sometimes»"),
      "'spec.restartPolicy' of Pod 'web' is 'Sometimes', not one of Always, OnFailure, Never"
    ),
    Fault(
      pod("terminationGracePeriodSeconds: «0|-1»"),
      "'spec.terminationGracePeriodSeconds' of Pod 'web' is -1, less than 0"
    ),
    Fault(
      pod("activeDeadlineSeconds: «1|0»"),
      "'spec.activeDeadlineSeconds' of Pod 'web' is 0, not between 1 and 2147483647"
    ),
    Fault(
      pod("dnsPolicy: «Default|Cluster»"),
      "'spec.dnsPolicy' of Pod 'web' is 'Cluster', not one of ClusterFirst, ClusterFirstWithHostNet, Default, None"
    ),
    Fault(
      pod("dnsPolicy: None\ndnsConfig: {nameservers: [«192.0.2.1|»]}"),
      "'spec.dnsConfig.nameservers' of Pod 'web' has no servers"
    ),
    Fault(
      pod("dnsConfig: {nameservers: [«192.0.2.1|dns.example.com»]}"),
      "'spec.dnsConfig.nameservers[0]' of Pod 'web' is 'dns.example.com', not an IP address"
    ),
    Fault(
      pod("dnsConfig: {nameservers: [192.0.2.1, 192.0.2.2, 192.0.2.3«|, 192.0.2.4»]}"),
      "'spec.dnsConfig.nameservers' of Pod 'web' has 4 servers, more than 3"
    ),
    Fault(
      pod("dnsConfig: {searches: [«a_b.example.com.|-a»]}"),
      "'spec.dnsConfig.searches[0]' of Pod 'web' is '-a', which starts or ends with '-'"
    ),
    Fault(
      pod("serviceAccountName: «web|Web»"),
      "'spec.serviceAccountName' of Pod 'web' is 'Web', which has upper-case letters"
    ),
    Fault(
      pod("imagePullSecrets: [{name: «web|a_b»}]"),
      "'spec.imagePullSecrets[0].name' of Pod 'web' is 'a_b', which has characters other than a-z, 0-9 and '-'"
    ),
    Fault(
      pod("hostname: «web|web.io»"),
      "'spec.hostname' of Pod 'web' is 'web.io', which has characters other than a-z, 0-9 and '-'"
    ),
    Fault(
      pod("nodeSelector: {disk: «ssd|'a b'»}"),
      "'spec.nodeSelector.disk' of Pod 'web' is 'a b', which has characters other than letters, digits, '-', '_' and '.'"
    ),
    Fault(
      pod("hostAliases: [{ip: «192.0.2.1|a», hostnames: [b]}]"),
      "'spec.hostAliases[0].ip' of Pod 'web' is 'a', not an IP address"
    ),
    Fault(
      pod("readinessGates: [{conditionType: «example.com/ok|a b»}]"),
      "'spec.readinessGates[0].conditionType' of Pod 'web' is 'a b', which has characters other than letters, digits, '-', '_' and '.'"
    ),
    Fault(
      pod("schedulingGates: [{name: a}, {name: «b|a»}]"),
      "'spec.schedulingGates[1].name' of Pod 'web' repeats 'a' of 'spec.schedulingGates[0].name'"
    ),
    Fault(
      pod("schedulingGates: [{name: a}]\n«preemptionPolicy: Never|nodeName: b»"),
      "'spec.nodeName' of Pod 'web' is not allowed here: the pod waits for its 'schedulingGates'"
    ),
    Fault(
      pod("«restartPolicy: Always|ephemeralContainers: [{name: debug, image: b}]»"),
      "'spec.ephemeralContainers' of Pod 'web' is not allowed here: ephemeral containers join a pod that runs already"
    ),
    Fault(
      pod("tolerations: [{key: a, operator: Exists«|, value: b»}]"),
      "'spec.tolerations[0].value' of Pod 'web' is not allowed here: the operator is 'Exists'"
    ),
    Fault(
      pod("tolerations: [↓{«key: a, value: b|value: b»}]"),
      "'spec.tolerations[0]' of Pod 'web' has no key, and its operator is not 'Exists'"
    ),
    Fault(
      pod("tolerations: [{key: a, operator: «Equal|In», value: b}]"),
      "'spec.tolerations[0].operator' of Pod 'web' is 'In', not one of Exists, Equal, Gt, Lt"
    ),
    Fault(
      pod("tolerations: [{key: a, effect: «NoExecute|NoSchedule», ↓tolerationSeconds: 5}]"),
      "'spec.tolerations[0].tolerationSeconds' of Pod 'web' is given with effect 'NoSchedule'"
    ),
    Fault(
      pod("tolerations: [{key: a, effect: «NoExecute|Never»}]"),
      "'spec.tolerations[0].effect' of Pod 'web' is 'Never', not one of NoSchedule, PreferNoSchedule, NoExecute"
    ),
    Fault(
      pod(
        "affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [«{matchExpressions: [{key: a, operator: Exists}]}|»]}}}"
      ),
      "'spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms' of Pod 'web' has no terms"
    ),
    Fault(
      pod(
        "affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchExpressions: [{key: a, operator: Gt, values: ['1'«|, '2'»]}]}]}}}"
      ),
      "'spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[0].values' of Pod 'web' has 2 values with operator 'Gt'"
    ),
    Fault(
      pod(
        "affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchFields: [{key: «metadata.name|spec.x», operator: In, values: [a]}]}]}}}"
      ),
      "'spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchFields[0].key' of Pod 'web' is 'spec.x', not metadata.name"
    ),
    Fault(
      pod(
        "affinity: {nodeAffinity: {preferredDuringSchedulingIgnoredDuringExecution: [{weight: «100|101», preference: {}}]}}"
      ),
      "'spec.affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].weight' of Pod 'web' is 101, not between 1 and 100"
    ),
    Fault(
      pod(
        "affinity: {podAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey: «zone|''», labelSelector: {}}]}}"
      ),
      "'spec.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].topologyKey' of Pod 'web' is empty"
    ),
    Fault(
      pod(
        "affinity: {podAntiAffinity: {preferredDuringSchedulingIgnoredDuringExecution: [{weight: «1|0», podAffinityTerm: {topologyKey: zone}}]}}"
      ),
      "'spec.affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].weight' of Pod 'web' is 0, not between 1 and 100"
    ),
    Fault(
      pod(
        "affinity: {podAntiAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey: zone, «labelSelector: {}, |»↓matchLabelKeys: [a]}]}}"
      ),
      "'spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].matchLabelKeys' of Pod 'web' is not allowed here: there is no 'labelSelector' to add to"
    ),
    Fault(
      pod(
        "topologySpreadConstraints: [{maxSkew: «1|0», topologyKey: zone, whenUnsatisfiable: DoNotSchedule}]"
      ),
      "'spec.topologySpreadConstraints[0].maxSkew' of Pod 'web' is 0, less than 1"
    ),
    Fault(
      pod(
        "topologySpreadConstraints: [{maxSkew: 1, topologyKey: «zone|''», whenUnsatisfiable: DoNotSchedule}]"
      ),
      "'spec.topologySpreadConstraints[0].topologyKey' of Pod 'web' is empty"
    ),
    Fault(
      pod(
        "topologySpreadConstraints: [{maxSkew: 1, topologyKey: zone, whenUnsatisfiable: «DoNotSchedule|Never»}]"
      ),
      "'spec.topologySpreadConstraints[0].whenUnsatisfiable' of Pod 'web' is 'Never', not one of DoNotSchedule, ScheduleAnyway"
    ),
    Fault(
      pod(
        "topologySpreadConstraints: [{maxSkew: 1, topologyKey: zone, whenUnsatisfiable: «DoNotSchedule|ScheduleAnyway», ↓minDomains: 2}]"
      ),
      "'spec.topologySpreadConstraints[0].minDomains' of Pod 'web' is not allowed here: 'whenUnsatisfiable' is 'ScheduleAnyway'"
    ),
    Fault(
      pod(
        "topologySpreadConstraints:\n- {maxSkew: 1, topologyKey: zone, whenUnsatisfiable: DoNotSchedule}\n- {maxSkew: 2, topologyKey: «host|zone», whenUnsatisfiable: DoNotSchedule}"
      ),
      "'spec.topologySpreadConstraints[1].topologyKey' of Pod 'web' repeats 'zone' of 'spec.topologySpreadConstraints[0].topologyKey'"
    ),
    Fault(
      pod(
        "topologySpreadConstraints: [{maxSkew: 1, topologyKey: zone, whenUnsatisfiable: DoNotSchedule, labelSelector: {matchLabels: {a: b}}, matchLabelKeys: [«c|a»]}]"
      ),
      "'spec.topologySpreadConstraints[0].matchLabelKeys[0]' of Pod 'web' is 'a', which the 'labelSelector' names too"
    ),
    Fault(
      pod(
        "topologySpreadConstraints: [{maxSkew: 1, topologyKey: zone, whenUnsatisfiable: DoNotSchedule, nodeTaintsPolicy: «Honor|Obey»}]"
      ),
      "'spec.topologySpreadConstraints[0].nodeTaintsPolicy' of Pod 'web' is 'Obey', not one of Honor, Ignore"
    ),
    Fault(
      pod("securityContext: {runAsUser: «0|-1»}"),
      "'spec.securityContext.runAsUser' of Pod 'web' is -1, not between 0 and 2147483647"
    ),
    Fault(
      pod("securityContext: {fsGroup: «2147483647|2147483648»}"),
      "'spec.securityContext.fsGroup' of Pod 'web' is 2147483648, not between 0 and 2147483647"
    ),
    Fault(
      pod("securityContext: {fsGroupChangePolicy: «Always|Never»}"),
      "'spec.securityContext.fsGroupChangePolicy' of Pod 'web' is 'Never', not one of Always, OnRootMismatch"
    ),
    Fault(
      pod("securityContext: {seccompProfile: {type: Localhost«, localhostProfile: a.json|»}}").replacing(
        "securityContext: {seccompProfile: {",
        with: "securityContext: {↓seccompProfile: {"
      ),
      "'spec.securityContext.seccompProfile.localhostProfile' of Pod 'web' is missing"
    ),
    Fault(
      pod("securityContext: {seccompProfile: {type: «Localhost|RuntimeDefault», ↓localhostProfile: a.json}}"),
      "'spec.securityContext.seccompProfile.localhostProfile' of Pod 'web' is not allowed here: the profile's type is not 'Localhost'"
    ),
    Fault(
      pod("securityContext: {seccompProfile: {type: Localhost, localhostProfile: «a.json|/a.json»}}"),
      "'spec.securityContext.seccompProfile.localhostProfile' of Pod 'web' is '/a.json', which is absolute"
    ),
    Fault(
      pod("securityContext: {sysctls: [{name: «kernel.shm_rmid_forced|Kernel», value: '1'}]}"),
      "'spec.securityContext.sysctls[0].name' of Pod 'web' is 'Kernel', which has parts that are not lower-case letters, digits, '-' and '_'"
    ),
    Fault(
      pod("securityContext: {sysctls: [{name: a.b, value: '1'}, {name: «a.c|a.b», value: '1'}]}"),
      "'spec.securityContext.sysctls[1].name' of Pod 'web' repeats 'a.b' of 'spec.securityContext.sysctls[0].name'"
    ),
    Fault(
      pod("hostNetwork: «false|true»\nsecurityContext: {sysctls: [{↓name: net.core.somaxconn, value: '1'}]}"),
      "'spec.securityContext.sysctls[0].name' of Pod 'web' is 'net.core.somaxconn' beside 'hostNetwork: true'"
    ),
    Fault(
      pod("hostPID: true\nshareProcessNamespace: «false|true»"),
      "'spec.shareProcessNamespace' of Pod 'web' is not allowed here: the pod is in the host's process namespace"
    ),
    Fault(
      pod("hostUsers: «true|false»\n↓hostPID: true"),
      "'spec.hostPID' of Pod 'web' is not allowed here: the pod has users of its own"
    ),
    Fault(
      pod("os: {name: «linux|Linux»}"),
      "'spec.os.name' of Pod 'web' is 'Linux', not one of linux, windows"
    ),
    Fault(
      pod("os: {name: «linux|windows»}\nsecurityContext: {↓runAsUser: 1}"),
      "'spec.securityContext.runAsUser' of Pod 'web' is not allowed here: the pod is for Windows"
    ),
    Fault(
      pod("os: {name: «windows|linux»}\nsecurityContext: {↓windowsOptions: {runAsUserName: a}}"),
      "'spec.securityContext.windowsOptions' of Pod 'web' is not allowed here: the pod is for Linux"
    ),
    Fault(
      pod("resourceClaims: [↓{name: a«, resourceClaimName: b|»}]"),
      "'spec.resourceClaims[0]' of Pod 'web' has no source of the claim"
    ),
    Fault(
      pod("resources: {limits: {«memory: 1Gi|nvidia.com/gpu: 1»}}"),
      "'spec.resources.limits[nvidia.com/gpu]' of Pod 'web' is no resource of a pod as a whole"
    ),
    Fault(
      object("v1", "Pod", "spec:\n  runtimeClassName: «gvisor|gVisor»\n  containers: [{name: a, image: a}]"),
      "'spec.runtimeClassName' of Pod 'web' is 'gVisor', which has upper-case letters"
    ),
  ]
}
