internal import Kubernetes
internal import Specification
internal import YAMLSyntax

extension ResourceRenderer {
  /// Where the alerts of a tenant go: each to every channel that wants its severity.
  static let alertmanagerConfig = ResourceRenderer("AlertmanagerConfig") { unit in
    guard let version = unit.platform.capabilities.prometheusOperator else { return [] }
    let channels = unit.alertChannels
    guard !channels.isEmpty else { return [] }
    let object = KubernetesObject(
      "monitoring.coreos.com/v1alpha1",
      "AlertmanagerConfig",
      named: "tenant",
      in: unit,
      [
        "spec": [
          "route": [
            "receiver": Node(nobody),
            "groupBy": ["alertname", "severity", "workload"],
            "groupWait": "30s",
            "groupInterval": "5m",
            "repeatInterval": "4h",
            "routes": .list(channels.map(route)),
          ],
          "receivers": .list([["name": Node(nobody)]] + channels.map { receiver($0, unit) }),
          // What is down need not also be told to be slow.
          "inhibitRules": [
            [
              "sourceMatch": [match("severity", "critical")],
              "targetMatch": [match("severity", "warning")],
              "equal": ["namespace", "workload"],
            ]
          ],
        ]
      ]
    )
    return [object.labelled(unit.chosenByPrometheus).withVersion(at: version.origin)]
  }
}

/// The receiver of alerts that no channel wants.
private let nobody = "nobody"

extension TenantUnit {
  /// The channels that the alerts of this environment go to.
  var alertChannels: [Keyed<AlertChannel>.Item] {
    platform.alerting.channels.items.filter { $0.value.reaches(environment.name) }
  }
}

private func match(_ name: String, _ value: String, _ type: String = "=") -> Node {
  ["name": Node(name), "value": Node(value), "matchType": Node(type)]
}

private func route(_ item: Keyed<AlertChannel>.Item) -> Node {
  let words = item.value.severities.map(\.value.rawValue).joined(separator: "|")
  return [
    "receiver": Node(item.name, origin: item.origin),
    "matchers": words.isEmpty ? nil : [match("severity", words, "=~")],
    "continue": true,
  ]
}

private func receiver(_ item: Keyed<AlertChannel>.Item, _ unit: TenantUnit) -> Node {
  [
    "name": Node(item.name, origin: item.origin),
    "slackConfigs": item.value.slack.map { slack in
      [
        [
          "apiURL": reference(slack.url),
          "channel": Node(slack.channel),
          "sendResolved": true,
          "title": Node(title),
          "text": Node(text),
        ]
      ]
    },
    "pagerdutyConfigs": item.value.pagerDuty.map { duty in
      [
        [
          "routingKey": reference(duty.routingKey),
          "sendResolved": true,
          "severity": "{{ .CommonLabels.severity }}",
          "description": Node(title),
          "details": [
            ["key": "owner", "value": "{{ .CommonLabels.owner }}"],
            ["key": "runbook", "value": "{{ .CommonAnnotations.runbook_url }}"],
            ["key": "summary", "value": "{{ range .Alerts }}{{ .Annotations.summary }}; {{ end }}"],
          ],
        ]
      ]
    },
    "emailConfigs": item.value.email.map { email in
      [
        [
          "to": Node(email.to ?? unit.tenant.owner.contact),
          "from": Node(email.from),
          "smarthost": Node(email.server),
          "authUsername": email.user.map { Node($0) },
          "authPassword": email.password.map(reference),
          "requireTLS": true,
          "sendResolved": true,
          "headers": [["key": "Subject", "value": Node(title)]],
        ]
      ]
    },
  ]
}

private func reference(_ secret: AlertSecret) -> Node {
  ["name": Node(secret.secret), "key": Node(secret.property)]
}

private let title =
  "[{{ .Status | toUpper }}] {{ .CommonLabels.alertname }} of {{ .CommonLabels.workload }}"
  + " ({{ .CommonLabels.tenant }}, {{ .CommonLabels.environment }})"

private let text =
  "{{ range .Alerts }}{{ .Annotations.summary }}: {{ .Annotations.description }}"
  + " {{ .Annotations.runbook_url }}\n{{ end }}"
