internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of load balancers of AWS without a certificate.
  static let serviceLBEncryption = LintRule(
    "SPAI2412",
    "service-lb-encryption",
    .networking,
    .note,
    in: .all,
    rationale:
      "A load balancer without a certificate passes on what it gets: without TLS in the pods, in clear text.",
    remediation:
      "Name a certificate in the annotation 'service.beta.kubernetes.io/aws-load-balancer-ssl-cert'.",
    aliases: [
      .kyverno: ["require-encryption-aws-loadbalancers"]
    ],
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Service
        metadata:
          name: api
          ↓annotations:
            service.beta.kubernetes.io/aws-load-balancer-type: nlb
            «service.beta.kubernetes.io/aws-load-balancer-ssl-cert: "arn:aws:acm:eu-west-1:1:certificate/1"|other: x»
        spec:
          type: LoadBalancer
        """
      )
    ],
    check: .object(["Service"]) { service, _, report in
      let annotations = service.metadata["annotations"]
      let prefix = "service.beta.kubernetes.io/aws-load-balancer-"
      guard service.spec["type"].text == "LoadBalancer",
        annotations.keys.contains(where: { $0.text.hasPrefix(prefix) }),
        annotations["\(prefix)ssl-cert"].isEmpty
      else { return }
      report.flag(annotations, "has no certificate for the load balancer", of: service)
    }
  )
}
