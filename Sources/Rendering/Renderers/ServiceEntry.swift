internal import Diagnostics
internal import Kubernetes
internal import Specification
internal import YAMLSyntax

extension ResourceRenderer {
  /// The places outside the cluster that the mesh lets pods reach: by address, and by name where names are declared.
  static let serviceEntry = ResourceRenderer("ServiceEntry") { unit in
    guard let (version, _) = unit.mesh else { return [] }
    return unit.workloads.filter(unit.isMeshed).flatMap { workload in
      unit.externalEntries(of: workload).map { entry in
        KubernetesObject(
          version.value.rawValue,
          "ServiceEntry",
          named: entry.name,
          of: workload,
          in: unit,
          [
            "spec": [
              "hosts": .list(entry.hosts.map { Node($0) }),
              "addresses": .list(
                entry.destination.cidrs.map { Node($0.value.description, origin: $0.origin) }
              ),
              "location": "MESH_EXTERNAL",
              "resolution": "NONE",
              "ports": .list(
                entry.destination.ports.map { port in
                  let kind = entry.destination.hosts.isEmpty ? "tcp" : "tls"
                  return [
                    "number": Node(port), "name": Node("\(kind)-\(port.value)"),
                    "protocol": Node(kind == "tls" ? "TLS" : "TCP"),
                  ]
                }
              ),
              "exportTo": ["."],
            ]
          ]
        ).withVersion(at: version.origin)
      }
    }
  }
}

/// A place outside the cluster, as the mesh knows it.
struct ExternalEntry {
  let name: String
  let hosts: [Spanned<String>]
  let destination: ExternalDestination
}

extension TenantUnit {
  /// The places outside that a workload reaches by TCP, which is all that a mesh sees.
  ///
  /// A place without names is found by its addresses; the name that it needs all the same is nobody's.
  func externalEntries(of workload: Workload) -> [ExternalEntry] {
    workload.pod.external.items.filter { $0.value.protocol.value == .tcp }.map { item in
      let placeholder = Spanned(
        "\(item.name).\(workload.name).\(namespace.value).internal",
        origin: item.origin
      )
      return ExternalEntry(
        name: "\(workload.name).\(item.name)",
        hosts: item.value.hosts.isEmpty ? [placeholder] : item.value.hosts,
        destination: item.value
      )
    }
  }
}
