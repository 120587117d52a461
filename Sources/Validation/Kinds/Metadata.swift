import Diagnostics
import Kubernetes

/// The metadata that every object has.
func checkMetadata(of object: APIObject, reporting findings: inout Findings) {
  guard !groupsWithoutNames.contains(object.group) else { return }
  let metadata = object.root["metadata"]
  checkName(of: object, metadata, reporting: &findings)
  metadata["namespace"].mustBeName(.dnsLabel, reporting: &findings)
  checkLabels(of: metadata, reporting: &findings)
  metadata["generation"].mustBeAtLeast(0, reporting: &findings)
  for finalizer in metadata["finalizers"].items {
    finalizer.mustBeName(.qualified, reporting: &findings)
  }
  let owners = metadata["ownerReferences"].items
  for owner in owners {
    for key in ["apiVersion", "kind", "name", "uid"] { owner[key].mustNotBeEmpty(reporting: &findings) }
  }
  let controllers = owners.filter { $0["controller"].isTrue }
  controllers.mustDiffer(reporting: &findings) { ("true", $0["controller"]) }
}

/// The labels and annotations of an object or of a template.
func checkLabels(of metadata: Field, reporting findings: inout Findings) {
  metadata["labels"].mustBeLabels(reporting: &findings)
  metadata["annotations"].mustBeAnnotations(reporting: &findings)
}

private func checkName(of object: APIObject, _ metadata: Field, reporting findings: inout Findings) {
  let name = metadata["name"], prefix = metadata["generateName"]
  let syntax = nameSyntax(of: object)
  guard name.isEmpty else {
    name.mustBeName(syntax, reporting: &findings)
    return checkNameLength(of: object, name, reporting: &findings)
  }
  guard let written = prefix.written else {
    return name.mustBeGiven(because: "every object has a name", reporting: &findings)
  }
  // The server appends letters and digits, so that a final '-' is fine.
  guard let problem = syntax.problem(written.utf8.last == UInt8(ascii: "-") ? written + "a" : written) else {
    return
  }
  prefix.refuse(
    .apiName,
    "is \(prefix.shown), which \(problem)",
    because: "must begin \(syntax.title)",
    help: syntax.help,
    reporting: &findings
  )
}

private func nameSyntax(of object: APIObject) -> NameSyntax {
  switch (object.group, object.kind) {
  case ("", "Service"): .serviceName
  // The name of a StatefulSet becomes the host name of its pods.
  case ("", "Namespace"), ("apps", "StatefulSet"): .dnsLabel
  case (Group.rbac, _), ("policy", "PodDisruptionBudget"), ("", "Event"), ("events.k8s.io", "Event"),
    ("certificates.k8s.io", "CertificateSigningRequest"), ("apiregistration.k8s.io", "APIService"):
    .pathSegment
  default: .dnsSubdomain
  }
}

/// Some names get longer: they must leave room for what is appended.
private func checkNameLength(of object: APIObject, _ name: Field, reporting findings: inout Findings) {
  guard let text = name.written else { return }
  switch (object.group, object.kind) {
  case ("batch", "CronJob") where text.utf8.count > 52:
    name.refuse(
      .apiName,
      "is \(text.utf8.count) characters long, more than 52",
      because: "its Jobs get eleven more",
      help: "Shorten it to 52 characters.",
      reporting: &findings
    )
  case ("batch", "Job") where text.utf8.count > 63:
    name.refuse(
      .apiName,
      "is \(text.utf8.count) characters long, more than 63",
      because: "becomes the value of a label of its pods",
      help: "Shorten it to 63 characters.",
      reporting: &findings
    )
  case ("batch", "Job"):
    let spec = object.root["spec"]
    guard spec["completionMode"].text == "Indexed", let completions = spec["completions"].integer,
      completions > 0, let problem = dnsLabelProblem("\(text)-\(completions - 1)")
    else { return }
    name.refuse(
      .apiName,
      "gives the host name '\(text)-\(completions - 1)', which \(problem)",
      because: "pods of an indexed Job are called after it",
      help: "Write a shorter DNS label.",
      beside: spec["completions"],
      reporting: &findings
    )
  default: break
  }
}

/// Reviews are questions to the server and kustomizations never reach it: neither has a name.
private let groupsWithoutNames: Set = [
  "authentication.k8s.io", "authorization.k8s.io", "kustomize.config.k8s.io",
]
