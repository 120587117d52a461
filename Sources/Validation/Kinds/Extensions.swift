import Diagnostics

/// A ValidatingWebhookConfiguration or MutatingWebhookConfiguration.
func checkWebhooks(_ root: Field, reporting findings: inout Findings) {
  let webhooks = root["webhooks"].items
  webhooks.mustDiffer(by: "name", reporting: &findings)
  for webhook in webhooks {
    let name = webhook["name"]
    name.mustNotBeEmpty(as: .dnsSubdomain, reporting: &findings)
    if let text = name.written, text.split(separator: ".").count < 3 {
      name.refuse(
        .apiName,
        "is \(name.shown), which has fewer than three parts",
        because: "must be a full domain name",
        help: "Write a name such as 'check.policies.example.com'.",
        reporting: &findings
      )
    }
    let client = webhook["clientConfig"], service = client["service"]
    client.mustHoldExactlyOne(of: ["url", "service"], as: "address", reporting: &findings)
    client["caBundle"].mustBeBase64(reporting: &findings)
    if let url = client["url"].written, !url.hasPrefix("https://") {
      client["url"].refuse(
        .apiAddress,
        "is \(client["url"].shown), which does not start with 'https://'",
        help: "Serve the webhook over HTTPS.",
        reporting: &findings
      )
    }
    if service.isPresent {
      for key in ["name", "namespace"] { service[key].mustNotBeEmpty(reporting: &findings) }
    }
    service["port"].mustBePortNumber(reporting: &findings)
    webhook["admissionReviewVersions"].mustHave(1...Int.max, called: "versions", reporting: &findings)
    webhook["sideEffects"].mustBe(oneOf: ["None", "NoneOnDryRun"], reporting: &findings)
    webhook["failurePolicy"].mustBe(oneOf: ["Ignore", "Fail"], reporting: &findings)
    webhook["matchPolicy"].mustBe(oneOf: ["Exact", "Equivalent"], reporting: &findings)
    webhook["reinvocationPolicy"].mustBe(oneOf: ["Never", "IfNeeded"], reporting: &findings)
    webhook["timeoutSeconds"].mustLie(in: 1...30, reporting: &findings)
    webhook["namespaceSelector"].mustBeSelector(reporting: &findings)
    webhook["objectSelector"].mustBeSelector(reporting: &findings)
    for rule in webhook["rules"].items {
      for key in ["operations", "apiGroups", "apiVersions", "resources"] {
        rule[key].mustBeGiven(reporting: &findings)
      }
      rule["scope"].mustBe(oneOf: ["Cluster", "Namespaced", "*"], reporting: &findings)
      for operation in rule["operations"].items {
        operation.mustBe(oneOf: ["*", "CREATE", "UPDATE", "DELETE", "CONNECT"], reporting: &findings)
      }
    }
  }
}

/// A CustomResourceDefinition.
func checkCustomResourceDefinition(_ root: Field, reporting findings: inout Findings) {
  let spec = root["spec"], names = spec["names"], versions = spec["versions"].items
  spec["group"].mustBeName(.dnsSubdomain, reporting: &findings)
  spec["scope"].mustBe(oneOf: ["Cluster", "Namespaced"], reporting: &findings)
  for key in ["plural", "singular"] { names[key].mustBeName(.serviceName, reporting: &findings) }
  names["plural"].mustNotBeEmpty(reporting: &findings)
  names["kind"].mustNotBeEmpty(reporting: &findings)
  if let group = spec["group"].written, let plural = names["plural"].written,
    let name = root["metadata"]["name"].written, name != "\(plural).\(group)"
  {
    root["metadata"]["name"].refuse(
      .apiName,
      "is '\(name)', not '\(plural).\(group)'",
      because: "must be the plural and the group",
      help: "Write '\(plural).\(group)'.",
      beside: names["plural"],
      reporting: &findings
    )
  }
  spec["versions"].mustHave(1...Int.max, called: "versions", reporting: &findings)
  versions.mustDiffer(by: "name", reporting: &findings)
  for version in versions { version["name"].mustBeName(.serviceName, reporting: &findings) }
  let stored = versions.filter { $0["storage"].isTrue }
  guard !versions.isEmpty, stored.count != 1 else { return }
  (stored.count > 1 ? stored[1]["storage"] : spec["versions"]).refuse(
    .apiCombination,
    stored.isEmpty ? "stores no version" : "is true a second time",
    because: "exactly one version is stored",
    help: "Set 'storage: true' in exactly one version.",
    beside: stored.first.map { $0["storage"] },
    reporting: &findings
  )
}
