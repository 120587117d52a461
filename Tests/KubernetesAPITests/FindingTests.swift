import Diagnostics
import KubernetesAPI
import Testing
import YAMLSyntax

private func deployment(_ container: String) -> String {
  """
  apiVersion: apps/v1
  kind: Deployment
  metadata: {name: api}
  spec:
    selector: {matchLabels: {app: api}}
    template:
      metadata: {labels: {app: api}}
      spec:
        containers:
          - name: api
            \(container)
  """
}

@Suite struct FindingTests {
  @Test(arguments: [
    // Fields
    (
      deployment("imagePullPolice: Always"),
      ["11:11 error unknown-api-field: unknown field 'spec.template.spec.containers[0].imagePullPolice'"]
    ),
    (
      "apiVersion: v1\nkind: ConfigMap\ndate: {}\n",
      ["3:1 error unknown-api-field: unknown field 'date'"]
    ),
    (
      "apiVersion: apps/v1\nkind: Deployment\nspec:\n  selector: {}\n  replicas: 1\n",
      ["3:1 error missing-api-field: missing field 'spec.template'"]
    ),
    ("apiVersion: apps/v1\nkind: Deployment\n", ["2:7 error missing-api-field: missing field 'spec'"]),
    (
      "apiVersion: apps/v1\nkind: Deployment\nspec:\n  selector: null\n  template: {}\n",
      ["4:3 error missing-api-field: missing field 'spec.selector'"]
    ),
    (
      deployment("ports: [{name: web}]"),
      [
        "11:20 error missing-api-field: missing field 'spec.template.spec.containers[0].ports[0].containerPort'"
      ]
    ),
    // Types
    (
      deployment("image: 5"),
      [
        "11:18 error wrong-api-type: 'spec.template.spec.containers[0].image' must be a string, not the number 5"
      ]
    ),
    (
      deployment("tty: 'true'"),
      [
        "11:16 error wrong-api-type: 'spec.template.spec.containers[0].tty' must be a boolean, not the string 'true'"
      ]
    ),
    (
      deployment("args: run"),
      [
        "11:17 error wrong-api-type: 'spec.template.spec.containers[0].args' must be a list, not the string 'run'"
      ]
    ),
    (
      deployment("resources: [1]"),
      [
        "11:22 error wrong-api-type: 'spec.template.spec.containers[0].resources' must be an object, not a list"
      ]
    ),
    (
      "apiVersion: v1\nkind: ConfigMap\ndata: {on: true}\n",
      ["3:12 error wrong-api-type: 'data.on' must be a string, not the boolean true"]
    ),
    (
      "apiVersion: v1\nkind: ConfigMap\nmetadata: {labels: {app.kubernetes.io/name: 1}}\n",
      [
        "3:45 error wrong-api-type: 'metadata.labels[app.kubernetes.io/name]' must be a string, not the number 1"
      ]
    ),
    // Values
    (
      deployment("imagePullPolicy: always"),
      ["11:28 error api-enum: 'spec.template.spec.containers[0].imagePullPolicy' cannot be 'always'"]
    ),
    (
      deployment("ports: [{containerPort: 99999999999}]"),
      [
        "11:35 error api-bound: 'spec.template.spec.containers[0].ports[0].containerPort' is 99999999999, which 32 bits do not hold"
      ]
    ),
    (
      deployment("resources: {limits: {memory: 4 Gi}}"),
      [
        "11:40 error api-format: 'spec.template.spec.containers[0].resources.limits.memory' must be a quantity such as '500m' or '4Gi', not '4 Gi'"
      ]
    ),
    (
      "apiVersion: v1\nkind: Secret\ndata: {key: not base64}\n",
      ["3:13 error api-format: 'data.key' must be base64"]
    ),
    (
      "apiVersion: v1\nkind: Event\nmetadata: {}\ninvolvedObject: {}\nlastTimestamp: yesterday\n",
      [
        "5:16 error api-format: 'lastTimestamp' must be a time such as '2024-05-01T12:00:00Z', not 'yesterday'"
      ]
    ),
    (
      "apiVersion: keda.sh/v1alpha1\nkind: ScaledObject\nspec: {scaleTargetRef: {name: a}, triggers: [{type: cpu, metadata: {}}], minReplicaCount: 1.5}\n",
      ["3:91 error wrong-api-type: 'spec.minReplicaCount' must be an integer, not the number 1.5"]
    ),
    (
      "apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nspec:\n  hostnames: [Shop]\n  rules: [{backendRefs: [{name: a, port: 70000}]}]\n",
      [
        "4:15 error api-pattern: 'spec.hostnames[0]' cannot be 'Shop'",
        "5:42 error api-bound: 'spec.rules[0].backendRefs[0].port' is 70000, which is more than 65535",
      ]
    ),
    (
      "apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nspec: {hostnames: ['']}\n",
      [
        "3:20 error api-bound: 'spec.hostnames[0]' has 0 characters, not at least 1",
        "3:20 error api-pattern: 'spec.hostnames[0]' cannot be ''",
      ]
    ),
    // Lists
    (
      deployment("volumeMounts: [{name: a, mountPath: /a}, {name: b, mountPath: /a}]"),
      [
        "11:73 error duplicate-list-key: two entries of 'spec.template.spec.containers[0].volumeMounts' have the mountPath '/a'"
      ]
    ),
    (
      deployment("env: [{name: A, value: x}, {name: A}]"),
      [
        "11:45 warning duplicate-list-key: two entries of 'spec.template.spec.containers[0].env' have the name 'A'"
      ]
    ),
    (
      "apiVersion: v1\nkind: Service\nspec:\n  ports:\n    - port: 80\n    - {port: 80, protocol: UDP}\n    - {port: 80, protocol: TCP}\n",
      [
        "7:14 error duplicate-list-key: two entries of 'spec.ports' have the port '80' and protocol 'TCP'"
      ]
    ),
    // Kinds
    ("- a\n", ["1:1 error not-an-object: a Kubernetes object must be a mapping, not a list"]),
    ("kind: Pod\n", ["1:1 error not-an-object: the object has no 'apiVersion'"]),
    ("apiVersion: v1\nkind: 5\n", ["2:7 error not-an-object: the object has no 'kind'"]),
    (
      "apiVersion: apps/v1\nkind: Deploymnt\n",
      ["2:7 error unknown-api-kind: unknown kind 'Deploymnt' in 'apps/v1'"]
    ),
    (
      "apiVersion: apps/v2\nkind: Deployment\n",
      ["1:13 error unknown-api-kind: unknown kind 'Deployment' in 'apps/v2'"]
    ),
    (
      "apiVersion: example.org/v1\nkind: Wheel\n",
      ["1:13 error unknown-api-kind: unknown kind 'Wheel' in 'example.org/v1'"]
    ),
    (
      "apiVersion: resource.k8s.io/v1\nkind: DeviceClass\n",
      ["1:13 error unserved-api: Kubernetes 1.33 does not serve 'resource.k8s.io/v1' DeviceClass"]
    ),
    (
      "apiVersion: policy/v1beta1\nkind: PodDisruptionBudget\n",
      ["1:13 error removed-api: 'policy/v1beta1' PodDisruptionBudget was removed in Kubernetes 1.25"]
    ),
    (
      "apiVersion: v1\nkind: Endpoints\n",
      ["1:13 warning deprecated-api: 'v1' Endpoints is deprecated"]
    ),
  ]) func messageAndPosition(text: String, expected: [String]) throws {
    let found = try problems(text)
    #expect(found == expected)
  }

  @Test func choiceOfFields() throws {
    let text = """
      apiVersion: networking.istio.io/v1
      kind: DestinationRule
      spec:
        host: a
        trafficPolicy:
          loadBalancer:
            consistentHash: {httpHeaderName: a, useSourceIp: true}
      """
    #expect(
      try problems(text) == [
        "7:7 error api-choice: the fields of 'spec.trafficPolicy.loadBalancer.consistentHash' do not go together"
      ]
    )
    #expect(try problems(text.replacing(", useSourceIp: true", with: "")) == [])
  }

  @Test(arguments: [
    (deployment("imagePullPolice: Always"), "Did you mean 'imagePullPolicy'?"),
    (
      deployment("imagePullPolicy: always"),
      "Did you mean 'Always'? Its values are 'Always', 'IfNotPresent' and 'Never'."
    ),
    (deployment("tty: 'true'"), "Write it without quotes."),
    (deployment("image: 5"), "Write it in quotes to make it a string."),
    ("apiVersion: apps/v1\nkind: Deploymnt\n", "Did you mean 'Deployment'?"),
    ("apiVersion: apps/v2\nkind: Deployment\n", "Use 'apps/v1'."),
    (
      "apiVersion: example.org/v1\nkind: Wheel\n",
      "A kind of an operator is known by its CustomResourceDefinition: add that."
    ),
    ("apiVersion: policy/v1beta1\nkind: PodDisruptionBudget\n", "Use 'policy/v1'."),
    ("apiVersion: policy/v1beta1\nkind: PodSecurityPolicy\n", "Nothing replaces it."),
    (
      "apiVersion: resource.k8s.io/v1\nkind: DeviceClass\n",
      "Use 'resource.k8s.io/v1beta1', 'resource.k8s.io/v1beta2' or 'resource.k8s.io/v1alpha3'."
    ),
    ("apiVersion: v1\nkind: Endpoints\n", "Use 'discovery.k8s.io/v1 EndpointSlice'."),
    ("apiVersion: v1\nkind: ConfigMap\nimmutable: 1\n", nil),
  ]) func whatToDo(text: String, help: String?) throws {
    let findings = structureFindings(try #require(try documents(Array(text.utf8)).first))
    #expect(findings.map(\.help) == [help])
  }

  @Test(arguments: [
    // A null field is no field, and what a server fills in is not missing.
    "apiVersion: v1\nkind: ConfigMap\nmetadata: {creationTimestamp: null, labels: null}\ndata: {a: null}\n",
    // Generators write an empty status, which a server drops.
    "apiVersion: apps/v1\nkind: DaemonSet\nspec: {selector: {}, template: {}}\nstatus: {desiredNumberScheduled: null}\n",
    deployment("image: null"),
    deployment("imagePullPolicy: ''"),
    deployment("args: [null, a]"),
    deployment("ports: [{containerPort: 8080}, {containerPort: 8080, protocol: UDP}]"),
    deployment("resources: {limits: {cpu: 0.5, memory: 1e3, example.com/gpu: 1}}"),
    deployment("livenessProbe: {httpGet: {port: web}, periodSeconds: 0x10}"),
    deployment("livenessProbe: {httpGet: {port: 8080}, periodSeconds: 10.0}"),
    "apiVersion: v1\nkind: Secret\ndata: {a: '', b: YWI=, c: YQ==, d: |\n    YWJj\n    ZGVm\n}\n",
    "apiVersion: v1\nkind: Event\nmetadata: {}\ninvolvedObject: {}\nlastTimestamp: 2024-02-29T12:00:00.5+01:00\n",
  ]) func accepted(text: String) throws {
    #expect(try problems(text.replacing("d: |\n    YWJj\n    ZGVm\n", with: "d: \"YWJj\\nZGVm\"")) == [])
  }

  /// The same object, one version later or earlier.
  @Test(
    arguments: [
      (
        36,
        "apiVersion: networking.k8s.io/v1beta1\nkind: IPAddress\nspec: {parentRef: {name: a, resource: b}}\n",
        []
      ),
      (
        37,
        "apiVersion: networking.k8s.io/v1beta1\nkind: IPAddress\nspec: {parentRef: {name: a, resource: b}}\n",
        ["1:13 error removed-api: 'networking.k8s.io/v1beta1' IPAddress was removed in Kubernetes 1.37"]
      ),
      (
        31,
        "apiVersion: flowcontrol.apiserver.k8s.io/v1beta3\nkind: FlowSchema\n",
        [
          "1:13 warning deprecated-api: 'flowcontrol.apiserver.k8s.io/v1beta3' FlowSchema is deprecated, and removed in Kubernetes 1.32"
        ]
      ),
      (
        34, "apiVersion: v1\nkind: Pod\nspec: {containers: [{name: a}], tolerations: [{operator: Gt}]}\n",
        ["3:58 error api-enum: 'spec.tolerations[0].operator' cannot be 'Gt'"]
      ),
      (35, "apiVersion: v1\nkind: Pod\nspec: {containers: [{name: a}], tolerations: [{operator: Gt}]}\n", []),
    ] as [(Int, String, [String])]
  ) func versions(minor: Int, text: String, expected: [String]) throws {
    let found = try problems(text, minor: minor)
    #expect(found == expected)
  }

  /// Objects that renderers make have spans here and there: a finding takes the nearest.
  @Test func nearestSpan() throws {
    let span = Span(source: SourceID(index: 0), start: 7, end: 9)
    let bare: Node = ["apiVersion": "v1", "kind": "Service", "spec": ["ports": [["port": "http"]]]]
    #expect(structureFindings(bare).map(\.primary) == [nil])
    let spec: Node = ["ports": [["port": "http"]]]
    let entries = [
      Mapping.Entry("apiVersion", "v1"), Mapping.Entry("kind", "Service"),
      Mapping.Entry("spec", Node(spec.content, origin: .written(span))),
    ]
    #expect(structureFindings(Node(.mapping(Mapping(entries)))).map(\.primary?.span) == [span])
  }
}
