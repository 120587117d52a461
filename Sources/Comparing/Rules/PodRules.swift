/// What makes running pods go and come.
let podRules: [FieldRule] = [
  FieldRule(.podsRestart, "a change of the pod template replaces every pod", isRestart)
]

/// A CronJob's or Job's pods are not running yet, or cannot be changed; with `OnDelete` the pods stay until somebody
/// deletes them.
private func isRestart(_ leaf: Leaf) -> Bool {
  guard leaf.podNames != nil else { return false }
  let tree = leaf.newObject.tree
  return switch leaf.kind {
  case "apps/Deployment", "argoproj.io/Rollout": true
  case "apps/StatefulSet", "apps/DaemonSet": tree.text("spec", "updateStrategy", "type") != "OnDelete"
  // KEDA ends the jobs of a changed ScaledJob unless it is told to wait for them.
  case "keda.sh/ScaledJob": tree.text("spec", "rollout", "strategy") != "gradual"
  default: false
  }
}

/// The label that follows the tag of the image.
private let versionLabel = "app.kubernetes.io/version"

/// Whether images, and the label that names their version, are all that differs in a pod template.
func isImageOnly(_ leaves: [Leaf]) -> Bool {
  let inPods = leaves.filter { $0.podNames != nil }
  return inPods.contains(where: isImage)
    && inPods.allSatisfy { leaf in
      isImage(leaf) && !leaf.isAddition && !leaf.isRemoval
        || leaf.podNames.map { Array($0) } == ["metadata", "labels", versionLabel]
    }
}

let imageOnly = Verdict(.image, "the same pods with another image")
