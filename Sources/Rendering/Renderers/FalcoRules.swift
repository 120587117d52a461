internal import Kubernetes
internal import Specification
internal import YAMLSyntax

extension ResourceRenderer {
  /// The same as Tetragon's policies where the cluster has none: rules of Falco, which report and stop nothing.
  static let falcoRules = ResourceRenderer("FalcoRules") { unit in
    let behaviours = unit.behaviours
    guard unit.platform.capabilities.tetragon == nil, !behaviours.isEmpty else { return [] }
    return [
      KubernetesObject(
        "v1",
        "ConfigMap",
        named: "tenant-runtime-rules",
        in: unit,
        [
          "data": [
            "\(unit.namespace.value).yaml": document(.list(behaviours.flatMap { $0.rules(in: unit) }) ?? [])
          ]
        ]
      ).labelled([("falco_rules", Node("1"))])
    ]
  }
}

extension Behaviour {
  /// Names of rules and lists are those of all tenants, so that each has the namespace in it.
  fileprivate func rules(in unit: TenantUnit) -> [Node] {
    let place = "\(unit.namespace.value)/\(workload.name)"
    let pods =
      "k8s.ns.name = \"\(unit.namespace.value)\" and container.name = \"\(workload.name)\""
      + " and k8s.pod.label[app.kubernetes.io/name] = \"\(workload.name)\""
    func rule(_ title: String, _ condition: String, _ seen: String) -> Node {
      [
        "rule": Node("\(title) in \(place)"),
        "desc": Node("\(title) by a program whose spec does not say so."),
        "condition": Node("\(pods) and \(condition)"),
        "output": Node("\(title) (program=%proc.exepath pod=%k8s.pod.name \(seen))"),
        "priority": "WARNING",
        "tags": ["spai", Node(unit.tenant.name)],
      ]
    }
    func listed(_ nodes: [Node]) -> String {
      nodes.compactMap { $0.scalar?.text }.map(quoted).joined(separator: ", ")
    }
    let names = shellNames.joined(separator: ", ")
    let shell = rule(
      "Shell",
      "evt.type in (execve, execveat) and proc.name in (\(names))",
      "command=%proc.cmdline"
    )
    let write = writableFolders.map { folders in
      rule(
        "Write outside the declared volumes",
        "evt.type in (creat, open, openat, openat2) and evt.is_open_write = true and fd.typechar = 'f'"
          + " and not fd.name pmatch (\(listed(folders)))",
        "file=%fd.name"
      )
    }
    let connection = destinations.map { destinations in
      rule(
        "Connection to an address that is not declared",
        "evt.type = connect and fd.l4proto = tcp and not fd.snet in (\(listed(destinations)))",
        "connection=%fd.name"
      )
    }
    return [mayStartShell ? nil : shell, write, connection].compactMap { $0 }
  }
}

/// A text as a condition of Falco has it: a folder's name can hold whatever a file system lets it.
private func quoted(_ text: String) -> String {
  let escaped = text.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }
  return "\"\(escaped.joined())\""
}
