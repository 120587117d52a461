// swift-format-ignore-file
// Written by Scripts/sample; do not edit.

extension Starter {
  /// Every file: a line with its path behind five equals signs, then its content.
  static let text: StaticString = ###"""
===== templates/environments/development.yaml
# Environment 'development': small, and quick to give up.
apiVersion: spai/v1
kind: Environment
metadata:
  name: development
short: dev
defaults:
  services:
    replicas:
      minimum: 1 # spai:allow hpa-min-replicas -- nobody is woken by development
      maximum: 2
    env:
      LOG_LEVEL: debug
    rollout:
      minReady: 0s
      history: 2
  jobs:
    retries: 1
    keepFinished: 4h
===== templates/environments/production.yaml
# Environment 'production': replicas come from the templates; losing a zone must not take a service with it.
apiVersion: spai/v1
kind: Environment
metadata:
  name: production
short: prod
defaults:
  services:
    placement:
      zones: required
    rollout:
      minReady: 30s
      history: 10
  jobs:
    keepFinished: 7d
===== templates/environments/staging.yaml
# Environment 'staging': like production, at a smaller number.
apiVersion: spai/v1
kind: Environment
metadata:
  name: staging
short: staging
defaults:
  services:
    replicas:
      minimum: 2
      maximum: 4
===== templates/jobs/billing-reports.yaml
# The figures of the month, for the accounts.
apiVersion: spai/v1
kind: JobTemplate
metadata:
  name: billing-reports
summary: Financial reporting.
category: finance
minimumTier: enterprise
run: scheduled
schedule:
  cron: "0 4 1 * *" # the first of the month
  timeZone: Europe/Stockholm
  concurrency: Forbid
  startingDeadline: 12h
  keepSucceeded: 3
  keepFailed: 3
  suspended: false

image:
  registry: main
  name: spai/billing-reports
  tag: 2.2.0
  digest: sha256:0139a2ea8b4bf58c17b46cdcd7a5b98319b522ae84356f868bd4c25490349ad8
args: [report, --last-month]

resourceTier: medium
expectedRunTime:
  minimum: 30m
  maximum: 90m
priority: high
retries: 1
failOnExitCodes: [65] # the books do not balance: a person has to look

runtime:
  jvm:
    collector: Parallel
secrets:
  reporting-database:
    env:
      DATABASE_URL: url
      DATABASE_USER: username
      DATABASE_PASSWORD: password

calls:
  billing:
    ports: [http]
external:
  database:
    cidrs: [10.200.1.0/24]
    ports: [5432]
    purpose: Managed PostgreSQL for payments, read only.
===== templates/jobs/data-etl.yaml
# Extracts, transforms and loads the data of the day, every day.
apiVersion: spai/v1
kind: JobTemplate
metadata:
  name: data-etl
summary: Extract, transform, load.
category: data
minimumTier: premium
run: scheduled
schedule:
  cron: "30 1 * * *"
  timeZone: Europe/Stockholm
  concurrency: Forbid # a slow day must not meet the next one
  startingDeadline: 2h
  keepSucceeded: 3
  keepFailed: 3
  suspended: false

image:
  registry: main
  name: spai/data-etl
  tag: 1.14.0
  digest: sha256:efd96cdb52cd7ef1f874a0e38922b50707c3b7439904de1b5d9cb93e1c36b049
args: [run, --all]

resourceTier: large
expectedRunTime:
  minimum: 1h
  maximum: 3h
priority: low
failOnExitCodes: [65] # bad data

runtime:
  python: {}
secrets:
  database:
    env:
      DATABASE_URL: url
      DATABASE_USER: username
      DATABASE_PASSWORD: password
resources:
  ephemeralStorage: 20Gi
volumes:
  scratch:
    mount: /scratch
    size: 16Gi

calls:
  analytics:
    ports: [http]
    optional: true
external:
  database:
    cidrs: [10.200.0.0/24]
    ports: [5432]
    purpose: Managed PostgreSQL, a schema for each tenant.
  data-lake:
    cidrs: [10.200.32.0/24]
    ports: [443]
    purpose: Object storage.
===== templates/jobs/ml-training.yaml
# Trains a model on a GPU. Runs once for each change of this job's spec.
apiVersion: spai/v1
kind: JobTemplate
metadata:
  name: ml-training
summary: AI/ML model training.
category: ai-ml
minimumTier: enterprise
run: batch

image:
  registry: main
  name: spai/ml-training
  tag: 2.8.0
  digest: sha256:ceed29457cbc2e8c61da8f617cf665a3f01479dd5a3e987517b8ef241421ed29
args: [train, --resume] # a replaced pod goes on from the last checkpoint

resourceTier: xlarge # or more
expectedRunTime:
  minimum: 2h
  maximum: 8h
priority: batch
gpu:
  class: a100
checkpoints: checkpoints # the volume below; a replaced pod goes on from there
failOnExitCodes: [64, 65] # wrong usage, bad data: trying again is no use

runtime:
  python: {}
env:
  DATASET_DIR: /datasets
  CHECKPOINT_DIR: /checkpoints
secrets:
  model-registry:
    env:
      MODEL_REGISTRY_TOKEN: token
resources:
  ephemeralStorage: 20Gi
volumes:
  datasets:
    mount: /datasets
    claim:
      size: 500Gi
      storageClass: shared
  checkpoints:
    mount: /checkpoints
    claim:
      size: 200Gi
      storageClass: shared

ports:
  metrics:
    port: 9090
metrics:
  port: metrics
termination:
  finish: 5m # time to write a checkpoint
external:
  model-registry:
    cidrs: [10.200.16.0/24]
    ports: [443]
    purpose: Trained models.
===== templates/jobs/security-scan.yaml
# Looks for known weaknesses and wrong settings, once a week.
apiVersion: spai/v1
kind: JobTemplate
metadata:
  name: security-scan
summary: Security and compliance scanning.
category: security
run: scheduled
schedule:
  cron: "0 3 * * 0" # Sunday
  timeZone: Europe/Stockholm
  concurrency: Replace # only the newest result counts
  startingDeadline: 12h
  keepSucceeded: 3
  keepFailed: 3
  suspended: false

image:
  registry: main
  name: spai/security-scan
  tag: 7.5.1
  digest: sha256:6b16587fcb1516adeea1ed087e9c89808e9a669c82e333c74f07a4b69cd15dec
args: [scan, --report=json]

resourceTier: medium
expectedRunTime:
  minimum: 30m
  maximum: 120m
priority: normal
failOnExitCodes: [3] # something was found: a second look finds the same

runtime:
  go: {}
env:
  REPORT_DIR: /reports
volumes:
  reports:
    mount: /reports
    size: 1Gi

external:
  advisories:
    cidrs: [192.0.2.128/25]
    ports: [443]
    purpose: The platform's copy of the public advisory feeds.
===== templates/jobs/tenant-backup.yaml
# Backs up the tenant's data every night; the same program restores and migrates.
apiVersion: spai/v1
kind: JobTemplate
metadata:
  name: tenant-backup
summary: Backup and migration.
category: infrastructure
run: scheduled
schedule:
  cron: "0 23 * * *"
  timeZone: Europe/Stockholm
  concurrency: Forbid
  startingDeadline: 1h
  keepSucceeded: 7
  keepFailed: 7
  suspended: false

image:
  registry: main
  name: spai/tenant-backup
  tag: 3.0.6
  digest: sha256:3eb9e14c19c316327131d2ead3e57e1b28e6b04331ed017debf9adab972e48e3
args: [backup, --stream] # straight to the store: needs no disk

resourceTier: large
expectedRunTime:
  minimum: 1h
  maximum: 6h
priority: high # a missed backup is an incident

runtime:
  go: {}
secrets:
  database:
    env:
      DATABASE_URL: url
      DATABASE_USER: username
      DATABASE_PASSWORD: password
  backup-store:
    env:
      BACKUP_ENCRYPTION_KEY: encryption-key
      BACKUP_STORE_ID: access-id
      BACKUP_STORE_SECRET: access-secret

external:
  database:
    cidrs: [10.200.0.0/23] # both database networks
    ports: [5432]
    purpose: Managed PostgreSQL.
  backup-store:
    cidrs: [192.0.2.0/25]
    ports: [443]
    purpose: Object storage in another region.
===== templates/platform.yaml
# The platform: what the cluster has, and the names that tenants may use for it.
apiVersion: spai/v1
kind: Platform
metadata:
  name: spai
kubernetes: "1.36"
domain: spai.example.com
zones: [eu-north-1a, eu-north-1b, eu-north-1c]

# Images come from here or not at all.
registries:
  main:
    host: registry.spai.example.com
    pullSecret: registry-main
  mirror: # copies of public images, scanned before they are let in
    host: mirror.spai.example.com/public
    pullSecret: registry-mirror

# Everything is closed by default. These are the only parts of the cluster that tenants' pods ever meet.
network:
  dns:
    namespace: kube-system
    podLabels:
      k8s-app: kube-dns
  monitoring:
    namespace: monitoring
    podLabels:
      app.kubernetes.io/name: prometheus
  gateway:
    name: public
    namespace: gateway-system
    listener: https
    podLabels:
      gateway.networking.k8s.io/gateway-name: public
    ingressClass: nginx # used only where the Gateway API is not among the capabilities
    clusterIssuer: letsencrypt
  clusterRanges:
    - 10.64.0.0/14 # pods
    - 10.96.0.0/16 # services
    - 10.128.0.0/16 # nodes

# Operators that the cluster runs. Remove a line, and the output falls back to core Kubernetes.
capabilities:
  externalSecrets: external-secrets.io/v1
  gatewayAPI: gateway.networking.k8s.io/v1
  verticalPodAutoscaler: autoscaling.k8s.io/v1
  certManager: cert-manager.io/v1
  keda: keda.sh/v1alpha1 # streams and event jobs follow what waits for them
  kueue: kueue.x-k8s.io/v1beta2 # jobs wait until all their pods have room
  jobSet: jobset.x-k8s.io/v1alpha2 # distributed training starts and fails as one
  argoRollouts: argoproj.io/v1alpha1 # new versions are measured before everybody gets them
  prometheusOperator: monitoring.coreos.com/v1 # metrics are found, and alerts raised, by objects
  grafanaOperator: grafana.integreatly.org/v1beta1

# Who watches over the tenants: see Docs/observability.md.
observability:
  labels: # the Prometheus that reads monitors and rules chooses them by this
    release: prometheus
  grafana:
    dashboards: grafana

# Where alerts go. Secrets of the channels stay where they are; each namespace of a tenant has a copy.
alerting:
  runbooks: https://runbooks.spai.example.com
  channels:
    on-call: # somebody has to get up
      severities: [critical]
      environments: [production]
      pagerDuty:
        routingKey:
          secret: alerting
          property: pagerduty-routing-key
    platform: # read in working hours
      environments: [staging, production]
      slack:
        channel: "#spai-alerts"
        url:
          secret: alerting
          property: slack-url
    owner: # the tenant's own people, by the contact of its owner
      severities: [critical]
      environments: [production]
      email:
        from: alerts@spai.example.com
        server: mail.spai.example.com:587
        user: alerts
        password:
          secret: alerting
          property: mail-password

storageClasses:
  standard:
    name: ssd-balanced
    default: true
    access: [ReadWriteOnce, ReadWriteOncePod]
  nvme: # local disks: the fastest, for stateful services
    name: nvme-local
    access: [ReadWriteOnce, ReadWriteOncePod]
  shared: # one folder for many pods
    name: file-shared
    access: [ReadWriteMany, ReadOnlyMany, ReadWriteOnce]

priorityClasses:
  critical:
    value: 1000000
    summary: Services whose outage stops the business.
  high:
    value: 100000
    summary: Services with a promised availability.
  normal:
    value: 10000
    summary: Everything that names no other class.
  low:
    value: 1000
    preempts: false
    summary: Work that may wait for a free place.
  batch:
    value: 100
    preempts: false
    summary: Long jobs that fill what the others leave.

gpuClasses:
  a100: # training, whole or in slices
    resource: nvidia.com/gpu
    mig:
      1g.10gb: nvidia.com/mig-1g.10gb
      3g.40gb: nvidia.com/mig-3g.40gb
    deviceClass: gpu.nvidia.com # for claims by dynamic resource allocation
    topologyKey: nvidia.com/gpu.clique # nodes on one NVLink fabric
    nodeLabels:
      nvidia.com/gpu.product: NVIDIA-A100-SXM4-80GB
    taint: nvidia.com/gpu
    runtimeClass: nvidia
    sharedMemory: 8Gi
  l4: # inference
    resource: nvidia.com/gpu
    timeSlice: nvidia.com/gpu.shared # for trying things out
    nodeLabels:
      nvidia.com/gpu.product: NVIDIA-L4
    taint: nvidia.com/gpu
    runtimeClass: nvidia
    sharedMemory: 512Mi

# Nodes that are cheap because they may go at any time: for jobs that keep checkpoints.
spot:
  nodeLabels:
    node.spai.example.com/capacity: spot
  taint: node.spai.example.com/spot

# Secrets stay where they are; specs only ever refer to them.
secretStores:
  vault:
    vault:
      server: https://vault.spai.example.com:8200
      path: tenants
  aws:
    aws:
      region: eu-north-1

dataClasses:
  public:
    summary: Published anyway, such as a catalogue of songs.
  internal:
    summary: Of use to the tenant only.
  personal:
    summary: About a person who can be identified (GDPR, article 4).
  health:
    summary: About a person's health (HIPAA, GDPR article 9).
  payment:
    summary: Card numbers and what belongs to them (PCI DSS).
  financial:
    summary: Figures that go into published accounts (SOX).

# How out/ reaches the clusters: see Docs/gitops.md.
delivery:
  kustomize: true # kubectl apply -k out/production/medisound
  argoCD:
    repository: https://git.spai.example.com/platform/tenants.git
    revision: main
    clusters: # as Argo CD knows them; one that is not named is the cluster of Argo CD itself
      development: spai-dev
      staging: spai-staging
      production: https://production.spai.example.com:6443

# Deleting more than this from a unit's output needs --allow-delete.
prune:
  maxPercent: 30
  minFiles: 10

# What options of the command line default to.
settings:
  strategy: rolling
  parallelJobs: 4
  priority: normal
  resourceTier: medium
===== templates/resource-tiers.yaml
# The sizes of jobs: limits of one pod, and the percentage of them that is reserved.
apiVersion: spai/v1
kind: ResourceTier
metadata:
  name: micro
summary: Lightweight tasks.
cpu: 100m
memory: 128Mi
requests:
  cpu: 25
  memory: 50
---
apiVersion: spai/v1
kind: ResourceTier
metadata:
  name: small
summary: Standard operations.
cpu: 250m
memory: 512Mi
requests:
  cpu: 50
  memory: 75
---
apiVersion: spai/v1
kind: ResourceTier
metadata:
  name: medium
summary: Business applications.
cpu: 500m
memory: 1Gi
requests:
  cpu: 50
  memory: 75
---
apiVersion: spai/v1
kind: ResourceTier
metadata:
  name: large
summary: Data processing.
cpu: 2000m
memory: 4Gi
requests:
  cpu: 75
  memory: 90
---
apiVersion: spai/v1
kind: ResourceTier
metadata:
  name: xlarge
summary: ML training.
cpu: 8000m
memory: 16Gi
requests:
  cpu: 90
  memory: 100
---
apiVersion: spai/v1
kind: ResourceTier
metadata:
  name: enterprise
summary: Enterprise workloads.
cpu: 16000m
memory: 32Gi
requests:
  cpu: 90
  memory: 100
===== templates/services/analytics.yaml
# The real-time analytics engine: each replica keeps its part of the data on a fast disk of its own.
apiVersion: spai/v1
kind: ServiceTemplate
metadata:
  name: analytics
summary: Real-time analytics engine.
category: data
minimumTier: enterprise
stateful: true

image:
  registry: main
  name: spai/analytics
  tag: 3.4.1
  digest: sha256:570d8cd99c8e352148d707eb401df3ab1e1359430ad42ca0a67f5de34cef802a

replicas:
  minimum: 5 # no maximum: twice as many

ports:
  http:
    port: 8080
    appProtocol: http
  metrics:
    port: 9090
  peer: # replicas of the engine among themselves
    port: 7000
metrics:
  port: metrics

runtime:
  jvm:
    heapPercent: 60 # the rest is for the page cache
    collector: Z

env:
  LOG_LEVEL: info
  DATA_DIR: /data
  NODE_NAME:
    field: metadata.name
config:
  mount: /etc/analytics
  files:
    engine.yaml: |
      window: 10s
      retention: 30d
      replication: 2
secrets:
  event-stream:
    env:
      STREAM_USER: username
      STREAM_PASSWORD: password
volumes:
  data:
    mount: /data
    claim:
      size: 100Gi
      storageClass: nvme

placement:
  hosts: required # two parts of the data never share a disk
termination:
  finish: 2m
rollout:
  deadline: 30m

calls:
  analytics:
    ports: [peer]
external:
  event-stream:
    cidrs: [10.200.8.0/24]
    ports: [9093]
    purpose: Managed event stream, by TLS.
===== templates/services/auth.yaml
# Sign-in: OAuth2, OpenID Connect and SAML.
apiVersion: spai/v1
kind: ServiceTemplate
metadata:
  name: auth
summary: Sign-in by OAuth2, OIDC and SAML.
category: security

image:
  registry: main
  name: spai/auth
  tag: 5.2.7
  digest: sha256:80d1739985347cab3b1d3ed9ee39a8d7a249ce6d161af989a6083fb8aad6f3e7

replicas:
  # spai:allow hpa-min-replicas -- the free tier has one replica, and no promise
  minimum: 6 # no maximum: twice as many

ports:
  http:
    port: 8080
    service: 80
    appProtocol: http
  metrics:
    port: 9090
metrics:
  port: metrics
expose:
  host: login
  port: http

runtime:
  go: {}

env:
  LOG_LEVEL: info
  SESSION_LIFETIME: 8h
config:
  mount: /etc/auth
  files:
    auth.yaml: |
      protocols: [oauth2, oidc, saml]
      refresh: rotate
secrets:
  database:
    env:
      DATABASE_URL: url
      DATABASE_USER: username
      DATABASE_PASSWORD: password
  signing:
    mount: /etc/auth-keys
    files:
      signing.pem: private-key

external:
  database:
    cidrs: [10.200.0.0/24]
    ports: [5432]
    purpose: Managed PostgreSQL, a schema for each tenant.
===== templates/services/backend.yaml
# The main application backend: the API that apps and browsers talk to.
apiVersion: spai/v1
kind: ServiceTemplate
metadata:
  name: backend
summary: Main application backend (Backend API).
category: core

image:
  registry: main
  name: spai/backend
  tag: 4.12.3
  digest: sha256:dc96bf7ecd3e1df1aad13e1752686976f9b191328b1a2b7829726625210c04f5

replicas:
  # spai:allow hpa-min-replicas -- the free tier has one replica, and no promise
  minimum: 3
  maximum: 6

ports:
  http:
    port: 8080
    service: 80
    appProtocol: http
  metrics:
    port: 9090
metrics:
  port: metrics
expose:
  host: api
  port: http

runtime:
  jvm:
    heapPercent: 70
    collector: G1
    options: ["-XX:+UseStringDeduplication", "-XX:+ExitOnOutOfMemoryError"]

env:
  LOG_LEVEL: info
  LOG_FORMAT: json
  POD_NAME:
    field: metadata.name
config:
  mount: /etc/backend
  files:
    application.yaml: |
      server:
        shutdown: graceful
      pagination:
        limit: 100
secrets: # <tenant>/<environment>/database in the tenant's store
  database:
    env:
      DATABASE_URL: url
      DATABASE_USER: username
      DATABASE_PASSWORD: password
volumes:
  cache:
    mount: /var/cache/backend
    size: 256Mi

# How a new version is measured where a tenant chooses canary or blueGreen; see Docs/releases.md.
rollout:
  analysis:
    server: http://prometheus.monitoring:9090
    checks:
      success-rate:
        query: >-
          sum(rate(http_requests_total{namespace="{{args.namespace}}",pod=~".*-{{args.hash}}-.*",code!~"5.."}[2m]))
          / sum(rate(http_requests_total{namespace="{{args.namespace}}",pod=~".*-{{args.hash}}-.*"}[2m]))
        atLeast: 0.995
      latency:
        query: >-
          histogram_quantile(0.95, sum by (le) (rate(http_request_duration_seconds_bucket{namespace="{{args.namespace}}",pod=~".*-{{args.hash}}-.*"}[2m])))
        atMost: 0.4
    failures: 2

probes:
  startup:
    failures: 36 # three minutes: a JVM warms up slowly on small tiers

calls:
  auth:
    ports: [http]
  ml-service:
    ports: [grpc]
    optional: true
  analytics:
    ports: [http]
    optional: true
  notification:
    ports: [http]
    optional: true
  billing:
    ports: [http]
    optional: true
external:
  database:
    cidrs: [10.200.0.0/24]
    ports: [5432]
    purpose: Managed PostgreSQL, a schema for each tenant.
===== templates/services/billing.yaml
# Payments. In the scope of PCI DSS: nothing reaches it but what is declared.
apiVersion: spai/v1
kind: ServiceTemplate
metadata:
  name: billing
summary: Payment processing.
category: fintech
minimumTier: enterprise

image:
  registry: main
  name: spai/billing
  tag: 6.1.2
  digest: sha256:6effe283dc1be73c64c3a6760a7315f1dad81152e3308ba29992e9adcd7b0cbc

replicas:
  minimum: 3 # no maximum: twice as many

ports:
  http:
    port: 8080
    appProtocol: http
  metrics:
    port: 9090
metrics:
  port: metrics
  business: # recorded for each tenant, and shown on its dashboards
    payments_per_minute:
      query: sum(rate(payments_total{$workload,outcome="captured"}[5m])) * 60
      help: Payments captured in a minute
    payments_declined:
      query: sum(rate(payments_total{$workload,outcome="declined"}[15m])) / sum(rate(payments_total{$workload}[15m]))
      help: Share of payments that were declined
slo:
  availability: 99.95 # a lost payment is a lost customer

runtime:
  jvm:
    heapPercent: 70
    collector: G1
    options: ["-XX:+ExitOnOutOfMemoryError"]

env:
  LOG_LEVEL: info
  AUDIT_LOG: stdout
config:
  mount: /etc/billing
  files:
    billing.yaml: |
      idempotency: 24h
      cardData: tokenised
secrets:
  database:
    env:
      DATABASE_URL: url
      DATABASE_USER: username
      DATABASE_PASSWORD: password
  payment-provider:
    env:
      PAYMENT_API_KEY: api-key
      PAYMENT_WEBHOOK_SECRET: webhook-secret

termination:
  finish: 90s # never cut a payment in two

calls:
  auth:
    ports: [http]
  notification:
    ports: [http]
    optional: true
external:
  database:
    cidrs: [10.200.1.0/24]
    ports: [5432]
    purpose: Managed PostgreSQL for payments, a database for each tenant.
  payment-provider:
    cidrs: [203.0.113.0/26]
    ports: [443]
    purpose: Card payments.
===== templates/services/ml-service.yaml
# Inference: answers with a trained model. Add 'gpu: {class: l4}' in the tenant to put each replica on a GPU.
apiVersion: spai/v1
kind: ServiceTemplate
metadata:
  name: ml-service
summary: AI/ML inference.
category: ai-ml
minimumTier: premium

image:
  registry: main
  name: spai/ml-service
  tag: 2.8.0
  digest: sha256:42d1b35a33466b75661ad6833f3c1a394a41a8ccf737259e2ad8f4d358ea7dc1

replicas:
  minimum: 3
  maximum: 5

ports:
  grpc:
    port: 50051
    appProtocol: grpc
  http: # spai:allow netpol-unreachable-port -- for tenants' own services, by an edge of theirs
    port: 8080
    appProtocol: http
  metrics:
    port: 9090
metrics:
  port: metrics
  business:
    inferences_per_second:
      query: sum(rate(inferences_total{$workload}[5m]))
      help: Answers of the model in a second
slo:
  latency:
    milliseconds: 500 # a model takes its time

runtime:
  python: {} # as many threads as the cpu limit

env:
  LOG_LEVEL: info
  MODEL_DIR: /models
config:
  mount: /etc/serving
  files:
    serving.yaml: |
      batching:
        size: 16
        timeout: 5ms
secrets:
  model-registry:
    env:
      MODEL_REGISTRY_TOKEN: token
resources:
  ephemeralStorage: 10Gi
volumes:
  models: # downloaded at the start, gone with the pod
    mount: /models
    size: 8Gi

rollout:
  deadline: 20m # longer than the start of a pod
probes:
  startup:
    failures: 120 # ten minutes: models are large
  readiness:
    http: null # asks by gRPC instead: a probe has exactly one way
    grpc:
      port: grpc

calls:
  analytics:
    ports: [http]
    optional: true
external:
  model-registry:
    cidrs: [10.200.16.0/24]
    ports: [443]
    purpose: Trained models.
===== templates/services/notification.yaml
# Push notifications in real time, over long connections.
apiVersion: spai/v1
kind: ServiceTemplate
metadata:
  name: notification
summary: Real-time push notifications.
category: real-time
minimumTier: premium

image:
  registry: main
  name: spai/notification
  tag: 1.19.4
  digest: sha256:c18992d0bebf1aa7e9c2a7e6298d4316ed2b74201c705c7c34ea56911e4e652e

replicas:
  minimum: 4
autoscaling:
  metrics: # beside cpu and memory: what the users feel
    connections:
      source: pods
      metric: notification_open_connections
      average: 5000

ports:
  http:
    port: 8080
    service: 80
    appProtocol: http
  metrics:
    port: 9090
metrics:
  port: metrics
expose:
  host: push
  port: http

runtime:
  node:
    heapPercent: 70

env:
  LOG_LEVEL: info
  KEEPALIVE_SECONDS: "25"
secrets:
  mobile-push:
    mount: /etc/push
    files:
      apns.p8: apns
      fcm.json: fcm

termination:
  drain: 20s # clients reconnect elsewhere
  finish: 1m

calls:
  auth:
    ports: [http]
external:
  mobile-push:
    cidrs: [198.51.100.0/24]
    ports: [443]
    purpose: Push services of the makers of phones.
===== templates/services/tenant-management.yaml
# Orchestration of a tenant's own customers: plans, seats and limits.
apiVersion: spai/v1
kind: ServiceTemplate
metadata:
  name: tenant-management
summary: Multi-tenant orchestration.
category: platform
minimumTier: enterprise

image:
  registry: main
  name: spai/tenant-management
  tag: 2.3.5
  digest: sha256:68e877a4deb60d9889a8fbc3f9587c6d5c7f48b8210ade633fd250c4057048b2

replicas:
  minimum: 5 # no maximum: twice as many

ports:
  grpc: # spai:allow netpol-unreachable-port -- for tenants' own services, by an edge of theirs
    port: 50051
    appProtocol: grpc
  http:
    port: 8080
    service: 80
    appProtocol: http
  metrics:
    port: 9090
metrics:
  port: metrics
expose:
  host: console
  port: http

runtime:
  go:
    memoryPercent: 85

env:
  LOG_LEVEL: info
secrets:
  database:
    env:
      DATABASE_URL: url
      DATABASE_USER: username
      DATABASE_PASSWORD: password

calls:
  auth:
    ports: [http]
  billing:
    ports: [http]
    optional: true
  notification:
    ports: [http]
    optional: true
external:
  database:
    cidrs: [10.200.0.0/24]
    ports: [5432]
    purpose: Managed PostgreSQL, a schema for each tenant.
===== templates/tiers/enterprise.yaml
# Tier 'enterprise': every service and job, payments and health data, training on a GPU.
apiVersion: spai/v1
kind: Tier
metadata:
  name: enterprise
rank: 2
replicas: 5
resources:
  cpu: 4000m
  memory: 8Gi
  requests:
    cpu: 50
    memory: 80

quota:
  cpu: 360
  memory: 720Gi
  ephemeralStorage: 220Gi
  storage: 2600Gi
  gpus: 10
  pods: 92
  claims: 20
  objects: 120

queue:
  borrow: 50 # percent of the quota, of what other tenants leave

defaults:
  services:
    priority: high

limits:
  maxReplicas: 20
  maxCpu: 8000m
  maxMemory: 32Gi
  maxJobCpu: 16000m
  maxJobMemory: 64Gi
  maxGpus: 2
  maxClaim: 1Ti

locked:
  - security.addCapabilities
  - security.readOnlyRootFilesystem

# What its tenants may write as Kubernetes writes it.
rawKinds: [ConfigMap, autoscaling/HorizontalPodAutoscaler]
===== templates/tiers/enterprise_plus.yaml
# Tier 'enterprise_plus': ten large replicas, eight GPUs in a pod, first in the queue.
apiVersion: spai/v1
kind: Tier
metadata:
  name: enterprise_plus # enterprise-plus where Kubernetes needs a DNS-safe form
rank: 3
replicas: 10
resources:
  cpu: 16000m
  memory: 32Gi
  requests:
    cpu: 60
    memory: 90

quota:
  cpu: 1800
  memory: 3600Gi
  ephemeralStorage: 560Gi
  storage: 7Ti
  gpus: 36
  pods: 150
  claims: 40
  objects: 250

queue:
  borrow: 100 # percent of the quota, of what other tenants leave

defaults:
  services:
    priority: critical
    autoscaling:
      scaleUp:
        stabilization: 0s # add pods at once

limits:
  maxReplicas: 50
  maxCpu: 32000m
  maxMemory: 128Gi
  maxJobCpu: 64000m
  maxJobMemory: 256Gi
  maxGpus: 8
  maxClaim: 4Ti

locked:
  - security.addCapabilities

# What its tenants may write as Kubernetes writes it.
rawKinds: [ConfigMap, autoscaling/HorizontalPodAutoscaler]
===== templates/tiers/free.yaml
# Tier 'free': to try the platform. One small replica, no GPU, no promise.
apiVersion: spai/v1
kind: Tier
metadata:
  name: free
rank: 0
replicas: 1
resources:
  cpu: 200m
  memory: 256Mi
  requests: # percent of the limits that is reserved
    cpu: 25
    memory: 50

# Room for backend, auth and two small jobs, with every replica and a rollout at the same time.
quota:
  cpu: 2
  memory: 3Gi
  ephemeralStorage: 12Gi
  storage: 5Gi
  gpus: 0
  pods: 10
  claims: 1
  objects: 30

defaults:
  services:
    priority: low
    autoscaling:
      vertical: "off"
  jobs:
    priority: batch
    resourceTier: small # whatever a job template says

limits:
  maxReplicas: 2
  maxCpu: 500m
  maxMemory: 1Gi
  maxJobCpu: 500m
  maxJobMemory: 1Gi
  maxGpus: 0
  maxClaim: 5Gi

# Tenants may not set these.
locked:
  - priority
  - placement
  - security
===== templates/tiers/premium.yaml
# Tier 'premium': three replicas, inference on a GPU, push notifications.
apiVersion: spai/v1
kind: Tier
metadata:
  name: premium
rank: 1
replicas: 3
resources:
  cpu: 1000m
  memory: 2Gi
  requests:
    cpu: 50
    memory: 75

quota:
  cpu: 54
  memory: 108Gi
  ephemeralStorage: 160Gi
  storage: 200Gi
  gpus: 8
  pods: 52
  claims: 6
  objects: 60

queue:
  borrow: 25 # percent of the quota, of what other tenants leave

defaults:
  services:
    priority: normal

limits:
  maxReplicas: 12
  maxCpu: 4000m
  maxMemory: 8Gi
  maxJobCpu: 4000m
  maxJobMemory: 8Gi
  maxGpus: 1
  maxClaim: 100Gi

locked:
  - priority
  - security
===== tenants/indie-label.yaml
# A small label on the free tier: about as little as a tenant can say.
apiVersion: spai/v1
kind: Tenant
metadata:
  name: indie-label
tier: free
owner:
  team: indie-label
  contact: hello@indie-label.example.com
access:
  deployers: [indie-label]
dataClasses: [public, personal]
frameworks: [gdpr]
secretStore: vault
budget:
  monthly: 25
  currency: EUR
environments:
  development: {}
  production: {}

services:
  backend:
    environments:
      development:
        rollout:
          # spai:allow rolling-update-strategy -- a pause is cheaper than a second pod
          strategy: recreate
  auth:
    env:
      SESSION_LIFETIME: 24h

jobs:
  tenant-backup: {}
  security-scan: {}
===== tenants/nordic-radio.yaml
# A radio station with a large audience in the morning: personal data, GDPR and ISO 27001.
apiVersion: spai/v1
kind: Tenant
metadata:
  name: nordic-radio
tier: premium
owner:
  team: nordic-radio-digital
  contact: digital@nordic-radio.example.com
access:
  readers: [nordic-radio-editors]
  deployers: [nordic-radio-digital]
dataClasses: [public, personal]
frameworks: [gdpr, iso27001]
secretStore: vault
budget:
  monthly: 95000
  currency: SEK
environments:
  development:
    quota: # a cap on spending; the build checks that it is enough
      cpu: 25
      memory: 60Gi
      gpus: 0
  staging: {}
  production: {}

defaults:
  services:
    env:
      REGION: nordic

services:
  auth: {}

  backend:
    external: # outside the cluster everything is closed but this
      playlist-feed:
        cidrs: [198.51.100.64/28]
        ports: [443]
        purpose: What is on air, from the studio.
    environments:
      production:
        rollout: # does the new start page keep listeners longer?
          strategy: abTest
          abTest:
            variant:
              tag: 4.13.0
              digest: sha256:3f79bb7b435b05321651daefd374cdc681dc06faa65e374e38337b88ca046dea
            cookie: {name: start-page, value: new}
            until: 2027-01-31

  ml-service:
    gpu:
      class: l4
    environments:
      development:
        gpu: null # takes away what the lines above gave

  notification:
    autoscaling:
      metrics:
        connections: null # replaced by a metric of our own
        on-air-listeners:
          source: external
          metric: listeners
          selector:
            station: nordic-radio
          average: 20000
      scaleUp:
        stabilization: 0s # the audience arrives with the news at seven

jobs:
  data-etl:
    schedule:
      cron: "30 4 * * 1-5" # before the morning show
    environments:
      development:
        schedule:
          suspended: true
  tenant-backup: {}
  security-scan: {}
===== .gitattributes
# Reviewers read specs; the output folds.
out/** linguist-generated=true
===== .github/workflows/spai-gen.yaml
# Checks every pull request: out/ is what the specs say, lint, and what the change means.
name: spai-gen
on:
  pull_request:
  push:
    branches: [main]
permissions:
  contents: read
  pull-requests: write
  security-events: write
jobs:
  check:
    runs-on: ubuntu-latest # with 'spai-gen' on the PATH
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0
      - run: spai-gen build --check --report junit-ci=spai-gen.xml --report sarif=spai-gen.sarif
      - run: spai-gen lint --report github=annotations.txt
      - if: always()
        run: cat annotations.txt 2>/dev/null || true
      - if: github.event_name == 'pull_request'
        run: |
          spai-gen diff "origin/$GITHUB_BASE_REF" --format markdown > diff.md
          cat diff.md >> "$GITHUB_STEP_SUMMARY"
          gh pr comment "$PR" --body-file diff.md --edit-last || gh pr comment "$PR" --body-file diff.md
        env:
          GH_TOKEN: ${{ github.token }}
          PR: ${{ github.event.pull_request.number }}
      - if: always()
        uses: github/codeql-action/upload-sarif@v3
        with:
          sarif_file: spai-gen.sarif
===== .gitlab-ci.yml
# Checks every merge request: out/ is what the specs say, lint, and what the change means.
spai-gen:
  stage: test
  variables:
    GIT_DEPTH: 0
  script: # the image has 'spai-gen' on its PATH
    - spai-gen build --check --report junit-ci=spai-gen.xml --report gitlab=quality.json
    - spai-gen lint --fail-on warning
    - if [ -n "${CI_MERGE_REQUEST_TARGET_BRANCH_NAME:-}" ]; then spai-gen diff "origin/$CI_MERGE_REQUEST_TARGET_BRANCH_NAME" --format markdown | tee diff.md; fi
  artifacts:
    when: always
    paths: [diff.md]
    reports:
      junit: spai-gen.xml
      codequality: quality.json
===== .pre-commit-config.yaml
# pre-commit install; 'spai-gen' has to be on the PATH.
repos:
  - repo: local
    hooks:
      - id: spai-gen-check
        name: out/ is what the specs say
        entry: spai-gen build --check
        language: system
        pass_filenames: false
        files: ^(templates|tenants|out)/
      - id: spai-gen-lint
        name: lint specs
        entry: spai-gen lint --fail-on warning
        language: system
        pass_filenames: false
        files: ^(templates|tenants)/
===== Makefile
# Names for what people do every day; each is one line over spai-gen, git or kubectl.
ENVIRONMENT ?= development
TENANT_ID ?=
SERVICE ?=
DEPLOYMENT_STRATEGY ?=
PRIORITY ?= normal
RESOURCE_TIER ?= medium
TEMPLATE ?= ml-training
BASE ?= HEAD
unit = out/$(ENVIRONMENT)/$(TENANT_ID)

.PHONY: help build check diff lint security-scan compliance-check deploy deploy-dev deploy-staging deploy-production \
	scale health create-ml-job create-job jobs list backup restore clean-jobs confirm

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | sort

build: ## compile templates/ and tenants/ to out/
	spai-gen build

check: ## is out/ what the specs say?
	spai-gen build --check --verify

diff: ## what does my change mean?
	spai-gen diff $(BASE)

lint: ## what will hurt in production?
	spai-gen lint

security-scan: ## lint under the strict profile, as SARIF too
	spai-gen lint --profile strict --report sarif=security.sarif

compliance-check: ## lint every rule, as JUnit too
	spai-gen lint --profile all --fail-on error --report junit=compliance.xml

confirm:
	@case "$(ENVIRONMENT)" in prod*) printf 'Apply to production? Write yes: '; read answer; [ "$$answer" = yes ];; esac

deploy: confirm ## apply one tenant: TENANT_ID=acme ENVIRONMENT=development [SERVICE=backend] [DEPLOYMENT_STRATEGY=canary]
	@test -n "$(TENANT_ID)" || { echo 'give TENANT_ID'; exit 64; }
	spai-gen build --env $(ENVIRONMENT) --tenant $(TENANT_ID) $(if $(SERVICE),--service $(SERVICE)) $(if $(DEPLOYMENT_STRATEGY),--strategy $(DEPLOYMENT_STRATEGY))
	kubectl apply --server-side -k $(unit)

deploy-dev: ## apply a tenant to development
	$(MAKE) deploy ENVIRONMENT=development

deploy-staging: ## apply a tenant to staging
	$(MAKE) deploy ENVIRONMENT=staging

deploy-production: ## apply a tenant to production, after a question
	$(MAKE) deploy ENVIRONMENT=production

health: ## how are the pods of a tenant?
	kubectl get pods -A -l spai.dev/tenant=$(TENANT_ID)

create-ml-job: TEMPLATE = ml-training
create-ml-job: create-job ## TENANT_ID=acme PRIORITY=high RESOURCE_TIER=xlarge

create-job: confirm ## a job by hand: TEMPLATE=data-etl TENANT_ID=acme
	spai-gen job render $(TEMPLATE) --tenant $(TENANT_ID) --env $(ENVIRONMENT) --priority $(PRIORITY) --resource-tier $(RESOURCE_TIER) | kubectl apply --server-side -f -

jobs: ## the jobs of a tenant, in the cluster
	kubectl get jobs,cronjobs -A -l spai.dev/tenant=$(TENANT_ID)

list: ## what the specs declare
	spai-gen list tenants

backup: ## keep the configuration as it is now, as a tag
	git tag backup-$$(date -u +%Y%m%dT%H%M%SZ)

restore: ## go back to a tag: TAG=backup-20260101T000000Z
	git restore --source $(TAG) -- templates tenants && spai-gen build

clean-jobs: confirm ## remove finished jobs of a tenant that were made by hand
	kubectl delete jobs -A -l spai.dev/tenant=$(TENANT_ID) --field-selector status.successful=1
===== README.md
# A platform repository

`templates/` says what may exist, and with which limits; the platform team writes it. `tenants/` says who wants what;
tenant teams write it. `spai-gen build` compiles both to complete Kubernetes YAML in `out/`, which a GitOps engine
applies. Nobody edits `out/`.

    spai-gen build                  # compile everything
    spai-gen build --check          # in CI: is out/ what the specs say?
    spai-gen init --tenant acme --tier premium
    spai-gen explain replicas.minimum
    spai-gen explain out/production/indie-label/indie-label-prod/deployment.apps-backend.yaml:30

Start with `templates/platform.yaml`: the domain, the registries and the operators of your cluster.
"""###
}
