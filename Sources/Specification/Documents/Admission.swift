/// How the clusters hold whatever is applied to tenants' namespaces to the rules that the compiler keeps.
package struct Admission: SpecObject {
  package let action: Spanned<AdmissionAction>
  package let environments: Keyed<Spanned<AdmissionAction>>

  package static let shape = Shape(
    "admission",
    "How the clusters hold whatever is applied to tenants' namespaces to the rules that the compiler keeps.",
    .defaulted("action", "What becomes of a request that breaks a rule.", to: "audit", Spanned(.audit)),
    .map("environments", "The action of single environments.", keys: .name),
    make: Admission.init
  )

  package func action(in environment: String) -> Spanned<AdmissionAction> {
    environments[environment] ?? action
  }
}

/// What becomes of a request that breaks a rule; each is in the audit log too.
package enum AdmissionAction: String, SpecEnumeration {
  case audit
  case warn
  case deny
}
