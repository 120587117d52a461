internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of delivery engines that leave changes made by hand in the cluster.
  static let deliveryDrift = LintRule(
    "SPAI3521",
    "delivery-drift",
    .operations,
    .note,
    in: .all,
    rationale:
      "What somebody changed past the repository stays, and nobody reviewed it.",
    remediation:
      "Turn on 'selfHeal' and 'prune', and name the branch or tag that is delivered.",
    examples: [
      Example(
        """
        apiVersion: argoproj.io/v1alpha1
        kind: Application
        metadata: {name: shop}
        spec:
          source: {targetRevision: main}
          syncPolicy:
            automated:
              prune: true
              selfHeal: «true|false»
        """
      ),
      Example(
        """
        apiVersion: argoproj.io/v1alpha1
        kind: Application
        metadata: {name: shop}
        spec:
          source: {↓targetRevision: «v1.4.0|HEAD»}
          syncPolicy: {automated: {prune: true, selfHeal: true}}
        """
      ),
      Example(
        """
        apiVersion: kustomize.toolkit.fluxcd.io/v1
        kind: Kustomization
        metadata: {name: shop}
        spec:
          prune: «true|false»
        """
      ),
    ],
    check: .object(["Application", "Kustomization"]) { object, _, report in
      switch object.group {
      case "argoproj.io":
        let automated = object.spec["syncPolicy"]["automated"]
        for key in ["prune", "selfHeal"] where !automated[key].isTrue {
          report.flag(automated[key], "is not true", of: object)
        }
        for source in [object.spec["source"]] + object.spec["sources"].items where source.isPresent {
          let revision = source["targetRevision"]
          if revision.isEmpty || revision.text == "HEAD" {
            report.flag(revision, "names no branch and no tag", of: object)
          }
        }
      case "kustomize.toolkit.fluxcd.io":
        if !object.spec["prune"].isTrue { report.flag(object.spec["prune"], "is not true", of: object) }
        if object.spec["suspend"].isTrue {
          report.flag(object.spec["suspend"], "stops the correction", of: object)
        }
      default: return
      }
    }
  )
}
