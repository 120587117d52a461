internal import Validation

/// Each object that has the name of one before it, and that one.
func repeated(_ set: ObjectSet) -> [(object: APIObject, first: APIObject)] {
  var seen: [ObjectKey: APIObject] = [:]
  seen.reserveCapacity(set.objects.count)
  var result: [(object: APIObject, first: APIObject)] = []
  for (object, key) in zip(set.objects, set.keys) {
    // What has no name of its own is no object of a cluster, or gets its name there.
    guard !key.name.isEmpty, !key.kind.isEmpty else { continue }
    if let first = seen[key] { result.append((object, first)) } else { seen[key] = object }
  }
  return result
}
