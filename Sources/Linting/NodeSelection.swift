internal import Validation

/// Whether a pod can only run on nodes that have one of some values for a label.
func isHeld(_ pod: Pod, toNodesWith key: String, among values: Set<String>) -> Bool {
  if let value = pod.spec["nodeSelector"][key].text { return values.contains(value) }
  let required = pod.spec["affinity"]["nodeAffinity"]["requiredDuringSchedulingIgnoredDuringExecution"]
  let terms = required["nodeSelectorTerms"].items
  // Any of the terms is enough for the scheduler, so that each of them has to hold the pod.
  return !terms.isEmpty
    && terms.allSatisfy { term in
      term["matchExpressions"].items.contains { expression in
        let wanted = expression["values"].items.compactMap(\.text)
        return expression["key"].text == key && expression["operator"].text == "In" && !wanted.isEmpty
          && wanted.allSatisfy(values.contains)
      }
    }
}

/// The classes of data that a pod is labelled with; its label joins them by dots.
func dataClasses(of pod: Pod) -> (field: Field, names: [String]) {
  let own = pod.template["metadata"]["labels"][Tenancy.dataClassLabel]
  let field = own.isPresent ? own : pod.owner.labels[Tenancy.dataClassLabel]
  return (field, (field.written ?? "").split(separator: ".").map(String.init))
}
