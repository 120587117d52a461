package import YAMLSyntax

/// A kind of document of this module, for editors.
package struct ComplianceKind: Sendable {
  package let name: String
  /// A JSON Schema; what needs more than one document, such as unique ids, is told when it is read.
  package let schema: Node

  package static let all = [
    ComplianceKind(name: "Framework", schema: framework),
    ComplianceKind(name: "Waiver", schema: waiver),
  ]

  private static let framework = document(
    "Framework",
    "A catalogue of controls, and which rules speak for each.",
    required: ["title", "version", "universe", "controls"],
    [
      "title": text("What people call it."),
      "version": text("Its version, in quotes."),
      "publisher": text("Who publishes it."),
      "source": text("Where its text is."),
      "note": text("What readers should know."),
      "aliases": list(of: text("A name."), "The names by which tenants declare it."),
      "universe": object(
        "What complete means.",
        required: ["total", "unit", "countedFrom"],
        [
          "total": ["type": "integer", "minimum": 1, "description": "How many the controls must cover."],
          "unit": text("What is counted."),
          "countedFrom": text("Where it was counted."),
        ]
      ),
      "scope": object(
        "Which tenants it is about; every one when absent, those that declare it when empty.",
        required: [],
        ["dataClasses": list(of: text("A class of data."), "Tenants that process one of these, too.")]
      ),
      "controls": list(of: control, "The controls, in their order."),
    ]
  )

  private static let control = object(
    "A control, or a group of which manifests say nothing.",
    required: ["id", "title", "coverage"],
    [
      "id": text("Its number in the framework."),
      "title": text("In our own words."),
      "coverage": word(Framework.Coverage.allCases.map(\.rawValue), "What manifests can say of it."),
      "covers": list(of: text("A number."), "The requirements that it stands for; its id when absent."),
      "property": text("What of it can be seen in manifests."),
      "necessary": list(of: rule, "The rules without which nothing can be said."),
      "supporting": list(of: rule, "The rules that add to the picture."),
      "notAssessed": list(of: text("A sentence."), "What the rules do not see."),
      "assessorNeeds": list(of: text("A sentence."), "What an assessor needs besides."),
      "confidence": text("How far public mappings agree: A, B or C."),
    ]
  )

  private static let waiver = document(
    "Waiver",
    "A failure that somebody answers for, for a time.",
    required: [
      "rules", "scope", "category", "reason", "owner", "approvedBy", "approvedAt", "expires", "ticket",
    ],
    [
      "rules": list(of: rule, "The rules that are waived."),
      "scope": object(
        "The one object that it is about.",
        required: ["kind", "name"],
        [
          "tenant": text("Its tenant."),
          "environment": text("Its environment."),
          "namespace": text("Its namespace."),
          "kind": text("Its kind; Set for all objects of a unit together."),
          "name": text("Its name."),
        ]
      ),
      "category": word(Waiver.Category.allCases.map(\.rawValue), "What kind of answer it is."),
      "reason": text("Why the failure may stay for a time."),
      "compensating": list(of: text("A reference."), "What holds the risk down meanwhile."),
      "owner": text("Who answers for it."),
      "approvedBy": text("Who approved it; somebody else."),
      "approvedAt": day("When it was approved."),
      "expires": day("The last day on which it holds."),
      "ticket": text("Where it is tracked."),
      "digest": [
        "type": "string", "pattern": "^(sha256:)?[0-9a-f]{64}$",
        "description": "The only content of the file that it holds for.",
      ],
    ]
  )

  private static let rule = word(ComplianceRule.allNames, "A rule.")

  private static func document(
    _ kind: String,
    _ summary: String,
    required: [String],
    _ fields: Node
  ) -> Node {
    let header: Node = [
      "apiVersion": ["const": "spai/v1"],
      "kind": ["const": Node(kind)],
      "metadata": object("What names it.", required: ["name"], ["name": text("Its name.")]),
    ]
    let all = Mapping((header.mapping?.entries ?? []) + (fields.mapping?.entries ?? []))
    return object(summary, required: ["apiVersion", "kind", "metadata"] + required, Node(.mapping(all)))
  }

  private static func object(_ summary: String, required: [String], _ properties: Node) -> Node {
    [
      "type": "object",
      "description": Node(summary),
      "properties": properties,
      "required": required.isEmpty ? nil : Node(.sequence(required.map { Node($0) })),
      "additionalProperties": false,
    ]
  }

  /// A number is read as its digits.
  private static func text(_ summary: String) -> Node {
    ["type": ["string", "number"], "minLength": 1, "description": Node(summary)]
  }

  private static func day(_ summary: String) -> Node {
    ["type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "description": Node(summary)]
  }

  private static func word(_ words: [String], _ summary: String) -> Node {
    ["enum": Node(.sequence(words.map { Node($0) })), "description": Node(summary)]
  }

  private static func list(of items: Node, _ summary: String) -> Node {
    ["type": "array", "items": items, "description": Node(summary)]
  }
}
