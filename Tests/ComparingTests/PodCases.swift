private func deployment(_ pod: String, _ spec: String = "") -> String {
  """
  apiVersion: apps/v1
  kind: Deployment
  metadata: {name: api, namespace: acme, labels: {a: b}}
  spec:
    selector: {matchLabels: {app: api}}
    \(spec)
    template:
      metadata: {labels: {app: api, app.kubernetes.io/version: "1"}}
      spec: \(pod)
  """
}

private func container(_ fields: String, image: String = "r.example.com/api:1", pod: String = "") -> String {
  deployment("{\(pod) containers: [{name: api, image: \"\(image)\", \(fields)}]}")
}

private func security(_ fields: String) -> String { container("securityContext: {\(fields)}") }

private let plain = container("args: [a]")

private func rollout(_ deployment: String) -> String {
  deployment.replacing("apps/v1\n  kind: Deployment", with: "argoproj.io/v1alpha1\n  kind: Rollout")
    .replacing("apps/v1\nkind: Deployment", with: "argoproj.io/v1alpha1\nkind: Rollout")
}

let podCases: [FieldCase] = [
  FieldCase(
    "image of a Rollout",
    rollout(plain),
    rollout(container("args: [a]", image: "r.example.com/api:2")),
    "pods-restart, image"
  ),
  FieldCase(
    "privilege in a Rollout",
    rollout(plain),
    rollout(container("args: [a], securityContext: {privileged: true}")),
    "security-relaxed, pods-restart"
  ),
  FieldCase(
    "replicas of a Rollout",
    rollout(deployment("{containers: []}", "replicas: 2")),
    rollout(deployment("{containers: []}", "replicas: 3")),
    "replicas"
  ),
  FieldCase("image", plain, container("args: [a]", image: "r.example.com/api:2"), "pods-restart, image"),
  FieldCase(
    "image and version",
    plain,
    container("args: [a]", image: "r.example.com/api:2").replacing("version: \"1\"", with: "version: \"2\""),
    "pods-restart, image"
  ),
  FieldCase(
    "image and arguments",
    plain,
    container("args: [b]", image: "r.example.com/api:2"),
    "pods-restart"
  ),
  FieldCase(
    "digest",
    container("", image: "r.example.com/api:1@sha256:00"),
    container("", image: "r.example.com/api:1"),
    "security-relaxed, pods-restart, image"
  ),
  FieldCase("argument order", container("args: [a, b]"), container("args: [b, a]"), "pods-restart"),
  FieldCase(
    "order of variables",
    container("env: [{name: A, value: x}, {name: B, value: y}]"),
    container("env: [{name: B, value: y}, {name: A, value: x}]"),
    "pods-restart"
  ),
  FieldCase(
    "template label",
    plain,
    plain.replacing("version: \"1\"", with: "version: \"2\""),
    "pods-restart"
  ),
  FieldCase(
    "limits",
    container("resources: {limits: {cpu: 1}}"),
    container("resources: {limits: {cpu: 2}}"),
    "capacity, pods-restart"
  ),
  FieldCase(
    "limits gone",
    container("resources: {limits: {cpu: 1}}"),
    container("args: []"),
    "security-relaxed, capacity, pods-restart"
  ),
  FieldCase("replicas", deployment("{}", "replicas: 1"), deployment("{}", "replicas: 2"), "replicas"),
  FieldCase(
    "strategy",
    deployment("{}", "strategy: {type: Recreate}"),
    deployment("{}", "strategy: {type: RollingUpdate}"),
    "other"
  ),
  FieldCase("selector", plain, plain.replacing("{app: api}}\n", with: "{app: web}}\n"), "recreated"),
  FieldCase("label", plain, plain.replacing("{a: b}", with: "{a: c}"), "cosmetic"),
  FieldCase(
    "queue label",
    plain,
    plain.replacing("{a: b}", with: "{a: b, kueue.x-k8s.io/queue-name: x}"),
    "other"
  ),
  FieldCase("privileged", security(""), security("privileged: true"), "security-relaxed, pods-restart"),
  FieldCase(
    "escalation",
    security("allowPrivilegeEscalation: false"),
    security(""),
    "security-relaxed, pods-restart"
  ),
  FieldCase(
    "writable root",
    security("readOnlyRootFilesystem: true"),
    security("readOnlyRootFilesystem: false"),
    "security-relaxed, pods-restart"
  ),
  FieldCase("root", security("runAsNonRoot: true"), security(""), "security-relaxed, pods-restart"),
  FieldCase("user 0", security("runAsUser: 1"), security("runAsUser: 0"), "security-relaxed, pods-restart"),
  FieldCase(
    "capability added",
    security("capabilities: {drop: [ALL]}"),
    security("capabilities: {drop: [ALL], add: [NET_ADMIN]}"),
    "security-relaxed, pods-restart"
  ),
  FieldCase(
    "capability kept",
    security("capabilities: {drop: [ALL]}"),
    security("capabilities: {}"),
    "security-relaxed, pods-restart"
  ),
  FieldCase(
    "seccomp gone",
    security("seccompProfile: {type: RuntimeDefault}"),
    security(""),
    "security-relaxed, pods-restart"
  ),
  FieldCase(
    "seccomp off",
    security("seccompProfile: {type: RuntimeDefault}"),
    security("seccompProfile: {type: Unconfined}"),
    "security-relaxed, pods-restart"
  ),
  FieldCase(
    "whole security context gone",
    security("readOnlyRootFilesystem: true"),
    container(""),
    "security-relaxed, pods-restart"
  ),
  FieldCase(
    "host network",
    plain,
    container("args: [a]", pod: "hostNetwork: true,"),
    "security-relaxed, pods-restart"
  ),
  FieldCase(
    "token",
    container("", pod: "automountServiceAccountToken: false,"),
    container(""),
    "security-relaxed, pods-restart"
  ),
  FieldCase(
    "host path",
    plain,
    container("args: [a]", pod: "volumes: [{name: v, hostPath: {path: /}}],"),
    "security-relaxed, pods-restart"
  ),
  FieldCase(
    "host port",
    container("ports: [{name: http, containerPort: 80}]"),
    container("ports: [{name: http, containerPort: 80, hostPort: 80}]"),
    "security-relaxed, pods-restart"
  ),
  FieldCase(
    "hardened sidecar",
    deployment("{containers: [{name: api}]}"),
    deployment(
      "{containers: [{name: sidecar, securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}}, {name: api}]}"
    ),
    "pods-restart"
  ),
  FieldCase(
    "soft sidecar",
    deployment("{containers: [{name: api}]}"),
    deployment("{containers: [{name: api}, {name: sidecar}]}"),
    "security-relaxed, pods-restart"
  ),
]

/// Cases of which the way back is a danger too.
let twoWayCases: [FieldCase] = [
  FieldCase(
    "registry",
    plain,
    container("args: [a]", image: "evil.example.com/api:1"),
    "security-relaxed, pods-restart, image"
  ),
  FieldCase(
    "capability covered by ALL",
    security("capabilities: {drop: [KILL]}"),
    security("capabilities: {drop: [ALL]}"),
    "pods-restart"
  ),
]
