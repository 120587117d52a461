import Kubernetes
import Testing

/// Names and texts that only an API server checks.
@Suite struct SyntaxTests {
  @Test(arguments: [
    ("1h30m", 5_400_000_000_000), ("1.5s", 1_500_000_000), ("-1ms", -1_000_000), ("0", 0), ("2us", 2000),
  ])
  func duration(text: String, nanoseconds: Int) {
    #expect(goDurationNanoseconds(text) == nanoseconds)
  }

  @Test(arguments: ["", "5", "h", "1d", "-", "1.2.3s", "1h-1m", "999999999999h"]) func noDuration(
    text: String
  ) {
    #expect(goDurationNanoseconds(text) == nil)
  }

  @Test(arguments: [("", 0), ("eA==", 1), ("eHg=", 2), ("eHh4", 3), ("eHh4\neHh4\n", 6)])
  func base64(text: String, length: Int) {
    #expect(base64Length(text) == length)
  }

  @Test(arguments: ["x", "eA=", "eA===", "e=A=", "a b=", "é=="]) func noBase64(text: String) {
    #expect(base64Length(text) == nil)
  }

  @Test(arguments: ["UTC", "CET", "Europe/Berlin", "America/Argentina/Buenos_Aires", "Etc/GMT+5"])
  func timeZone(text: String) {
    #expect(timeZoneProblem(text) == nil)
  }

  @Test(arguments: ["", "Local", "Berlin", "europe/Berlin", "Mars/Base", "UTC+2", "../etc"])
  func noTimeZone(text: String) {
    #expect(timeZoneProblem(text) != nil)
  }

  @Test func addresses() throws {
    let masked = try #require(CIDR(masking: "10.1.2.3/8"))
    let network = try #require(CIDR(parsing: "10.0.0.0/8"))
    #expect(CIDR(parsing: "10.1.2.3/8") == nil)
    #expect(masked == network)
    #expect(network.contains(masked))
    #expect(Set([masked, network]).count == 1)
    #expect(CIDR(address: "::ffff:192.0.2.1") == CIDR(address: "::ffff:c000:201"))
    #expect(CIDR(address: "192.0.2.1")?.isVersion6 == false)
    #expect(CIDR(address: "192.0.2.1/32") == nil)
    #expect(CIDR(address: "192.0.2") == nil)
    #expect(CIDR(masking: "1.2.3.4/0").map { network.contains($0) } == false)
  }

  @Test func names() {
    #expect(dns1035LabelProblem("a1") == nil)
    #expect(dns1035LabelProblem("1a") == "starts with a digit")
    #expect(dnsSubdomainProblem(String(repeating: "a", count: 253)) == nil)
    #expect(dnsSubdomainProblem(String(repeating: "a", count: 254)) == "is longer than 253 characters")
    #expect(wildcardSubdomainProblem("*.a.b") == nil)
    #expect(wildcardSubdomainProblem("*") == "is a wildcard of no domain")
    #expect(wildcardSubdomainProblem("a.*.b") == "has '*' elsewhere than as its first part")
    #expect(pathSegmentProblem("system:node") == nil)
    #expect(pathSegmentProblem("..") == "is a step between folders")
    #expect(printableVariableProblem("1 A-b") == nil)
    #expect(printableVariableProblem("é") != nil)
    #expect(domainPathProblem("a.b/c/d") == nil)
    #expect(domainPathProblem("a.b/") == "has no path after its domain")
    #expect(sysctlProblem("net/ipv4/conf/eth0.1/x_y") == nil)
    #expect(sysctlProblem("net..x") != nil)
    #expect(localPathProblem("a/..b") == nil)
    #expect(localPathProblem("a/../b") == "has '..' in it")
    #expect(Quantity(parsing: "1500m")?.isWhole == false)
  }
}
