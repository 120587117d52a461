internal import Diagnostics
internal import Kubernetes
internal import Specification
internal import YAMLSyntax

extension ResourceRenderer {
  /// What Tetragon reports or stops in the pods of each workload: whatever its spec does not say.
  static let tracingPolicyNamespaced = ResourceRenderer("TracingPolicyNamespaced") { unit in
    guard let version = unit.platform.capabilities.tetragon, let security = unit.platform.runtimeSecurity
    else { return [] }
    let action = security.value.action(in: unit.environment.name)
    return unit.behaviours.map { behaviour in
      KubernetesObject(
        version.value.rawValue,
        "TracingPolicyNamespaced",
        of: behaviour.workload,
        in: unit,
        [
          "spec": [
            "podSelector": ["matchLabels": unit.selectorNode(of: behaviour.workload)],
            "containerSelector": ["matchLabels": ["name": Node(behaviour.workload.name)]],
            "kprobes": .list(behaviour.probes(action)),
          ]
        ]
      ).withVersion(at: version.origin)
    }
  }
}

extension Behaviour {
  fileprivate func probes(_ action: Spanned<RuntimeAction>) -> [Node] {
    [shells(action), writes(action), connections(action)].compactMap { $0 }
  }

  private func shells(_ action: Spanned<RuntimeAction>) -> Node? {
    guard !mayStartShell else { return nil }
    return [
      "call": "security_bprm_check",
      "syscall": false,
      "message": "A shell was started",
      "args": [["index": 0, "type": "linux_binprm"]],
      "selectors": [
        [
          "matchArgs": [
            ["index": 0, "operator": "Postfix", "values": .list(shellNames.map { Node("/\($0)") })]
          ],
          "matchActions": actions(action),
        ]
      ],
    ]
  }

  private func writes(_ action: Spanned<RuntimeAction>) -> Node? {
    guard let folders = writableFolders else { return nil }
    let mayWrite: Node = "2"
    // Files in memory have names like paths, and no folder.
    let prefixes = folders.map { Node("\($0.scalar?.text ?? "")/", origin: $0.origin) } + ["/memfd:"]
    return [
      "call": "security_file_permission",
      "syscall": false,
      "message": "A file outside the declared volumes was written",
      "args": [["index": 0, "type": "file"], ["index": 1, "type": "int"]],
      "selectors": [
        [
          "matchArgs": [
            ["index": 0, "operator": "FileType", "values": ["reg"]],
            ["index": 0, "operator": "NotPrefix", "values": .list(prefixes)],
            ["index": 1, "operator": "Equal", "values": [mayWrite]],
          ],
          "matchActions": actions(action),
        ]
      ],
    ]
  }

  private func connections(_ action: Spanned<RuntimeAction>) -> Node? {
    guard let destinations else { return nil }
    return [
      "call": "tcp_connect",
      "syscall": false,
      "message": "A connection to an address that is not declared",
      "args": [["index": 0, "type": "sock"]],
      "selectors": [
        [
          "matchArgs": [["index": 0, "operator": "NotDAddr", "values": .list(destinations)]],
          "matchActions": actions(action),
        ]
      ],
    ]
  }

  /// What is reported often is reported once a minute.
  private func actions(_ action: Spanned<RuntimeAction>) -> Node {
    switch action.value {
    case .report: [["action": Node("Post", origin: action.origin), "rateLimit": "1m"]]
    case .stop: [["action": Node("Sigkill", origin: action.origin)]]
    }
  }
}
