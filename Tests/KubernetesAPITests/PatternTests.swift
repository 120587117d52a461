import Testing

@testable import KubernetesAPI

@Suite struct PatternTests {
  @Test(arguments: [
    ("^[a-z0-9]([-a-z0-9]*[a-z0-9])?$", ["a", "a-b", "0"], ["", "-a", "a-", "A", "a\n"]),
    ("^(http|https|socks5)://.+$", ["http://a", "socks5://é"], ["http:/a", "ftp://a", "http://"]),
    ("^([0-9]{1,5}(h|m|s|ms)){1,4}$", ["1h", "10m30s", "5ms"], ["", "123456h", "1h1h1h1h1h", "1d"]),
    ("b{2}", ["abba"], ["aba"]),
    ("^a{2,}$", ["aa", "aaaa"], ["a"]),
    ("^a{0,2}$", ["", "a", "aa"], ["aaa"]),
    ("^$|^x$", ["", "x"], ["y"]),
    ("^.{2,}|[^./]$", ["é", "ab"], [".", "/"]),
    (#"^\d+(\.\d+)?$"#, ["1", "1.5"], ["1.", ".5", "x"]),
    (#"^[\w.-]+$"#, ["a_b.c-d"], ["a b"]),
    (#"^[^\s]+( [^\s]+){4}$"#, ["* * * * *"], ["* * * *"]),
    ("^(?i)(abort|warn)?$", ["", "ABORT", "Warn"], ["other"]),
    ("^((?i)a|b)c$", ["Ac", "Bc"], ["AC"]),
    (#"^[\x60a]$"#, ["`", "a"], ["x"]),
    ("^[]a]$", ["]", "a"], ["b"]),
    ("^[a-]$", ["-", "a"], ["b"]),
    ("^(a|)$", ["", "a"], ["b"]),
    ("^(?:a+?b*?)+$", ["ab", "aaab"], ["b"]),
    ("^([0-9]+(\\.[0-9]+)?(ns|us|µs|ms|s|m|h))+$", ["1.5µs"], ["1.5"]),
    ("", ["", "x"], []),
  ]) func matches(pattern: String, yes: [String], no: [String]) throws {
    let pattern = try #require(Pattern(parsing: pattern))
    for text in yes { #expect(pattern.matches(text), "\(text)") }
    for text in no { #expect(!pattern.matches(text), "\(text)") }
  }

  /// What is not known is not guessed.
  @Test(arguments: [
    "(", ")", "[a", "*a", "a**b(", #"\p{L}"#, #"\bword"#, "(?P<n>a)", "(?=a)", "[[:alpha:]]", "a{2", "a{3,2}",
    "a{1001}", #"a\"#, String(repeating: "(", count: 1000), "((((a{1000}){1000}){1000}){1000}){1000}",
  ]) func unknownNotation(pattern: String) {
    #expect(Pattern(parsing: pattern) == nil)
  }

  /// Every pattern of the catalogue is understood.
  @Test func embeddedPatterns() {
    var patterns: Set<String> = []
    func collect(_ type: APIType, _ depth: Int) {
      if let pattern = type.pattern { patterns.insert(pattern) }
      guard depth < 12 else { return }
      for field in type.fields { collect(field.type, depth + 1) }
      if let element = type.element { collect(element, depth + 1) }
    }
    for kind in APICatalogue.embedded.kinds where kind.isCustom {
      kind.type(at: KubernetesVersion(minor: 33)).map { collect($0, 0) }
    }
    #expect(patterns.count > 50)
    #expect(patterns.filter { Pattern(parsing: $0) == nil } == [])
  }

  /// Time is linear in the text, where backtracking would not come to an end.
  @Test func noExplosion() throws {
    let pattern = try #require(Pattern(parsing: "^(a|a)*(a|a)*b$"))
    #expect(!pattern.matches(String(repeating: "a", count: 2000)))
  }
}
