internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of commands that call 'sudo'.
  static let sudoInEntrypoint = LintRule(
    "SPAI2030",
    "sudo-in-entrypoint",
    .podSecurity,
    .warning,
    in: .strict,
    rationale:
      "A container that calls 'sudo' becomes root after all, and needs the escalation of privileges for it.",
    remediation:
      "Run the command as the user that may do it, and take 'sudo' out of the image.",
    aliases: [
      .kubescape: ["C-0062"]
    ],
    examples: [
      Example(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api}
        spec:
          template:
            spec:
              containers:
              - name: api
                command: [«/bin/app|sudo»]
        """
      ),
      Example(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api}
        spec:
          template:
            spec:
              containers:
              - name: api
                args: ["-c", "«exec|sudo -E» app"]
        """
      ),
    ],
    check: .container { container, _, report in
      for word in container["command"].items + container["args"].items where callsSudo(word.text ?? "") {
        report.flag(word, "calls 'sudo'", of: container.owner)
      }
    }
  )
}

/// Whether a word of a command, or a script in one, has 'sudo' where a program's name can be.
private func callsSudo(_ text: String) -> Bool {
  let ends: Set<UInt8> = [
    0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: ";"), UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: "("),
  ]
  return text.utf8.split(whereSeparator: ends.contains).contains { word in
    word.elementsEqual("sudo".utf8) || word.elementsEqual("/usr/bin/sudo".utf8)
  }
}
