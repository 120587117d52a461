extension ComplianceRule {
  /// The rules of the frameworks that come with the compiler, and the lint rules that decide them.
  ///
  /// A test sees that no line is dropped.
  package static let table = lines.split(separator: "\n").compactMap { ComplianceRule($0) }

  /// Reads `name | severity | subjects | summary | check`, and why nothing is known where no subject is there.
  ///
  /// Subjects are a word or kinds. A check is lint rules, of which none may have a finding; behind `registries:`
  /// where they need that setting; or `!` and the reason why nobody looks.
  private init?(_ line: Substring) {
    let columns = line.split(separator: " | ").map(String.init)
    guard columns.count >= 5, let severity = RuleSeverity.allCases.first(where: { $0.name == columns[1] })
    else {
      return nil
    }
    let subjects: RuleSubjects =
      switch columns[2] {
      case "objects": .everyObject
      case "pods": .pods
      case "lasting-pods": .lastingPods
      case "set": .wholeSet
      default: .kinds(columns[2].split(separator: ",").map(String.init))
      }
    let words = columns[4].split(separator: " ").map(String.init)
    let check: Check =
      switch words.first {
      case "!": .unchecked(String(columns[4].dropFirst(2)))
      case "registries:": .configured(Array(words.dropFirst()), by: .registries)
      default: .lint(words)
      }
    self.init(
      columns[0],
      severity,
      subjects,
      columns[3],
      check,
      absence: columns.count > 5 ? columns[5] : nil
    )
  }
}

private let lines = """
  pod-host-namespaces | critical | pods | no namespace of the host | host-network host-pid host-ipc
  pod-host-ports | high | pods | no port of the host | host-port
  pod-host-process | critical | pods | no Windows host process | host-process-windows
  pod-host-probes | medium | pods | probes and hooks name no host | host-probe-lifecycle
  pod-privileged | critical | pods | no privileged container | privileged-container
  pod-capabilities | high | pods | all capabilities are dropped, at most NET_BIND_SERVICE added | capabilities-drop-all capabilities-added capabilities-dangerous
  pod-no-privilege-escalation | high | pods | no privilege escalation | privilege-escalation
  pod-run-as-non-root | high | pods | runAsNonRoot is set | run-as-non-root
  pod-run-as-user | high | pods | the user is not 0 | run-as-user-zero
  pod-seccomp | high | pods | a seccomp profile is set | seccomp-profile
  pod-apparmor | medium | pods | AppArmor is not turned off | apparmor-profile
  pod-selinux | medium | pods | SELinux options are the allowed ones | selinux-options
  pod-proc-mount | medium | pods | /proc is masked | proc-mount
  pod-sysctls | medium | pods | only safe sysctls | unsafe-sysctls
  pod-volume-types | medium | pods | only restricted types of volumes | volume-types-restricted
  pod-hostpath | critical | pods | no path of the host | hostpath-any
  pod-readonly-rootfs | medium | pods | the root file system is read-only | read-only-root-fs
  pod-automount-token | high | pods | no API token is mounted without need | sa-token-automount
  pod-dedicated-sa | medium | pods | a ServiceAccount of its own | sa-default-used
  pod-no-interactive | low | pods | no terminal and no debug container | ephemeral-or-interactive
  image-digest-pinned | high | pods | images are named by digest | image-digest
  image-registry-allowed | high | pods | images come from allowed registries | registries: image-registry-allowlist
  image-signature-policy | high | pods | an admission policy verifies signatures | ! policies that verify signatures are not read
  image-sbom-ref | medium | pods | a bill of materials is referred to | ! no reference to a bill of materials is declared
  image-scan-ref | medium | pods | a vulnerability scan is referred to | ! no reference to a scan is declared
  res-limits | medium | pods | requests of CPU and memory, and a limit of memory | cpu-requests memory-requests memory-limits
  ns-quota-limits | medium | Namespace | a ResourceQuota and a LimitRange in each namespace | resource-quota-present limit-range-present | no Namespace is in the set: what holds in it cannot be seen
  avail-replicas-pdb | medium | Deployment,StatefulSet | several replicas and a PodDisruptionBudget | single-replica pdb-missing
  avail-spread | low | Deployment,StatefulSet | replicas are spread | topology-spread
  avail-probes | low | lasting-pods | readiness and liveness probes | readiness-probe-missing liveness-probe-missing
  avail-backup | high | PersistentVolumeClaim | a backup schedule selects each volume of record | ! schedules of backups are not read
  net-default-deny-ingress | critical | Namespace | a policy denies all ingress | netpol-missing-in-namespace | no Namespace is in the set: what holds in it cannot be seen
  net-default-deny-egress | critical | Namespace | a policy denies all egress | netpol-missing-in-namespace | no Namespace is in the set: what holds in it cannot be seen
  net-workload-covered | high | pods | each workload is selected for each direction | netpol-missing-for-pod
  net-no-allow-all | critical | NetworkPolicy | no policy allows everything | netpol-allow-all
  net-declared-flows | high | NetworkPolicy | each allowed flow is declared with owner and reason | ! declared flows carry no owner and no justification
  net-tenant-isolation | critical | set | nothing refers to another tenant | ! references between tenants are not compared
  net-env-isolation | high | set | production and the rest do not talk | ! references between environments are not compared
  net-data-tier | high | pods | data stores are reached by their applications only | ! no label says which workload is a data store
  net-metadata-blocked | high | NetworkPolicy | egress excludes the metadata address | ! exceptions for link-local addresses are not read
  net-review-date | low | NetworkPolicy | a fresh date of review | ! no date of review is declared
  svc-exposure | high | Service | no Service leaves the cluster by itself | service-nodeport service-loadbalancer service-external-ips
  svc-insecure-port | medium | Service | no port of a plaintext protocol | ! ports are not compared with a list of plaintext protocols
  ingress-tls | high | Ingress | TLS for explicit hosts | ingress-tls ingress-host-wildcard-or-empty
  ingress-tls-version | high | Ingress | TLS 1.2 or later | ! the controller's defaults are outside the manifests
  ingress-waf | medium | Ingress | public routes refer to a web application firewall | ! no reference to a firewall policy is read
  ingress-no-snippets | high | Ingress | no snippet annotations | ingress-nginx-snippets
  mesh-mtls-strict | high | PeerAuthentication | mutual TLS is strict | istio-strict-mtls | no PeerAuthentication is in the set: whether a mesh encrypts cannot be seen
  mesh-authz-default-deny | high | Namespace | the mesh denies what is not allowed | ! authorization policies are not read as a whole
  rbac-no-cluster-admin | critical | RoleBinding,ClusterRoleBinding | no binding to cluster-admin | rbac-cluster-admin-binding
  rbac-no-wildcards | high | Role,ClusterRole | no wildcard | rbac-wildcard
  rbac-secrets | high | Role,ClusterRole | no reading of Secrets | rbac-secrets-read
  rbac-pod-create | medium | Role,ClusterRole | no creating of workloads | rbac-pod-create
  rbac-pod-exec | high | Role,ClusterRole | no shell in pods and no forwarding | rbac-pod-exec-attach rbac-pod-portforward
  rbac-escalation | critical | Role,ClusterRole | no bind, escalate or impersonate | rbac-escalate-bind rbac-impersonate
  rbac-system-masters | critical | RoleBinding,ClusterRoleBinding | no binding for system:masters | rbac-system-groups
  rbac-no-anonymous | critical | RoleBinding,ClusterRoleBinding | no binding for everybody | rbac-system-groups
  rbac-cluster-verbs | high | Role,ClusterRole | no power over the cluster | rbac-persistentvolume-create rbac-nodes-proxy rbac-csr-approve rbac-webhook-config rbac-token-create
  rbac-namespace-scoped | high | RoleBinding,ClusterRoleBinding | tenants are bound in their namespaces only | ! no list says which subjects are tenants
  rbac-subjects | medium | RoleBinding,ClusterRoleBinding | people come as federated groups of an allow-list | ! no allow-list of groups is declared
  rbac-sod | high | RoleBinding,ClusterRoleBinding | nobody holds both halves of a conflicting pair | ! no conflicting pairs are declared
  secret-no-inline | critical | objects | no credential in the manifests | env-var-literal-secret configmap-secret-content hardcoded-credential-pattern
  secret-external-store | high | Secret,ExternalSecret | secrets come from a store | secret-native-manager
  secret-as-file | medium | pods | secrets are files, not variables | env-from-secret
  secret-rotation | medium | ExternalSecret | secrets are refreshed often enough | ! intervals are not compared with a limit
  secret-no-basic-auth | medium | Secret | no Secret of type basic-auth | ! types of Secrets are not compared
  storage-encrypted | high | PersistentVolumeClaim,StatefulSet | storage classes that encrypt | ! no list of encrypting storage classes is declared
  storage-reclaim | medium | StorageClass | reclaiming follows the class of retention | ! no class of retention is declared
  tls-cert-managed | medium | Certificate | certificates of allowed issuers and bounded duration | ! no list of issuers is declared
  ns-not-default | medium | objects | nothing in the namespaces default and kube-* | namespace-default namespace-system
  ns-pss-enforce | high | Namespace | the Pod Security Standard restricted is enforced, at a pinned version | namespace-psa-restricted | no Namespace is in the set: what holds in it cannot be seen
  ns-tenant-label | medium | Namespace | one tenant and one environment in each namespace | ! labels of namespaces are not compared with tenants
  sched-dedicated | high | pods | regulated workloads have nodes of their own | ! no pool is declared for regulated workloads
  sched-residency | high | pods | workloads stay in the declared regions | ! no regions are declared
  meta-owner | low | objects | an owner is named | ! the form of owners' labels is not checked
  meta-data-class | medium | pods | a data class of the vocabulary | ! labels are not compared with the vocabulary
  meta-processing | medium | pods | purpose, basis and retention are recorded | ! no purpose of processing is declared
  meta-change-ref | medium | objects | change and approver are recorded | ! objects carry no reference to a change
  meta-provenance | high | objects | a statement of provenance covers the file | ! no statement of provenance is read
  meta-managed-by | low | objects | the managing engine is named | ! the label of the engine is not checked
  gen-reproducible | high | objects | generating again gives the same bytes | ! this run does not generate again; 'build --check' does
  gitops-drift | medium | Application,Kustomization | drift is corrected | ! settings of delivery engines are not read
  adm-policy-present | high | set | admission policies repeat the rules | ! admission policies are not read
  log-collection | medium | pods | a collector covers the workload | ! configuration of collectors is not read
  log-retention | medium | set | logs are kept long enough | ! no retention of logs is declared
  log-audit-policy | high | set | an audit policy covers secrets, access and shells | ! audit policies belong to the cluster
  mon-alerts | low | pods | alerts have a way to an owner | ! alert rules are not read
  det-runtime-agent | medium | DaemonSet | an agent watches at run time | ! agents belong to the cluster
  """
