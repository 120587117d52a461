import Diagnostics
import Kubernetes

/// The environment of a container.
func checkEnvironment(of container: Field, in spec: Field, reporting findings: inout Findings) {
  for variable in container["env"].items {
    variable["name"].mustNotBeEmpty(as: .variable, reporting: &findings)
    let source = variable["valueFrom"]
    guard source.isPresent else { continue }
    if variable["value"].written != nil {
      variable.mustHoldAtMostOne(of: ["value", "valueFrom"], reporting: &findings)
    }
    checkSource(source, reporting: &findings)
  }
  for source in container["envFrom"].items {
    source["prefix"].mustBeName(.variable, reporting: &findings)
    source.mustHoldExactlyOne(of: ["configMapRef", "secretRef"], as: "source", reporting: &findings)
    for key in ["configMapRef", "secretRef"] where source[key].isPresent {
      source[key]["name"].mustBeGiven(as: .dnsSubdomain, reporting: &findings)
    }
  }
}

private func checkSource(_ source: Field, reporting findings: inout Findings) {
  source.mustHoldExactlyOne(
    of: ["fieldRef", "resourceFieldRef", "configMapKeyRef", "secretKeyRef", "fileKeyRef"],
    as: "source",
    reporting: &findings
  )
  for key in ["configMapKeyRef", "secretKeyRef"] where source[key].isPresent {
    source[key]["name"].mustBeGiven(as: .dnsSubdomain, reporting: &findings)
    source[key]["key"].mustNotBeEmpty(as: .fileKey, reporting: &findings)
  }
  checkFieldReference(
    source["fieldRef"],
    to: [
      "metadata.name", "metadata.namespace", "metadata.uid", "spec.nodeName", "spec.serviceAccountName",
      "status.hostIP", "status.hostIPs", "status.podIP", "status.podIPs",
    ],
    reporting: &findings
  )
  checkResourceReference(source["resourceFieldRef"], reporting: &findings)
}

/// A reference to a field of the pod itself: one of a few, or one label or annotation.
func checkFieldReference(_ reference: Field, to paths: [String], reporting findings: inout Findings) {
  guard reference.isPresent else { return }
  let path = reference["fieldPath"]
  path.mustNotBeEmpty(reporting: &findings)
  for map in ["metadata.labels", "metadata.annotations"] {
    guard let text = path.written, text.hasPrefix(map + "['"), text.hasSuffix("']") else { continue }
    let key = String(text.dropFirst(map.utf8.count + 2).dropLast(2))
    guard let problem = labelKeyProblem(key) else { return }
    return path.refuse(
      .apiReference,
      "names the key '\(key)', which \(problem)",
      help: "Write a key such as \(map)['example.com/tier'].",
      reporting: &findings
    )
  }
  guard let text = path.written, !paths.contains(text) else { return }
  path.refuse(
    .apiReference,
    "is \(path.shown), which no pod tells",
    because: "must be one of \(paths.joined(separator: ", ")), or one label or annotation",
    help: didYouMean(text, among: paths) ?? "Write a field such as 'metadata.name'.",
    reporting: &findings
  )
}

/// A reference to a request or limit of a container.
func checkResourceReference(_ reference: Field, reporting findings: inout Findings) {
  guard reference.isPresent else { return }
  let resource = reference["resource"], divisor = reference["divisor"]
  resource.mustNotBeEmpty(reporting: &findings)
  divisor.mustBeQuantity(reporting: &findings)
  guard let text = resource.written else { return }
  let parts = text.split(separator: ".", maxSplits: 1)
  guard parts.count == 2, parts[0] == "limits" || parts[0] == "requests",
    ResourceName(text: String(parts[1])).isNative
  else {
    return resource.refuse(
      .apiReference,
      "is \(resource.shown), no resource of a container",
      help: "Write a resource such as 'limits.cpu' or 'requests.memory'.",
      reporting: &findings
    )
  }
  guard let unit = divisor.quantity, !unit.isZero else { return }
  let isKnown =
    parts[1] == "cpu"
    ? ["1", "1m"].contains(unit.canonical)
    : ["1", "1k", "1M", "1G", "1T", "1P", "1E", "1Ki", "1Mi", "1Gi", "1Ti", "1Pi", "1Ei"].contains(
      unit.canonical
    )
  guard !isKnown else { return }
  divisor.refuse(
    .apiQuantity,
    "is \(divisor.shown), no unit of '\(parts[1])'",
    help: parts[1] == "cpu" ? "Write 1 or 1m." : "Write 1, or 1 and a unit such as 1Mi.",
    reporting: &findings
  )
}
