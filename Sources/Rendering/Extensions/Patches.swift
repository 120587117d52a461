package import Diagnostics
internal import Kubernetes
internal import Specification
internal import YAMLSyntax

/// Applies the patches of a unit to its objects, in their order.
func applyPatches(
  _ unit: TenantUnit,
  to objects: inout [KubernetesObject],
  reporting findings: inout Findings
) {
  for patch in unit.extensions.patches {
    let target = patch.document.target
    let indices = objects.indices.filter { target.matches(objects[$0]) }
    let expected = patch.document.expect.matches
    if indices.count != expected.value {
      findings.report(.unexpectedMatches(patch, indices.map { objects[$0] }, objects))
      continue
    }
    let kinds = indices.map { objects[$0].kind }
    if let field = kinds.lazy.compactMap({ protectedField(in: patch, kind: $0, of: unit) }).first {
      findings.report(.protectedField(field, patch.header))
      continue
    }
    for index in indices {
      do throws(JSONPatchFailure) {
        objects[index] = try patch.document.applied(to: objects[index])
      } catch {
        findings.report(.stuckPatch(error, objects[index], patch.header))
      }
    }
  }
}

extension PatchTarget {
  fileprivate func matches(_ object: KubernetesObject) -> Bool {
    object.kind == kind.value && (group == nil || group?.value == object.group)
      && (name == nil || name?.value == object.nameInSpec)
  }
}

extension Patch {
  fileprivate func applied(to object: KubernetesObject) throws(JSONPatchFailure) -> KubernetesObject {
    var root = object.root
    if let merge { root = strategicMerge(root, merge) ?? root }
    for step in json { root = try applyJSONPatch(step, to: root) }
    return object.with(root)
  }
}

/// The kinds whose name follows their content, because the API server refuses to change them.
private let contentNamedKinds = ["Job", "JobSet"]

extension KubernetesObject {
  /// The name as users know it: without the digest of the content.
  fileprivate var nameInSpec: String {
    contentNamedKinds.contains(kind) ? String(name.dropLast(suffixLength)) : name
  }

  private var suffixLength: Int { contentSuffix(of: [:]).utf8.count + 1 }

  /// The object with another tree; named anew where the name follows the content.
  fileprivate func with(_ root: Node) -> KubernetesObject {
    guard contentNamedKinds.contains(kind), let spec = root.mapping?["spec"] else {
      var object = self
      object.root = root
      return object
    }
    return renamed("\(nameInSpec)-\(contentSuffix(of: spec))", root: root)
  }
}

// MARK: - Messages

extension Code {
  package static let unexpectedMatches = Code("SPAI1347", "unexpected-matches")
  package static let protectedField = Code("SPAI1348", "protected-field")
  package static let stuckPatch = Code("SPAI1349", "stuck-patch")
}

extension Diagnostic {
  fileprivate static func unexpectedMatches(
    _ patch: Extension<Patch>,
    _ found: [KubernetesObject],
    _ objects: [KubernetesObject]
  ) -> Self {
    let target = patch.document.target
    let expected = patch.document.expect.matches
    let place = target.name?.origin.span ?? target.kind.origin.span
    let help: String
    if found.isEmpty {
      let ofKind = objects.filter { $0.kind == target.kind.value }.map(\.nameInSpec)
      let kinds = Set(objects.map(\.kind)).sorted()
      help =
        ofKind.isEmpty
        ? didYouMean(target.kind.value, among: kinds)
          ?? "There are objects of kind \(kinds.joined(separator: ", "))."
        : target.name.flatMap { didYouMean($0.value, among: ofKind) }
          ?? "There are: \(Set(ofKind).sorted().joined(separator: ", "))."
    } else {
      let names = found.prefix(5).map { "'\($0.nameInSpec)'" }.joined(separator: ", ")
      help = "It matches \(names); narrow 'target', or set 'expect.matches' to \(found.count)."
    }
    return Diagnostic(
      .unexpectedMatches,
      .error,
      "patch '\(patch.header.name)' matches \(found.count) objects, not \(expected.value)",
      at: place.map { Label($0, found.isEmpty ? "matches nothing" : "matches \(found.count)") },
      related: expected.origin.span.map { [Label($0, "expected here")] } ?? [],
      help: help
    )
  }

  fileprivate static func protectedField(_ field: ProtectedField, _ header: Header) -> Self {
    Diagnostic(
      .protectedField,
      .error,
      "patch '\(header.name)' touches '\(field.name)', which is not the tenant's to change",
      at: (field.place ?? header.origin.span).map { Label($0, field.reason) },
      related: field.rule.map { [Label($0, "locked here")] } ?? [],
      help: "Remove it, or ask the platform team."
    )
  }

  fileprivate static func stuckPatch(
    _ failure: JSONPatchFailure,
    _ object: KubernetesObject,
    _ header: Header
  ) -> Self {
    Diagnostic(
      .stuckPatch,
      .error,
      "patch '\(header.name)' cannot be applied to \(object.kind) '\(object.name)': \(failure.reason)",
      at: failure.path.origin.span.map { Label($0, "this step") },
      help: "Compare the path with the object in the output."
    )
  }
}
