package import Diagnostics
internal import Kubernetes
internal import Linting
package import Reporting
internal import Specification
internal import Validation

/// Compiles every unit and collects the images of its pods; a unit with errors has none, and they are reported.
package func imageInventory(
  of workspace: Workspace,
  workers: Int,
  reporting findings: inout Findings
) async -> ImageInventory {
  let units = await concurrentMap(workspace.units, workers: workers) { id in
    var own = Findings()
    let unit = workspace.compile(id, overrides: Overrides(), service: nil, reporting: &own)
    return (uses: unit.map { uses(of: $0.objects, in: id) } ?? [], diagnostics: own.all)
  }
  var users: [String: (image: ImageReference, users: Set<ImageInventory.User>)] = [:]
  for unit in units {
    findings.report(contentsOf: unit.diagnostics)
    for (text, image, user) in unit.uses { users[text, default: (image, [])].users.insert(user) }
  }
  let images = users.sorted { $0.key < $1.key }.map { text, use in
    ImageInventory.Image(
      text: text,
      name: "\(use.image.registry)/\(use.image.repository)",
      tag: use.image.tag,
      digest: use.image.digest,
      users: use.users.sorted()
    )
  }
  return ImageInventory(platform: workspace.repository.platform.header.name, images: images)
}

private func uses(
  of objects: [KubernetesObject],
  in id: UnitID
) -> [(text: String, image: ImageReference, user: ImageInventory.User)] {
  objects.flatMap { object in
    let user = ImageInventory.User(
      environment: id.environment,
      tenant: id.tenant ?? "",
      object: "\(object.kind)/\(object.name)"
    )
    let pods = podTemplates(in: APIObject(object.root)).map { $0["spec"] }
    let fields = pods.flatMap { $0["initContainers"].items + $0["containers"].items }.map { $0["image"] }
    return fields.compactMap { field in
      ImageReference(field).flatMap { image in field.text.map { ($0, image, user) } }
    }
  }
}
