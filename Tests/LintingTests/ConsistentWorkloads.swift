/// A namespace in which all fits together: services, workers, a database, a report at night, and training.
let consistentWorkloads = """
  apiVersion: v1
  kind: Namespace
  metadata: {name: shop}
  ---
  apiVersion: v1
  kind: LimitRange
  metadata: {name: range, namespace: shop}
  spec: {limits: [{type: Container, min: {ephemeral-storage: 1Mi}}]}
  ---
  apiVersion: v1
  kind: ResourceQuota
  metadata: {name: quota, namespace: shop}
  spec:
    hard:
      requests.ephemeral-storage: 9Gi
  ---
  apiVersion: apps/v1
  kind: Deployment
  metadata: {name: api, namespace: shop}
  spec:
    strategy:
      type: RollingUpdate
      rollingUpdate: {maxSurge: 1, maxUnavailable: 0}
    template:
      metadata: {labels: {app: api}}
      spec:
        priorityClassName: high
        terminationGracePeriodSeconds: 45
        nodeSelector: {pool: api}
        dnsConfig: {options: [{name: ndots, value: "2"}]}
        topologySpreadConstraints:
        - topologyKey: topology.kubernetes.io/zone
          maxSkew: 1
          whenUnsatisfiable: DoNotSchedule
          labelSelector: {matchLabels: {app: api}}
          matchLabelKeys: [pod-template-hash]
        - topologyKey: kubernetes.io/hostname
          maxSkew: 2
          whenUnsatisfiable: ScheduleAnyway
          labelSelector: {matchLabels: {app: api}}
        containers:
        - name: api
          ports: [{name: http, containerPort: 8080}]
          resources:
            requests: {cpu: 500m, memory: 512Mi, ephemeral-storage: 1Gi}
            limits: {cpu: 500m, memory: 512Mi, ephemeral-storage: 1Gi}
          startupProbe: {httpGet: {path: /start, port: http}, failureThreshold: 30}
          readinessProbe: {httpGet: {path: /ready, port: http}, periodSeconds: 5, timeoutSeconds: 2, failureThreshold: 3}
          livenessProbe: {httpGet: {path: /live, port: http}, periodSeconds: 5, timeoutSeconds: 3, failureThreshold: 3}
          lifecycle: {preStop: {sleep: {seconds: 10}}}
          env: [{name: LEVEL, value: debug}]
          volumeMounts: [{name: tmp, mountPath: /tmp/api}]
        volumes:
        - name: tmp
          emptyDir: {sizeLimit: 64Mi}
  ---
  apiVersion: v1
  kind: Service
  metadata: {name: api, namespace: shop}
  spec: {selector: {app: api}, ports: [{port: 80, targetPort: http}]}
  ---
  apiVersion: policy/v1
  kind: PodDisruptionBudget
  metadata: {name: api, namespace: shop}
  spec:
    selector: {matchLabels: {app: api}}
    maxUnavailable: 1 # of api
    unhealthyPodEvictionPolicy: AlwaysAllow
  ---
  apiVersion: autoscaling/v2
  kind: HorizontalPodAutoscaler
  metadata: {name: api, namespace: shop}
  spec:
    scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: api}
    minReplicas: 2
    maxReplicas: 4
    metrics:
    - type: ContainerResource
      containerResource: {container: api, name: cpu, target: {type: Utilization, averageUtilization: 70}}
  ---
  apiVersion: autoscaling.k8s.io/v1
  kind: VerticalPodAutoscaler
  metadata: {name: api, namespace: shop}
  spec:
    targetRef: {apiVersion: apps/v1, kind: Deployment, name: api}
    updatePolicy: {updateMode: "Off"}
  ---
  apiVersion: apps/v1
  kind: Deployment
  metadata:
    name: worker
    namespace: shop
    annotations:
      spai/allow.cpu-requests: it takes what is left
      spai/allow.cpu-limits: it takes what is left
  spec:
    replicas: 2
    strategy:
      rollingUpdate: {maxSurge: 1, maxUnavailable: 1}
    template:
      metadata: {labels: {app: worker}}
      spec:
        priorityClassName: low
        nodeSelector: {pool: workers}
        dnsConfig: {options: [{name: ndots, value: "1"}]}
        affinity: {podAntiAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey: kubernetes.io/hostname}]}}
        topologySpreadConstraints:
        - {topologyKey: topology.kubernetes.io/zone, maxSkew: 1, labelSelector: {matchLabels: {app: worker}}}
        containers:
        - name: worker
          resources:
            limits: {memory: 1Gi, ephemeral-storage: 1Gi}
          livenessProbe: {exec: {command: [alive]}, periodSeconds: 60, timeoutSeconds: 9, failureThreshold: 3}
          volumeMounts: [{name: tmp, mountPath: /tmp/worker}]
        volumes:
        - name: tmp
          emptyDir: {sizeLimit: 32Mi}
  ---
  apiVersion: policy/v1
  kind: PodDisruptionBudget
  metadata: {name: worker, namespace: shop}
  spec:
    selector: {matchLabels: {app: worker}}
    maxUnavailable: 1 # of worker
    unhealthyPodEvictionPolicy: AlwaysAllow
  ---
  apiVersion: v1
  kind: PersistentVolumeClaim
  metadata: {name: data, namespace: shop}
  spec: {accessModes: [ReadWriteOnce], storageClassName: fast}
  ---
  apiVersion: apps/v1
  kind: StatefulSet
  metadata: {name: db, namespace: shop}
  spec:
    replicas: 2 # of db
    serviceName: db
    template:
      metadata: {labels: {app: db}}
      spec:
        priorityClassName: highest
        nodeSelector: {pool: db}
        dnsConfig: {options: [{name: ndots, value: "3"}]}
        topologySpreadConstraints:
        - {topologyKey: kubernetes.io/hostname, maxSkew: 1, labelSelector: {matchLabels: {app: db}}}
        containers:
        - name: db
          resources:
            limits: {cpu: "2", memory: 4Gi, ephemeral-storage: 1Gi}
          readinessProbe: {tcpSocket: {port: sql}, periodSeconds: 5, timeoutSeconds: 1, failureThreshold: 3}
          livenessProbe: {tcpSocket: {port: sql}, periodSeconds: 20, timeoutSeconds: 1, failureThreshold: 3}
          ports: [{name: sql, containerPort: 5432}]
          lifecycle: {preStop: {exec: {command: [sleep, "5"]}}}
          volumeMounts: [{name: data, mountPath: /data}]
    volumeClaimTemplates:
    - metadata: {name: data}
      spec:
        accessModes: [ReadWriteOncePod]
        storageClassName: slow
  ---
  apiVersion: v1
  kind: Service
  metadata: {name: db, namespace: shop}
  spec: {clusterIP: None, selector: {app: db}, ports: [{port: 5432, targetPort: sql}]}
  ---
  apiVersion: policy/v1
  kind: PodDisruptionBudget
  metadata: {name: db, namespace: shop}
  spec:
    selector: {matchLabels: {app: db}}
    maxUnavailable: 1 # of db
    unhealthyPodEvictionPolicy: AlwaysAllow # for db
  ---
  apiVersion: batch/v1
  kind: CronJob
  metadata: {name: report, namespace: shop}
  spec:
    schedule: "*/30 * * * *"
    concurrencyPolicy: Forbid
    startingDeadlineSeconds: 600
    jobTemplate:
      spec:
        activeDeadlineSeconds: 1800
        podFailurePolicy: {rules: [{action: Ignore, onPodConditions: [{type: DisruptionTarget}]}]}
        template:
          metadata: {labels: {app: report}}
          spec:
            restartPolicy: Never
            priorityClassName: low
            nodeSelector: {pool: jobs}
            dnsConfig: {options: [{name: ndots, value: "4"}]}
            containers:
            - name: report
              resources:
                limits: {cpu: "1", memory: 2Gi, ephemeral-storage: 2Gi}
  ---
  apiVersion: kueue.x-k8s.io/v1beta1
  kind: ClusterQueue
  metadata: {name: shop}
  spec:
    resourceGroups:
    - coveredResources: [nvidia.com/gpu]
      flavors: [{name: a100, resources: [{name: nvidia.com/gpu, nominalQuota: 4}]}]
  ---
  apiVersion: kueue.x-k8s.io/v1beta1
  kind: LocalQueue
  metadata: {name: default, namespace: shop}
  spec: {clusterQueue: shop}
  ---
  apiVersion: jobset.x-k8s.io/v1alpha2
  kind: JobSet
  metadata:
    name: train
    namespace: shop
    labels:
      kueue.x-k8s.io/queue-name: default
  spec:
    replicatedJobs:
    - name: worker
      template:
        spec:
          completionMode: Indexed
          completions: 2
          parallelism: 2
          activeDeadlineSeconds: 28800
          podFailurePolicy: {rules: [{action: Ignore, onPodConditions: [{type: DisruptionTarget}]}]}
          template:
            spec:
              restartPolicy: Never
              priorityClassName: lowest
              nodeSelector: {pool: gpus}
              dnsConfig: {options: [{name: ndots, value: "5"}]}
              tolerations:
              - {key: nvidia.com/gpu, operator: Exists}
              - {key: cloud.google.com/gke-spot, operator: Exists}
              containers:
              - name: train
                env:
                - {name: MASTER_ADDR, value: train-0.train}
                - {name: WORLD_SIZE, value: "4"}
                resources:
                  limits: {cpu: "8", memory: 64Gi, ephemeral-storage: 8Gi, nvidia.com/gpu: 2}
                volumeMounts:
                - {name: shm, mountPath: /dev/shm}
                - {name: data, mountPath: /model}
              volumes:
              - name: shm
                emptyDir: {medium: Memory, sizeLimit: 8Gi}
              - name: data
                persistentVolumeClaim: {claimName: models}
  """
