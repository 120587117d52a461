internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of containers that take GPUs past the scheduler.
  static let gpuByEnvironment = LintRule(
    "SPAI3213",
    "gpu-by-environment",
    .accelerators,
    .warning,
    rationale: """
      'NVIDIA_VISIBLE_DEVICES' in a manifest may give a container GPUs that the scheduler has given to others.
      """,
    remediation: "Remove the variable, and ask for the GPUs in 'limits'.",
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
                env:
                - name: NVIDIA_VISIBLE_DEVICES
                  value: «none|all»
        """
      )
    ],
    check: .container { container, _, report in
      for variable in container["env"].items where variable["name"].text == "NVIDIA_VISIBLE_DEVICES" {
        guard let value = variable["value"].textOrNumber, !["", "none", "void"].contains(value) else {
          continue
        }
        report.flag(variable["value"], "is '\(value)', whatever the scheduler gives", of: container.owner)
      }
    }
  )
}
