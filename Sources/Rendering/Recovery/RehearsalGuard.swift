internal import Diagnostics
internal import Kubernetes
internal import Specification
internal import YAMLSyntax

/// What a rehearsal may ask Velero for: to restore the tenant's namespace into its own, over nothing.
func rehearsalGuard(of platform: Platform) -> [KubernetesObject] {
  guard let image = platform.backups.rehearsalImage else { return [] }
  let kinds = rehearsedKinds.map { "'\($0)'" }.joined(separator: ", ")
  let user = "request.userInfo.username"
  let guardrail = Guardrail(
    name: "rehearsals",
    requests: [Guardrail.Requests(group: "velero.io", resources: ["restores"])],
    conditions: [
      (
        "is-rehearsal",
        "\(user).startsWith('system:serviceaccount:') && \(user).endsWith(':\(rehearsalAccount)')"
      )
    ],
    validations: [
      Guardrail.Validation(
        expression:
          "has(object.spec.includedNamespaces) && has(object.spec.namespaceMapping) "
          + "&& object.spec.includedNamespaces.size() == 1 && object.spec.namespaceMapping.size() == 1 "
          + "&& object.spec.includedNamespaces.all(n, n in object.spec.namespaceMapping "
          + "&& object.spec.namespaceMapping[n] == n + '-rehearsal' "
          + "&& \(user) == 'system:serviceaccount:' + n + '-rehearsal:\(rehearsalAccount)')",
        message: "A rehearsal restores the tenant's namespace into the namespace of the rehearsal."
      ),
      Guardrail.Validation(
        expression:
          "!has(object.spec.existingResourcePolicy) || object.spec.existingResourcePolicy in ['', 'none']",
        message: "A rehearsal never changes what is there."
      ),
      Guardrail.Validation(
        expression:
          "has(object.spec.includedResources) && object.spec.includedResources.size() > 0 "
          + "&& object.spec.includedResources.all(r, r in [\(kinds)])",
        message: "A rehearsal restores data and pods, and nothing that gives rights or opens ways."
      ),
    ]
  )
  let binding = KubernetesObject(
    "admissionregistration.k8s.io/v1",
    "ValidatingAdmissionPolicyBinding",
    named: "spai-rehearsals",
    of: platform,
    owner: image.name.origin,
    ["spec": ["policyName": "spai-rehearsals", "validationActions": ["Deny", "Audit"]]]
  )
  return [guardrail.policy(of: platform, owner: image.name.origin), binding]
}
