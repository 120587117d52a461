internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of databases and other stores that more than single workloads reach.
  static let dataStoreExposed = LintRule(
    "SPAI2435",
    "data-store-exposed",
    .networking,
    .note,
    in: .all,
    rationale:
      "A store that everybody of a namespace reaches is read through the weakest of them.",
    remediation:
      "Let in the pods that use it, by their labels, and give it a Service of type ClusterIP only.",
    examples: [
      Example(
        """
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: {name: db, namespace: a}
        spec:
          template:
            metadata: {labels: {app: db}}
            spec: {containers: [{name: db, image: docker.io/library/postgres:18}]}
        ---
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: db, namespace: a}
        spec:
          podSelector: {matchLabels: {app: db}}
          ingress:
          - from:
            - podSelector: {«matchLabels: {app: api}|»}
        """
      ),
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: db, namespace: a, labels: {app: db, app.kubernetes.io/component: database}}
        spec: {containers: [{name: db}]}
        ---
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: deny, namespace: a}
        spec: {podSelector: {}, policyTypes: [Ingress, Egress]}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: db, namespace: a}
        spec:
          type: «ClusterIP|LoadBalancer»
          selector: {app: db}
        """
      ),
      Example(
        """
        apiVersion: postgresql.cnpg.io/v1
        kind: Cluster
        metadata: {name: db, namespace: a}
        ---
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: db, namespace: a}
        spec:
          podSelector: {matchLabels: {cnpg.io/cluster: db}}
          ingress:
          - from:
            - podSelector: {«matchLabels: {app: api}|»}
        """
      ),
    ],
    check: .set(about: .pods) { set, _, report in
      let isolation = NetworkIsolation(set)
      let routed = Set(
        set.objects.flatMap(routeBackends(of:)).map { "\($0.namespace ?? "default")/\($0.name)" }
      )
      for cluster in DatabaseCluster.all(in: set) {
        let own = isolation.policies.filter { policy in
          policy.object.namespace == cluster.object.namespace && policy.holds(.ingress)
            && (policy.selectsAll || policy.podSelector.selects(cluster.labels))
        }
        if own.isEmpty {
          report.flag(
            cluster.object.root,
            "stores data, and no NetworkPolicy says who reaches it",
            of: cluster.object
          )
        }
        for rule in own.flatMap({ $0.rules(.ingress) }) { reportWide(rule, of: cluster.object, &report) }
      }
      for (number, pod) in set.pods.enumerated() where pod.isDataStore {
        let owner = pod.owner
        if !isolation.holds(.ingress, ofPod: number) {
          report.flag(pod.template, "stores data, and no NetworkPolicy says who reaches it", of: owner)
        }
        for policy in isolation.admitting(pod: number) {
          for rule in policy.rules(.ingress) {
            reportWide(rule, of: owner, &report)
          }
        }
        for service in set.ofKind("Service", in: owner.namespace)
        where service.spec["selector"].selectsPlainly(pod.labels) {
          if ["LoadBalancer", "NodePort"].contains(service.spec["type"].text ?? "") {
            report.flag(service.spec["type"], "shows the data of '\(owner.name)' to the outside", of: owner)
          } else if routed.contains("\(owner.namespace ?? "default")/\(service.name)") {
            report.flag(service.root, "leads a route from outside to the data of '\(owner.name)'", of: owner)
          }
        }
      }
    }
  )
}

/// Tells of a rule that lets in more than single workloads.
private func reportWide(_ rule: Field, of owner: APIObject, _ report: inout LintReport) {
  let peers = rule["from"].items
  let wide = peers.isEmpty ? rule : peers.first { $0["podSelector"].isEmpty }
  if let wide { report.flag(wide, "lets many reach the data of '\(owner.name)'", of: owner) }
}
