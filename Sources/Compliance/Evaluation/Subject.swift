package import YAMLSyntax
import Validation

/// Who a unit is, by which frameworks choose it.
package struct UnitIdentity: Sendable {
  /// For instance `production/acme`.
  package let name: String
  package let tenant: String?
  package let environment: String?
  /// The classes of data that the tenant processes.
  package let dataClasses: [String]
  /// The frameworks that the tenant declares.
  package let frameworks: [String]

  package init(
    name: String,
    tenant: String? = nil,
    environment: String? = nil,
    dataClasses: [String] = [],
    frameworks: [String] = []
  ) {
    self.name = name
    self.tenant = tenant
    self.environment = environment
    self.dataClasses = dataClasses
    self.frameworks = frameworks
  }
}

/// Objects that are assessed together: those of one tenant in one environment, or those of one folder of manifests.
package struct AssessedUnit: Sendable {
  package let identity: UnitIdentity
  package let objects: [AssessedObject]
  /// Objects that stand around them and are judged elsewhere, such as the policies of their cluster.
  package let surroundings: [Node]

  package init(_ identity: UnitIdentity, objects: [AssessedObject], surroundings: [Node] = []) {
    self.identity = identity
    self.objects = objects
    self.surroundings = surroundings
  }
}

/// An object, its file, and the SHA-256 of that in hexadecimal digits for waivers that are pinned to it.
package struct AssessedObject: Sendable {
  package let node: Node
  package let file: String?
  package let digest: String?
  /// Whether the file in the output is what generating it again gives; nil where nobody compared.
  package let isReproduced: Bool?

  package init(_ node: Node, file: String? = nil, digest: String? = nil, isReproduced: Bool? = nil) {
    self.node = node
    self.file = file
    self.digest = digest
    self.isReproduced = isReproduced
  }
}

/// What an outcome is about: one object of a unit, by its identity rather than its lines.
package struct Subject: Hashable, Sendable {
  package let unit: String
  package let tenant: String?
  package let environment: String?
  package let apiVersion: String
  /// `Set` for all objects of a unit together.
  package let kind: String
  package let namespace: String?
  package let name: String
  /// Where it stands; nil where it is not one object of one file.
  package let file: String?
  package let digest: String?

  /// An object of a unit.
  init(_ object: AssessedObject, in unit: UnitIdentity) {
    let metadata = object.node.mapping?["metadata"]?.mapping
    self.unit = unit.name
    tenant = unit.tenant
    environment = unit.environment
    apiVersion = object.node.mapping?["apiVersion"]?.scalar?.text ?? ""
    kind = object.node.mapping?["kind"]?.scalar?.text ?? ""
    namespace = metadata?["namespace"]?.scalar?.text
    name = metadata?["name"]?.scalar?.text ?? ""
    file = object.file
    digest = object.digest
  }

  /// All objects of a unit.
  init(allOf unit: UnitIdentity) {
    self.unit = unit.name
    tenant = unit.tenant
    environment = unit.environment
    apiVersion = ""
    kind = "Set"
    namespace = nil
    name = "all"
    file = nil
    digest = nil
  }

  /// For instance `Deployment/acme-prod/api`.
  package var path: String {
    [kind, namespace ?? "", name].filter { !$0.isEmpty }.joined(separator: "/")
  }
}
