internal import Diagnostics
internal import Kubernetes
internal import Specification
internal import YAMLSyntax

/// The Restore that a rehearsal asks for.
func rehearsalManifest(_ unit: TenantUnit, _ stage: RehearsalStage) -> Node {
  let restore = restore(of: unit, from: .latest, into: stage.name, resources: rehearsedKinds) ?? [:]
  return Node(String(decoding: printYAML(restore).bytes, as: UTF8.self))
}

/// Restores, waits, and clears away: by requests for all objects of a kind that the restore made, because to ask for
/// them one by one would be to read them.
private func script(_ unit: TenantUnit, _ plan: RecoveryPlan, _ stage: RehearsalStage) -> String {
  let velero = unit.platform.backups.namespace.value
  return """
    set -eu
    restore=$(kubectl create -f /rehearsal/restore.yaml -o name)
    name=${restore##*/}
    tidy() {
      for kind in \(clearedKinds.joined(separator: " ")); do
        kubectl delete --raw "/api/v1/namespaces/\(stage.name)/$kind?labelSelector=velero.io/restore-name=$name"
      done
    }
    trap tidy EXIT
    kubectl wait --namespace \(velero) "$restore" --for=jsonpath='{.status.phase}'=Completed \
    --timeout=\(plan.rto.value.seconds)s

    """
}

/// The run of a rehearsal, by an account whose token is mounted into this one container.
func rehearsalCronJob(
  _ unit: TenantUnit,
  _ plan: RecoveryPlan,
  _ rehearsal: RecoveryPlan.Rehearsal,
  _ stage: RehearsalStage
) -> Node {
  let labels = sorted(unit.labels + stage.selector)
  let pod: Node = [
    "serviceAccountName": Node(rehearsalAccount),
    "automountServiceAccountToken": false,
    "enableServiceLinks": false,
    "imagePullSecrets": rehearsal.pullSecret.map { [["name": Node($0)]] },
    "restartPolicy": "Never",
    "securityContext": [
      "runAsNonRoot": true, "runAsUser": 10001, "runAsGroup": 10001, "fsGroup": 10001,
      "seccompProfile": ["type": "RuntimeDefault"],
    ],
    "containers": [
      [
        "name": "rehearsal",
        "image": Node(rehearsal.image),
        "imagePullPolicy": "IfNotPresent",
        "command": ["/bin/sh", "-c"],
        "args": [Node(script(unit, plan, stage))],
        "env": [["name": "HOME", "value": "/tmp"]],
        "resources": [
          "requests": ["cpu": "50m", "memory": "128Mi", "ephemeral-storage": "64Mi"],
          "limits": ["cpu": "200m", "memory": "128Mi", "ephemeral-storage": "64Mi"],
        ],
        "securityContext": [
          "allowPrivilegeEscalation": false, "readOnlyRootFilesystem": true,
          "capabilities": ["drop": ["ALL"]],
        ],
        "volumeMounts": [
          ["name": "rehearsal", "mountPath": "/rehearsal", "readOnly": true],
          [
            "name": "token", "mountPath": "/var/run/secrets/kubernetes.io/serviceaccount", "readOnly": true,
          ],
          ["name": "tmp", "mountPath": "/tmp"],
        ],
      ]
    ],
    "volumes": [
      ["name": "rehearsal", "configMap": ["name": Node(rehearsalAccount)]],
      ["name": "token", "projected": ["sources": tokenSources]],
      ["name": "tmp", "emptyDir": ["sizeLimit": "16Mi"]],
    ],
  ]
  return [
    "schedule": Node(rehearsal.schedule),
    "timeZone": "Etc/UTC",
    "concurrencyPolicy": "Forbid",
    "startingDeadlineSeconds": 3600,
    "successfulJobsHistoryLimit": 3,
    "failedJobsHistoryLimit": 3,
    "suspend": false,
    "jobTemplate": [
      "metadata": ["labels": labels],
      "spec": [
        "backoffLimit": 0,
        "podFailurePolicy": [
          "rules": [
            [
              "action": "Ignore",
              "onPodConditions": [["type": "DisruptionTarget", "status": "True"]],
            ]
          ]
        ],
        // Time to clear away after the last moment of the RTO.
        "activeDeadlineSeconds": Node(plan.rto.value.seconds + 300, origin: plan.rto.origin),
        "template": ["metadata": ["labels": labels], "spec": pod],
      ],
    ],
  ]
}

/// What kubectl looks for; the token is good for an hour, and made anew.
private let tokenSources: Node = [
  ["serviceAccountToken": ["path": "token", "expirationSeconds": 3600]],
  ["configMap": ["name": "kube-root-ca.crt", "items": [["key": "ca.crt", "path": "ca.crt"]]]],
  [
    "downwardAPI": [
      "items": [["path": "namespace", "fieldRef": ["fieldPath": "metadata.namespace"]]]
    ]
  ],
]
