internal import YAMLSyntax

/// Who looks after tenants: the labels by which Prometheus and Grafana choose objects, and where spans and logs go.
package struct Observability: SpecObject {
  package let labels: Keyed<Spanned<String>>
  package let grafana: Keyed<Spanned<String>>
  package let tracing: Tracing?
  package let logging: Logging?

  package static let standard = Observability(
    labels: Keyed([]),
    grafana: Keyed([]),
    tracing: nil,
    logging: nil
  )

  package static let shape = Shape(
    "observability",
    "Who looks after tenants: Prometheus, Grafana, and where spans and logs go.",
    .map("labels", "Labels of monitors and rules, by which a Prometheus chooses them.", keys: .labelKey),
    .map(
      "grafana",
      "Labels of the Grafana that shows dashboards; 'dashboards: grafana' when absent.",
      keys: .labelKey
    ),
    .optional("tracing", "Who takes the spans of tenants' programs; nothing is traced when absent."),
    .optional("logging", "Who reads the logs of tenants' pods; nothing is said of logs when absent."),
    make: Observability.init
  )
}

/// Where alerts go, and where it stands what to do about them.
package struct Alerting: SpecObject {
  package let runbooks: Spanned<String>?
  package let channels: Keyed<AlertChannel>

  package static let none = Alerting(runbooks: nil, channels: Keyed([]))

  package static let shape = Shape(
    "alerting",
    "Where alerts go, and where it stands what to do about them.",
    .optional("runbooks", "The URL of the runbooks; the name of an alert follows it.", .webAddress),
    .map("channels", "Places that alerts are sent to; an alert goes to each that wants it.", keys: .name),
    make: Alerting.init
  )
}

/// A place that alerts are sent to.
package struct AlertChannel: SpecObject {
  package let severities: [Spanned<AlertSeverity>]
  package let environments: [Spanned<String>]
  package let slack: SlackChannel?
  package let pagerDuty: PagerDutyChannel?
  package let email: EmailChannel?

  package static let shape = Shape(
    "alert channel",
    "A place that alerts are sent to: one of slack, pagerDuty and email.",
    .list("severities", "What it wants to know; everything when absent."),
    .list("environments", "Of which environments; of all when absent.", .name),
    .optional("slack", "A channel of Slack."),
    .optional("pagerDuty", "A service of PagerDuty."),
    .optional("email", "An address."),
    make: AlertChannel.init
  )
}

/// How much an alert matters: whether somebody has to get up.
package enum AlertSeverity: String, SpecEnumeration {
  case critical
  case warning
}

package struct SlackChannel: SpecObject {
  package let channel: Spanned<String>
  package let url: AlertSecret

  package static let shape = Shape(
    "slack",
    "A channel of Slack.",
    .required("channel", "The channel, such as '#alerts'."),
    .required("url", "Where the URL of the webhook is kept."),
    make: SlackChannel.init
  )
}

package struct PagerDutyChannel: SpecObject {
  package let routingKey: AlertSecret

  package static let shape = Shape(
    "pagerDuty",
    "A service of PagerDuty, by its Events API version 2.",
    .required("routingKey", "Where the integration key is kept."),
    make: PagerDutyChannel.init
  )
}

package struct EmailChannel: SpecObject {
  package let to: Spanned<String>?
  package let from: Spanned<String>
  package let server: Spanned<String>
  package let user: Spanned<String>?
  package let password: AlertSecret?

  package static let shape = Shape(
    "email",
    "An address that is written to, always by TLS.",
    .optional("to", "The address; the contact of the tenant's owner when absent."),
    .required("from", "The sender."),
    .required("server", "Host and port of the mail server."),
    .optional("user", "The user's name at the server."),
    .optional("password", "Where the user's password is kept."),
    make: EmailChannel.init
  )
}

/// A secret of an alert channel, by reference: one property of a Secret in each tenant's namespace.
package struct AlertSecret: SpecObject {
  package let secret: Spanned<String>
  package let property: Spanned<String>
  package let key: Spanned<String>?

  package static let shape = Shape(
    "alert secret",
    "A secret of an alert channel, by reference.",
    .required("secret", "A Secret in each tenant's namespace.", .name),
    .required("property", "Its property.", .fileName),
    .optional("key", "The key of the tenant's store that it is made from; made by other means when absent."),
    make: AlertSecret.init
  )
}

extension ScalarFormat {
  fileprivate static let webAddress = ScalarFormat(
    "a URL such as https://runbooks.example.com",
    types: [.string]
  ) { text in
    text.hasPrefix("https://") || text.hasPrefix("http://") ? nil : "does not start with https://"
  }
}
