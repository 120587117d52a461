internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of Ingresses for a controller that does not exist.
  static let ingressClass = LintRule(
    "SPAI3408",
    "ingress-class",
    .ingress,
    .warning,
    rationale: "No controller takes an Ingress of an unknown class: it has no address, and nobody says why.",
    remediation: "Correct the name, or list the class among what the platform provides.",
    aliases: [
      .kyverno: ["restrict-ingress-classes"]
    ],
    examples: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: api, namespace: a}
        spec:
          ingressClassName: «public|pubilc»
        ---
        apiVersion: networking.k8s.io/v1
        kind: IngressClass
        metadata: {name: public}
        """
      )
    ],
    check: .set(about: .referring(.ingressClass)) { _, context, report in
      report.flagMissing(.ingressClass, in: context)
    }
  )
}
