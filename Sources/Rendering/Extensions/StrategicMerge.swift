internal import Diagnostics
internal import Kubernetes
internal import YAMLSyntax

/// Merges a strategic merge patch into a tree: maps by key, lists of things by their merge key, other lists as a
/// whole; `null` removes, `$patch: delete` and `$patch: replace` do what they say.
///
/// - Parameters:
///   - base: What is there.
///   - patch: What is different.
///   - field: The field that holds both, for the merge key of a list.
/// - Returns: The merged tree; nil where the patch deletes it.
func strategicMerge(_ base: Node?, _ patch: Node, field: String = "") -> Node? {
  switch patch.content {
  case .scalar: return patch.isNull ? nil : patch
  case .sequence(let items):
    guard let key = mergeKey(of: field, in: items + (base?.sequence ?? [])) else { return patch }
    return Node(.sequence(merge(base?.sequence ?? [], items, by: key)), origin: base?.origin ?? patch.origin)
  case .mapping(let mapping):
    switch mapping["$patch"]?.scalar?.text {
    case "delete": return nil
    case "replace": return Node(.mapping(mapping.withoutDirectives), origin: patch.origin)
    default: break
    }
    guard case .mapping(var merged)? = base?.content else {
      let fresh = Node(.mapping(Mapping()), origin: patch.origin)
      return mapping.withoutDirectives.entries.isEmpty ? fresh : strategicMerge(fresh, patch, field: field)
    }
    for entry in mapping.withoutDirectives.entries {
      let index = merged.entries.firstIndex { $0.key == entry.key }
      let value = strategicMerge(index.map { merged.entries[$0].value }, entry.value, field: entry.key)
      switch (index, value) {
      case (let index?, let value?): merged.entries[index].value = value
      case (let index?, nil): merged.entries.remove(at: index)
      case (nil, let value?): merged.entries.append(Mapping.Entry(entry.key, keySpan: entry.keySpan, value))
      case (nil, nil): break
      }
    }
    return Node(.mapping(merged), origin: base?.origin ?? patch.origin)
  }
}

private func merge(_ base: [Node], _ patch: [Node], by key: String) -> [Node] {
  if patch.contains(where: { $0.mapping?["$patch"]?.scalar?.text == "replace" }) {
    return patch.filter { $0.mapping?["$patch"] == nil }
  }
  var merged = base
  for item in patch {
    let identity = item.mapping?[key]?.scalar?.text
    let index = merged.firstIndex { $0.mapping?[key]?.scalar?.text == identity }
    let value = strategicMerge(index.map { merged[$0] }, item)
    switch (index, value) {
    case (let index?, let value?): merged[index] = value
    case (let index?, nil): merged.remove(at: index)
    case (nil, let value?): merged.append(value)
    case (nil, nil): break
    }
  }
  return merged
}

/// The key by which the items of a list are told apart; nil for a list that is replaced as a whole.
///
/// Source: the `patchMergeKey` tags of k8s.io/api (core/v1, apps/v1, batch/v1) for the fields of the kinds that are
/// rendered; `ports` has another key in a container than in a Service.
private func mergeKey(of field: String, in items: [Node]) -> String? {
  switch field {
  case "containers", "initContainers", "ephemeralContainers", "env", "volumes", "imagePullSecrets",
    "resourceClaims", "schedulingGates", "readinessGates":
    return field == "readinessGates" ? "conditionType" : "name"
  case "volumeMounts": return "mountPath"
  case "volumeDevices": return "devicePath"
  case "hostAliases": return "ip"
  case "topologySpreadConstraints": return "topologyKey"
  case "ports": return items.contains { $0.mapping?["containerPort"] != nil } ? "containerPort" : "port"
  default: return nil
  }
}

extension Mapping {
  fileprivate var withoutDirectives: Mapping {
    Mapping(entries.filter { $0.key != "$patch" && $0.key != "$setElementOrder" })
  }
}
