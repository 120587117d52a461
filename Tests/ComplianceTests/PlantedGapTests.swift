import Compliance
import Diagnostics
import Linting
import Testing

/// One change of the exemplary set makes one rule fail, and no other: that a rule is decided by what its name says is
/// told by hand, not by the table that is tested.
@Suite struct PlantedGapTests {
  struct Gap: CustomTestStringConvertible, Sendable {
    let rule: String
    /// The first object of this kind is changed.
    let kind: String
    let old: String
    let new: String
    /// What fails with it, because it is about the same thing.
    let also: Set<String>
    var testDescription: String { rule }

    init(_ rule: String, _ kind: String, _ old: String, _ new: String, also: Set<String> = []) {
      (self.rule, self.kind, self.old, self.new, self.also) = (rule, kind, old, new, also)
    }

    /// A change of the first Deployment.
    init(_ rule: String, _ old: String, _ new: String, also: Set<String> = []) {
      self.init(rule, "Deployment", old, new, also: also)
    }

    /// The set with the change; nil where it does not fit.
    var planted: String? {
      var objects = exemplarySet.split(separator: "\n---\n").map(String.init)
      guard let index = objects.firstIndex(where: { $0.contains("kind: \(kind)\n") }),
        let range = objects[index].firstRange(of: old)
      else { return nil }
      objects[index].replaceSubrange(range, with: new)
      return objects.joined(separator: "\n---\n")
    }
  }

  private static let container = "{allowPrivilegeEscalation: false,"
  private static let pod = "nodeSelector: {pool: cards,"
  private static let database = "NetworkPolicy\nmetadata:\n  name: db"
  private static let falco = "DaemonSet\nmetadata:\n  name: falco"
  private static let fluentBit = "DaemonSet\nmetadata:\n  name: fluent-bit"
  private static let context = "runAsGroup: 10001,"

  static let all = [
    Gap("pod-host-namespaces", pod, "hostPID: true\n      \(pod)"),
    Gap("pod-host-ports", "containerPort: 8443}", "containerPort: 8443, hostPort: 8443}"),
    Gap(
      "pod-host-process",
      container,
      "{windowsOptions: {hostProcess: true}, allowPrivilegeEscalation: false,"
    ),
    Gap("pod-host-probes", "{tcpSocket: {port: https}}", "{tcpSocket: {port: https, host: example.com}}"),
    Gap("pod-privileged", container, "{privileged: true, allowPrivilegeEscalation: false,"),
    Gap("pod-capabilities", "drop: [ALL]", "drop: [CHOWN]"),
    Gap("pod-no-privilege-escalation", "Escalation: false", "Escalation: true"),
    Gap("pod-run-as-non-root", "runAsNonRoot: true, ", ""),
    Gap("pod-run-as-user", "runAsUser: 10001", "runAsUser: 0"),
    Gap("pod-seccomp", ", seccompProfile: {type: RuntimeDefault}", ""),
    Gap("pod-apparmor", context, "appArmorProfile: {type: Unconfined}, \(context)"),
    Gap("pod-selinux", context, "seLinuxOptions: {type: spc_t}, \(context)"),
    Gap("pod-proc-mount", container, "{procMount: Unmasked, allowPrivilegeEscalation: false,"),
    Gap("pod-sysctls", context, "sysctls: [{name: kernel.msgmax, value: \"1\"}], \(context)"),
    Gap("pod-volume-types", pod, "volumes: [{name: a, nfs: {server: a, path: /}}]\n      \(pod)"),
    Gap(
      "pod-hostpath",
      pod,
      "volumes: [{name: a, hostPath: {path: /opt/a}}]\n      \(pod)",
      also: ["pod-volume-types"]
    ),
    Gap("pod-readonly-rootfs", "Filesystem: true", "Filesystem: false"),
    Gap("pod-automount-token", "automountServiceAccountToken: false", "automountServiceAccountToken: true"),
    Gap("pod-dedicated-sa", "serviceAccountName: api", "serviceAccountName: default"),
    Gap("pod-no-interactive", "ports: [{name", "tty: true\n        ports: [{name"),
    Gap("image-digest-pinned", "@sha256:", ":1-"),
    Gap(
      "image-registry-allowed",
      "image: registry.example.com",
      "image: example.org",
      also: ["image-signature-policy"]
    ),
    Gap("image-signature-policy", "ClusterPolicy", "[\"registry", "[\"mirror"),
    Gap("image-sbom-ref", "sbom.example.com/ref", "sbom.example.com/other"),
    Gap("image-scan-ref", "scan.example.com/ref", "scan.example.com/other"),
    Gap("res-limits", "requests: {cpu: \"1\", memory: 1Gi}, limits: {cpu: \"1\", memory: 1Gi}", ""),
    Gap("ns-quota-limits", "LimitRange", "namespace: acme", "namespace: other"),
    Gap("avail-replicas-pdb", "replicas: 2", "replicas: 1"),
    Gap("avail-spread", "topologySpreadConstraints:", "readinessGates:"),
    Gap("avail-probes", "livenessProbe: {tcpSocket: {port: https}, periodSeconds: 20}", "stdin: false"),
    Gap("avail-backup", "Schedule", "template: {}", "template: {includedNamespaces: [other]}"),
    Gap(
      "net-default-deny-ingress",
      "NetworkPolicy",
      "[Ingress, Egress]",
      "[Egress]",
      also: ["net-default-deny-egress", "net-workload-covered"]
    ),
    Gap("net-no-allow-all", "NetworkPolicy", "Egress]}", "Egress], ingress: [{}]}", also: ["net-data-tier"]),
    Gap("net-review-date", "NetworkPolicy", "review.example.com/day", "review.example.com/other"),
    Gap("svc-exposure", "Service", "spec: {selector", "spec: {type: NodePort, selector"),
    Gap("svc-insecure-port", "Service", "port: 8443", "port: 389"),
    Gap(
      "ingress-tls",
      "Ingress",
      "tls: [{hosts: [shop.example.com], secretName: tls}]",
      "ingressClassName: a"
    ),
    Gap("ingress-tls-version", "TLSOption", "VersionTLS13", "VersionTLS10"),
    Gap("ingress-waf", "Ingress", "limit-rps", "rewrite"),
    Gap(
      "ingress-no-snippets",
      "Ingress",
      "annotations: {",
      "annotations: {nginx.ingress.kubernetes.io/server-snippet: a, "
    ),
    Gap("mesh-mtls-strict", "PeerAuthentication", "STRICT", "PERMISSIVE"),
    Gap("mesh-authz-default-deny", "AuthorizationPolicy", "spec: {}", "spec: {rules: [{}]}"),
    Gap("rbac-no-wildcards", "Role", "resources: [pods]", "resources: [\"*\"]"),
    Gap("rbac-secrets", "Role", "resources: [pods]", "resources: [secrets]"),
    Gap("rbac-pod-create", "Role", "verbs: [get]", "verbs: [create]"),
    Gap("rbac-pod-exec", "Role", "[pods], verbs: [get]", "[pods/exec], verbs: [create]"),
    Gap(
      "rbac-system-masters",
      "RoleBinding",
      "name: payments",
      "name: system:masters",
      also: ["rbac-no-anonymous"]
    ),
    Gap("rbac-subjects", "RoleBinding", "name: payments", "name: everybody"),
    Gap("secret-rotation", "ExternalSecret", "refreshInterval: 1h", "refreshInterval: 0s"),
    Gap("storage-encrypted", "PersistentVolumeClaim", "sealed", "plain"),
    Gap("storage-reclaim", "StorageClass", "Retain", "Delete"),
    Gap("tls-cert-managed", "Certificate", "2160h", "26280h"),
    Gap("ns-pss-enforce", "Namespace", "enforce: restricted", "enforce: baseline"),
    Gap("sched-dedicated", "pool: cards", "pool: any"),
    Gap("sched-residency", "eu-north-1", "us-east-1"),
    Gap("meta-owner", "LimitRange", "spai.dev/owner", "owner"),
    Gap(
      "meta-data-class",
      "app: api, app.kubernetes.io/managed-by: spai-gen, spai.dev/tenant: acme, spai.dev/environment: production, spai.dev/owner: payments, spai.dev/data-class: payment",
      "app: api, spai.dev/data-class: cards"
    ),
    Gap("meta-change-ref", "LimitRange", "change.example.com/ticket", "change.example.com/other"),
    Gap("meta-managed-by", "LimitRange", "app.kubernetes.io/managed-by", "managed-by"),
    Gap("gitops-drift", "Application", "selfHeal: true", "selfHeal: false"),
    Gap("adm-policy-present", "ClusterPolicy", "Enforce", "Audit"),
    Gap("log-retention", "LokiStack", "days: 400", "days: 30"),
    Gap("log-audit-policy", "Policy", "level: Metadata", "level: None"),
    Gap("mon-alerts", "PrometheusRule", "alert: Down", "record: Down"),
    Gap("det-runtime-agent", falco, "security/falco", "security/other"),
    Gap("log-collection", fluentBit, "logs/fluent-bit", "logs/other"),
    Gap("net-data-tier", database, "podSelector: {matchLabels: {app: api}}", "podSelector: {}"),
    Gap("net-metadata-blocked", database, "203.0.113.0/28", "169.254.0.0/16"),
    Gap("net-declared-flows", database, "external.spai.dev/bank", "bank"),
    Gap(
      "net-tenant-isolation",
      "RoleBinding",
      "subjects: [{",
      "subjects: [{kind: ServiceAccount, name: a, namespace: other}, {"
    ),
    Gap(
      "net-env-isolation",
      "RoleBinding",
      "subjects: [{",
      "subjects: [{kind: ServiceAccount, name: a, namespace: staging}, {"
    ),
    Gap(
      "rbac-no-cluster-admin",
      "RoleBinding",
      "kind: Role, name: reader",
      "kind: ClusterRole, name: cluster-admin"
    ),
    Gap(
      "rbac-escalation",
      "Role",
      "[\"\"], resources: [pods], verbs: [get]",
      "[rbac.authorization.k8s.io], resources: [roles], verbs: [bind]"
    ),
    Gap("rbac-cluster-verbs", "Role", "resources: [pods]", "resources: [nodes/proxy]"),
    Gap("rbac-namespace-scoped", "RoleBinding", "kind: RoleBinding", "kind: ClusterRoleBinding"),
    Gap(
      "secret-no-inline",
      "ports: [{name",
      "env: [{name: DB_PASSWORD, value: hunter2hunter2}]\n        ports: [{name"
    ),
    Gap(
      "secret-as-file",
      "ports: [{name",
      "env: [{name: A, valueFrom: {secretKeyRef: {name: a, key: a}}}]\n        ports: [{name"
    ),
    Gap(
      "secret-no-basic-auth",
      "ExternalSecret",
      "spec: {",
      "spec: {target: {template: {type: kubernetes.io/basic-auth}}, "
    ),
    Gap("ns-not-default", "LimitRange", "namespace: acme", "namespace: default", also: ["ns-quota-limits"]),
    Gap("ns-tenant-label", "Namespace", "spai.dev/environment", "environment"),
  ]

  private static let text = ((try? shippedFiles()) ?? []).map(\.text).joined(separator: "\n---\n")

  @Test(arguments: all) func oneChangeFailsOneRule(gap: Gap) throws {
    let planted = try #require(gap.planted, "the change does not fit")
    var configuration = LintConfiguration()
    configuration.settings = exemplarySettings
    let ids = frameworks(Self.text).map(\.id)
    let result = run([unit(planted, frameworks: ids)], Self.text, configuration: configuration).result
    let failed = result.rules.filter { $0.count(of: .failed) + $0.count(of: .error) > 0 }.map(\.rule.name)
    #expect(Set(failed) == gap.also.union([gap.rule]))
  }

  /// What has no change here, and why, so that a new rule gets one.
  @Test func everyRuleHasAChange() {
    let left: Set = [
      // They need several objects, or the annotations of two.
      "meta-processing", "rbac-no-anonymous", "rbac-sod", "secret-external-store",
      // They fail with another one only.
      "net-default-deny-egress", "net-workload-covered",
      // No manifest decides them.
      "gen-reproducible", "meta-provenance",
    ]
    #expect(Set(ComplianceRule.table.map(\.name)).subtracting(Self.all.map(\.rule)) == left)
  }
}
