internal import Diagnostics
internal import Kubernetes
internal import Specification
internal import YAMLSyntax

/// What the API servers record, for whoever starts them; nothing where the platform does not ask for it.
///
/// An audit policy is a file of the API server, and no object: an engine that applied it would be refused. So it is in
/// a ConfigMap, which is what those who start API servers in clusters take it from.
func auditPolicyObjects(of platform: Platform) -> [KubernetesObject] {
  guard let namespace = platform.runtimeSecurity?.value.auditPolicy else { return [] }
  return [
    KubernetesObject(
      "v1",
      "ConfigMap",
      named: "spai-audit-policy",
      namespace: namespace.value,
      of: platform,
      owner: namespace.origin,
      ["data": ["policy": document(auditPolicy)]]
    ).labelled([("\(ownPrefix)/file", Node("audit-policy"))])
  ]
}

/// What to record: the first rule that fits decides.
///
/// Bodies are recorded of rights only: those of others may hold secrets.
private let auditPolicy: Node = [
  "apiVersion": "audit.k8s.io/v1",
  "kind": "Policy",
  "omitStages": ["RequestReceived"],
  "rules": [
    [
      "level": "None",
      "nonResourceURLs": ["/healthz*", "/livez*", "/metrics", "/openapi/*", "/readyz*", "/version"],
    ],
    [
      "level": "None",
      "resources": [
        ["group": "", "resources": ["events"]], ["group": "coordination.k8s.io", "resources": ["leases"]],
        ["group": "events.k8s.io", "resources": ["events"]],
      ],
    ],
    // Who read a secret, and who asked for a token; never what is in it.
    [
      "level": "Metadata",
      "resources": [["group": "", "resources": ["configmaps", "secrets", "serviceaccounts/token"]]],
    ],
    // Who opened a shell or a way into a pod.
    [
      "level": "Metadata",
      "resources": [
        [
          "group": "",
          "resources": [
            "pods/attach", "pods/ephemeralcontainers", "pods/exec", "pods/portforward", "pods/proxy",
            "services/proxy",
          ],
        ]
      ],
    ],
    [
      "level": "RequestResponse",
      "resources": [
        [
          "group": "rbac.authorization.k8s.io",
          "resources": ["clusterrolebindings", "clusterroles", "rolebindings", "roles"],
        ],
        ["group": "admissionregistration.k8s.io"],
      ],
    ],
    ["level": "None", "verbs": ["get", "list", "watch"]],
    ["level": "Metadata"],
  ],
]
