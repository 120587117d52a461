import Linting

/// A tenant, with the parts of a platform around it, that passes every rule of which anything can be known.
let exemplarySet =
  ([
    """
    apiVersion: v1
    kind: Namespace
    metadata:
      name: acme
      labels: {\(labels), pod-security.kubernetes.io/enforce: restricted, pod-security.kubernetes.io/enforce-version: v1.36}
      annotations: {\(records)}
    """,
    object("v1", "ResourceQuota", "all", "spec: {hard: {pods: \"100\"}}"),
    object("v1", "LimitRange", "all", "spec: {limits: [{type: Container, default: {memory: 1Gi}}]}"),
    object(
      "networking.k8s.io/v1",
      "NetworkPolicy",
      "default-deny",
      "spec: {podSelector: {}, policyTypes: [Ingress, Egress]}"
    ),
    object(
      "networking.k8s.io/v1",
      "NetworkPolicy",
      "db",
      """
      spec:
        podSelector: {matchLabels: {app: db}}
        policyTypes: [Ingress, Egress]
        ingress: [{from: [{podSelector: {matchLabels: {app: api}}}]}]
        egress: [{to: [{ipBlock: {cidr: 203.0.113.0/28}}]}]
      """
    ),
    object("security.istio.io/v1", "PeerAuthentication", "all", "spec: {mtls: {mode: STRICT}}"),
    object("security.istio.io/v1", "AuthorizationPolicy", "deny", "spec: {}"),
    object(
      "apps/v1",
      "Deployment",
      "api",
      "spec:\n  replicas: 2\n  selector: {matchLabels: {app: api}}\n" + pods("api", "shop/api")
    ),
    object(
      "apps/v1",
      "StatefulSet",
      "db",
      "spec:\n  replicas: 2\n  selector: {matchLabels: {app: db}}\n" + pods("db", "shop/postgres")
    ),
    object(
      "policy/v1",
      "PodDisruptionBudget",
      "all",
      "spec: {maxUnavailable: 1, selector: {matchExpressions: [{key: app, operator: Exists}]}}"
    ),
    object("v1", "ServiceAccount", "api", "automountServiceAccountToken: false"),
    object("v1", "Service", "api", "spec: {selector: {app: api}, ports: [{port: 8443}]}"),
    object(
      "networking.k8s.io/v1",
      "Ingress",
      "api",
      """
      spec:
        tls: [{hosts: [shop.example.com], secretName: tls}]
        rules: [{host: shop.example.com, http: {paths: [{path: /, backend: {service: {name: api, port: {number: 8443}}}}]}}]
      """
    ),
    object("traefik.io/v1alpha1", "TLSOption", "modern", "spec: {minVersion: VersionTLS13}"),
    object(
      "cert-manager.io/v1",
      "Certificate",
      "tls",
      "spec: {duration: 2160h, issuerRef: {kind: Issuer, name: own}}"
    ),
    object("cert-manager.io/v1", "Issuer", "own", "spec: {}"),
    object(
      "rbac.authorization.k8s.io/v1",
      "Role",
      "reader",
      "rules: [{apiGroups: [\"\"], resources: [pods], verbs: [get]}]"
    ),
    object(
      "rbac.authorization.k8s.io/v1",
      "RoleBinding",
      "reader",
      """
      subjects: [{kind: Group, apiGroup: rbac.authorization.k8s.io, name: payments}]
      roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: reader}
      """
    ),
    object(
      "external-secrets.io/v1",
      "ExternalSecret",
      "api",
      "spec: {refreshInterval: 1h, secretStoreRef: {name: vault}, data: [{secretKey: a, remoteRef: {key: a}}]}"
    ),
    object(
      "v1",
      "PersistentVolumeClaim",
      "data",
      "spec: {storageClassName: sealed, accessModes: [ReadWriteOnce]}"
    ),
    object("storage.k8s.io/v1", "StorageClass", "records", "reclaimPolicy: Retain"),
    object("velero.io/v1", "Schedule", "nightly", "spec: {schedule: 0 3 * * *, template: {}}"),
    object("apps/v1", "DaemonSet", "fluent-bit", "spec:\n" + pods("fluent-bit", "logs/fluent-bit")),
    object("apps/v1", "DaemonSet", "falco", "spec:\n" + pods("falco", "security/falco")),
    object("loki.grafana.com/v1", "LokiStack", "logs", "spec: {limits: {global: {retention: {days: 400}}}}"),
    object("audit.k8s.io/v1", "Policy", "cluster", "rules: [{level: Metadata}]"),
    object(
      "kyverno.io/v1",
      "ClusterPolicy",
      "signed",
      """
      spec:
        rules:
        - {name: signed, verifyImages: [{imageReferences: ["registry.example.com/*"]}]}
        - {name: root, validate: {failureAction: Enforce, message: no root}}
      """
    ),
    object(
      "argoproj.io/v1alpha1",
      "Application",
      "acme",
      "spec: {source: {targetRevision: main}, syncPolicy: {automated: {prune: true, selfHeal: true}}}"
    ),
    object(
      "monitoring.coreos.com/v1",
      "PrometheusRule",
      "api",
      "spec: {groups: [{name: api, rules: [{alert: Down, expr: up == 0}]}]}"
    ),
    object(
      "monitoring.coreos.com/v1alpha1",
      "AlertmanagerConfig",
      "team",
      "spec: {receivers: [{name: team, slackConfigs: [{channel: \"#team\"}]}]}"
    ),
  ] as [String]).joined(separator: "\n---\n")

/// What the organisation of the set says about itself; examples of rules say the same.
let exemplarySettings: LintSettings = {
  var settings = LintSettings()
  settings.registries = ["registry.example.com"]
  settings.provided["ClusterIssuer"] = ["letsencrypt"]
  settings.audit.groups = ["payments"]
  settings.audit.conflictingRoles = [["deployer", "approver"]]
  settings.audit.encryptedStorageClasses = ["sealed"]
  settings.audit.reclaimPolicies = ["records": "Retain"]
  settings.audit.regions = ["eu-north-1", "eu-west-1"]
  settings.audit.nodePools = ["payment": "pool=cards"]
  settings.audit.dataClasses = ["internal", "payment", "personal", "public"]
  settings.audit.tenancies = [
    "other": Tenancy(tenant: "other", environment: "production"),
    "staging": Tenancy(tenant: "acme", environment: "staging"),
  ]
  settings.audit.records = [
    .change: ["change.example.com/ticket"],
    .flow: ["external.spai.dev/"],
    .processing: ["privacy.example.com/purpose"],
    .review: ["review.example.com/day"],
    .sbom: ["sbom.example.com/ref"],
    .scan: ["scan.example.com/ref"],
  ]
  return settings
}()

private let labels =
  "app.kubernetes.io/managed-by: spai-gen, spai.dev/tenant: acme, spai.dev/environment: production, "
  + "spai.dev/owner: payments, spai.dev/data-class: payment"

private let records =
  "change.example.com/ticket: CHG-1, external.spai.dev/bank: The bank., privacy.example.com/purpose: orders, "
  + "review.example.com/day: \"2026-11-02\", sbom.example.com/ref: a, scan.example.com/ref: b, "
  + "nginx.ingress.kubernetes.io/limit-rps: \"20\""

private func object(_ version: String, _ kind: String, _ name: String, _ rest: String) -> String {
  """
  apiVersion: \(version)
  kind: \(kind)
  metadata:
    name: \(name)
    namespace: acme
    labels: {\(labels)}
    annotations: {\(records)}
  \(rest)
  """
}

private func pods(_ name: String, _ image: String) -> String {
  """
    template:
      metadata: {labels: {app: \(name), \(labels)}}
      spec:
        serviceAccountName: \(name)
        automountServiceAccountToken: false
        nodeSelector: {pool: cards, topology.kubernetes.io/region: eu-north-1}
        securityContext: {runAsNonRoot: true, runAsUser: 10001, runAsGroup: 10001, seccompProfile: {type: RuntimeDefault}}
        topologySpreadConstraints:
        - {maxSkew: 1, topologyKey: topology.kubernetes.io/zone, whenUnsatisfiable: DoNotSchedule, labelSelector: {matchLabels: {app: \(name)}}}
        containers:
        - name: \(name)
          image: registry.example.com/\(image)@sha256:\(String(repeating: "0", count: 64))
          ports: [{name: https, containerPort: 8443}]
          resources: {requests: {cpu: "1", memory: 1Gi}, limits: {cpu: "1", memory: 1Gi}}
          readinessProbe: {tcpSocket: {port: https}}
          livenessProbe: {tcpSocket: {port: https}, periodSeconds: 20}
          securityContext: {allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: {drop: [ALL]}}
  """
}
