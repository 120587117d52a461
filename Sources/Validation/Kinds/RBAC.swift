import Diagnostics

/// A Role or ClusterRole.
func checkRole(_ object: APIObject, reporting findings: inout Findings) {
  let isOfCluster = object.kind == "ClusterRole"
  for rule in object.root["rules"].items { checkRule(rule, isOfCluster: isOfCluster, reporting: &findings) }
  let aggregation = object.root["aggregationRule"]
  guard isOfCluster, aggregation.isPresent else { return }
  aggregation["clusterRoleSelectors"].mustBeGiven(reporting: &findings)
  for selector in aggregation["clusterRoleSelectors"].items { selector.mustBeSelector(reporting: &findings) }
}

private func checkRule(_ rule: Field, isOfCluster: Bool, reporting findings: inout Findings) {
  guard rule.isMap else { return }
  rule["verbs"].mustHave(1...Int.max, called: "verbs", reporting: &findings)
  let paths = rule["nonResourceURLs"]
  guard paths.isEmpty else {
    if !isOfCluster {
      paths.mustBeAbsent(because: "only a ClusterRole is about URLs", reporting: &findings)
    }
    for key in ["apiGroups", "resources", "resourceNames"] where !rule[key].isEmpty {
      rule[key].refuse(
        .apiExclusive,
        "is given beside 'nonResourceURLs'",
        because: "a rule is about resources or about URLs",
        help: "Write two rules.",
        beside: paths,
        reporting: &findings
      )
    }
    return
  }
  let why = "a rule is about resources of some group, or about URLs"
  rule["apiGroups"].mustBeGiven(because: why, reporting: &findings)
  rule["resources"].mustBeGiven(because: why, reporting: &findings)
}

/// A RoleBinding or ClusterRoleBinding.
func checkRoleBinding(_ object: APIObject, reporting findings: inout Findings) {
  let isOfCluster = object.kind == "ClusterRoleBinding", role = object.root["roleRef"]
  role["name"].mustNotBeEmpty(as: .pathSegment, reporting: &findings)
  role["kind"].mustBe(oneOf: isOfCluster ? ["ClusterRole"] : ["Role", "ClusterRole"], reporting: &findings)
  role["apiGroup"].mustBe(oneOf: [Group.rbac], reporting: &findings)
  for subject in object.root["subjects"].items {
    checkSubject(subject, isOfCluster: isOfCluster, reporting: &findings)
  }
}

private func checkSubject(_ subject: Field, isOfCluster: Bool, reporting findings: inout Findings) {
  let kind = subject["kind"], group = subject["apiGroup"]
  subject["name"].mustNotBeEmpty(reporting: &findings)
  kind.mustBe(oneOf: ["ServiceAccount", "User", "Group"], reporting: &findings)
  switch kind.text {
  case "ServiceAccount":
    subject["name"].mustBeName(.dnsSubdomain, reporting: &findings)
    if !group.isEmpty {
      group.refuse(
        .apiValue,
        "is \(group.shown) for a ServiceAccount",
        because: "service accounts are of the core group",
        help: "Remove it.",
        beside: kind,
        reporting: &findings
      )
    }
    subject["namespace"].mustBeName(.dnsLabel, reporting: &findings)
    if isOfCluster {
      subject["namespace"].mustBeGiven(because: "a ClusterRoleBinding is in none", reporting: &findings)
    }
  case "User", "Group":
    group.mustBe(oneOf: [Group.rbac], reporting: &findings)
  default: break
  }
}
