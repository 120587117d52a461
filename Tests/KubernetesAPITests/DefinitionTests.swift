import Diagnostics
import KubernetesAPI
import Testing
import YAMLSyntax

private func definition(_ schema: String, group: String = "example.org", kind: String = "Wheel") -> String {
  """
  apiVersion: apiextensions.k8s.io/v1
  kind: CustomResourceDefinition
  metadata: {name: wheels.\(group)}
  spec:
    group: \(group)
    names: {kind: \(kind), plural: wheels}
    scope: Cluster
    versions:
      - name: v1
        served: true
        storage: true
        schema: {openAPIV3Schema: \(schema)}
      - {name: v1beta1, served: true, storage: false, deprecated: true}
      - {name: v1alpha1, served: false, storage: false}

  """
}

private func catalogue(_ text: String) throws -> APICatalogue {
  var findings = Findings()
  let catalogue = try documents(Array(text.utf8)).reduce(APICatalogue.embedded) {
    $0.adding(crd: $1, reporting: &findings)
  }
  #expect(findings.all == [])
  return catalogue
}

@Suite struct DefinitionTests {
  private static let schema =
    "{type: object, required: [spec], properties: {spec: {type: object, required: [size, mode, hub], properties: "
    + "{size: {type: integer, minimum: 10, maximum: 30, exclusiveMaximum: true}, mode: {type: string, default: road}, "
    + "hub: {type: string, enum: [steel, alloy], pattern: '^[a-z]+$'}, count: {x-kubernetes-int-or-string: true}, "
    + "spokes: {type: array, maxItems: 2, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [name, side], "
    + "items: {type: object, required: [name], properties: {name: {type: string, nullable: true}, "
    + "side: {type: string, default: left}}}}, tags: {type: array, x-kubernetes-list-type: set, items: {type: string}}, "
    + "free: {type: object, x-kubernetes-preserve-unknown-fields: true}, sizes: {type: object, "
    + "additionalProperties: {type: integer, format: int32}}, inner: {type: object, "
    + "x-kubernetes-embedded-resource: true, x-kubernetes-preserve-unknown-fields: true}, "
    + "choice: {type: object, properties: {a: {type: string}, b: {type: string}}, "
    + "oneOf: [{required: [a]}, {required: [b]}]}}}}}"

  private func wheel(_ spec: String) -> String {
    "apiVersion: example.org/v1\nkind: Wheel\nmetadata: {name: a}\nspec: {hub: steel, \(spec)}\n"
  }

  @Test(
    arguments: [
      ("size: 10", []),
      ("size: 29, count: 5, mode: null", []),
      ("size: 29, count: five, free: {x: [1]}, sizes: {a: 1, b: null}", []),
      ("size: 20, inner: {apiVersion: v1, kind: Pod, metadata: {name: a}, other: 1}", []),
      ("size: 20, spokes: [{name: a}, {name: a, side: right}], choice: {a: x}, tags: [a, b]", []),
      ("size: 30", ["4:26 error api-bound: 'spec.size' is 30, which is not less than 30"]),
      ("size: 9", ["4:26 error api-bound: 'spec.size' is 9, which is less than 10"]),
      (
        "count: 1.5",
        [
          "4:27 error wrong-api-type: 'spec.count' must be an integer or a string, not the number 1.5",
          "4:1 error missing-api-field: missing field 'spec.size'",
        ]
      ),
      (
        "size: 20, spokes: [{name: a}, {name: a, side: left}]",
        [
          "4:57 error duplicate-list-key: two entries of 'spec.spokes' have the name 'a' and side 'left'"
        ]
      ),
      (
        "size: 20, spokes: [{side: a}, {name: null}, {name: c}]",
        [
          "4:40 error missing-api-field: missing field 'spec.spokes[0].name'",
          "4:30 error api-bound: 'spec.spokes' has 3 entries, not at most 2",
        ]
      ),
      (
        "size: 20, tags: [a, a]",
        ["4:40 error duplicate-list-key: two entries of 'spec.tags' have the value 'a'"]
      ),
      ("size: 20, tags: [null]", ["4:37 error wrong-api-type: 'spec.tags[0]' must be a string, not null"]),
      (
        "size: 20, choice: {a: x, b: y}",
        [
          "4:30 error api-choice: the fields of 'spec.choice' do not go together"
        ]
      ),
      ("size: 20, choice: {}", ["4:30 error api-choice: the fields of 'spec.choice' do not go together"]),
      (
        "size: 20, sizes: {a: big}",
        [
          "4:41 error wrong-api-type: 'spec.sizes.a' must be an integer, not the string 'big'"
        ]
      ),
      (
        "size: 20, inner: {metadata: {nam: a}}",
        [
          "4:49 error unknown-api-field: unknown field 'spec.inner.metadata.nam'"
        ]
      ),
    ] as [(String, [String])]
  ) func objects(spec: String, expected: [String]) throws {
    let found = try problems(wheel(spec), in: try catalogue(definition(Self.schema)))
    #expect(found == expected)
  }

  @Test func facts() throws {
    let catalogue = try catalogue(definition(Self.schema))
    let kind = try #require(catalogue.kind("Wheel", in: "example.org/v1"))
    #expect(kind.scope == .cluster)
    #expect(kind.isCustom && !kind.hasRules)
    #expect(catalogue.kind("Wheel", in: "example.org/v1alpha1") == nil)
    #expect(
      try problems("apiVersion: example.org/v1beta1\nkind: Wheel\nanything: 1\n", in: catalogue) == [
        "1:13 warning deprecated-api: 'example.org/v1beta1' Wheel is deprecated"
      ]
    )
    let type = catalogue.type(
      of: ["spec", "spokes"],
      in: "Wheel",
      "example.org/v1",
      at: KubernetesVersion(minor: 30)
    )
    #expect(type?.listKeys == ["name", "side"])
  }

  @Test func quantities() throws {
    let pattern =
      #"'^(\+|-)?(([0-9]+(\.[0-9]*)?)|(\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\+|-)?(([0-9]+(\.[0-9]*)?)|(\.[0-9]+))))?$'"#
    let schema =
      "{type: object, properties: {load: {x-kubernetes-int-or-string: true, pattern: \(pattern)}}}"
    let catalogue = try catalogue(definition(schema))
    for (load, expected) in [
      ("4Gi", []), ("4", []),
      ("4 Gi", ["3:7 error api-format: 'load' must be a quantity such as '500m' or '4Gi', not '4 Gi'"]),
      ("0.5", ["3:7 error wrong-api-type: 'load' must be an integer or a string, not the number 0.5"]),
    ] {
      let text = "apiVersion: example.org/v1\nkind: Wheel\nload: \(load)\n"
      let found = try problems(text, in: catalogue)
      #expect(found == expected)
    }
  }

  @Test func rulesAreSeen() throws {
    let schema =
      "{type: object, properties: {spec: {type: object, x-kubernetes-validations: [{rule: 'true'}]}}}"
    #expect(try catalogue(definition(schema)).kind("Wheel", in: "example.org/v1")?.hasRules == true)
  }

  /// The user's own definition of a known kind replaces all that is embedded of it.
  @Test func ownDefinitionWins() throws {
    let catalogue = try catalogue(
      definition("{type: object}", group: "external-secrets.io", kind: "ExternalSecret")
    )
    #expect(catalogue.scope(of: "ExternalSecret", in: "external-secrets.io/v1") == .cluster)
    #expect(catalogue.kind("SecretStore", in: "external-secrets.io/v1") != nil)
    #expect(catalogue.kind("ExternalSecret", in: "external-secrets.io/v1alpha1") == nil)
  }

  @Test(arguments: [
    ("apiVersion: v1\nkind: ConfigMap\n", ["bad-definition"]),
    ("- a\n", ["not-an-object"]),
    (definition("{type: object, propertees: {}}"), ["unknown-api-field"]),
    (definition("{}").replacing("served: true", with: "served: false"), ["bad-definition"]),
    ("apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\n", ["missing-api-field"]),
    ("apiVersion: apiextensions.k8s.io/v1beta1\nkind: CustomResourceDefinition\n", ["removed-api"]),
  ]) func brokenDefinitions(text: String, codes: [String]) throws {
    var findings = Findings()
    let node = try #require(try documents(Array(text.utf8)).first)
    let catalogue = APICatalogue.embedded.adding(crd: node, reporting: &findings)
    #expect(findings.all.map(\.code.name) == codes)
    #expect(catalogue.kind("Wheel", in: "example.org/v1") == nil)
  }
}
