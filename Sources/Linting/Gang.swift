internal import Kubernetes
package import Validation

/// Pods of one Job that wait for each other before they begin.
package struct Gang: Sendable {
  /// How many members the pods are told of; nil where the number is not written as one.
  package let size: Int?
  /// The variable that says it.
  package let field: Field
  /// The accelerators of each pod: a member may be a pod, or one of these.
  package let devices: Int
}

extension JobSpec {
  /// The gang that the pods are, by the variables that members find each other with.
  package var gang: Gang? {
    for container in pod["containers"].items {
      let variables = container["env"].items
      let size = variables.first { $0["name"].text == "WORLD_SIZE" }
      guard size != nil || variables.contains(where: { $0["name"].text == "MASTER_ADDR" }) else { continue }
      let value = size?["value"] ?? container["env"]
      return Gang(size: value.textOrNumber.flatMap { Int($0) }, field: value, devices: deviceCount)
    }
    return nil
  }

  /// The accelerators of one pod.
  package var deviceCount: Int {
    let accelerators = Pod(object, field["template"]).containers.flatMap { $0.accelerators(.limits) }
    return accelerators.reduce(0) { $0 + min($1.amount, Quantity(1_000_000)).wholeUnits }
  }
}

extension Pod {
  /// What lets the pod run on a node that may be taken away, in the words of the clouds and of Karpenter.
  package var spot: Field? {
    let selector = spec["nodeSelector"]
    for entry in selector.entries where isSpot(entry.key, entry.value.text ?? "") { return entry.value }
    return spec["tolerations"].items.first { isSpot($0["key"].text ?? "", $0["value"].text ?? "") }
      .map { $0["key"] }
  }

  /// Whether something that the pod writes outlasts it: a claim that it may write, or a place of checkpoints that it
  /// is told of.
  package var keepsProgress: Bool {
    let keepsClaim = volumes.contains { volume in
      volume["persistentVolumeClaim"].isPresent && !volume["persistentVolumeClaim"]["readOnly"].isTrue
        && mounts(of: volume).contains { !$0.mount["readOnly"].isTrue }
    }
    return keepsClaim
      || containers.contains { container in
        let words =
          container["args"].items + container["command"].items + container["env"].items.map { $0["name"] }
        return words.contains { $0.text?.lowercased().contains("checkpoint") ?? false }
      }
  }
}

/// Whether a label or a taint is that of nodes which may be taken away.
private func isSpot(_ key: String, _ value: String) -> Bool {
  let key = key.lowercased(), value = value.lowercased()
  let names = ["spot", "preemptible"]
  return names.contains { value == $0 || key.hasSuffix("/\($0)") || key.hasSuffix("-\($0)") }
    && value != "false"
}
