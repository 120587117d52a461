internal import Validation

/// The name of the account that a pod runs as.
func accountName(of pod: Pod) -> String {
  pod.spec["serviceAccountName"].written ?? pod.spec["serviceAccount"].written ?? "default"
}

/// Whether the containers of a pod get a token of its account; what the pod says counts before what the account says.
func mountsToken(_ pod: Pod, in set: ObjectSet) -> Bool {
  let own = pod.spec["automountServiceAccountToken"]
  if own.isPresent { return !own.isFalse }
  let account = set.object("ServiceAccount", of: "", named: accountName(of: pod), in: pod.owner.namespace)
  return !(account?.root["automountServiceAccountToken"].isFalse ?? false)
}
