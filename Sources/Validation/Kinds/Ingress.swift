import Diagnostics
import Kubernetes

/// An Ingress.
func checkIngress(_ root: Field, reporting findings: inout Findings) {
  let spec = root["spec"], fallback = spec["defaultBackend"], ingressClass = spec["ingressClassName"]
  if spec["rules"].isEmpty, !fallback.isPresent {
    spec.refuse(
      .apiRequired,
      "has neither 'rules' nor a 'defaultBackend'",
      help: "Write at least one of the two.",
      reporting: &findings
    )
  }
  checkBackend(fallback, reporting: &findings)
  for rule in spec["rules"].items {
    rule["host"].mustBeHost(reporting: &findings)
    guard rule["http"].isPresent else { continue }
    rule["http"]["paths"].mustHave(1...Int.max, called: "paths", reporting: &findings)
    for path in rule["http"]["paths"].items { checkPath(path, reporting: &findings) }
  }
  for entry in spec["tls"].items {
    for host in entry["hosts"].items { host.mustBeName(.wildcardSubdomain, reporting: &findings) }
    entry["secretName"].mustNameObject(reporting: &findings)
  }
  ingressClass.mustNameObject(reporting: &findings)
  let annotation = root["metadata"]["annotations"]["kubernetes.io/ingress.class"]
  if ingressClass.written != nil {
    annotation.mustBeAbsent(
      because: "'spec.ingressClassName' says it already",
      beside: ingressClass,
      reporting: &findings
    )
  }
}

private func checkPath(_ path: Field, reporting findings: inout Findings) {
  let type = path["pathType"]
  type.mustBe(oneOf: ["Exact", "Prefix", "ImplementationSpecific"], reporting: &findings)
  switch type.text {
  case "Exact", "Prefix":
    path["path"].mustBeGiven(because: "the type of path is \(type.shown)", reporting: &findings)
    path["path"].mustBeRoutePath(reporting: &findings)
  default:
    path["path"].mustBeAbsolute(reporting: &findings)
  }
  path["backend"].mustNotBeEmpty(reporting: &findings)
  checkBackend(path["backend"], reporting: &findings)
}

private func checkBackend(_ backend: Field, reporting findings: inout Findings) {
  guard !backend.isEmpty else { return }
  backend.mustHoldExactlyOne(of: ["service", "resource"], as: "target", reporting: &findings)
  let service = backend["service"], port = service["port"]
  if service.isPresent {
    service["name"].mustNotBeEmpty(as: .serviceName, reporting: &findings)
    if port.isPresent {
      port.mustHoldExactlyOne(of: ["name", "number"], as: "name and no number", reporting: &findings)
    } else {
      port.mustBeGiven(reporting: &findings)
    }
    port["number"].mustBePortNumber(reporting: &findings)
    port["name"].mustBePortName(reporting: &findings)
  }
  if backend["resource"].isPresent {
    for key in ["kind", "name"] {
      backend["resource"][key].mustNotBeEmpty(as: .pathSegment, reporting: &findings)
    }
  }
}

/// An IngressClass's spec.
func checkIngressClass(_ spec: Field, reporting findings: inout Findings) {
  let controller = spec["controller"], parameters = spec["parameters"]
  controller.mustBeGiven(as: .domainPath, reporting: &findings)
  if let text = controller.written, text.utf8.count > 250 {
    controller.refuse(
      .apiSize,
      "is longer than 250 characters",
      help: "Shorten it to 250 characters.",
      reporting: &findings
    )
  }
  guard parameters.isPresent else { return }
  for key in ["kind", "name"] { parameters[key].mustNotBeEmpty(as: .pathSegment, reporting: &findings) }
  let scope = parameters["scope"], namespace = parameters["namespace"]
  scope.mustBe(oneOf: ["Cluster", "Namespace"], reporting: &findings)
  if scope.text == "Namespace" {
    namespace.mustBeGiven(because: "the scope is 'Namespace'", reporting: &findings)
  } else {
    namespace.mustBeAbsent(because: "the scope is not 'Namespace'", beside: scope, reporting: &findings)
  }
}
