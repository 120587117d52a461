import Linting
import Testing

/// What the rules about pods, images, secrets and labels leave alone, and what they see beyond their examples.
@Suite struct PodRuleTests {
  // MARK: Other systems, other users

  /// The settings of Linux mean nothing on Windows, where an API server even refuses them.
  @Test(arguments: [
    "privilege-escalation", "run-as-non-root", "low-uid", "low-gid", "read-only-root-fs", "linux-hardening",
    "seccomp-profile", "capabilities-drop-all", "capabilities-drop-net-raw",
  ]) func aPodForWindowsIsLeftAlone(rule: String) throws {
    #expect(try told(rule, pod: "").count == 1)
    #expect(try told(rule, pod: "os: {name: windows}") == [])
    #expect(try told(rule, pod: "nodeSelector: {kubernetes.io/os: windows}") == [])
    #expect(try told(rule, pod: "os: {name: linux}").count == 1)
  }

  @Test(arguments: ["run-as-non-root", "low-uid", "low-gid"])
  func aPodWithUsersOfItsOwnIsLeftAlone(rule: String) throws {
    #expect(try told(rule, pod: "hostUsers: false") == [])
    #expect(try told(rule, pod: "hostUsers: true").count == 1)
  }

  @Test func aUserOfItsOwnNumberIsNotRoot() throws {
    func told(_ pod: String, _ own: String) throws -> [String] {
      try self.told(
        "run-as-non-root",
        pod: "securityContext: {\(pod)}",
        container: "securityContext: {\(own)}"
      )
    }
    #expect(try told("runAsUser: 1000", "") == [])
    #expect(try told("runAsNonRoot: true", "") == [])
    #expect(try told("runAsNonRoot: false", "runAsNonRoot: true") == [])
    #expect(try told("runAsNonRoot: true", "runAsNonRoot: false").count == 1)
    #expect(try told("runAsUser: 1000", "runAsUser: 0").count == 1)
  }

  @Test(arguments: [("CAP_SYS_ADMIN", true), ("sys_admin", true), ("ALL", true), ("NET_BIND_SERVICE", false)])
  func aCapabilityIsReadAsRuntimesDo(name: String, isDangerous: Bool) throws {
    let container = "securityContext: {capabilities: {add: [\(name)]}}"
    #expect(try told("capabilities-dangerous", container: container).isEmpty != isDangerous)
    #expect(try told("capabilities-added", container: container) == [])
  }

  @Test(arguments: [
    ("sudo", true), ("/usr/bin/sudo", true), ("cd / && sudo -E make", true), ("(sudo ls)", true),
    ("pseudo", false), ("sudoers", false), ("/etc/sudo.conf", false), ("", false),
  ]) func sudoIsAWordOfItsOwn(word: String, isTold: Bool) throws {
    #expect(try told("sudo-in-entrypoint", container: "args: ['\(word)']").isEmpty != isTold)
  }

  @Test func aSettingIsSafeHoweverItIsSpelled() throws {
    func told(_ name: String, minor: Int) throws -> Int {
      try self.told("unsafe-sysctls", pod: "securityContext: {sysctls: [{name: \(name), value: '1'}]}") {
        $0.settings.kubernetesMinor = minor
      }.count
    }
    #expect(try told("net/ipv4/tcp_syncookies", minor: 36) == 0)
    #expect(try told("net.ipv4.tcp_rmem", minor: 32) == 0)
    #expect(try told("net.ipv4.tcp_rmem", minor: 31) == 1)
  }

  // MARK: Images

  @Test(
    arguments: [
      ("nginx", "has no tag"), ("nginx:latest", "has the tag 'latest'"),
      ("localhost:5000/nginx", "has no tag"),
      ("localhost:5000/nginx:1", nil), ("a.example/b/c:1.2", nil), ("nginx@sha256:abc", nil),
      ("nginx:latest@sha256:abc", nil), ("$(IMAGE)", nil), ("auto", nil), ("ko://example.com/a", nil),
      ("''", nil),
      ("7", nil), ("[a]", nil),
    ] as [(String, String?)]
  ) func anImagesTagIsAfterItsLastSlash(image: String, fault: String?) throws {
    let told = try told("image-latest-or-untagged", container: "image: \(image)")
    #expect(told.count == (fault == nil ? 0 : 1), "\(told)")
    if let fault { #expect(told.first?.hasSuffix(fault) == true, "\(told)") }
  }

  @Test(
    arguments: [
      ("nginx:1", "docker.io", true), ("nginx:1", "docker.io/library", true),
      ("a/nginx:1", "docker.io/library", false),
      ("quay.io/a/b:1", "quay.io/a/", true), ("quay.io/ab/b:1", "quay.io/a", false),
      ("quay.io.evil.test/a:1", "quay.io", false),
      ("localhost/a:1", "localhost", true), ("host:5000/a:1", "host:5000", true),
      ("host:5000/a:1", "host", false),
    ] as [(String, String, Bool)]
  ) func aRegistryIsMatchedByWholeParts(image: String, place: String, isAllowed: Bool) throws {
    let told = try told("image-registry-allowlist", container: "image: \(image)") {
      $0.settings.registries = [place]
    }
    #expect(told.isEmpty == isAllowed, "\(told)")
  }

  @Test func aPullPolicyIsTheDefaultOfItsTag() throws {
    func told(_ container: String) throws -> Int {
      try self.told("image-pull-policy-always", container: container).count
    }
    #expect(try told("image: 'a:1'") == 1)
    #expect(try told("image: 'a:latest'") == 0)
    #expect(try told("image: a") == 0)
    #expect(try told("image: a, imagePullPolicy: Never") == 1)
    #expect(try told("image: 'a@sha256:0', imagePullPolicy: IfNotPresent") == 0)
  }

  // MARK: Secrets

  @Test(
    arguments: [
      ("DB_PASSWORD", "hunter2", true), ("dbPassword", "hunter2", true), ("REDIS_PASS", "x", true),
      ("AWS_SECRET_ACCESS_KEY", "abc", true), ("apiKey", "abc", true), ("CLIENT_SECRET", "abc", true),
      ("GITHUB_TOKEN", "abc", true), ("MAX_TOKENS", "4096", false), ("TOKEN_LIMIT", "a", false),
      ("PASSWORD_FILE", "a", false), ("SECRET_NAME", "a", false), ("PAD_TOKEN", "<pad>", false),
      ("EOS_TOKEN", "x", false),
      ("TLS_SECRET", "api-tls", false), ("BYPASS", "x", false), ("COMPASS", "x", false),
      ("MONKEY", "x", false),
      ("DB_PASSWORD", "$(FROM_ELSEWHERE)", false), ("DB_PASSWORD", "/run/secrets/db", false),
      ("REQUIRE_PASSWORD", "true", false), ("MIN_PASSWORD", "12", false),
      ("TOKEN", "https://idp.example.com/t", false),
      ("PASSWORD", "", false), ("PASSWORD", "12345678", true),
    ] as [(String, String, Bool)]
  ) func aNameOfASecretIsToldByItsLastWords(name: String, value: String, isTold: Bool) throws {
    let told = try told("env-var-literal-secret", container: "env: [{name: \(name), value: '\(value)'}]")
    #expect(told.isEmpty != isTold, "\(told)")
    #expect(!told.contains { $0.contains("hunter2") }, "the value is told")
  }

  @Test(
    arguments: [
      ("db.user=a\ndb.password=hunter2", "db.password"), ("password: hunter2", "password"),
      ("# password: hunter2", nil), ("{\n  \"apiKey\": \"abc\",\n}", "apiKey"),
      ("export DB_PASSWORD='abc'", "export DB_PASSWORD"),
      ("password: ${DB_PASSWORD}", nil), ("password:", nil), ("passwordSecretRef: db", nil),
      ("no settings here", nil),
      ("url: https://a.example:8080", nil), ("secret: api", nil), ("- token: abc\r", "token"),
    ] as [(String, String?)]
  ) func aSettingOfAConfigMapIsRead(text: String, name: String?) throws {
    let escaped = text.replacing("\"", with: "\\\"").replacing("\n", with: "\\n").replacing("\r", with: "\\r")
    let manifest = """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: api}
      data: {app.conf: "\(escaped)"}
      """
    let told = findings(of: try rule("configmap-secret-content"), in: manifest)
    #expect(told.count == (name == nil ? 0 : 1), "\(told)")
    if let name { #expect(told.first?.hasSuffix("under '\(name)'") == true, "\(told)") }
  }

  /// The texts are put together here, so that those who look for credentials find none.
  static let credentials: [(String, String?)] = [
    (joined("AKIA", "Q3EGPZ7KD2XWV5TB"), "an AWS access key"), (joined("AKIA", "IOSFODNN7EXAMPLE"), nil),
    (joined("ghp_", "0a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R"), "a GitHub token"),
    (joined("ghp_", "short"), nil),
    (joined("ghp_", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"), nil),
    (joined("my", "ghp_", "0a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R"), nil),
    (joined("glpat-", "0a1B2c3D4e5F6g7H8i9J"), "a GitLab token"),
    (joined("npm_", "0a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R"), "an npm token"),
    (joined("x=", "hvs.", "0a1B2c3D4e5F6g7H8i9J0k1L"), "a Vault token"),
    (
      joined("eyJ", "hbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N"),
      "a JSON web token"
    ),
    (joined("eyJ", "hbGciOiJIUzI1NiJ9eyJzdWIiOiIxMjM0NTY3ODkwIn0dozjgNryP4J3jVmNHl0w5N"), nil),
    (joined("-----BEGIN RSA PRIVATE", " KEY-----"), "a private key"), ("-----BEGIN CERTIFICATE-----", nil),
    (joined("postgres://a:b", "cd@db/x"), "a URL with a password"),
    (joined("redis://:ab", "cd@db"), "a URL with a password"),
    ("postgres://a:${PASSWORD}@db/x", nil), ("postgres://db:5432/x@y", nil), ("https://a@b.example/c", nil),
    ("https://a:b.example/c?d=e@f", nil), ("git@github.com:a/b.git", nil), ("", nil),
  ]

  @Test(arguments: credentials) func aCredentialIsKnownByItsShape(text: String, sign: String?) throws {
    let manifest = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: api}\ndata: {a: {b: [\"\(text)\"]}}"
    let told = findings(of: try rule("hardcoded-credential-pattern"), in: manifest)
    #expect(told.count == (sign == nil ? 0 : 1), "\(told)")
    if let sign {
      #expect(told.first == "4: 'data.a.b[0]' of ConfigMap 'api' holds what looks like \(sign)")
    }
  }

  // MARK: Labels

  @Test func everyRequiredLabelIsAskedFor() throws {
    let manifest = "apiVersion: v1\nkind: Pod\nmetadata: {name: a, labels: {team: b, empty: ''}}"
    let told = findings(of: try rule("required-labels"), in: manifest) {
      $0.settings.requiredLabels = ["team", "example.com/cost", "empty"]
    }
    #expect(
      told == [
        "3: 'metadata.labels[example.com/cost]' of Pod 'a' is missing",
        "3: 'metadata.labels.empty' of Pod 'a' is missing",
      ]
    )
  }

  @Test func whatIsNeverCreatedNeedsNoName() throws {
    func told(_ manifest: String) throws -> Int { findings(of: try rule("name-missing"), in: manifest).count }
    #expect(try told("apiVersion: v1\nkind: Pod") == 1)
    #expect(try told("apiVersion: v1\nkind: Pod\nmetadata: {generateName: a-}") == 0)
    #expect(try told("apiVersion: v1\nkind: PodList\nitems: []") == 0)
    #expect(try told("apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization") == 0)
    #expect(try told("name: values of a chart") == 0)
  }

  // MARK: Bad input

  /// Rules say nothing about what has another shape; schemas do.
  @Test(arguments: [
    "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: text",
    "apiVersion: v1\nkind: Pod\nmetadata: text\nspec: [1, 2]",
    "apiVersion: v1\nkind: Pod\nmetadata: {name: a, labels: 1}\nspec: {containers: {a: b}, volumes: 7}",
    "kind: Pod", "[]", "7", "a: &b {c: 1}\nd: *b",
  ]) func anotherShapeIsSilent(manifest: String) {
    for rule in LintRule.all where [.podSecurity, .images, .secrets].contains(rule.group) {
      #expect(findings(of: rule, in: manifest) == [], "\(rule.name)")
    }
  }

  private func rule(_ name: String) throws -> LintRule {
    try #require(LintRule.all.first { $0.name == name }, "\(name)")
  }

  private func told(
    _ rule: String,
    pod: String = "",
    container: String = "",
    _ change: (inout LintConfiguration) -> Void = { _ in }
  ) throws -> [String] {
    let separator = pod.isEmpty ? "" : ", "
    let more = container.isEmpty ? "" : ", \(container)"
    let manifest = """
      apiVersion: v1
      kind: Pod
      metadata: {name: a}
      spec: {\(pod)\(separator)containers: [{name: a\(more)}]}
      """
    return findings(of: try self.rule(rule), in: manifest, change)
  }
}

private func joined(_ parts: String...) -> String { parts.joined() }
