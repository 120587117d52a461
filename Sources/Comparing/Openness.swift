internal import YAMLSyntax

/// Why deleting a policy leaves pods open; nil where another policy closes them, or they go as well.
func opennessLeft(by policy: ReviewedObject, to neighbours: [ReviewedObject]) -> String? {
  guard policy.groupKind == "networking.k8s.io/NetworkPolicy" else { return nil }
  let near = neighbours.filter { $0.namespace == policy.namespace }
  let selector = policy.selector
  let leavesPods = near.contains { object in
    guard let template = podTemplatePath(of: object.groupKind),
      let labels = object.tree.at(template + ["metadata", "labels"])
    else { return false }
    return selector.allSatisfy { labels.text($0.key) == $0.value }
  }
  guard leavesPods else { return nil }
  let stillClosed = near.filter { other in
    other.groupKind == policy.groupKind
      && other.selector.allSatisfy { key, value in selector.contains { $0.key == key && $0.value == value } }
  }.flatMap(\.directions)
  let opened = policy.directions.filter { !stillClosed.contains($0) }
  return opened.isEmpty ? nil : "no other policy closes the pods to \(opened.joined(separator: " and "))"
}

extension ReviewedObject {
  /// The labels that a policy selects pods by; a selector with expressions is taken for one that selects nothing else.
  fileprivate var selector: [(key: String, value: String)] {
    let labels = tree.at(["spec", "podSelector", "matchLabels"])?.mapping?.entries ?? []
    let expressions =
      tree.at(["spec", "podSelector", "matchExpressions"]).map { [("", inlineText($0))] } ?? []
    return labels.map { ($0.key, $0.value.scalar?.text ?? "") } + expressions
  }

  /// The directions that a policy closes: what it names, or ingress, and egress where it has rules for it.
  fileprivate var directions: [String] {
    if let types = tree.at(["spec", "policyTypes"])?.sequence {
      return types.compactMap { $0.scalar?.text.lowercased() }
    }
    return tree.at(["spec", "egress"]) == nil ? ["ingress"] : ["ingress", "egress"]
  }
}

extension [ReviewedObject] {
  /// Whether something is left in the namespace of an object.
  func hasNamespace(of object: ReviewedObject) -> Bool {
    contains { $0.namespace == object.namespace && object.namespace != nil }
  }
}
