extension NetworkReferenceTests {
  /// Each is one mistake as people make it, and the one thing that must be said of it.
  static let faults = networkFaults + accessFaults + referenceFaults + tenancyFaults + routeFaults

  private static let networkFaults = [
    Fault("type: ClusterIP", "type: NodePort", "service-nodeport"),
    Fault("type: ClusterIP", "type: LoadBalancer", "service-loadbalancer"),
    Fault("type: ClusterIP", "externalIPs: [192.0.2.1]", "service-external-ips"),
    Fault("matchLabels: {job: backup}", "matchLabels: {job: bakcup}", "netpol-dangling"),
    Fault(
      "- podSelector: {matchLabels: {app: backup}}",
      "- podSelector: {matchLabels: {app: back}}",
      "netpol-peer-dangling"
    ),
    Fault(
      """
      podSelector: {matchLabels: {app: web}}
          - podSelector
      """,
      """
      podSelector: {matchLabels: {app: wep}}
          - podSelector
      """,
      "netpol-peer-dangling"
    ),
    Fault("ports: [{port: http}]", "ports: [{port: https}]", "netpol-undeclared-port"),
    Fault("ports: [{port: http}]", "ports: [{port: http, protocol: UDP}]", "netpol-undeclared-port"),
    Fault("ports: [{port: 9090}]", "ports: [{port: 9091}]", "netpol-undeclared-port"),
    Fault("ports: [{port: 9090}]", "ports: [{port: 15001}]", "netpol-unreachable-port"),
    Fault("[{port: 5430, endPort: 5439}]", "[{port: 5430, endPort: 5431}]", "netpol-undeclared-port"),
    Fault(
      """
      - from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: monitoring}}}]
          ports: [{port: 9090}]
      """,
      "- {}",
      "netpol-allow-all"
    ),
    Fault(
      "{podSelector: {}, policyTypes: [Ingress, Egress]}",
      "{podSelector: {matchLabels: {app: web}}, policyTypes: [Ingress, Egress]}",
      "netpol-missing-in-namespace"
    ),
    Fault("containerPort: 15001", "containerPort: 8080", "duplicate-container-port"),
    Fault("- {name: proxy, containerPort: 15001}", "- {containerPort: 15001}", "container-port-named"),
  ]

  private static let accessFaults = [
    Fault("resources: [leases]", "resources: [\"*\"]", "rbac-wildcard"),
    Fault("resources: [services], verbs: [get]", "resources: [secrets], verbs: [list]", "rbac-secrets-read"),
    Fault(
      "resources: [services], verbs: [get]",
      "resources: [pods/exec], verbs: [create]",
      "rbac-pod-exec-attach"
    ),
    Fault(
      "resources: [services], verbs: [get]",
      "resources: [pods/portforward], verbs: [create]",
      "rbac-pod-portforward"
    ),
    Fault(
      "resources: [services], verbs: [get]",
      "resources: [nodes/proxy], verbs: [get]",
      "rbac-nodes-proxy"
    ),
    Fault(
      "resources: [services], verbs: [get]",
      "resources: [serviceaccounts/token], verbs: [create]",
      "rbac-token-create"
    ),
    Fault(
      "resources: [services], verbs: [get]",
      "resources: [persistentvolumes], verbs: [create]",
      "rbac-persistentvolume-create"
    ),
    Fault(
      "resources: [services], verbs: [get]",
      "resources: [endpoints], verbs: [patch]",
      "rbac-endpoints-edit"
    ),
    Fault(
      "resources: [services], verbs: [get]",
      "resources: [configmaps], resourceNames: [aws-auth], verbs: [patch]",
      "rbac-aws-auth"
    ),
    Fault(
      "resources: [services], verbs: [get]",
      "resources: [users], verbs: [impersonate]",
      "rbac-impersonate"
    ),
    Fault("verbs: [get, update]", "verbs: [get, escalate]", "rbac-escalate-bind"),
    Fault("kind: Role, name: leader", "kind: Role, name: laeder", "rbac-dangling-roleref"),
    Fault("kind: Role, name: leader", "kind: ClusterRole, name: cluster-admin", "rbac-cluster-admin-binding"),
    Fault(
      "subjects: [{kind: ServiceAccount, name: db, namespace: data}]",
      "subjects: [{kind: ServiceAccount, name: db, namespace: data}, {kind: Group, name: system:masters}]",
      "rbac-system-groups"
    ),
    Fault(
      "subjects: [{kind: ServiceAccount, name: db, namespace: data}]",
      "subjects: [{kind: ServiceAccount, name: db, namespace: data}, {kind: ServiceAccount, name: default}]",
      "rbac-default-sa-bound"
    ),
    Fault(
      "subjects: [{kind: ServiceAccount, name: db, namespace: data}]",
      "subjects: [{kind: ServiceAccount, name: db, namespace: data}, {kind: ServiceAccount, name: dbs}]",
      "rbac-dangling-subject"
    ),
    Fault("automountServiceAccountToken: false", "automountServiceAccountToken: true", "sa-token-automount"),
    Fault("serviceAccountName: web-account", "serviceAccount: web-account", "sa-field-deprecated"),
    Fault("serviceAccountName: web-account", "automountServiceAccountToken: false", "sa-default-used"),
  ]

  private static let referenceFaults = [
    Fault("spec: {selector: {app: db}, ports", "spec: {selector: {app: dbs}, ports", "dangling-service"),
    Fault("targetPort: http}", "targetPort: htpp}", "service-targetport-mismatch"),
    Fault("{name: metrics, port: 9090}", "{name: metrics, port: 9091}", "service-targetport-mismatch"),
    Fault(
      """
      selector: {matchLabels: {app: web}}
        template
      """,
      """
      selector: {matchLabels: {app: wep}}
        template
      """,
      "selector-template-mismatch"
    ),
    Fault(
      "serviceAccountName: web-account",
      """
      serviceAccountName: web
            automountServiceAccountToken: false
      """,
      "serviceaccount-missing"
    ),
    Fault("configMapKeyRef: {name: web-config", "configMapKeyRef: {name: web-conf", "configmap-missing"),
    Fault(
      """
      kind: ConfigMap
      metadata: {name: web-config, namespace: shop}
      """,
      """
      kind: ConfigMap
      metadata: {name: web-config, namespace: data}
      """,
      "configmap-missing"
    ),
    Fault("web-config, key: level", "web-config, key: levle", "env-value-from-missing-key"),
    Fault("web-keys, key: signing", "web-keys, key: singing", "env-value-from-missing-key"),
    Fault("secretKeyRef: {name: web-keys", "secretKeyRef: {name: web", "secret-missing"),
    Fault("secretName: console-tls}]", "secretName: console}]", "secret-missing"),
    Fault("ClusterSecretStore, name: vault", "ClusterSecretStore, name: valut", "secret-store-missing"),
    Fault("priorityClassName: high", "priorityClassName: higher", "priority-class-missing"),
    Fault("storageClassName: fast", "storageClassName: fats", "storage-class-missing"),
    Fault("claimName: dumps", "claimName: dump", "claim-missing"),
    Fault("{matchLabels: {tier: front}}", "{matchLabels: {tier: back}}", "pdb-dangling"),
    Fault("queue-name: nightly", "queue-name: nigthly", "queue-missing"),
    Fault("clusterQueue: shared", "clusterQueue: sharde", "queue-missing"),
    Fault("flavors: [{name: standard}]", "flavors: [{name: standart}]", "queue-missing"),
    Fault("{name: DATABASE,", "{name: LEVEL,", "env-var-duplicate"),
    Fault(
      "{matchLabels: {app: web}}, endpoints",
      "{matchLabels: {app: wep}}, endpoints",
      "servicemonitor-dangling"
    ),
    Fault(
      """
      kind: StorageClass
      metadata: {name: fast}
      """,
      """
      kind: StorageClass
      metadata: {name: fast}
      ---
      apiVersion: v1
      kind: ServiceAccount
      metadata: {name: web-account, namespace: shop}
      automountServiceAccountToken: false
      """,
      "duplicate-object"
    ),
  ]

  private static let tenancyFaults = [
    Fault(
      """
      kind: StorageClass
      metadata: {name: fast}
      """,
      """
      kind: StorageClass
      metadata: {name: fast}
      ---
      apiVersion: storage.k8s.io/v1
      kind: StorageClass
      metadata: {name: fast}
      reclaimPolicy: Delete
      """,
      "cluster-object-collision"
    ),
    Fault(
      """
      kind: PodDisruptionBudget
      metadata: {name: web, namespace: shop}
      """,
      """
      kind: PodDisruptionBudget
      metadata: {name: web, namespace: default}
      """,
      "namespace-default"
    ),
    Fault(
      """
      kind: PodDisruptionBudget
      metadata: {name: web, namespace: shop}
      """,
      """
      kind: PodDisruptionBudget
      metadata: {name: web, namespace: kube-system}
      """,
      "namespace-system"
    ),
    Fault("enforce: baseline", "enforce: privileged", "namespace-psa-labels"),
    Fault("hostnames: [shop.example.com]", "hostnames: [console.example.com]", "tenant-route-collision"),
    Fault("priorityClassName: high", "nodeName: node-1", "node-pinning"),
  ]

  private static let routeFaults = [
    Fault("tls: [{hosts: [console.example.com], secretName: console-tls}]", "tls: []", "ingress-tls"),
    Fault(
      "tls: [{hosts: [console.example.com]",
      "tls: [{hosts: [other.example.com]",
      "ingress-host-match-tls"
    ),
    Fault(
      """
      - host: console.example.com
          http
      """,
      "- http",
      "ingress-host-wildcard-or-empty"
    ),
    Fault("port: {name: postgres}", "port: {name: postgre}", "ingress-backend-missing"),
    Fault("service: {name: db,", "service: {name: dbs,", "ingress-backend-missing"),
    Fault(
      """
      method: OPTIONS}]
          backendRefs: [{name: web,
      """,
      """
      method: OPTIONS}]
          backendRefs: [{name: wep,
      """,
      "gateway-backend-missing"
    ),
    Fault(
      """
      method: OPTIONS}]
          backendRefs: [{name: web, port: 80}
      """,
      """
      method: OPTIONS}]
          backendRefs: [{name: web, port: 8080}
      """,
      "gateway-backend-missing"
    ),
    Fault(
      """
      method: OPTIONS}]
          backendRefs: [{name: web, port: 80}
      """,
      """
      method: OPTIONS}]
          backendRefs: [{name: db, namespace: data, port: 5432}
      """,
      "reference-grant-missing"
    ),
    Fault("ingressClassName: inner", "ingressClassName: outer", "ingress-class"),
    Fault("{name: public, sectionName: https}", "{name: pubilc, sectionName: https}", "gateway-missing"),
    Fault("sectionName: https}", "sectionName: http}", "gateway-listener-missing"),
    Fault("paths: [{path: /,", "paths: [{path: '/;return',", "ingress-nginx-snippets"),
    Fault(
      """
      kind: StorageClass
      metadata: {name: fast}
      """,
      """
      kind: StorageClass
      metadata: {name: fast}
      ---
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata: {name: other, namespace: data}
      spec:
        ingressClassName: inner
        tls: [{hosts: [console.example.com], secretName: console-tls}]
        rules: [{host: console.example.com, http: {paths: [{path: /, pathType: Prefix}]}}]
      """,
      "ingress-host-unique"
    ),
  ]
}
