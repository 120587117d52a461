package import YAMLSyntax

/// Which units an extension is for; what is absent does not narrow.
package struct ExtensionScope: SpecObject {
  package let tenant: Spanned<String>?
  package let tiers: [Spanned<String>]
  package let environments: [Spanned<String>]
  package let reason: Spanned<String>

  package static let shape = Shape(
    "scope",
    "Which units it is for, and why the spec's own words are not enough.",
    .optional(
      "tenant",
      "The tenant; required under tenants/, every tenant under templates/ when absent.",
      .name
    ),
    .list("tiers", "Tenants of these tiers only.", .tierName),
    .list("environments", "In these environments only.", .name),
    .required("reason", "Why the spec's own words are not enough, for reviewers."),
    make: ExtensionScope.init
  )
}

/// Objects that the spec language has no words for.
package struct RawObjects: SpecObject {
  package let header: Header
  package let scope: ExtensionScope
  package let objects: [Node]

  package static let shape = Shape(
    "RawObjects",
    "Kubernetes objects that the spec language has no words for, of kinds that the tier allows.",
    .inline(),
    .inline(),
    .list("objects", "The objects; namespace and labels are added."),
    make: RawObjects.init
  )
}

/// A change of objects that the compiler makes.
package struct Patch: SpecObject {
  package let header: Header
  package let scope: ExtensionScope
  package let target: PatchTarget
  package let expect: PatchExpectation
  package let merge: Node?
  package let json: [JSONPatchOperation]

  package static let shape = Shape(
    "Patch",
    "A change of objects that the compiler makes: one of merge and json.",
    .inline(),
    .inline(),
    .required("target", "The objects to change."),
    .defaulted("expect", "What must be found.", to: "{matches: 1}", PatchExpectation(matches: Spanned(1))),
    .optional("merge", "A strategic merge patch, with Kubernetes' own merge keys and '$patch'."),
    .list("json", "A JSON Patch (RFC 6902)."),
    make: Patch.init
  )
}

package struct PatchTarget: SpecObject {
  package let kind: Spanned<String>
  package let group: Spanned<String>?
  package let name: Spanned<String>?

  package static let shape = Shape(
    "patch target",
    "The objects to change.",
    .required("kind", "Their kind, such as Deployment."),
    .optional("group", "Their API group; any when absent."),
    .optional("name", "Their name; every name when absent."),
    make: PatchTarget.init
  )
}

package struct PatchExpectation: SpecObject {
  package let matches: Spanned<Int>

  package static let shape = Shape(
    "expectation",
    "What must be found; anything else is an error.",
    .defaulted("matches", "How many objects of a unit.", .integer(0...100_000), to: "1", Spanned(1)),
    make: PatchExpectation.init
  )
}

package struct JSONPatchOperation: SpecObject {
  package let operation: Spanned<Operation>
  package let path: Spanned<String>
  package let from: Spanned<String>?
  package let value: Node?

  package enum Operation: String, SpecEnumeration {
    case add
    case remove
    case replace
    case move
    case copy
    case test
  }

  package static let shape = Shape(
    "JSON Patch operation",
    "One step of a JSON Patch (RFC 6902).",
    .required("op", "What is done."),
    .required("path", "Where, as a JSON Pointer such as /spec/template/spec/containers/0/args/-."),
    .optional("from", "Where the value of move and copy comes from."),
    .optional("value", "The value of add, replace and test."),
    make: JSONPatchOperation.init
  )
}

/// A workload that was renamed: what outlives its pods keeps the old name.
package struct Move: SpecObject {
  package let header: Header
  package let tenant: Spanned<String>
  package let from: Spanned<String>
  package let to: Spanned<String>

  package static let shape = Shape(
    "Move",
    "A service or job that was renamed: its claims keep their names, and reviews pair the old with the new.",
    .inline(),
    .required("tenant", "The tenant that it belongs to.", .name),
    .required("from", "The old name.", .name),
    .required("to", "The new name.", .name),
    make: Move.init
  )
}
