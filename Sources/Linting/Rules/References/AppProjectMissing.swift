internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of applications in projects that do not exist.
  static let appProjectMissing = LintRule(
    "SPAI3025",
    "app-project-missing",
    .references,
    .warning,
    rationale: "Argo CD does not sync an application whose project does not exist.",
    remediation: "Correct the name, or add the AppProject.",
    examples: [
      Example(
        """
        apiVersion: argoproj.io/v1alpha1
        kind: Application
        metadata: {name: api, namespace: argocd}
        spec:
          project: «team|taem»
        ---
        apiVersion: argoproj.io/v1alpha1
        kind: AppProject
        metadata: {name: team, namespace: argocd}
        """
      )
    ],
    check: .set(about: .referring(.appProject)) { _, context, report in
      report.flagMissing(.appProject, in: context)
    }
  )
}
