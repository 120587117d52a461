import Diagnostics

/// A Gateway's spec.
func checkGateway(_ spec: Field, reporting findings: inout Findings) {
  let listeners = spec["listeners"].items
  listeners.mustDiffer(by: "name", reporting: &findings)
  listeners.mustDiffer(reporting: &findings) { listener in
    guard let port = listener["port"].integer, let name = listener["protocol"].text else { return nil }
    return ("\(port), \(name), \(listener["hostname"].text ?? "any host")", listener["port"])
  }
  for listener in listeners {
    listener["name"].mustNotBeEmpty(as: .dnsSubdomain, reporting: &findings)
    listener["port"].mustBePortNumber(reporting: &findings)
    listener["hostname"].mustBeHost(reporting: &findings)
    let name = listener["protocol"], tls = listener["tls"]
    let isPlain = ["HTTP", "TCP", "UDP"].contains(name.text ?? "")
    if isPlain {
      tls.mustBeAbsent(because: "the protocol is \(name.shown)", beside: name, reporting: &findings)
    }
    if ["TCP", "UDP"].contains(name.text ?? ""), listener["hostname"].written != nil {
      listener["hostname"].mustBeAbsent(
        because: "the protocol is \(name.shown)",
        beside: name,
        reporting: &findings
      )
    }
    if name.text == "HTTPS", tls["mode"].text == "Passthrough" {
      tls["mode"].refuse(
        .apiCombination,
        "is 'Passthrough' for HTTPS",
        because: "routes need the request in plain",
        help: "Write 'Terminate', or the protocol 'TLS'.",
        beside: name,
        reporting: &findings
      )
    }
    if tls.isPresent, tls["mode"].written ?? "Terminate" == "Terminate", tls["certificateRefs"].isEmpty,
      tls["options"].isEmpty
    {
      tls["certificateRefs"].mustBeGiven(because: "the mode is 'Terminate'", reporting: &findings)
    }
  }
}

/// An HTTPRoute or GRPCRoute.
func checkRoute(_ object: APIObject, reporting findings: inout Findings) {
  let spec = object.root["spec"]
  for host in spec["hostnames"].items { host.mustBeHost(reporting: &findings) }
  for parent in spec["parentRefs"].items {
    parent["port"].mustBePortNumber(reporting: &findings)
    parent["name"].mustNotBeEmpty(reporting: &findings)
  }
  spec["parentRefs"].items.mustDiffer(reporting: &findings) { parent in
    parent["name"].text.map { name in
      let section = parent["sectionName"].text ?? "", port = parent["port"].textOrNumber ?? ""
      let kind = "\(parent["group"].text ?? Group.gateway)/\(parent["kind"].text ?? "Gateway")"
      return ("\(kind), \(parent["namespace"].text ?? ""), \(name), \(section), \(port)", parent["name"])
    }
  }
  for rule in spec["rules"].items {
    for match in rule["matches"].items { checkMatch(match, reporting: &findings) }
    checkFilters(rule["filters"], of: rule, reporting: &findings)
    for backend in rule["backendRefs"].items {
      checkReference(backend, reporting: &findings)
      checkFilters(backend["filters"], of: backend, reporting: &findings)
    }
    checkTimeouts(rule["timeouts"], reporting: &findings)
  }
}

/// A reference to what answers: a Service is reached at a port.
private func checkReference(_ reference: Field, reporting findings: inout Findings) {
  let port = reference["port"]
  reference["name"].mustNotBeEmpty(reporting: &findings)
  port.mustBePortNumber(reporting: &findings)
  reference["weight"].mustLie(in: 0...1_000_000, reporting: &findings)
  let isService = reference["group"].isEmpty && reference["kind"].written ?? "Service" == "Service"
  if isService, !port.isPresent {
    port.mustBeGiven(because: "a Service is reached at a port", reporting: &findings)
  }
}

private func checkMatch(_ match: Field, reporting findings: inout Findings) {
  let path = match["path"], method = match["method"]
  path["type"].mustBe(oneOf: ["Exact", "PathPrefix", "RegularExpression"], reporting: &findings)
  if path["type"].text != "RegularExpression" { path["value"].mustBeRoutePath(reporting: &findings) }
  // A GRPCRoute has a map here.
  method.mustBe(
    oneOf: ["GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH"],
    reporting: &findings
  )
  for key in ["headers", "queryParams"] {
    match[key].items.mustDiffer(by: "name", reporting: &findings)
    for entry in match[key].items {
      entry["type"].mustBe(oneOf: ["Exact", "RegularExpression"], reporting: &findings)
    }
  }
}

// MARK: - Filters

/// What each type of filter is described by.
private let filterKeys = [
  ("RequestHeaderModifier", "requestHeaderModifier"), ("ResponseHeaderModifier", "responseHeaderModifier"),
  ("RequestMirror", "requestMirror"), ("RequestRedirect", "requestRedirect"), ("URLRewrite", "urlRewrite"),
  ("CORS", "cors"), ("ExtensionRef", "extensionRef"),
]

private func checkFilters(_ filters: Field, of owner: Field, reporting findings: inout Findings) {
  let items = filters.items
  for filter in items {
    guard let type = filter["type"].written else { continue }
    for (name, key) in filterKeys {
      if name == type {
        filter[key].mustBeGiven(because: "the filter's type is '\(type)'", reporting: &findings)
      } else {
        filter[key].mustBeAbsent(
          because: "the filter's type is '\(type)'",
          beside: filter["type"],
          reporting: &findings
        )
      }
    }
    checkRewrite(filter, of: owner, reporting: &findings)
  }
  items.mustDiffer(reporting: &findings) { filter in
    let type = filter["type"]
    // The others may be repeated.
    guard let text = type.text, !["RequestMirror", "ExtensionRef"].contains(text) else { return nil }
    return (text, type)
  }
  let redirect = items.first { $0["type"].text == "RequestRedirect" }
  guard let redirect else { return }
  if let rewrite = items.first(where: { $0["type"].text == "URLRewrite" }) {
    rewrite["type"].refuse(
      .apiExclusive,
      "is 'URLRewrite' beside 'RequestRedirect'",
      because: "a request is sent on or sent away",
      help: "Keep one of the two filters.",
      beside: redirect["type"],
      reporting: &findings
    )
  }
  if !owner["backendRefs"].isEmpty {
    owner["backendRefs"].mustBeAbsent(
      because: "a filter sends every request away",
      beside: redirect["type"],
      reporting: &findings
    )
  }
}

private func checkRewrite(_ filter: Field, of owner: Field, reporting findings: inout Findings) {
  filter["requestRedirect"]["port"].mustBePortNumber(reporting: &findings)
  let status = filter["requestRedirect"]["statusCode"]
  if let code = status.integer, ![301, 302, 303, 307, 308].contains(code) {
    status.refuse(
      .apiRange,
      "is \(code), no code of a redirect",
      help: "Write 301 or 302.",
      reporting: &findings
    )
  }
  for key in ["requestRedirect", "urlRewrite"] {
    let path = filter[key]["path"]
    guard let type = path["type"].text else { continue }
    for (name, value) in [
      ("ReplaceFullPath", "replaceFullPath"), ("ReplacePrefixMatch", "replacePrefixMatch"),
    ] {
      if name == type {
        // Replacing by nothing is fine.
        guard !path[value].isPresent else { continue }
        path[value].mustBeGiven(because: "the type is '\(type)'", reporting: &findings)
      } else {
        path[value].mustBeAbsent(because: "the type is '\(type)'", beside: path["type"], reporting: &findings)
      }
    }
    let matches = owner["matches"].items
    let isOnePrefix = matches.count == 1 && matches[0]["path"]["type"].written ?? "PathPrefix" == "PathPrefix"
    guard type == "ReplacePrefixMatch", !matches.isEmpty, !isOnePrefix else { continue }
    path["type"].refuse(
      .apiCombination,
      "is 'ReplacePrefixMatch' where no single prefix matches",
      because: "the rule has \(matches.count) matches",
      help: "Match exactly one 'PathPrefix' in this rule.",
      reporting: &findings
    )
  }
}
