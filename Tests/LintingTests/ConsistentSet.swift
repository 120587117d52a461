/// Two namespaces in which everything fits: a shop behind a gateway, and its database with a nightly backup.
let consistentSet = """
  apiVersion: v1
  kind: Namespace
  metadata: {name: shop, labels: {pod-security.kubernetes.io/enforce: restricted}}
  ---
  apiVersion: v1
  kind: Namespace
  metadata: {name: data, labels: {pod-security.kubernetes.io/enforce: baseline}}
  ---
  apiVersion: v1
  kind: ResourceQuota
  metadata: {name: tenant, namespace: shop}
  ---
  apiVersion: v1
  kind: ResourceQuota
  metadata: {name: all, namespace: data}
  ---
  apiVersion: networking.k8s.io/v1
  kind: NetworkPolicy
  metadata: {name: default-deny, namespace: shop}
  spec: {podSelector: {}, policyTypes: [Ingress, Egress]}
  ---
  apiVersion: networking.k8s.io/v1
  kind: NetworkPolicy
  metadata: {name: deny-all, namespace: data}
  spec: {podSelector: {}, policyTypes: [Egress, Ingress]}
  ---
  apiVersion: v1
  kind: ServiceAccount
  metadata: {name: web-account, namespace: shop}
  automountServiceAccountToken: false
  ---
  apiVersion: v1
  kind: ConfigMap
  metadata: {name: web-config, namespace: shop}
  data: {level: info}
  ---
  apiVersion: external-secrets.io/v1
  kind: ClusterSecretStore
  metadata: {name: vault}
  ---
  apiVersion: external-secrets.io/v1
  kind: ExternalSecret
  metadata: {name: web, namespace: shop}
  spec:
    secretStoreRef: {kind: ClusterSecretStore, name: vault}
    target: {name: web-keys}
    data: [{secretKey: signing, remoteRef: {key: web}}]
  ---
  apiVersion: apps/v1
  kind: Deployment
  metadata: {name: web, namespace: shop}
  spec:
    selector: {matchLabels: {app: web}}
    template:
      metadata: {labels: {app: web, tier: front}}
      spec:
        serviceAccountName: web-account
        priorityClassName: high
        imagePullSecrets: [{name: web-keys}]
        containers:
        - name: web
          ports:
          - {name: http, containerPort: 8080}
          - {name: metrics, containerPort: 9090}
          env:
          - name: LEVEL
            valueFrom: {configMapKeyRef: {name: web-config, key: level}}
          - name: SIGNING
            valueFrom: {secretKeyRef: {name: web-keys, key: signing}}
          - {name: DATABASE, value: db.data.svc}
        - name: proxy
          ports:
          - {name: proxy, containerPort: 15001}
        volumes:
        - {name: ca, configMap: {name: kube-root-ca.crt}}
  ---
  apiVersion: v1
  kind: Service
  metadata: {name: web, namespace: shop, labels: {app: web}}
  spec:
    type: ClusterIP
    selector: {app: web}
    ports:
    - {name: front, port: 80, targetPort: http}
    - {name: metrics, port: 9090}
  ---
  apiVersion: autoscaling/v2
  kind: HorizontalPodAutoscaler
  metadata: {name: web, namespace: shop}
  spec:
    scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
  ---
  apiVersion: policy/v1
  kind: PodDisruptionBudget
  metadata: {name: web, namespace: shop}
  spec: {maxUnavailable: 1, selector: {matchLabels: {tier: front}}}
  ---
  apiVersion: networking.k8s.io/v1
  kind: NetworkPolicy
  metadata: {name: web, namespace: shop}
  spec:
    podSelector: {matchExpressions: [{key: app, operator: In, values: [web]}]}
    ingress:
    - from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: gateways}}}]
      ports: [{port: http}]
    - from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: monitoring}}}]
      ports: [{port: 9090}]
    egress:
    - to:
      - namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: data}}
        podSelector: {matchLabels: {app: db}}
      ports: [{port: 5432}]
  ---
  apiVersion: monitoring.coreos.com/v1
  kind: ServiceMonitor
  metadata: {name: web, namespace: shop}
  spec: {selector: {matchLabels: {app: web}}, endpoints: [{port: metrics}]}
  ---
  apiVersion: gateway.networking.k8s.io/v1
  kind: Gateway
  metadata: {name: public, namespace: shop, annotations: {cert-manager.io/cluster-issuer: public}}
  spec:
    listeners: [{name: https, port: 443, protocol: HTTPS, tls: {certificateRefs: [{name: public-tls}]}}]
  ---
  apiVersion: gateway.networking.k8s.io/v1
  kind: HTTPRoute
  metadata: {name: web, namespace: shop}
  spec:
    parentRefs: [{name: public, sectionName: https}]
    hostnames: [shop.example.com]
    rules:
    - matches: [{path: {type: PathPrefix, value: /}}]
      backendRefs: [{name: web, port: 80}]
    - matches: [{path: {type: PathPrefix, value: /}, method: OPTIONS}]
      backendRefs: [{name: web, port: 80}]
  ---
  apiVersion: scheduling.k8s.io/v1
  kind: PriorityClass
  metadata: {name: high}
  value: 1000
  ---
  apiVersion: storage.k8s.io/v1
  kind: StorageClass
  metadata: {name: fast}
  ---
  apiVersion: networking.k8s.io/v1
  kind: IngressClass
  metadata: {name: inner}
  ---
  apiVersion: v1
  kind: ServiceAccount
  metadata: {name: db, namespace: data}
  ---
  apiVersion: rbac.authorization.k8s.io/v1
  kind: Role
  metadata: {name: leader, namespace: data}
  rules:
  - {apiGroups: [""], resources: [services], verbs: [get]}
  - {apiGroups: [coordination.k8s.io], resources: [leases], verbs: [get, update]}
  ---
  apiVersion: rbac.authorization.k8s.io/v1
  kind: RoleBinding
  metadata: {name: leader, namespace: data}
  subjects: [{kind: ServiceAccount, name: db, namespace: data}]
  roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: leader}
  ---
  apiVersion: apps/v1
  kind: StatefulSet
  metadata: {name: db, namespace: data}
  spec:
    serviceName: db
    selector: {matchLabels: {app: db}}
    template:
      metadata: {labels: {app: db}}
      spec:
        serviceAccountName: db
        priorityClassName: system-cluster-critical
        containers:
        - name: db
          ports: [{name: postgres, containerPort: 5432}]
    volumeClaimTemplates:
    - metadata: {name: pgdata}
      spec: {storageClassName: fast}
  ---
  apiVersion: v1
  kind: Service
  metadata: {name: db, namespace: data}
  spec: {selector: {app: db}, ports: [{name: postgres, port: 5432, targetPort: postgres}]}
  ---
  apiVersion: networking.k8s.io/v1
  kind: NetworkPolicy
  metadata: {name: db, namespace: data}
  spec:
    podSelector: {matchLabels: {app: db}}
    ingress:
    - from:
      - namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: shop}}
        podSelector: {matchLabels: {app: web}}
      - podSelector: {matchLabels: {app: backup}}
      ports: [{port: 5430, endPort: 5439}]
  ---
  apiVersion: networking.k8s.io/v1
  kind: NetworkPolicy
  metadata: {name: backup, namespace: data}
  spec:
    podSelector: {matchLabels: {job: backup}}
    policyTypes: [Egress]
    egress: [{to: [{podSelector: {matchLabels: {app: db}}}], ports: [{port: 5432}]}]
  ---
  apiVersion: networking.k8s.io/v1
  kind: Ingress
  metadata: {name: console, namespace: data}
  spec:
    ingressClassName: inner
    tls: [{hosts: [console.example.com], secretName: console-tls}]
    rules:
    - host: console.example.com
      http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: db, port: {name: postgres}}}}]}
  ---
  apiVersion: cert-manager.io/v1
  kind: Certificate
  metadata: {name: console, namespace: data}
  spec: {secretName: console-tls, issuerRef: {kind: ClusterIssuer, name: corporate}}
  ---
  apiVersion: v1
  kind: PersistentVolumeClaim
  metadata: {name: dumps, namespace: data}
  ---
  apiVersion: batch/v1
  kind: Job
  metadata: {name: backup, namespace: data, labels: {kueue.x-k8s.io/queue-name: nightly}}
  spec:
    template:
      metadata: {labels: {app: backup, job: backup}}
      spec:
        serviceAccountName: db
        volumes: [{name: dumps, persistentVolumeClaim: {claimName: dumps}}]
        containers: [{name: dump}]
  ---
  apiVersion: kueue.x-k8s.io/v1beta1
  kind: LocalQueue
  metadata: {name: nightly, namespace: data}
  spec: {clusterQueue: shared}
  ---
  apiVersion: kueue.x-k8s.io/v1beta1
  kind: ClusterQueue
  metadata: {name: shared}
  spec: {resourceGroups: [{flavors: [{name: standard}]}]}
  ---
  apiVersion: kueue.x-k8s.io/v1beta1
  kind: ResourceFlavor
  metadata: {name: standard}

  """
