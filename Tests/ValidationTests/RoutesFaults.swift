import Testing

extension Faults {
  /// The Gateway API.
  static let routes: [Fault] = [
    Fault(
      route("backendRefs: [{↓name: a«, port: 80|»}]"),
      "'spec.rules[0].backendRefs[0].port' of HTTPRoute 'web' is missing"
    ),
    Fault(
      route("backendRefs: [{name: a, port: «80|0»}]"),
      "'spec.rules[0].backendRefs[0].port' of HTTPRoute 'web' is 0, not a port from 1 to 65535"
    ),
    Fault(
      route("backendRefs: [{name: a, port: 80, weight: «1|-1»}]"),
      "'spec.rules[0].backendRefs[0].weight' of HTTPRoute 'web' is -1, not between 0 and 1000000"
    ),
    Fault(
      route("matches: [{path: {value: «/a|a»}}]"),
      "'spec.rules[0].matches[0].path.value' of HTTPRoute 'web' is 'a', which does not start with '/'"
    ),
    Fault(
      route("matches: [{path: {type: «Exact|Prefix», value: /a}}]"),
      "'spec.rules[0].matches[0].path.type' of HTTPRoute 'web' is 'Prefix', not one of Exact, PathPrefix, RegularExpression"
    ),
    Fault(
      route("matches: [{path: {type: PathPrefix, value: «/a|/a/../b»}}]"),
      "'spec.rules[0].matches[0].path.value' of HTTPRoute 'web' is '/a/../b', which has '/../' in it"
    ),
    Fault(
      route("matches: [{method: «GET|Get»}]"),
      "'spec.rules[0].matches[0].method' of HTTPRoute 'web' is 'Get', not one of GET, HEAD, POST, PUT, DELETE, CONNECT, OPTIONS, TRACE, PATCH"
    ),
    Fault(
      route("matches: [{headers: [{name: a, value: b}, {name: «b|a», value: b}]}]"),
      "'spec.rules[0].matches[0].headers[1].name' of HTTPRoute 'web' repeats 'a' of 'spec.rules[0].matches[0].headers[0].name'"
    ),
    Fault(
      route("filters: [{type: URLRewrite, urlRewrite: {hostname: a}«|, requestMirror: {}»}]"),
      "'spec.rules[0].filters[0].requestMirror' of HTTPRoute 'web' is not allowed here: the filter's type is 'URLRewrite'"
    ),
    Fault(
      route("filters: [{↓type: RequestRedirect«, requestRedirect: {scheme: https}|»}]"),
      "'spec.rules[0].filters[0].requestRedirect' of HTTPRoute 'web' is missing"
    ),
    Fault(
      route(
        "filters: [{type: RequestRedirect, requestRedirect: {scheme: https}}]\n«timeouts: {request: 1s}|backendRefs: [{name: a, port: 80}]»"
      ),
      "'spec.rules[0].backendRefs' of HTTPRoute 'web' is not allowed here: a filter sends every request away"
    ),
    Fault(
      route(
        "filters: [{type: RequestRedirect, requestRedirect: {scheme: https}}«|, {type: URLRewrite, urlRewrite: {hostname: a}}»]"
      ),
      "'spec.rules[0].filters[1].type' of HTTPRoute 'web' is 'URLRewrite' beside 'RequestRedirect'"
    ),
    Fault(
      route(
        "filters: [{type: URLRewrite, urlRewrite: {hostname: a}}«|, {type: URLRewrite, urlRewrite: {hostname: b}}»]"
      ),
      "'spec.rules[0].filters[1].type' of HTTPRoute 'web' repeats 'URLRewrite' of 'spec.rules[0].filters[0].type'"
    ),
    Fault(
      route("filters: [{type: RequestRedirect, requestRedirect: {statusCode: «301|200»}}]"),
      "'spec.rules[0].filters[0].requestRedirect.statusCode' of HTTPRoute 'web' is 200, no code of a redirect"
    ),
    Fault(
      route(
        "matches: [{path: {type: «PathPrefix|Exact», value: /a}}]\nfilters: [{type: URLRewrite, urlRewrite: {path: {↓type: ReplacePrefixMatch, replacePrefixMatch: /b}}}]"
      ),
      "'spec.rules[0].filters[0].urlRewrite.path.type' of HTTPRoute 'web' is 'ReplacePrefixMatch' where no single prefix matches"
    ),
    Fault(
      route("timeouts: {request: «10s|'10'»}"),
      "'spec.rules[0].timeouts.request' of HTTPRoute 'web' is '10', not a duration"
    ),
    Fault(
      route("timeouts: {request: 1s, backendRequest: «500ms|2s»}"),
      "'spec.rules[0].timeouts.backendRequest' of HTTPRoute 'web' is '2s', more than 'request', '1s'"
    ),
    Fault(
      object("gateway.networking.k8s.io/v1", "HTTPRoute", "spec: {hostnames: [«'*.a.b'|192.0.2.1»]}"),
      "'spec.hostnames[0]' of HTTPRoute 'web' is '192.0.2.1', an IP address"
    ),
    Fault(
      object("gateway.networking.k8s.io/v1", "HTTPRoute", "spec: {hostnames: [«a.b|A.b»]}"),
      "'spec.hostnames[0]' of HTTPRoute 'web' is 'A.b', which has a part 'A' that has upper-case letters"
    ),
    Fault(
      object(
        "gateway.networking.k8s.io/v1",
        "HTTPRoute",
        "spec: {parentRefs: [{name: a, sectionName: b}, {name: a, sectionName: «c|b»}]}"
      ).replacing("}, {name", with: "}, {↓name"),
      "'spec.parentRefs[1].name' of HTTPRoute 'web' repeats 'a' of 'spec.parentRefs[0].name'"
    ),
    Fault(
      object(
        "gateway.networking.k8s.io/v1",
        "Gateway",
        "spec: {gatewayClassName: a, listeners: [{name: a, port: «80|0», protocol: HTTP}]}"
      ),
      "'spec.listeners[0].port' of Gateway 'web' is 0, not a port from 1 to 65535"
    ),
    Fault(
      object(
        "gateway.networking.k8s.io/v1",
        "Gateway",
        "spec: {gatewayClassName: a, listeners: [{name: a, port: 80, protocol: HTTP}, {name: «b|a», port: 81, protocol: HTTP}]}"
      ),
      "'spec.listeners[1].name' of Gateway 'web' repeats 'a' of 'spec.listeners[0].name'"
    ),
    Fault(
      object(
        "gateway.networking.k8s.io/v1",
        "Gateway",
        "spec: {gatewayClassName: a, listeners: [{name: a, port: 80, protocol: HTTP}, {name: b, port: «81|80», protocol: HTTP}]}"
      ),
      "'spec.listeners[1].port' of Gateway 'web' repeats 80 of 'spec.listeners[0].port'"
    ),
    Fault(
      object(
        "gateway.networking.k8s.io/v1",
        "Gateway",
        "spec: {gatewayClassName: a, listeners: [{name: a, port: 80, protocol: «HTTPS|HTTP», ↓tls: {certificateRefs: [{name: b}]}}]}"
      ),
      "'spec.listeners[0].tls' of Gateway 'web' is not allowed here: the protocol is 'HTTP'"
    ),
    Fault(
      object(
        "gateway.networking.k8s.io/v1",
        "Gateway",
        "spec: {gatewayClassName: a, listeners: [{name: a, port: 80, protocol: HTTPS, ↓tls: {«certificateRefs: [{name: b}]|mode: Terminate»}}]}"
      ),
      "'spec.listeners[0].tls.certificateRefs' of Gateway 'web' is missing"
    ),
  ]
}

private func route(_ lines: String) -> String {
  let rule = lines.split(separator: "\n").enumerated().map { ($0 == 0 ? "  - " : "    ") + $1 }
  return object(
    "gateway.networking.k8s.io/v1",
    "HTTPRoute",
    "spec:\n  rules:\n" + rule.joined(separator: "\n")
  )
}
