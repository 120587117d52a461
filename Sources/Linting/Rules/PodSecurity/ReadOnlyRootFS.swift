internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of containers that can change their own programs.
  static let readOnlyRootFS = LintRule(
    "SPAI2008",
    "read-only-root-fs",
    .podSecurity,
    .warning,
    in: .strict,
    rationale:
      "What breaks into a container stays there by writing to its files; a file system that is read-only gives it nowhere to.",
    remediation:
      "Set 'readOnlyRootFilesystem' to true, and mount an 'emptyDir' where the program has to write.",
    aliases: [
      .checkov: ["CKV_K8S_22"], .datree: ["CONTAINERS_INCORRECT_READONLYROOTFILESYSTEM_VALUE"],
      .gatekeeper: ["read-only-root-filesystem"], .kics: ["Root Container Not Mounted Read-only"],
      .kubeLinter: ["no-read-only-root-fs"],
      .kubeScore: ["container-security-context-readonlyrootfilesystem"],
      .kubeaudit: ["ReadOnlyRootFilesystemFalse", "ReadOnlyRootFilesystemNil"], .kubescape: ["C-0017"],
      .kyverno: ["require-ro-rootfs"], .polaris: ["notReadOnlyRootFilesystem"], .trivy: ["KSV-0014"],
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
                securityContext:
                  readOnlyRootFilesystem: «true|false»
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
              - ↓name: api
                «securityContext: {readOnlyRootFilesystem: true}|»
        """
      ),
    ],
    check: .container { container, _, report in
      guard !container.isForWindows else { return }
      let readOnly = container.ownSecurity("readOnlyRootFilesystem")
      if readOnly.isFalse {
        report.flag(readOnly, "is false", of: container.owner)
      } else if !readOnly.isPresent {
        report.flag(readOnly, "is not set to true", of: container.owner)
      }
    }
  )
}
