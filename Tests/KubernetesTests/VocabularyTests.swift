import Kubernetes
import Testing
import YAMLSyntax

@Suite struct VocabularyTests {
  @Test(arguments: [("30s", 30), ("1h30m", 5400), ("2d", 172_800), ("0s", 0), ("90s", 90)])
  func timeSpan(text: String, seconds: Int) throws {
    let span = try #require(TimeSpan(parsing: text))
    #expect(span.seconds == seconds)
    #expect(TimeSpan(parsing: span.description) == span)
  }

  @Test(arguments: ["", "5", "m5", "5m1h", "1h1h", "-5s", "1.5h", "99999999999999999999s"])
  func noTimeSpan(text: String) {
    #expect(TimeSpan(parsing: text) == nil)
  }

  @Test(arguments: [
    "0.0.0.0/0", "10.0.0.0/8", "203.0.113.7/32", "::/0", "fd00:ec2::254/128", "2001:db8::/32",
  ])
  func cidr(text: String) {
    #expect(CIDR(parsing: text)?.description == text)
  }

  @Test(arguments: [
    "10.0.0.1/8", "10.0.0.0", "10.0.0/8", "10.0.0.0/33", "010.0.0.0/8", "::1/64", "1::2::3/128", "x/1",
    "fd00::/+8",
  ])
  func noCIDR(text: String) {
    #expect(CIDR(parsing: text) == nil)
  }

  @Test func containment() throws {
    let all = try #require(CIDR(parsing: "0.0.0.0/0"))
    let metadata = try #require(CIDR(parsing: "169.254.169.254/32"))
    let six = try #require(CIDR(parsing: "::/0"))
    #expect(all.contains(metadata))
    #expect(!metadata.contains(all))
    #expect(!six.contains(metadata))
  }

  @Test(arguments: ["0 2 * * *", "*/15 0-6,20 1 JAN-MAR mon", "@daily", "0 0 ? * 0"]) func cron(text: String)
  {
    #expect(cronProblem(text) == nil)
  }

  @Test(arguments: [
    ("60 * * * *", "minute"), ("* * *", "3 fields"), ("* * 0 * *", "day of month"),
    ("* * * * 7", "day of week"),
    ("5-1 * * * *", "reversed"), ("*/0 * * * *", "step"), ("TZ=UTC 0 0 * * *", "time zone"),
    ("@often", "shorthand"),
  ]) func noCron(text: String, reason: String) throws {
    #expect(try #require(cronProblem(text)).contains(reason))
  }

  @Test func names() {
    #expect(dnsLabelProblem("a-1") == nil)
    #expect(dnsLabelProblem("A") == "has upper-case letters")
    #expect(dnsLabelProblem("-a") == "starts or ends with '-'")
    #expect(dnsLabelProblem(String(repeating: "a", count: 64)) == "is longer than 63 characters")
    #expect(portNameProblem("12") == "has no letter")
    #expect(labelKeyProblem("a/b/c") == "has more than one '/'")
    #expect(labelValueProblem("a b") != nil)
    #expect(labelSafe("+v1.2/x ") == "v1.2-x")
    #expect(timeZoneProblem("Europe/Berlin") == nil)
    #expect(timeZoneProblem("Local") != nil)
    #expect(absolutePathProblem("/a/../b") == "has '..' in it")
    #expect(imageDigestProblem("sha256:abc") != nil)
  }

  @Test func suffixFollowsContentOnly() {
    let node: Node = ["a": ["x", 1]]
    #expect(contentSuffix(of: node) == contentSuffix(of: ["a": ["x", 1]]))
    #expect(contentSuffix(of: node) != contentSuffix(of: ["a": ["x", "1"]]))
    #expect(contentSuffix(of: node).utf8.count == 10)
    #expect(sha256([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }
}
