internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of namespaces that do not say whose they are, or hold things of somebody else.
  static let namespaceTenantLabels = LintRule(
    "SPAI3323",
    "namespace-tenant-labels",
    .tenancy,
    .note,
    in: .all,
    rationale:
      "Network policies, quotas, costs and audits go by the namespace: with two tenants in one, none of them is true.",
    remediation:
      "Label the namespace with 'spai.dev/tenant', 'spai.dev/environment' and 'spai.dev/data-class'.",
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Namespace
        metadata:
          name: a
          ↓labels: {spai.dev/tenant: acme, «spai.dev/environment|environment»: production, spai.dev/data-class: public}
        """
      ),
      Example(
        """
        apiVersion: v1
        kind: Namespace
        metadata:
          name: a
          labels: {spai.dev/tenant: acme, spai.dev/environment: production, spai.dev/data-class: public}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: api
          namespace: a
          labels:
            spai.dev/tenant: «acme|other»
        """
      ),
    ],
    check: .set(about: .kinds(["Namespace"])) { set, _, report in
      for namespace in set.ofKind("Namespace", of: "") where !isOfSystem(namespace.name) {
        let labels = namespace.labels
        for key in [Tenancy.tenantLabel, Tenancy.environmentLabel, Tenancy.dataClassLabel]
        where labels[key].isEmpty {
          report.flag(labels[key], "is missing", of: namespace)
        }
      }
      for object in set.objects {
        guard let home = object.namespace.flatMap({ set.object("Namespace", of: "", named: $0, in: nil) })
        else {
          continue
        }
        for key in [Tenancy.tenantLabel, Tenancy.environmentLabel] {
          let own = object.labels[key]
          guard let text = own.written else { continue }
          let theirs = home.labels[key]
          guard let other = theirs.written, text != other else { continue }
          report.flag(
            own,
            "is \(own.shown) in a namespace of \(theirs.shown)",
            of: object,
            beside: (theirs, "its own")
          )
        }
      }
    }
  )
}
