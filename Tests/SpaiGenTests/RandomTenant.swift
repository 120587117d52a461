import TestSupport

/// A tenant of the base platform that knows all kinds of edges, each by chance.
struct RandomTenant {
  private var random: SplitMix64
  private(set) var platform: [(old: String, new: String)] = []
  private(set) var text = ""

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
    let capabilities = [
      "gatewayAPI: gateway.networking.k8s.io/v1", "argoRollouts: argoproj.io/v1alpha1",
      "keda: keda.sh/v1alpha1", "jobSet: jobset.x-k8s.io/v1alpha2",
    ].filter { _ in Bool.random(using: &random) }
    let lines = (["istio: networking.istio.io/v1"] + capabilities).map { "  \($0)\n" }.joined()
    platform.append(("capabilities:\n", "capabilities:\n\(lines)"))
    if Bool.random(using: &random) {
      platform.append(("  prometheusOperator: monitoring.coreos.com/v1\n", ""))
    }
    if Bool.random(using: &random) {
      let mesh = "  mesh: {gatewayAccount: proxy, monitoringAccount: prometheus}\n"
      platform.append(("  clusterRanges:", mesh + "  clusterRanges:"))
    }
    let count = Int.random(in: 2...6, using: &random)
    let services = (0..<count).map { "s\($0)" }
    text = "services:\n" + services.map { service($0, among: services) }.joined()
    text += "jobs:\n" + (0..<2).map { job("j\($0)", calling: services) }.joined()
  }

  private mutating func service(_ name: String, among services: [String]) -> String {
    var lines = ["template: api", "ports:", "  http: {port: 8080, appProtocol: http}"]
    // Every service has them, so that whoever calls may ask for them.
    lines += [
      "  data: {port: \(Int.random(in: 9000...9099, using: &random))}", "  udp: {port: 9200, protocol: UDP}",
    ]
    lines += calls(services) + external()
    if Bool.random(using: &random) { lines.append("metrics: {port: data}") }
    if Bool.random(using: &random) { lines.append("expose: {port: http}") }
    switch Int.random(in: 0...4, using: &random) {
    case 0: lines.append("stateful: true")
    case 1: lines.append("rollout: {strategy: blueGreen, blueGreen: {green: {tag: \"2.0\"}}}")
    case 2: lines.append("rollout: {strategy: canary, canary: {next: {tag: \"2.0\"}}}")
    default: break
    }
    return "  \(name):\n" + lines.map { "    \($0)\n" }.joined()
  }

  private mutating func job(_ name: String, calling services: [String]) -> String {
    var lines = ["template: report"] + external()
    if Bool.random(using: &random) {
      lines += calls(services)
    } else {
      lines.append("distributed: {workers: 2}")
    }
    return "  \(name):\n" + lines.map { "    \($0)\n" }.joined()
  }

  private mutating func calls(_ services: [String]) -> [String] {
    let called = services.filter { _ in Int.random(in: 0...2, using: &random) == 0 }
    guard !called.isEmpty else { return [] }
    return ["calls:"]
      + called.map { name in
        let ports = ["http", "data", "udp"].filter { _ in Bool.random(using: &random) }
        return "  \(name): {ports: [\(ports.joined(separator: ", "))]}"
      }
  }

  private mutating func external() -> [String] {
    guard Bool.random(using: &random) else { return [] }
    let octet = Int.random(in: 1...200, using: &random)
    let hosts = Bool.random(using: &random) ? ", hosts: [a\(octet).example.com]" : ""
    let transport = Int.random(in: 0...3, using: &random) == 0 ? ", protocol: UDP" : ""
    let range = "cidrs: [203.0.\(octet).0/24], ports: [443, 5432]"
    return ["external:", "  place: {\(range)\(transport.isEmpty ? hosts : transport)}"]
  }
}
