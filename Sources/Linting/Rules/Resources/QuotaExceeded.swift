internal import Diagnostics
internal import Kubernetes
internal import Validation

extension LintRule {
  /// Refuses namespaces whose workloads do not fit into their quota.
  static let quotaExceeded = LintRule(
    "SPAI2210",
    "quota-exceeded",
    .resources,
    .error,
    rationale:
      "Pods beyond the quota are refused; which of the workloads goes without some is a matter of chance.",
    remediation: "Raise the quota, or lower the requests or the replicas.",
    examples: [
      Example(
        """
        apiVersion: v1
        kind: ResourceQuota
        metadata: {name: tenant, namespace: a}
        spec:
          hard:
            requests.cpu: «"4"|3800m»
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api, namespace: a}
        spec:
          replicas: 3
          template:
            spec:
              initContainers:
              - {name: proxy, restartPolicy: Always, resources: {requests: {cpu: 100m}}}
              containers:
              - {name: api, resources: {requests: {cpu: 1200m}}}
        """
      ),
      Example(
        """
        apiVersion: v1
        kind: ResourceQuota
        metadata: {name: tenant, namespace: a}
        spec: {hard: {↓limits.memory: 5Gi}}
        ---
        apiVersion: v1
        kind: LimitRange
        metadata: {name: tenant, namespace: a}
        spec: {limits: [{type: Container, default: {memory: «1Gi|2Gi»}}]}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api, namespace: a}
        spec: {replicas: 3, template: {spec: {containers: [{name: api}]}}}
        """
      ),
    ],
    check: .set(about: .kinds(["ResourceQuota"])) { objects, _, report in
      for use in objects.quotaUses where use.steady > use.granted {
        let fault =
          "is \(use.granted.text), and the workloads need \(use.steady.canonical) at their least replicas"
        report.flag(use.hard, fault, of: use.quota)
      }
    }
  )
}
