package import Diagnostics
package import Kubernetes

/// What is seen of a unit's workloads from outside: their spans, their logs, and what they do when they run.
extension TenantUnit {
  /// Who takes the spans of a workload; nil where it has none.
  package func tracing(of workload: Workload) -> Tracing? {
    workload.pod.tracing?.enabled.value == true ? platform.observability.tracing : nil
  }

  /// Who reads the logs of a workload; nil where they are not kept.
  package func logging(of workload: Workload) -> Logging? {
    workload.pod.logging?.enabled.value == true ? platform.observability.logging : nil
  }

  /// How long the tenant's logs are kept: the longest time that one of its data classes asks for.
  package var logRetention: Spanned<TimeSpan>? {
    guard let logging = platform.observability.logging else { return nil }
    let asked = tenant.facts.dataClasses.compactMap {
      platform.catalogue.dataClasses[$0.value]?.logRetention
    }
    return asked.max { $0.value.seconds < $1.value.seconds } ?? logging.retention
  }
}

extension TimeSpan {
  /// The days that hold it.
  package var days: Int { max(1, (seconds + 86399) / 86400) }
}

extension Workload {
  /// Whether it may start a shell: because it says so, or because its command or one of its probes is one.
  package func mayStartShell(_ probes: Probes?) -> Bool {
    if let shell = container.security.shell { return shell.value }
    let probes = [probes?.startup, probes?.readiness, probes?.liveness].compactMap {
      $0?.command.first?.value
    }
    return ([container.command.first?.value].compactMap { $0 } + probes).contains { program in
      shellNames.contains(program.split(separator: "/").last.map(String.init) ?? program)
    }
  }
}

/// The programs that are shells, by the last part of their paths; one of them is all programs of a small image.
package let shellNames = ["ash", "bash", "busybox", "csh", "dash", "fish", "ksh", "sh", "tcsh", "zsh"]

extension Resolver {
  /// Each fallback is told once, at the Platform that makes it necessary.
  func checkTelemetry(_ services: [Service], _ jobs: [Job], reporting findings: inout Findings) {
    let workloads =
      services.map { ("service '\($0.name)'", $0.workload) } + jobs.map { ("job '\($0.name)'", $0.workload) }
    let capabilities = platform.capabilities
    if let tracing = platform.observability.tracing {
      check(tracing, reporting: &findings)
      let traced = workloads.filter { $0.1.pod.tracing?.enabled.value == true }
      for (owner, workload) in traced { check(workload.pod.tracing, tracing, owner, reporting: &findings) }
      if capabilities.openTelemetryOperator == nil, !traced.isEmpty {
        reportMissing(
          "openTelemetryOperator",
          "programs learn from variables where their spans go, and no agent makes them",
          reporting: &findings
        )
      }
    }
    if platform.observability.logging != nil {
      let logged = workloads.filter { $0.1.pod.logging?.enabled.value == true }
      for (owner, workload) in logged { checkPersonalFields(workload.pod, owner, reporting: &findings) }
      if capabilities.openTelemetryOperator == nil, !logged.isEmpty {
        reportMissing(
          "openTelemetryOperator",
          "logs are read as Fluent Bit is told by annotations and ConfigMaps labelled 'fluentbit_config'",
          reporting: &findings
        )
      }
    }
    if let security = platform.runtimeSecurity {
      for name in security.value.environments.items {
        let asked = Spanned(name.name, origin: name.origin)
        _ = repository.environments.find(asked, kind: "Environment", reporting: &findings)
      }
      if capabilities.tetragon == nil, !workloads.isEmpty {
        reportMissing(
          "tetragon",
          "programs are watched by rules of Falco in ConfigMaps labelled 'falco_rules', which stop nothing",
          reporting: &findings
        )
      }
    }
  }

  private func check(_ tracing: Tracing, reporting findings: inout Findings) {
    for agent in tracing.agents.items {
      _ = platform.registries.find(
        agent.value.registry,
        kind: "registry of the platform",
        reporting: &findings
      )
    }
    let service = tracing.collector.service
    if tracing.jaeger != nil, platform.capabilities.openTelemetryOperator != nil,
      !service.value.hasSuffix(TraceCollector.suffix) || service.value == TraceCollector.suffix
    {
      findings.report(.strangeCollector(service))
    }
  }

  private func check(
    _ workload: WorkloadTracing?,
    _ tracing: Tracing,
    _ owner: String,
    reporting findings: inout Findings
  ) {
    guard let language = workload?.language, platform.capabilities.openTelemetryOperator != nil,
      tracing.agents[language.value.rawValue] == nil
    else { return }
    findings.report(.noTraceAgent(language, owner))
  }

  private func checkPersonalFields(_ pod: PodSpec, _ owner: String, reporting findings: inout Findings) {
    guard let first = pod.personalFields.first, let format = pod.logging?.format, format.value == .text
    else { return }
    findings.report(.unreadableFields(first, format, owner))
  }
}

// MARK: - Messages

extension Code {
  package static let noTraceAgent = Code("SPAI1353", "no-trace-agent")
  package static let unreadableFields = Code("SPAI1354", "unreadable-fields")
  package static let strangeCollector = Code("SPAI1355", "strange-collector")
}

extension Diagnostic {
  fileprivate static func noTraceAgent(_ language: Spanned<TraceLanguage>, _ owner: String) -> Self {
    Diagnostic(
      .noTraceAgent,
      .error,
      "no agent makes the spans of \(owner)",
      at: language.origin.span.map { Label($0, "the platform has no agent for it") },
      help:
        "Add '\(language.value.rawValue)' to 'observability.tracing.agents' of the Platform, or remove 'language'."
    )
  }

  fileprivate static func unreadableFields(
    _ field: Spanned<String>,
    _ format: Spanned<LogFormat>,
    _ owner: String
  ) -> Self {
    Diagnostic(
      .unreadableFields,
      .error,
      "personal field '\(field.value)' of \(owner) cannot be taken out of its logs",
      at: field.origin.span.map { Label($0, "a field of what is text only") },
      related: format.origin.span.map { [Label($0, "lines have no fields")] } ?? [],
      help: "Have it write JSON and set 'logging.format' to 'json', or set 'logging' to null."
    )
  }

  fileprivate static func strangeCollector(_ service: Spanned<String>) -> Self {
    Diagnostic(
      .strangeCollector,
      .error,
      "the operator cannot make a collector whose Service is '\(service.value)'",
      at: service.origin.span.map { Label($0, "does not end in '\(TraceCollector.suffix)'") },
      help:
        "End the name in '\(TraceCollector.suffix)', or remove 'jaeger' where the collector is made by other means."
    )
  }
}
