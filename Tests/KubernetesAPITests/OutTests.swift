import Diagnostics
import KubernetesAPI
import Testing
import YAMLSyntax

@Suite struct OutTests {
  /// What the compiler writes is what every version takes that the sample may run on.
  @Test func everyManifestPasses() throws {
    let manifests = try Manifests.all()
    #expect(manifests.count > 1000)
    for (path, bytes) in manifests {
      for node in try documents(bytes) {
        for minor in 33...37 {
          #expect(structureFindings(node, minor: minor).map(\.message) == [], "\(path) at 1.\(minor)")
        }
      }
    }
  }

  /// Each key misspelt, each required field dropped, each scalar given another type, one at a time: an error, or
  /// one of the listed remainder.
  @Test func mutations() throws {
    var survivors: Set<String> = []
    var count = 0
    for node in try representatives() {
      let kind = node.mapping?["kind"]?.scalar?.text ?? ""
      let apiVersion = node.mapping?["apiVersion"]?.scalar?.text ?? ""
      let type = try #require(
        APICatalogue.embedded.type(of: [], in: kind, apiVersion, at: KubernetesVersion(minor: 33))
      )
      for mutation in Mutation.all(of: node, type) {
        count += 1
        let findings = structureFindings(mutation.object)
        if !findings.contains(where: { $0.severity == .error && mutation.expected.contains($0.code) }) {
          survivors.insert("\(mutation.name): \(kind) \(mutation.path)")
        }
      }
    }
    #expect(count > 1500)
    let unexplained = survivors.filter { survivor in
      !remainder.contains { $0.covers(survivor) } && !looseParts.contains { survivor.contains(": \($0)") }
    }
    #expect(unexplained.sorted() == [])
    #expect(looseParts.filter { part in !survivors.contains { $0.contains(": \(part)") } } == [])
    let needless = remainder.filter { reason in !survivors.contains { reason.covers($0) } }
    #expect(needless.map(\.ending) == [])
  }

  /// Objects of which each has a field that none before has, so that every path is met and few are met twice.
  private func representatives() throws -> [Node] {
    var seen: Set<String> = []
    return try Manifests.all().flatMap { try documents($0.bytes) }.filter { node in
      let kind = node.mapping?["kind"]?.scalar?.text ?? ""
      let paths = node.paths(below: kind)
      let isNew = !seen.isSuperset(of: paths)
      seen.formUnion(paths)
      return isNew
    }
  }
}

/// A mutation that no structure check can see, and why.
private struct Survivor {
  let mutation: String
  let ending: String
  let reason: String

  init(_ mutation: String, _ ending: String, _ reason: String) {
    (self.mutation, self.ending, self.reason) = (mutation, ending, reason)
  }

  func covers(_ survivor: String) -> Bool {
    survivor.hasPrefix(mutation + ":") && survivor.hasSuffix(ending)
  }
}

private let remainder =
  [Survivor("misspelt", "{}", "the keys of a map are the user's own")]
  + [
    "divisor", "limits{}", "requests{}", "sizeLimit", "averageValue", "default{}", "defaultRequest{}",
    "max{}",
    "hard{}", "maxAllowed{}", "borrowingLimit", "nominalQuota",
  ].map { Survivor("retyped", $0, "a quantity may be a number") }
  + [".port", "targetPort", "maxSurge", "maxUnavailable", "failureLimit", "pause.duration", "rules[].expr"]
  .map {
    Survivor("retyped", $0, "an integer or a string, and the rules over names are another stage's")
  }

/// What the definition of a kind leaves to its controller; pods are held to the rules of another stage all the same.
private let looseParts = [
  // Routes hold routes, which a schema without references cannot say.
  "AlertmanagerConfig spec.route.routes[].",
  "ClusterImagePolicy spec.match[].selector.matchLabels.",
  // The collector's own language.
  "OpenTelemetryCollector spec.config.",
  "Rollout spec.strategy.canary.trafficRouting.plugins.", "Rollout spec.template.spec.volumes[].",
  "Rollout spec.template.spec.containers[].resources.limits.",
  "Rollout spec.template.spec.containers[].resources.requests.",
]

/// One change of an object.
private struct Mutation {
  let name: String
  /// With `[]` for any entry of a list and `{}` for any key of a map.
  let path: String
  let expected: [Code]
  let object: Node

  static func all(of object: Node, _ type: APIType) -> [Mutation] {
    var mutations: [Mutation] = []
    visit(object, type, "", { $0 }, &mutations)
    return mutations
  }

  /// The metadata of every kind, which the definitions of custom kinds do not repeat.
  private static let metadata = APICatalogue.embedded.type(
    of: ["metadata"],
    in: "ExternalSecret",
    "external-secrets.io/v1",
    at: KubernetesVersion(minor: 33)
  )

  private static func visit(
    _ node: Node,
    _ type: APIType?,
    _ path: String,
    _ rebuild: (Node) -> Node,
    _ mutations: inout [Mutation]
  ) {
    switch node.content {
    case .scalar(let scalar):
      let changes: [(String, Node)] = [
        ("retyped", scalar.type == .string ? 7 : "seven"), ("made a list", []),
        ("made a boolean", scalar.type == .boolean ? "true" : true),
      ]
      for (name, other) in changes {
        let expected: [Code] = [.wrongAPIType, .notAnObject]
        mutations.append(Mutation(name: name, path: path, expected: expected, object: rebuild(other)))
      }
    case .sequence(let nodes):
      for index in nodes.indices {
        visit(
          nodes[index],
          type?.element,
          path + "[]",
          { changed in
            var nodes = nodes
            nodes[index] = changed
            return rebuild(Node(.sequence(nodes)))
          },
          &mutations
        )
      }
    case .mapping(let mapping):
      for (index, entry) in mapping.entries.enumerated() {
        let field = type?.field(entry.key)
        let path =
          path + (field == nil && type?.element != nil ? "{}" : (path.isEmpty ? "" : ".") + entry.key)
        var misspelt = mapping
        misspelt.entries[index].key += "x"
        mutations.append(
          Mutation(
            name: "misspelt",
            path: path,
            expected: [.unknownAPIField, .notAnObject],
            object: rebuild(Node(.mapping(misspelt)))
          )
        )
        if field?.isRequired == true || ["apiVersion", "kind"].contains(path) {
          var dropped = mapping
          dropped.entries.remove(at: index)
          mutations.append(
            Mutation(
              name: "dropped",
              path: path,
              expected: [.missingAPIField, .notAnObject],
              object: rebuild(Node(.mapping(dropped)))
            )
          )
        }
        visit(
          entry.value,
          path == "metadata" ? metadata : field?.type ?? type?.element,
          path,
          { changed in
            var mapping = mapping
            mapping.entries[index].value = changed
            return rebuild(Node(.mapping(mapping)))
          },
          &mutations
        )
      }
    }
  }
}

extension Node {
  /// Every path of fields, without the positions in lists.
  fileprivate func paths(below path: String) -> Set<String> {
    switch content {
    case .scalar: [path]
    case .sequence(let nodes): nodes.reduce(into: [path]) { $0.formUnion($1.paths(below: path)) }
    case .mapping(let mapping):
      mapping.entries.reduce(into: [path]) { $0.formUnion($1.value.paths(below: path + "." + $1.key)) }
    }
  }
}
