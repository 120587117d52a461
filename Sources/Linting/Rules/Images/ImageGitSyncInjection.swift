internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of git-sync containers that are told which program is git.
  static let imageGitSyncInjection = LintRule(
    "SPAI2108",
    "image-git-sync-injection",
    .images,
    .warning,
    in: .strict,
    rationale:
      "Whoever can change that setting has the container run a program of their choice.",
    remediation:
      "Leave it out: the image has its own git.",
    aliases: [
      .checkov: ["CKV_K8S_159"]
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
                image: registry.k8s.io/git-sync/git-sync:v4.4.0
                env:
                - name: «GITSYNC_REPO|GITSYNC_GIT»
                  value: x
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
                image: registry.k8s.io/git-sync/git-sync:v4.4.0
                args: ["«--repo|--git»=x"]
        """
      ),
    ],
    check: .container { container, _, report in
      guard ImageReference(container["image"])?.baseName == "git-sync" else { return }
      let names = container["env"].items.map { $0["name"] }.filter { $0.text == "GITSYNC_GIT" }
      let words = container["args"].items.filter {
        $0.text == "--git" || $0.text?.hasPrefix("--git=") == true
      }
      for field in names + words { report.flag(field, "says which program is git", of: container.owner) }
    }
  )
}
