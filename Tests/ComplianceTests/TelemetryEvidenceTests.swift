import Compliance
import Linting
import Testing

/// Rules about logs, audit and what watches programs see what the compiler writes for them, and see it missing.
@Suite struct TelemetryEvidenceTests {
  private static let workload = """
    ---
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: api, namespace: acme-prod}
    spec:
      template:
        metadata: {labels: {app: api}, annotations: {$annotations}}
        spec: {containers: [{name: main}]}

    """

  private static func workload(_ annotations: String = "") -> String {
    workload.replacing("$annotations", with: annotations)
  }

  private static func policy(_ app: String, namespace: String = "acme-prod") -> String {
    """
    ---
    apiVersion: cilium.io/v1alpha1
    kind: TracingPolicyNamespaced
    metadata: {name: api, namespace: \(namespace)}
    spec: {podSelector: {matchLabels: {app: \(app)}}}

    """
  }

  private static func namespace(_ annotations: String) -> String {
    "---\napiVersion: v1\nkind: Namespace\nmetadata: {name: acme-prod, annotations: {\(annotations)}}\n"
  }

  private static func audit(_ policy: String) -> String {
    "---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: audit}\ndata:\n  policy: |\n    \(policy)\n"
  }

  private static let discovered = #"io.opentelemetry.discovery.logs/enabled: "true""#
  private static let hidden = #"io.opentelemetry.discovery.logs/enabled: "false""#

  @Test(arguments: [
    ("log-collection", workload(discovered), ["passed"]),
    ("log-collection", workload(hidden), ["failed"]),
    ("log-collection", workload(), []),
    (
      "log-collection", workload(discovered) + workload().replacing("name: api", with: "name: b"),
      ["passed", "failed"]
    ),
    ("log-retention", namespace("spai.dev/log-retention: 400d"), ["passed"]),
    ("log-retention", namespace("spai.dev/log-retention: 30d"), ["failed"]),
    ("log-retention", namespace("spai.dev/log-retention: soon"), ["failed"]),
    ("log-retention", namespace("a: b"), []),
    (
      "log-audit-policy", audit("{apiVersion: audit.k8s.io/v1, kind: Policy, rules: [{level: Metadata}]}"),
      ["passed"]
    ),
    (
      "log-audit-policy", audit("{apiVersion: audit.k8s.io/v1, kind: Policy, rules: [{level: None}]}"),
      ["failed"]
    ),
    ("log-audit-policy", audit("{apiVersion: audit.k8s.io/v1, kind: Policy}"), ["failed"]),
    ("log-audit-policy", audit("the group is audit.k8s.io/v1"), []),
    ("log-audit-policy", audit("{apiVersion: audit.k8s.io/v1, rules: ["), []),
    ("det-runtime-agent", workload() + policy("api"), ["passed"]),
    ("det-runtime-agent", workload() + policy("web"), ["failed"]),
    ("det-runtime-agent", workload() + policy("api", namespace: "other"), ["failed"]),
    ("det-runtime-agent", workload(), []),
  ])
  func ruleSees(rule: String, text: String, outcomes: [String]) {
    let result = run([unit(text)], framework(controls: control("a", rule))).result
    #expect(result.rule(rule)?.subjects.map { $0.outcome.kind.name } == outcomes)
  }
}
