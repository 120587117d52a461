internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of containers that are killed before they hear that they shall stop.
  static let preStopOutlastsGracePeriod = LintRule(
    "SPAI2310",
    "pre-stop-outlasts-grace-period",
    .availability,
    .warning,
    rationale: """
      The grace period starts with 'preStop': a hook that takes all of it leaves the process none to finish its \
      requests.
      """,
    remediation: "Raise 'terminationGracePeriodSeconds' well above the sleep.",
    examples: [
      Example(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api}
        spec:
          template:
            spec:
              terminationGracePeriodSeconds: «30|15»
              containers:
              - name: api
                lifecycle:
                  preStop:
                    «|↓»exec: {command: [sh, -c, sleep 15]}
        """
      )
    ],
    check: .container { container, _, report in
      let hook = container["lifecycle"]["preStop"]
      let grace = container.pod["terminationGracePeriodSeconds"].integer ?? 30
      if let seconds = hook["sleep"]["seconds"].integer, seconds >= grace {
        report.flag(
          hook["sleep"]["seconds"],
          "takes all of the grace period of \(grace) seconds",
          of: container.owner
        )
      } else if let seconds = sleep(in: hook["exec"]["command"]), seconds >= grace {
        report.flag(
          hook["exec"],
          "sleeps for all of the grace period of \(grace) seconds",
          of: container.owner
        )
      }
    }
  )
}

/// The seconds of the first `sleep` in a command, whether a shell runs it or not.
private func sleep(in command: Field) -> Int? {
  let words = command.items.compactMap(\.textOrNumber).flatMap {
    $0.split { $0 == " " || $0 == ";" || $0 == "&" }
  }
  guard let place = words.firstIndex(where: { $0 == "sleep" || $0.hasSuffix("/sleep") }),
    place + 1 < words.count
  else { return nil }
  return Int(words[place + 1])
}
