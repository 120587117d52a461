package import Diagnostics
internal import Kubernetes

/// Checks of what watches over workloads, and of where its alerts go.
extension Resolver {
  /// A query that does not say whose series it means counts every tenant's.
  func checkMetrics(_ metrics: MetricsEndpoint, owner: String, reporting findings: inout Findings) {
    for item in metrics.business.items
    where !item.value.query.value.contains(BusinessMetric.workloadMark) {
      findings.report(.unscopedQuery(item.name, item.value.query, owner))
    }
  }

  /// Every fallback to core Kubernetes is told once, at the Platform that makes it necessary.
  func checkObservability(
    _ services: [Service],
    _ jobs: [Job],
    reporting findings: inout Findings
  ) {
    let capabilities = platform.capabilities
    let workloads = services.map(\.workload) + jobs.map(\.workload)
    let hasMetrics = workloads.contains { $0.pod.metrics != nil }
    let hasObjectives =
      services.contains { $0.spec.objectives != nil } || jobs.contains { $0.spec.objectives != nil }
    if capabilities.prometheusOperator == nil {
      if hasMetrics {
        reportMissing("prometheusOperator", "pods are scraped by their annotations", reporting: &findings)
      }
      if hasObjectives {
        reportMissing(
          "prometheusOperator",
          "alerts are rule files in ConfigMaps labelled 'prometheus_rule'",
          reporting: &findings
        )
      }
      if !platform.alerting.channels.isEmpty {
        reportMissing("prometheusOperator", "alerts are routed by other means", reporting: &findings)
      }
    }
    if capabilities.grafanaOperator == nil, !workloads.isEmpty {
      reportMissing(
        "grafanaOperator",
        "dashboards are ConfigMaps labelled 'grafana_dashboard'",
        reporting: &findings
      )
    }
    checkChannels(reporting: &findings)
  }

  private func checkChannels(reporting findings: inout Findings) {
    for item in platform.alerting.channels.items {
      let channel = item.value
      let kinds = [
        channel.slack.map { _ in "slack" }, channel.pagerDuty.map { _ in "pagerDuty" },
        channel.email.map { _ in "email" },
      ].compactMap { $0 }
      if kinds.count != 1 { findings.report(.ambiguousChannel(item.name, kinds, item.origin)) }
      for name in channel.environments {
        _ = repository.environments.find(name, kind: "Environment", reporting: &findings)
      }
      guard channel.reaches(environment.name) else { continue }
      for key in channel.secrets.compactMap(\.key)
      where tenant.facts.secretStore == nil && platform.capabilities.externalSecrets != nil {
        findings.report(.noAlertSecret(item.name, key, tenant))
      }
      if let email = channel.email, email.to == nil, !tenant.owner.contact.value.contains("@") {
        findings.report(.noAlertAddress(item.name, item.origin, tenant))
      }
    }
  }
}

extension AlertChannel {
  /// Whether alerts of an environment go to it.
  package func reaches(_ environment: String) -> Bool {
    environments.isEmpty || environments.contains { $0.value == environment }
  }

  /// The secrets that it needs.
  package var secrets: [AlertSecret] {
    [slack?.url, pagerDuty?.routingKey, email?.password].compactMap { $0 }
  }
}

/// A Secret of alert channels, made from the tenant's store.
package struct AlertSecretUse: Sendable {
  package let name: String
  package let properties: [(property: Spanned<String>, key: Spanned<String>)]
}

extension TenantUnit {
  /// The Secrets of alert channels that are made from the tenant's store, sorted by name.
  package var alertSecrets: [AlertSecretUse] {
    guard platform.capabilities.prometheusOperator != nil, tenant.facts.secretStore != nil else { return [] }
    let all = platform.alerting.channels.items.filter { $0.value.reaches(environment.name) }
      .flatMap { $0.value.secrets }
    let names = Set(all.filter { $0.key != nil }.map(\.secret.value)).sorted()
    return names.map { name in
      var seen: Set<String> = []
      return AlertSecretUse(
        name: name,
        properties: all.filter { $0.secret.value == name && seen.insert($0.property.value).inserted }
          .compactMap { secret in secret.key.map { (secret.property, $0) } }
      )
    }
  }
}

// MARK: - Messages

extension Code {
  package static let ambiguousChannel = Code("SPAI1360", "ambiguous-channel")
  package static let unscopedQuery = Code("SPAI1361", "unscoped-query")
  package static let noAlertSecret = Code("SPAI1362", "no-alert-secret")
  package static let noAlertAddress = Code("SPAI1363", "no-alert-address")
}

extension Diagnostic {
  fileprivate static func ambiguousChannel(_ name: String, _ kinds: [String], _ origin: Origin) -> Self {
    let found =
      kinds.isEmpty ? "leads nowhere" : "leads to \(kinds.count) places: \(kinds.joined(separator: ", "))"
    return Diagnostic(
      .ambiguousChannel,
      .error,
      "alert channel '\(name)' \(found)",
      at: origin.span.map { Label($0, "exactly one of slack, pagerDuty and email") },
      help: "Make one channel for each place."
    )
  }

  fileprivate static func unscopedQuery(_ name: String, _ query: Spanned<String>, _ owner: String) -> Self {
    Diagnostic(
      .unscopedQuery,
      .warning,
      "business metric '\(name)' of \(owner) does not say whose series it means",
      at: query.origin.span.map { Label($0, "counts the series of every tenant") },
      help: "Write '{\(BusinessMetric.workloadMark)}' behind the names of its metrics."
    )
  }

  fileprivate static func noAlertSecret(_ channel: String, _ key: Spanned<String>, _ tenant: Tenant) -> Self {
    Diagnostic(
      .noAlertSecret,
      .warning,
      "tenant '\(tenant.name)' has no secret store for the secret of alert channel '\(channel)'",
      at: tenant.header.origin.span.map { Label($0, "declares no 'secretStore'") },
      related: key.origin.span.map { [Label($0, "to be taken from it")] } ?? [],
      help: "Declare 'secretStore' of the tenant, or make the Secret by other means."
    )
  }

  fileprivate static func noAlertAddress(_ channel: String, _ origin: Origin, _ tenant: Tenant) -> Self {
    Diagnostic(
      .noAlertAddress,
      .error,
      "alert channel '\(channel)' has no address for tenant '\(tenant.name)'",
      at: tenant.owner.contact.origin.span.map { Label($0, "not an address") },
      related: origin.span.map { [Label($0, "writes to the contact of the owner")] } ?? [],
      help: "Give 'to' of the channel, or an e-mail address as the contact."
    )
  }
}
