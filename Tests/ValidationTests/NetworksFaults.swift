import Testing

extension Faults {
  /// Services and what leads to them.
  static let networks: [Fault] = [
    Fault(
      service("ports: [«{port: 80}|»]"),
      "'spec.ports' of Service 'web' is empty"
    ),
    Fault(
      service("ports: [{port: «80|0»}]"),
      "'spec.ports[0].port' of Service 'web' is 0, not a port from 1 to 65535"
    ),
    Fault(
      service("ports: [{port: 80, name: a}, {port: 81«, name: b|»}]").replacing(
        "{port: 81",
        with: "{↓port: 81"
      ),
      "'spec.ports[1].name' of Service 'web' is missing"
    ),
    Fault(
      service("ports: [{port: 80, name: a}, {port: 81, name: «b|a»}]"),
      "'spec.ports[1].name' of Service 'web' repeats 'a' of 'spec.ports[0].name'"
    ),
    Fault(
      service("ports: [{port: 80, name: a}, {port: «81|80», name: b}]"),
      "'spec.ports[1].port' of Service 'web' repeats 80 of 'spec.ports[0].port'"
    ),
    Fault(
      service("ports: [{port: 80, name: «http|http_a»}]"),
      "'spec.ports[0].name' of Service 'web' is 'http_a', which has characters other than a-z, 0-9 and '-'"
    ),
    Fault(
      service("ports: [{port: 80, targetPort: «http|'1'»}]"),
      "'spec.ports[0].targetPort' of Service 'web' is '1', which has no letter"
    ),
    Fault(
      service("ports: [{port: 80, protocol: «SCTP|tcp»}]"),
      "'spec.ports[0].protocol' of Service 'web' is 'tcp', not one of TCP, UDP, SCTP"
    ),
    Fault(
      service("type: «NodePort|ClusterIP»\nports: [{port: 80, ↓nodePort: 30000}]"),
      "'spec.ports[0].nodePort' of Service 'web' is not allowed here: the type is 'ClusterIP'"
    ),
    Fault(
      service("type: NodePort\nports: [{port: 80, nodePort: «30080|80»}]"),
      "'spec.ports[0].nodePort' of Service 'web' is 80, not between 30000 and 32767"
    ),
    Fault(
      service("type: «NodePort|Public»\nports: [{port: 80}]"),
      "'spec.type' of Service 'web' is 'Public', not one of ClusterIP, NodePort, LoadBalancer, ExternalName"
    ),
    Fault(
      service("type: «ClusterIP|NodePort»\n↓clusterIP: None\nports: [{port: 80}]"),
      "'spec.clusterIP' of Service 'web' is 'None' in a Service of type 'NodePort'"
    ),
    Fault(
      service("clusterIP: «10.0.0.1|10.0.0»\nports: [{port: 80}]"),
      "'spec.clusterIP' of Service 'web' is '10.0.0', not an IP address"
    ),
    Fault(
      service("clusterIP: 10.0.0.1\nclusterIPs: [«10.0.0.1|10.0.0.2»]\nports: [{port: 80}]"),
      "'spec.clusterIPs[0]' of Service 'web' is not the same as 'clusterIP'"
    ),
    Fault(
      service("type: ExternalName\n«externalName: a.example.com.|sessionAffinity: None»").replacing(
        "spec:",
        with: "↓spec:"
      ),
      "'spec.externalName' of Service 'web' is missing"
    ),
    Fault(
      service("type: ExternalName\nexternalName: «a.example.com|a_b»"),
      "'spec.externalName' of Service 'web' is 'a_b', which has characters other than a-z, 0-9 and '-'"
    ),
    Fault(
      service("type: ExternalName\nexternalName: a\n«sessionAffinity: None|clusterIP: 10.0.0.1»"),
      "'spec.clusterIP' of Service 'web' is not allowed here: the type is 'ExternalName'"
    ),
    Fault(
      service("loadBalancerSourceRanges: [10.0.0.0/8]\ntype: «LoadBalancer|ClusterIP»\nports: [{port: 80}]")
        .replacing("loadBalancerS", with: "↓loadBalancerS"),
      "'spec.loadBalancerSourceRanges' of Service 'web' is not allowed here: the type is 'ClusterIP', not 'LoadBalancer'"
    ),
    Fault(
      service("type: LoadBalancer\nloadBalancerSourceRanges: [«10.0.0.0/8|10.0.0.0»]\nports: [{port: 80}]"),
      "'spec.loadBalancerSourceRanges[0]' of Service 'web' is '10.0.0.0', not a range of IP addresses"
    ),
    Fault(
      service(
        "sessionAffinity: ClientIP\nsessionAffinityConfig: {clientIP: {timeoutSeconds: «86400|86401»}}\nports: [{port: 80}]"
      ),
      "'spec.sessionAffinityConfig.clientIP.timeoutSeconds' of Service 'web' is 86401, not between 1 and 86400"
    ),
    Fault(
      service(
        "sessionAffinity: «ClientIP|None»\n↓sessionAffinityConfig: {clientIP: {timeoutSeconds: 1}}\nports: [{port: 80}]"
      ),
      "'spec.sessionAffinityConfig' of Service 'web' is not allowed here: 'sessionAffinity' is not 'ClientIP'"
    ),
    Fault(
      service("type: «NodePort|ClusterIP»\n↓externalTrafficPolicy: Local\nports: [{port: 80}]"),
      "'spec.externalTrafficPolicy' of Service 'web' is not allowed here: the type is 'ClusterIP', which takes no traffic from outside"
    ),
    Fault(
      service("internalTrafficPolicy: «Local|Zone»\nports: [{port: 80}]"),
      "'spec.internalTrafficPolicy' of Service 'web' is 'Zone', not one of Cluster, Local"
    ),
    Fault(
      service("externalIPs: [«192.0.2.1|127.0.0.1»]\nports: [{port: 80}]"),
      "'spec.externalIPs[0]' of Service 'web' is '127.0.0.1', which leads nowhere outside"
    ),
    Fault(
      service(
        "ipFamilyPolicy: «PreferDualStack|SingleStack»\n↓ipFamilies: [IPv4, IPv6]\nports: [{port: 80}]"
      ),
      "'spec.ipFamilies' of Service 'web' has two families beside 'SingleStack'"
    ),
    Fault(
      service(
        "type: LoadBalancer\nexternalTrafficPolicy: «Local|Cluster»\n↓healthCheckNodePort: 30000\nports: [{port: 80}]"
      ),
      "'spec.healthCheckNodePort' of Service 'web' is not allowed here: only a 'LoadBalancer' with the external traffic policy 'Local' is checked"
    ),
    Fault(
      service("trafficDistribution: «PreferClose|Near»\nports: [{port: 80}]"),
      "'spec.trafficDistribution' of Service 'web' is 'Near', not one of PreferClose, PreferSameZone, PreferSameNode"
    ),
    Fault(
      service("selector: {app: «a|'a b'»}\nports: [{port: 80}]"),
      "'spec.selector.app' of Service 'web' is 'a b', which has characters other than letters, digits, '-', '_' and '.'"
    ),
    Fault(
      ingress("↓spec: {«defaultBackend: {service: {name: a, port: {number: 80}}}|ingressClassName: a»}"),
      "'spec' of Ingress 'web' has neither 'rules' nor a 'defaultBackend'"
    ),
    Fault(
      ingress("spec: {rules: [{host: «'*.example.com'|'a.*.example.com'»}]}"),
      "'spec.rules[0].host' of Ingress 'web' is 'a.*.example.com', which has '*' elsewhere than as its first part"
    ),
    Fault(
      ingress("spec: {rules: [{host: «example.com|192.0.2.1»}]}"),
      "'spec.rules[0].host' of Ingress 'web' is '192.0.2.1', an IP address"
    ),
    Fault(
      ingress(
        "spec: {rules: [{http: {paths: [{path: «/a|a», pathType: Prefix, backend: {service: {name: a, port: {number: 80}}}}]}}]}"
      ),
      "'spec.rules[0].http.paths[0].path' of Ingress 'web' is 'a', which does not start with '/'"
    ),
    Fault(
      ingress(
        "spec: {rules: [{http: {paths: [{path: «/a/b|/a//b», pathType: Exact, backend: {service: {name: a, port: {number: 80}}}}]}}]}"
      ),
      "'spec.rules[0].http.paths[0].path' of Ingress 'web' is '/a//b', which has '//' in it"
    ),
    Fault(
      ingress(
        "spec: {rules: [{http: {paths: [{path: /, pathType: «Prefix|Glob», backend: {service: {name: a, port: {number: 80}}}}]}}]}"
      ),
      "'spec.rules[0].http.paths[0].pathType' of Ingress 'web' is 'Glob', not one of Exact, Prefix, ImplementationSpecific"
    ),
    Fault(
      ingress(
        "spec: {rules: [{http: {paths: [«{path: /, pathType: Prefix, backend: {service: {name: a, port: {number: 80}}}}|»]}}]}"
      ),
      "'spec.rules[0].http.paths' of Ingress 'web' has no paths"
    ),
    Fault(
      ingress("spec: {defaultBackend: {service: {name: a, port: {number: 80«|, name: http»}}}}"),
      "'spec.defaultBackend.service.port.name' of Ingress 'web' is a second choice beside 'number'"
    ),
    Fault(
      ingress(
        "spec: {defaultBackend: {service: {name: a, port: {number: 80}}«|, resource: {kind: a, name: b}»}}"
      ),
      "'spec.defaultBackend.resource' of Ingress 'web' is a second choice beside 'service'"
    ),
    Fault(
      ingress("spec: {defaultBackend: {service: {name: a, ↓port: {«name: http|»}}}}"),
      "'spec.defaultBackend.service.port' of Ingress 'web' has no name and no number"
    ),
    Fault(
      ingress("spec: {defaultBackend: {service: {name: «a|A», port: {number: 80}}}}"),
      "'spec.defaultBackend.service.name' of Ingress 'web' is 'A', which has upper-case letters"
    ),
    Fault(
      ingress("spec: {defaultBackend: {service: {name: a, port: {number: 80}}}, tls: [{hosts: [«a.b|A»]}]}"),
      "'spec.tls[0].hosts[0]' of Ingress 'web' is 'A', which has upper-case letters"
    ),
    Fault(
      ingress(
        "spec: {defaultBackend: {service: {name: a, port: {number: 80}}}, tls: [{secretName: «a.b|A»}]}"
      ),
      "'spec.tls[0].secretName' of Ingress 'web' is 'A', which has upper-case letters"
    ),
    Fault(
      object("networking.k8s.io/v1", "IngressClass", "spec: {controller: «example.com/a|a»}"),
      "'spec.controller' of IngressClass 'web' is 'a', which has no '/' after a domain"
    ),
    Fault(
      networkPolicy("policyTypes: [«Ingress|Inbound»]"),
      "'spec.policyTypes[0]' of NetworkPolicy 'web' is 'Inbound', not one of Ingress, Egress"
    ),
    Fault(
      networkPolicy("ingress: [{from: [↓{«podSelector: {}|»}]}]"),
      "'spec.ingress[0].from[0]' of NetworkPolicy 'web' is no peer"
    ),
    Fault(
      networkPolicy("ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8}«|, podSelector: {}»}]}]"),
      "'spec.ingress[0].from[0].ipBlock' of NetworkPolicy 'web' is given beside 'podSelector'"
    ),
    Fault(
      networkPolicy("ingress: [{from: [{ipBlock: {cidr: «10.0.0.1/8|10.0.0.1»}}]}]"),
      "'spec.ingress[0].from[0].ipBlock.cidr' of NetworkPolicy 'web' is '10.0.0.1', not a range of IP addresses"
    ),
    Fault(
      networkPolicy("egress: [{to: [{ipBlock: {cidr: 10.0.0.0/8, except: [«10.1.0.0/16|11.0.0.0/16»]}}]}]"),
      "'spec.egress[0].to[0].ipBlock.except[0]' of NetworkPolicy 'web' is '11.0.0.0/16', not a smaller range inside 'cidr', '10.0.0.0/8'"
    ),
    Fault(
      networkPolicy("egress: [{to: [{ipBlock: {cidr: 10.0.0.0/8, except: [«10.0.0.0/9|10.0.0.0/8»]}}]}]"),
      "'spec.egress[0].to[0].ipBlock.except[0]' of NetworkPolicy 'web' is '10.0.0.0/8', not a smaller range inside 'cidr', '10.0.0.0/8'"
    ),
    Fault(
      networkPolicy("egress: [{ports: [{port: «1|70000»}]}]"),
      "'spec.egress[0].ports[0].port' of NetworkPolicy 'web' is 70000, not a port from 1 to 65535"
    ),
    Fault(
      networkPolicy("egress: [{ports: [{port: «a|A»}]}]"),
      "'spec.egress[0].ports[0].port' of NetworkPolicy 'web' is 'A', which has upper-case letters"
    ),
    Fault(
      networkPolicy("egress: [{ports: [{port: 5, endPort: «5|4»}]}]"),
      "'spec.egress[0].ports[0].endPort' of NetworkPolicy 'web' is 4, less than 'port', 5"
    ),
    Fault(
      networkPolicy("egress: [{ports: [{port: «5|http», ↓endPort: 6}]}]"),
      "'spec.egress[0].ports[0].endPort' of NetworkPolicy 'web' is not allowed here: 'port' is a name"
    ),
    Fault(
      networkPolicy("egress: [{ports: [{port: 5, protocol: «UDP|ICMP»}]}]"),
      "'spec.egress[0].ports[0].protocol' of NetworkPolicy 'web' is 'ICMP', not one of TCP, UDP, SCTP"
    ),
    Fault(
      object(
        "discovery.k8s.io/v1",
        "EndpointSlice",
        "addressType: IPv4\nendpoints: [{addresses: [«192.0.2.1|'::1'»]}]\nports: []"
      ),
      "'endpoints[0].addresses[0]' of EndpointSlice 'web' is '::1', not of 'IPv4'"
    ),
  ]
}

private func service(_ lines: String) -> String {
  object("v1", "Service", "spec:\n" + lines.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n"))
}

private func ingress(_ spec: String) -> String {
  object("networking.k8s.io/v1", "Ingress", spec)
}

private func networkPolicy(_ line: String) -> String {
  object("networking.k8s.io/v1", "NetworkPolicy", "spec:\n  podSelector: {}\n  \(line)")
}
