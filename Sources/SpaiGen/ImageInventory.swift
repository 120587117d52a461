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
  var records: [String: ImageInventory.Records] = [:]
  for unit in units {
    findings.report(contentsOf: unit.diagnostics)
    for use in unit.uses {
      users[use.text, default: (use.image, [])].users.insert(use.user)
      records[use.text] = records[use.text]?.merged(with: use.records) ?? use.records
    }
  }
  let images = users.sorted { $0.key < $1.key }.map { text, use in
    ImageInventory.Image(
      text: text,
      name: "\(use.image.registry)/\(use.image.repository)",
      tag: use.image.tag,
      digest: use.image.digest,
      records: records[text] ?? ImageInventory.Records(),
      users: use.users.sorted()
    )
  }
  return ImageInventory(platform: workspace.repository.platform.header.name, images: images)
}

private func uses(
  of objects: [KubernetesObject],
  in id: UnitID
) -> [ImageUse] {
  objects.flatMap { object in
    let user = ImageInventory.User(
      environment: id.environment,
      tenant: id.tenant ?? "",
      object: "\(object.kind)/\(object.name)"
    )
    let own = APIObject(object.root)
    let annotations = own.metadata["annotations"]
    let known = ImageInventory.Records(
      sbom: annotations["spai.dev/sbom"].text,
      scan: annotations["spai.dev/scan"].text,
      scannedOn: annotations["spai.dev/scanned-on"].text
    )
    return podTemplates(in: own).map { $0["spec"] }.flatMap { pod in
      // What is written down is about the workload's own image; what stands beside it has none.
      let main = pod["containers"].items.prefix(1).compactMap { use($0["image"], by: user, known) }
      let others = pod["initContainers"].items + pod["containers"].items.dropFirst()
      return main + others.compactMap { use($0["image"], by: user, ImageInventory.Records()) }
    } + imagesOfOperators(in: own).compactMap { use($0, by: user, ImageInventory.Records()) }
  }
}

/// The images that an operator runs for an object: agents that it puts into pods, and servers that it starts.
private func imagesOfOperators(in object: APIObject) -> [Validation.Field] {
  switch "\(object.group)/\(object.kind)" {
  case "opentelemetry.io/Instrumentation": object.spec.entries.map { $0.value["image"] }
  case "postgresql.cnpg.io/Cluster": [object.spec["imageName"]]
  default: []
  }
}

/// A container that runs an image.
private struct ImageUse: Sendable {
  let text: String
  let image: ImageReference
  let user: ImageInventory.User
  let records: ImageInventory.Records
}

private func use(
  _ field: Validation.Field,
  by user: ImageInventory.User,
  _ records: ImageInventory.Records
) -> ImageUse? {
  guard let image = ImageReference(field), let text = field.text else { return nil }
  return ImageUse(text: text, image: image, user: user, records: records)
}
