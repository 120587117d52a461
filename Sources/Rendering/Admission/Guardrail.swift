internal import Diagnostics
internal import Kubernetes
internal import Specification
internal import YAMLSyntax

/// A rule of the compiler in the form in which an API server applies it: a ValidatingAdmissionPolicy.
struct Guardrail {
  /// The requests that it looks at.
  struct Requests {
    let group: String
    let resources: [String]
    var operations = ["CREATE", "UPDATE"]
  }

  /// What must hold, in CEL, and the sentence that a refused user reads.
  struct Validation {
    let expression: String
    let message: String
  }

  /// Whose requests it looks at.
  enum Subject {
    /// Whatever is in a tenant's namespace.
    case content
    /// The tenants' namespaces themselves.
    case namespaces
  }

  let name: String
  var subject = Subject.content
  let requests: [Requests]
  /// Requests that do not fulfil all of them are let through.
  var conditions: [(name: String, expression: String)] = []
  var variables: [(name: String, expression: String)] = []
  let validations: [Validation]

  /// The policy, the same in every environment, so that environments may share a cluster.
  func policy(of platform: Platform, owner: Origin) -> KubernetesObject {
    KubernetesObject(
      "admissionregistration.k8s.io/v1",
      "ValidatingAdmissionPolicy",
      named: "spai-\(name)",
      of: platform,
      owner: owner,
      [
        "spec": [
          "failurePolicy": "Fail",
          "matchConstraints": [
            "resourceRules": .list(
              requests.map { requests in
                [
                  "apiGroups": [Node(requests.group)], "apiVersions": ["v1"],
                  "operations": .list(requests.operations.map { Node($0) }),
                  "resources": .list(requests.resources.map { Node($0) }),
                ]
              }
            )
          ],
          "matchConditions": named(conditions),
          "variables": named(variables),
          "validations": .list(
            validations.map { ["expression": Node($0.expression), "message": Node($0.message)] }
          ),
        ]
      ]
    )
  }

  /// What brings the policy into force for the tenants of one environment.
  func binding(
    of platform: Platform,
    in environment: Environment,
    _ action: Spanned<AdmissionAction>
  ) -> KubernetesObject {
    let selector: Node = [
      "matchLabels": [
        "app.kubernetes.io/managed-by": "spai-gen", "\(ownPrefix)/environment": Node(environment.name),
      ]
    ]
    let actions = action.value.asKubernetesHasThem.map { Node($0, origin: action.origin) }
    return KubernetesObject(
      "admissionregistration.k8s.io/v1",
      "ValidatingAdmissionPolicyBinding",
      named: "spai-\(name)-\(environment.name)",
      of: platform,
      owner: action.origin,
      [
        "spec": [
          "policyName": Node("spai-\(name)"),
          "validationActions": .list(actions),
          // A request to change a namespace matches an object selector by its labels before or after, so that
          // nobody gets out by taking them off.
          "matchResources": [subject == .content ? "namespaceSelector" : "objectSelector": selector],
        ]
      ]
    )
  }

  private func named(_ items: [(name: String, expression: String)]) -> Node? {
    .list(items.map { ["name": Node($0.name), "expression": Node($0.expression)] })
  }
}

extension AdmissionAction {
  /// What is not refused is in the audit log; what is refused is there too.
  fileprivate var asKubernetesHasThem: [String] {
    switch self {
    case .audit: ["Audit"]
    case .warn: ["Warn", "Audit"]
    case .deny: ["Deny", "Audit"]
    }
  }
}
