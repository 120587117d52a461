import Testing

extension Faults {
  /// Configuration, secrets and extensions of the API.
  static let data: [Fault] = [
    Fault(
      object("v1", "ConfigMap", "data: {«a.b_c|a/b»: x}"),
      "'data[a/b]' of ConfigMap 'web' is a key that has characters other than letters, digits, '-', '_' and '.'"
    ),
    Fault(
      object("v1", "ConfigMap", "data: {a: x}\nbinaryData: {«b|a»: eA==}"),
      "'binaryData.a' of ConfigMap 'web' is in 'data' too"
    ),
    Fault(
      object("v1", "ConfigMap", "binaryData: {b: «eA==|x»}"),
      "'binaryData.b' of ConfigMap 'web' is not base64"
    ),
    Fault(
      object("v1", "ConfigMap", "↓data: {a: \"«x|\(String(repeating: "x", count: (1 << 20) + 1))»\"}"),
      "'data' of ConfigMap 'web' is 1048577 bytes, more than 1048576 together"
    ),
    Fault(
      object("v1", "Secret", "data: {a: «eA==|'not base64'»}"),
      "'data.a' of Secret 'web' is not base64"
    ),
    Fault(
      object("v1", "Secret", "stringData: {«a|..»: x}"),
      "'stringData[..]' of Secret 'web' is a key that is a step between folders"
    ),
    Fault(
      object("v1", "Secret", "type: kubernetes.io/tls\nstringData: {tls.crt: a, «tls.key|tls.pem»: b}")
        .replacing("type:", with: "↓type:"),
      "'type' of Secret 'web' is 'kubernetes.io/tls', and 'tls.key' is missing"
    ),
    Fault(
      object("v1", "Secret", "↓type: kubernetes.io/basic-auth\nstringData: {«username|user»: b}"),
      "'type' of Secret 'web' is 'kubernetes.io/basic-auth', and 'username' or 'password' is missing"
    ),
    Fault(
      object(
        "v1",
        "Secret",
        "↓type: kubernetes.io/dockerconfigjson\nstringData: {«.dockerconfigjson|.dockercfg»: '{}'}"
      ),
      "'type' of Secret 'web' is 'kubernetes.io/dockerconfigjson', and '.dockerconfigjson' is missing"
    ),
    Fault(
      object("v1", "Secret", "type: «Opaque|kubernetes.io/service-account-token»").replacing(
        "metadata:",
        with: "↓metadata:"
      ),
      "'metadata.annotations[kubernetes.io/service-account.name]' of Secret 'web' is missing"
    ),
    Fault(
      webhook("name: «a.example.com|example.com»"),
      "'webhooks[0].name' of ValidatingWebhookConfiguration 'web' is 'example.com', which has fewer than three parts"
    ),
    Fault(
      webhook("name: a.example.com", client: "↓clientConfig: {«url: 'https://a'|»}"),
      "'webhooks[0].clientConfig' of ValidatingWebhookConfiguration 'web' has no address"
    ),
    Fault(
      webhook("name: a.example.com", client: "clientConfig: {url: «'https://a'|'http://a'»}"),
      "'webhooks[0].clientConfig.url' of ValidatingWebhookConfiguration 'web' is 'http://a', which does not start with 'https://'"
    ),
    Fault(
      webhook("name: a.example.com, timeoutSeconds: «30|31»"),
      "'webhooks[0].timeoutSeconds' of ValidatingWebhookConfiguration 'web' is 31, not between 1 and 30"
    ),
    Fault(
      webhook("name: a.example.com", effects: "«None|Some»"),
      "'webhooks[0].sideEffects' of ValidatingWebhookConfiguration 'web' is 'Some', not one of None, NoneOnDryRun"
    ),
    Fault(
      definition(
        "group: example.com, versions: [{name: v1, storage: true}]",
        name: "«webs.example.com|web.example.com»"
      ),
      "'metadata.name' of CustomResourceDefinition 'web.example.com' is 'web.example.com', not 'webs.example.com'"
    ),
    Fault(
      definition(
        "group: example.com, ↓versions: [{name: v1, storage: «true|false»}]",
        name: "webs.example.com"
      ),
      "'spec.versions' of CustomResourceDefinition 'webs.example.com' stores no version"
    ),
    Fault(
      definition(
        "group: example.com, versions: [{name: v1, storage: true}, {name: v2, storage: «false|true»}]",
        name: "webs.example.com"
      ),
      "'spec.versions[1].storage' of CustomResourceDefinition 'webs.example.com' is true a second time"
    ),
  ]
}

private func webhook(
  _ fields: String,
  client: String = "clientConfig: {url: 'https://a'}",
  effects: String = "None"
) -> String {
  object(
    "admissionregistration.k8s.io/v1",
    "ValidatingWebhookConfiguration",
    "webhooks: [{\(fields), \(client), sideEffects: \(effects), admissionReviewVersions: [v1]}]"
  )
}

private func definition(_ fields: String, name: String) -> String {
  object(
    "apiextensions.k8s.io/v1",
    "CustomResourceDefinition",
    "spec: {scope: Namespaced, names: {plural: webs, kind: Web}, \(fields)}"
  ).replacing("name: web}", with: "name: \(name)}")
}
