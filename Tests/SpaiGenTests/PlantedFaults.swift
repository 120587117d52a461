extension PlantedFaultTests {
  /// One mistake each, that the sample's own checks let through, and the rule that must tell of it.
  static let faults = allowances + containers + pods + objects + roles + raws

  /// The sample allows these, with a reason; without it they are told where they stand.
  private static let allowances = [
    edit("templates/tiers/free.yaml", "hpa-min-replicas", "replicas: 1"),
    edit("tenants/indie-label.yaml", "rolling-update-strategy", "strategy: recreate"),
  ]

  /// Of the container of Deployment 'backend'.
  private static let containers = [
    container("privilege-escalation", "securityContext:\n  allowPrivilegeEscalation: true"),
    container("read-only-root-fs", "securityContext:\n  readOnlyRootFilesystem: false"),
    container("capabilities-added", "securityContext:\n  capabilities:\n    add: [CHOWN]"),
    container("capabilities-drop-all", "securityContext:\n  capabilities:\n    drop: [NET_RAW]"),
    container("seccomp-unconfined", "securityContext:\n  seccompProfile:\n    type: Unconfined"),
    container("low-uid", "securityContext:\n  runAsUser: 100"),
    container("low-gid", "securityContext:\n  runAsGroup: 100"),
    container("selinux-options", "securityContext:\n  seLinuxOptions:\n    type: spc_t"),
    container("apparmor-profile", "securityContext:\n  appArmorProfile:\n    type: Unconfined"),
    container("image-digest", "image: registry.spai.example.com/spai/backend:4.12.3"),
    container("amount-with-wrong-unit", "resources:\n  requests:\n    memory: 128m"),
    container("probe-timeout-above-period", "livenessProbe:\n  timeoutSeconds: 20"),
    container("host-probe-lifecycle", "readinessProbe:\n  httpGet:\n    host: 127.0.0.1"),
    container("ephemeral-or-interactive", "stdin: true"),
    container("sudo-in-entrypoint", "command: [sudo, serve]"),
    container("ssh-port", "ports:\n- name: ssh\n  containerPort: 22"),
    container("host-port", "ports:\n- containerPort: 9090\n  protocol: TCP\n  hostPort: 9090"),
    container("container-port-named", "ports:\n- containerPort: 9999"),
    container("env-var-literal-secret", "env:\n- name: API_PASSWORD\n  value: correct-horse"),
    container(
      "env-value-from-missing-key",
      "env:\n- name: A\n  valueFrom:\n    configMapKeyRef:\n      name: backend-config\n      key: nothing"
    ),
  ]

  /// Of its pod.
  private static let pods = [
    pod("host-pid", "hostPID: true"),
    pod("host-ipc", "hostIPC: true"),
    pod("host-network", "hostNetwork: true"),
    pod("node-pinning", "nodeName: node-1"),
    pod("serviceaccount-missing", "serviceAccountName: nobody"),
    pod("sa-token-automount", "automountServiceAccountToken: true"),
    pod("priority-class-missing", "priorityClassName: first"),
    pod("runtime-class-missing", "runtimeClassName: fast"),
    pod("pull-secret-missing", "imagePullSecrets:\n- name: nothing"),
    pod(
      "volume-types-restricted",
      "volumes:\n- name: tmp\n  emptyDir: null\n  ↓nfs:\n    server: nfs.example.com\n    path: /a"
    ),
    pod("unmounted-volume", "volumes:\n↓- name: spare\n  emptyDir:\n    sizeLimit: 1Mi"),
    pod("root-or-unlisted-groups", "securityContext:\n  supplementalGroups: [0]"),
  ]

  /// Of other objects that are rendered.
  private static let objects = [
    patch("hpa-and-static-replicas", "Deployment", "backend", "spec:\n  replicas: 3"),
    patch("service-nodeport", "Service", "backend", "spec:\n  type: NodePort"),
    patch("service-external-ips", "Service", "backend", "spec:\n  externalIPs: [192.0.2.1]"),
    patch(
      "service-targetport-mismatch",
      "Service",
      "auth",
      "spec:\n  ports:\n  - port: 80\n    targetPort: htpp"
    ),
    patch("pdb-max-unavailable-zero", "PodDisruptionBudget", "backend", "spec:\n  maxUnavailable: 0"),
    patch("hpa-max-replicas", "HorizontalPodAutoscaler", "auth", "spec:\n  maxReplicas: 1"),
    patch("cronjob-concurrency-policy", "CronJob", "tenant-backup", "spec:\n  concurrencyPolicy: Allow"),
    patch("starting-deadline-too-short", "CronJob", "tenant-backup", "spec:\n  startingDeadlineSeconds: 5"),
    patch(
      "cronjob-ttl",
      "CronJob",
      "tenant-backup",
      "spec:\n  jobTemplate:\n    spec:\n      ttlSecondsAfterFinished: 60"
    ),
    patch(
      "secret-store-missing",
      "ExternalSecret",
      "backend-database",
      "spec:\n  secretStoreRef:\n    name: nothing"
    ),
    patch(
      "gateway-backend-missing",
      "HTTPRoute",
      "backend",
      "spec:\n  rules:\n  - backendRefs:\n    ↓- name: bakend\n      port: 80"
    ),
    patch("gateway-missing", "HTTPRoute", "backend", "spec:\n  parentRefs:\n  - name: nothing"),
    patch("rbac-dangling-roleref", "RoleBinding", "tenant-reader", "roleRef:\n  name: tenant-raeder"),
    patch(
      "rbac-system-groups",
      "RoleBinding",
      "tenant-reader",
      "subjects:\n- kind: Group\n  apiGroup: rbac.authorization.k8s.io\n  name: system:masters"
    ),
    patch("queue-missing", "LocalQueue", "default", "spec:\n  clusterQueue: nothing"),
    patch("netpol-allow-all", "NetworkPolicy", "auth", "spec:\n  egress:\n  - {}"),
    patch("quota-exceeded", "ResourceQuota", "tenant", "spec:\n  hard:\n    limits.cpu: 100m"),
  ]

  /// Of roles, which nobody has: who may write a role may bind it.
  private static let roles = [
    role("rbac-wildcard", "apiGroups: [\"\"]", "↓resources: [\"*\"]", "verbs: [get]"),
    role("rbac-secrets-read", "apiGroups: [\"\"]", "↓resources: [secrets]", "verbs: [list]"),
    role("rbac-pod-exec-attach", "apiGroups: [\"\"]", "↓resources: [pods/exec]", "verbs: [create]"),
    role("rbac-pod-portforward", "apiGroups: [\"\"]", "↓resources: [pods/portforward]", "verbs: [create]"),
    role("rbac-token-create", "apiGroups: [\"\"]", "↓resources: [serviceaccounts/token]", "verbs: [create]"),
    role("rbac-endpoints-edit", "apiGroups: [\"\"]", "↓resources: [endpoints]", "verbs: [patch]"),
    role(
      "rbac-escalate-bind",
      "apiGroups: [rbac.authorization.k8s.io]",
      "resources: [roles]",
      "↓verbs: [escalate]"
    ),
    role("rbac-impersonate", "apiGroups: [\"\"]", "resources: [serviceaccounts]", "↓verbs: [impersonate]"),
    role("rbac-nodes-proxy", "apiGroups: [\"\"]", "↓resources: [nodes/proxy]", "verbs: [get]"),
  ]

  /// Of objects that are written as Kubernetes writes them.
  private static let raws = [
    raw(
      "ingress-tls",
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: planted
      ↓spec:
        ingressClassName: nginx
        rules:
        - host: planted.example.com
          http:
            paths:
            - path: /
              pathType: Prefix
              backend:
                service:
                  name: backend
                  port:
                    name: http
      """
    ),
    raw(
      "ingress-host-match-tls",
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: planted
      spec:
        ingressClassName: nginx
        tls:
        - hosts: [other.example.com]
        rules:
        ↓- host: planted.example.com
          http:
            paths:
            - path: /
              pathType: Prefix
              backend:
                service:
                  name: backend
                  port:
                    name: http
      """
    ),
    raw(
      "ingress-host-wildcard-or-empty",
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: planted
      spec:
        ingressClassName: nginx
        tls:
        - hosts: ["*.example.com"]
        rules:
        ↓- host: "*.example.com"
          http:
            paths:
            - path: /
              pathType: Prefix
              backend:
                service:
                  name: backend
                  port:
                    name: http
      """
    ),
    raw(
      "ingress-backend-missing",
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: planted
      spec:
        ingressClassName: nginx
        tls:
        - hosts: [planted.example.com]
        rules:
        - host: planted.example.com
          http:
            paths:
            - path: /
              pathType: Prefix
              backend:
                service:
                  ↓name: bakend
                  port:
                    name: http
      """
    ),
    raw(
      "ingress-nginx-snippets",
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: planted
        annotations:
          ↓nginx.ingress.kubernetes.io/server-snippet: return 200;
      spec:
        ingressClassName: nginx
        tls:
        - hosts: [planted.example.com]
        rules:
        - host: planted.example.com
          http:
            paths:
            - path: /
              pathType: Prefix
              backend:
                service:
                  name: backend
                  port:
                    name: http
      """
    ),
    raw(
      "service-localhost-externalname",
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: planted
      spec:
        type: ExternalName
        externalName: localhost
      """
    ),
    raw(
      "configmap-secret-content",
      """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: planted
      data:
        password: correct-horse
      """
    ),
    raw(
      "hpa-duplicate",
      """
      apiVersion: autoscaling/v2
      kind: HorizontalPodAutoscaler
      metadata:
        name: planted
      spec:
        minReplicas: 2
        maxReplicas: 3
        ↓scaleTargetRef:
          apiVersion: apps/v1
          kind: Deployment
          name: backend
      """
    ),
    raw(
      "pdb-multiple-match",
      """
      apiVersion: policy/v1
      kind: PodDisruptionBudget
      metadata:
        name: planted
      spec:
        maxUnavailable: 1
        unhealthyPodEvictionPolicy: AlwaysAllow
        ↓selector:
          matchLabels:
            app.kubernetes.io/name: backend
      """
    ),
    raw(
      "storageclass-set",
      """
      apiVersion: v1
      kind: PersistentVolumeClaim
      metadata:
        name: planted
      ↓spec:
        accessModes: [ReadWriteOnce]
        resources:
          requests:
            storage: 1Gi
      """
    ),
    raw(
      "storage-class-missing",
      """
      apiVersion: v1
      kind: PersistentVolumeClaim
      metadata:
        name: planted
      spec:
        ↓storageClassName: nothing
        accessModes: [ReadWriteOnce]
        resources:
          requests:
            storage: 1Gi
      """
    ),
    raw(
      "issuer-missing",
      """
      apiVersion: cert-manager.io/v1
      kind: Certificate
      metadata:
        name: planted
      spec:
        secretName: planted
        dnsNames: [planted.example.com]
        issuerRef:
          kind: ClusterIssuer
          name: nothing
      """
    ),
  ]
}
