/// Whether the cluster itself lives in a namespace, so that no team's rules hold there.
package func isOfSystem(_ namespace: String) -> Bool {
  namespace.hasPrefix("kube-") || namespace == "default"
}
