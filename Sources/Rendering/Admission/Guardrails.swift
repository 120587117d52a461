internal import Diagnostics
internal import Kubernetes
internal import Specification
internal import YAMLSyntax

/// What holds tenants' namespaces of one environment to the compiler's rules; nothing where the platform does not ask
/// for it.
func guardrailObjects(of platform: Platform, in environment: Environment) -> [KubernetesObject] {
  guard let admission = platform.admission else { return [] }
  let action = admission.value.action(in: environment.name)
  return guardrails(registries: platform.registries.items.map(\.value.host.value)).flatMap { guardrail in
    [
      guardrail.policy(of: platform, owner: admission.origin),
      guardrail.binding(of: platform, in: environment, action),
    ]
  }
}

/// The rules that everything the compiler writes keeps, whatever a spec says.
private func guardrails(registries: [String]) -> [Guardrail] {
  [images(registries), pods, identity, bindings, namespaces]
}

/// Images come from the platform's registries, and are named so that the same name gives the same program.
private func images(_ registries: [String]) -> Guardrail {
  let prefixes = registries.map { "'\($0)/'" }.joined(separator: ", ")
  return Guardrail(
    name: "images",
    requests: [Guardrail.Requests(group: "", resources: ["pods", "pods/ephemeralcontainers"])],
    variables: [
      (
        "images",
        ["containers", "initContainers", "ephemeralContainers"].map { field in
          "(has(object.spec.\(field)) ? object.spec.\(field).map(c, c.image) : [])"
        }.joined(separator: " + ")
      )
    ],
    validations: [
      Guardrail.Validation(
        expression: "variables.images.all(image, [\(prefixes)].exists(prefix, image.startsWith(prefix)))",
        message: "An image must come from \(registries.joined(separator: " or "))."
      ),
      Guardrail.Validation(
        expression:
          "variables.images.all(image, image.contains('@') "
          + "|| (image.matches(':[A-Za-z0-9_.-]+$') && !image.endsWith(':latest')))",
        message: "An image must have a digest, or a tag that is not 'latest'."
      ),
    ]
  )
}

/// Containers that cannot become root, end others by their hunger, or act as an account that nobody chose.
///
/// The restricted level of Pod Security is on each namespace as a label; this holds without the label too.
private let pods = Guardrail(
  name: "pods",
  requests: [Guardrail.Requests(group: "", resources: ["pods"], operations: ["CREATE"])],
  variables: [
    (
      "containers",
      "object.spec.containers + (has(object.spec.initContainers) ? object.spec.initContainers : [])"
    ),
    (
      "isNonRoot",
      "has(object.spec.securityContext) && has(object.spec.securityContext.runAsNonRoot) "
        + "&& object.spec.securityContext.runAsNonRoot"
    ),
  ],
  validations: [
    Guardrail.Validation(
      expression:
        "variables.containers.all(c, has(c.securityContext) && has(c.securityContext.runAsNonRoot) "
        + "? c.securityContext.runAsNonRoot : variables.isNonRoot)",
      message: "Every container must have 'runAsNonRoot: true', by itself or by its pod."
    ),
    Guardrail.Validation(
      expression:
        "variables.containers.all(c, has(c.securityContext) && has(c.securityContext.allowPrivilegeEscalation) "
        + "&& !c.securityContext.allowPrivilegeEscalation)",
      message: "Every container must have 'allowPrivilegeEscalation: false'."
    ),
    Guardrail.Validation(
      expression:
        "variables.containers.all(c, has(c.resources) && has(c.resources.limits) "
        + "&& 'memory' in c.resources.limits)",
      message: "Every container must have a memory limit."
    ),
    Guardrail.Validation(
      expression: "has(object.spec.serviceAccountName) && object.spec.serviceAccountName != 'default'",
      message: "A pod must have a service account of its own, not the namespace's default."
    ),
  ]
)

/// Workloads say whose they are, and are where they belong: bills, alerts and network policies go by it.
private let identity = Guardrail(
  name: "identity",
  requests: [
    Guardrail.Requests(group: "apps", resources: ["deployments", "statefulsets", "daemonsets"]),
    Guardrail.Requests(group: "batch", resources: ["jobs", "cronjobs"]),
  ],
  // What a controller makes is its business; the controller's own object is looked at.
  conditions: [("stands-alone", "!has(object.metadata.ownerReferences)")],
  variables: [("labels", "has(object.metadata.labels) ? object.metadata.labels : {}")],
  validations: [
    Guardrail.Validation(
      expression:
        "['\(ownPrefix)/tenant', '\(ownPrefix)/environment'].all(key, key in variables.labels "
        + "&& variables.labels[key] == namespaceObject.metadata.labels[key])",
      message: "The labels \(ownPrefix)/tenant and \(ownPrefix)/environment must be those of the namespace."
    ),
    Guardrail.Validation(
      expression: "'app.kubernetes.io/name' in variables.labels",
      message: "A workload must have the label app.kubernetes.io/name."
    ),
  ]
)

/// Roles in a tenant's namespace are nobody's outside of it but the people's that are named.
private let bindings = Guardrail(
  name: "role-bindings",
  requests: [Guardrail.Requests(group: "rbac.authorization.k8s.io", resources: ["rolebindings"])],
  variables: [("subjects", "has(object.subjects) ? object.subjects : []")],
  validations: [
    Guardrail.Validation(
      expression:
        "variables.subjects.all(s, s.kind != 'ServiceAccount' "
        + "|| !has(s.namespace) || s.namespace == object.metadata.namespace)",
      message: "A role must not go to a service account of another namespace."
    ),
    Guardrail.Validation(
      expression:
        "variables.subjects.all(s, !(s.name in ['system:anonymous', 'system:authenticated', "
        + "'system:serviceaccounts', 'system:unauthenticated']))",
      message: "A role must not go to everybody."
    ),
  ]
)

/// A namespace stays its tenant's, and at the restricted level.
private let namespaces = Guardrail(
  name: "namespaces",
  subject: .namespaces,
  requests: [Guardrail.Requests(group: "", resources: ["namespaces"])],
  variables: [
    ("labels", "has(object.metadata.labels) ? object.metadata.labels : {}"),
    (
      "before",
      "request.operation == 'UPDATE' && has(oldObject.metadata.labels) ? oldObject.metadata.labels : {}"
    ),
  ],
  validations: [
    Guardrail.Validation(
      expression:
        "'pod-security.kubernetes.io/enforce' in variables.labels "
        + "&& variables.labels['pod-security.kubernetes.io/enforce'] == 'restricted'",
      message: "A tenant's namespace must have pod-security.kubernetes.io/enforce: restricted."
    ),
    Guardrail.Validation(
      expression:
        "['app.kubernetes.io/managed-by', '\(ownPrefix)/tenant', '\(ownPrefix)/environment'].all(key, "
        + "!(key in variables.before) || key in variables.labels && variables.labels[key] == variables.before[key])",
      message: "A namespace must stay with its tenant and environment."
    ),
  ]
)
