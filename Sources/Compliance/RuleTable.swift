extension ComplianceRule {
  /// The rules of the frameworks that come with the compiler, and the lint rules that decide them.
  ///
  /// A test sees that no line is dropped.
  package static let table = lines.split(separator: "\n").compactMap { ComplianceRule($0) }

  /// Reads `name | severity | subjects | summary | check`, and why nothing is known where no subject is there.
  ///
  /// Subjects are a word or kinds; behind `if`, the kinds of which something has to be there for the rule to be asked,
  /// or annotations behind `@` that pods have.
  /// A check is lint rules, of which none may have a finding; behind a setting and a colon where they need that; or
  /// `reproduced`; or `!` and the reason why nobody looks.
  private init?(_ line: Substring) {
    let columns = line.split(separator: " | ")
    guard columns.count >= 5,
      let severity = RuleSeverity.allCases.first(where: { $0.name == columns[1] }),
      let subjects = columns[2].split(separator: " if ").first,
      let check = Check(columns[4])
    else { return nil }
    let evidence = columns[2].split(separator: " if ").dropFirst().flatMap { $0.split(separator: ",") }
    self.init(
      String(columns[0]),
      severity,
      RuleSubjects(words: subjects),
      evidence: evidence.map { Evidence($0) },
      String(columns[3]),
      check,
      absence: columns.count > 5 ? String(columns[5]) : nil
    )
  }
}

extension ComplianceRule.Check {
  /// Fails where the setting is none.
  fileprivate init?(_ column: Substring) {
    let words = column.split(separator: " ")
    guard let first = words.first else { return nil }
    if first == "!" {
      self = .unchecked(String(column.dropFirst(2)))
    } else if column == "reproduced" {
      self = .reproduced
    } else if first.hasSuffix(":") {
      guard let setting = RuleSetting(first.dropLast()) else { return nil }
      self = .configured(words.dropFirst().map(String.init), by: setting)
    } else {
      self = .lint(words.map(String.init))
    }
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
  pod-run-as-non-root | high | pods | runAsNonRoot is set | run-as-non-root run-as-non-root-unset
  pod-run-as-user | high | pods | the user is not 0 | run-as-user-zero
  pod-seccomp | high | pods | a seccomp profile is set | seccomp-profile
  pod-apparmor | medium | pods | AppArmor is not turned off | apparmor-profile
  pod-selinux | medium | pods | SELinux options are the allowed ones | selinux-options
  pod-proc-mount | medium | pods | /proc is masked | proc-mount
  pod-sysctls | medium | pods | only safe sysctls | unsafe-sysctls
  pod-volume-types | medium | pods | only restricted types of volumes | volume-types-restricted hostpath-any
  pod-hostpath | critical | pods | no path of the host | hostpath-any
  pod-readonly-rootfs | medium | pods | the root file system is read-only | read-only-root-fs
  pod-automount-token | high | pods | no API token is mounted without need | sa-token-automount
  pod-dedicated-sa | medium | pods | a ServiceAccount of its own | sa-default-used
  pod-no-interactive | low | pods | no terminal and no debug container | ephemeral-or-interactive
  image-digest-pinned | high | pods | images are named by digest | image-digest
  image-registry-allowed | high | pods | images come from allowed registries | registries: image-registry-allowlist
  image-signature-policy | high | pods if ClusterPolicy,ImageValidatingPolicy,ClusterImagePolicy | an admission policy verifies signatures | image-signature-policy | no policy that could verify signatures is in the set: whether the cluster verifies them cannot be seen
  image-sbom-ref | medium | pods | a bill of materials is referred to | record.sbom: image-sbom-ref
  image-scan-ref | medium | pods | a vulnerability scan is referred to | record.scan: image-scan-ref
  res-limits | medium | pods | requests of CPU and memory, and a limit of memory | cpu-requests memory-requests memory-limits
  ns-quota-limits | medium | Namespace | a ResourceQuota and a LimitRange in each namespace | resource-quota-present limit-range-present | no Namespace is in the set: what holds in it cannot be seen
  avail-replicas-pdb | medium | Deployment,StatefulSet | several replicas and a PodDisruptionBudget | single-replica pdb-missing
  avail-spread | low | Deployment,StatefulSet | replicas are spread | topology-spread
  avail-probes | low | lasting-pods | readiness and liveness probes | readiness-probe-missing liveness-probe-missing
  avail-backup | high | PersistentVolumeClaim,Cluster.postgresql.cnpg.io if Cluster.postgresql.cnpg.io,Schedule.velero.io,Backup.velero.io,Schedule.k8up.io,VolumeSnapshot,ReplicationSource | a backup schedule selects each volume of record | backup-missing | no claim beside a backup schedule is in the set: whether volumes are backed up cannot be seen
  net-default-deny-ingress | critical | Namespace | a policy denies all ingress | netpol-missing-in-namespace | no Namespace is in the set: what holds in it cannot be seen
  net-default-deny-egress | critical | Namespace | a policy denies all egress | netpol-missing-in-namespace | no Namespace is in the set: what holds in it cannot be seen
  net-workload-covered | high | pods | each workload is selected for each direction | netpol-missing-for-pod
  net-no-allow-all | critical | NetworkPolicy | no policy allows everything | netpol-allow-all
  net-declared-flows | high | NetworkPolicy.networking.k8s.io | each flow beyond the cluster has an owner and a reason | record.flow: netpol-flow-reason
  net-tenant-isolation | critical | of-tenants:NetworkPolicy,AuthorizationPolicy.security.istio.io,RoleBinding,Service,Ingress,HTTPRoute,GRPCRoute,TCPRoute,TLSRoute | nothing refers to another tenant | tenant-reference | no label says whose the namespaces are
  net-env-isolation | high | of-tenants:NetworkPolicy,AuthorizationPolicy.security.istio.io,RoleBinding,Service,Ingress,HTTPRoute,GRPCRoute,TCPRoute,TLSRoute | production and the rest do not talk | environment-reference | no label says which environment the namespaces are
  net-data-tier | high | data-stores | data stores are reached by their applications only | data-store-exposed
  net-metadata-blocked | high | NetworkPolicy.networking.k8s.io | egress excludes the metadata address | netpol-metadata-address
  net-review-date | low | NetworkPolicy.networking.k8s.io | a date of review | record.review: netpol-review-date
  svc-exposure | high | Service | no Service leaves the cluster by itself | service-nodeport service-loadbalancer service-external-ips
  svc-insecure-port | medium | Service | no port of a plaintext protocol | service-plaintext-port
  ingress-tls | high | Ingress | TLS for explicit hosts | ingress-tls ingress-host-wildcard-or-empty
  ingress-tls-version | high | TLSOption,HTTPProxy,ClientTrafficPolicy,Gateway.networking.istio.io | TLS 1.2 or later | weak-tls-version | nothing that sets a version is in the set: the controller's defaults are outside the manifests
  ingress-waf | medium | Ingress,HTTPRoute if Ingress,Gateway,BackendTrafficPolicy,GCPBackendPolicy,RateLimitPolicy,WAFPolicy | public routes refer to a web application firewall | unprotected-route | no Ingress and no Gateway is in the set: what protects it cannot be seen
  ingress-no-snippets | high | Ingress | no snippet annotations | ingress-nginx-snippets
  mesh-mtls-strict | high | Namespace | mutual TLS is strict | istio-strict-mtls | no Namespace is in the set: what holds in it cannot be seen
  mesh-authz-default-deny | high | Namespace if AuthorizationPolicy.security.istio.io,PeerAuthentication | the mesh denies what is not allowed | istio-authorization-policy | no Namespace beside a mesh is in the set: what a mesh denies cannot be seen
  rbac-no-cluster-admin | critical | RoleBinding,ClusterRoleBinding | no binding to cluster-admin | rbac-cluster-admin-binding
  rbac-no-wildcards | high | Role,ClusterRole | no wildcard | rbac-wildcard
  rbac-secrets | high | Role,ClusterRole | no reading of Secrets | rbac-secrets-read
  rbac-pod-create | medium | Role,ClusterRole | no creating of workloads | rbac-pod-create
  rbac-pod-exec | high | Role,ClusterRole | no shell in pods and no forwarding | rbac-pod-exec-attach rbac-pod-portforward
  rbac-escalation | critical | Role,ClusterRole | no bind, escalate or impersonate | rbac-escalate-bind rbac-impersonate
  rbac-system-masters | critical | RoleBinding,ClusterRoleBinding | no binding for system:masters | rbac-system-groups
  rbac-no-anonymous | critical | RoleBinding,ClusterRoleBinding | no binding for everybody | rbac-system-groups
  rbac-cluster-verbs | high | Role,ClusterRole | no power over the cluster | rbac-persistentvolume-create rbac-nodes-proxy rbac-csr-approve rbac-webhook-config rbac-token-create
  rbac-namespace-scoped | high | RoleBinding,ClusterRoleBinding | tenants are bound in their namespaces only | rbac-cluster-wide-subject
  rbac-subjects | medium | RoleBinding,ClusterRoleBinding | people come as federated groups of an allow-list | groups: rbac-unknown-subject rbac-default-sa-bound
  rbac-sod | high | RoleBinding,ClusterRoleBinding | nobody holds both halves of a conflicting pair | conflictingRoles: rbac-conflicting-roles
  secret-no-inline | critical | objects | no credential in the manifests | env-var-literal-secret configmap-secret-content hardcoded-credential-pattern
  secret-external-store | high | Secret,ExternalSecret | secrets come from a store | secret-native-manager
  secret-as-file | medium | pods | secrets are files, not variables | env-from-secret
  secret-rotation | medium | ExternalSecret | secrets are refreshed often enough | secret-refresh
  secret-no-basic-auth | medium | Secret,ExternalSecret | no Secret of type basic-auth | secret-basic-auth
  storage-encrypted | high | PersistentVolumeClaim,StatefulSet,Cluster.postgresql.cnpg.io | storage classes that encrypt | encryptedStorageClasses: storage-not-encrypted storageclass-set
  storage-reclaim | medium | StorageClass,PersistentVolume | reclaiming follows the class of retention | reclaimPolicies: reclaim-policy
  tls-cert-managed | medium | Certificate.cert-manager.io | certificates of allowed issuers and bounded duration | certificate-terms
  ns-not-default | medium | objects | nothing in the namespaces default and kube-* | namespace-default namespace-system
  ns-pss-enforce | high | Namespace | the Pod Security Standard restricted is enforced, at a pinned version | namespace-psa-restricted | no Namespace is in the set: what holds in it cannot be seen
  ns-tenant-label | medium | Namespace | one tenant and one environment in each namespace | namespace-tenant-labels | no Namespace is in the set: what holds in it cannot be seen
  sched-dedicated | high | pods | regulated workloads have nodes of their own | nodePools: dedicated-nodes
  sched-residency | high | pods | workloads stay in the declared regions | regions: residency
  meta-owner | low | objects | an owner is named | owner-label
  meta-data-class | medium | pods | a data class of the vocabulary | data-class-label
  meta-processing | medium | pods | purpose, basis and retention are recorded | record.processing: processing-record
  meta-change-ref | medium | objects | change and approver are recorded | record.change: change-record
  meta-provenance | high | objects | a statement of provenance covers the file | ! statements of provenance stand beside manifests, not in them
  meta-managed-by | low | objects | the managing engine is named | managed-by-label
  gen-reproducible | high | objects | generating again gives the same bytes | reproduced | no output was compared with what generating again gives
  gitops-drift | medium | Application.argoproj.io,Kustomization.kustomize.toolkit.fluxcd.io | drift is corrected | delivery-drift | no object of a delivery engine is in the set: whether drift is corrected cannot be seen
  adm-policy-present | high | ValidatingAdmissionPolicyBinding,ClusterPolicy.kyverno.io,Policy.kyverno.io,*.constraints.gatekeeper.sh | admission policies repeat the rules | policy-audit-only | no admission policy is in the set: what the cluster refuses cannot be seen
  log-collection | medium | pods if DaemonSet,Flow,PodLogs,ClusterFlow,ClusterLogForwarder,ClusterLogPipeline,ClusterInput,@io.opentelemetry.discovery.logs/enabled | a collector covers the workload | log-collector-missing | no collector is in the set: what the cluster collects cannot be seen
  log-retention | medium | log-stores | logs are kept long enough | log-retention-short | no store of logs is in the set: what it keeps cannot be seen
  log-audit-policy | high | audit-policies | an audit policy covers secrets, access and shells | audit-policy-gap | no audit policy is in the set: what the cluster records cannot be seen
  mon-alerts | low | pods if PrometheusRule,AlertmanagerConfig | alerts have a way to an owner | alert-without-route | no alert rule is in the set: what the cluster watches cannot be seen
  det-runtime-agent | medium | set if DaemonSet,TracingPolicy.cilium.io,TracingPolicyNamespaced.cilium.io | an agent watches at run time | runtime-agent-missing | no agent of the nodes is in the set: what watches them cannot be seen
  """
