package import Diagnostics
internal import Specification
internal import YAMLSyntax

/// How many runs may start in the same minute of an environment before it is told.
private let crowd = 10

/// What only the specs together can tell: words that do nothing, and times that everybody chose.
///
/// - Parameter workspace: The specs of the run.
/// - Returns: Findings at the lines of the specs.
package func lintSpecs(_ workspace: Workspace) -> [Diagnostic] {
  unusedTemplates(workspace) + unusedLevels(workspace) + crowdedMinutes(workspace)
}

private func unusedTemplates(_ workspace: Workspace) -> [Diagnostic] {
  let repository = workspace.repository
  var services: Set<String> = []
  var jobs: Set<String> = []
  for tenant in repository.tenants.all {
    services.formUnion(tenant.services.items.map { $0.value.template?.value ?? $0.name })
    jobs.formUnion(tenant.jobs.items.map { $0.value.template?.value ?? $0.name })
    services.formUnion((repository.appServices[tenant.name] ?? []).compactMap { $0.service.template?.value })
    jobs.formUnion((repository.batchJobs[tenant.name] ?? []).compactMap { $0.job.template?.value })
  }
  let unused =
    repository.serviceTemplates.all.map(\.header).filter { !services.contains($0.name) }
    + repository.jobTemplates.all.map(\.header).filter { !jobs.contains($0.name) }
  return unused.map { .unused($0, "no tenant uses it") }
}

private func unusedLevels(_ workspace: Workspace) -> [Diagnostic] {
  let repository = workspace.repository
  let tiers = Set(repository.tenants.all.map(\.tier.value))
  let environments = Set(repository.tenants.all.flatMap(\.environments.names))
  return repository.tiers.all.map(\.header).filter { !tiers.contains($0.name) }
    .map { .unused($0, "no tenant has it") }
    + repository.environments.all.map(\.header).filter { !environments.contains($0.name) }
    .map { .unused($0, "no tenant is in it") }
}

/// Jobs of many tenants that start in one minute, mostly because a template says so to all of them.
private func crowdedMinutes(_ workspace: Workspace) -> [Diagnostic] {
  let repository = workspace.repository
  var starts: [String: [(span: Span, job: String)]] = [:]
  for id in workspace.units {
    guard let tenant = id.tenant.flatMap({ repository.tenants[$0] }) else { continue }
    let names = tenant.jobs.names + (repository.batchJobs[tenant.name] ?? []).map(\.header.name)
    for name in names {
      let layers = workspace.documents.layers(
        ofWorkload: name,
        tenant: tenant.name,
        environment: id.environment,
        repository
      )
      func last(_ path: [String]) -> Node? {
        layers.reversed().lazy.compactMap { $0.node.node(at: path) }.first
      }
      guard last(["run"])?.scalar?.text == "scheduled", let cron = last(["schedule", "cron"]),
        let text = cron.scalar?.text, let span = cron.origin.span
      else { continue }
      let zone = last(["schedule", "timeZone"])?.scalar?.text ?? "Etc/UTC"
      let minute = text.split(separator: " ").prefix(2).joined(separator: " ")
      starts["\(id.environment) \(zone) \(minute)", default: []].append((span, "\(tenant.name)/\(name)"))
    }
  }
  return starts.keys.sorted().flatMap { key -> [Diagnostic] in
    let runs = starts[key] ?? []
    guard runs.count >= crowd, let place = runs.map(\.span).min() else { return [] }
    let environment = key.split(separator: " ").first.map(String.init) ?? ""
    return [.crowdedMinute(place, runs.count, environment)]
  }
}

// MARK: - Messages

extension Code {
  package static let unusedDocument = Code("SPAI3505", "unused-document")
  package static let crowdedMinute = Code("SPAI3506", "crowded-minute")
}

extension Diagnostic {
  fileprivate static func unused(_ header: Header, _ why: String) -> Self {
    Diagnostic(
      .unusedDocument,
      .note,
      "\(header.kind.value) '\(header.name)' is not used",
      at: header.origin.span.map { Label($0, why) },
      help: "Remove it, if nobody is about to."
    )
  }

  fileprivate static func crowdedMinute(_ place: Span, _ count: Int, _ environment: String) -> Self {
    Diagnostic(
      .crowdedMinute,
      .warning,
      "\(count) jobs of \(environment) start in the same minute",
      at: Label(place, "all of them at once"),
      help:
        "Give tenants minutes of their own under 'schedule.cron', so that nodes and databases see them one by one."
    )
  }
}
