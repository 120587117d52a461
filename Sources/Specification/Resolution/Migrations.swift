package import Diagnostics
internal import Kubernetes
internal import YAMLSyntax

extension Resolver {
  /// The Jobs of a service's migrations: its image and its variables, and nothing but its databases to reach.
  mutating func migration(of service: Service, reporting findings: inout Findings) -> Migration? {
    guard let migrations = service.spec.migrations else { return nil }
    let declared: [(Migration.Phase, MigrationStep?)] = [
      (.expand, migrations.expand), (.migrate, migrations.migrate), (.contract, migrations.contract),
    ]
    let steps = declared.compactMap { phase, step in step.map { (phase, $0) } }
    let name = "\(service.name)-migration"
    guard !steps.isEmpty, claim(name, service.workload.origin, reporting: &findings) else { return nil }
    if service.workload.pod.data.databases.isEmpty {
      findings.report(.migrationOfNothing(service))
    }
    checkOrder(of: steps, of: service, reporting: &findings)
    func workload(_ step: MigrationStep?) -> Workload {
      var workload = service.workload.migrating(as: name, step)
      if let image = step?.image,
        let registry = platform.registries.find(
          image.registry,
          kind: "registry of the platform",
          reporting: &findings
        )
      {
        workload.image = reference((image, registry.value))
        workload.version = image.tag
      }
      return workload
    }
    return Migration(
      service: service.name,
      workload: workload(nil),
      steps: steps.map { ($0.0, $0.1, workload($0.1)) }
    )
  }

  /// What no version needs is known once only one is left; and only an engine that waits knows that.
  private func checkOrder(
    of steps: [(Migration.Phase, MigrationStep)],
    of service: Service,
    reporting findings: inout Findings
  ) {
    let contracts = steps.contains { $0.0 == .contract }
    if case .tracks(let tracks, _) = service.release, tracks.count > 1, contracts {
      findings.report(.contractUnderOldVersion(service))
    }
    guard platform.delivery.argoCD == nil else { return }
    if contracts {
      findings.report(.contractWithoutOrder(service, platform))
    } else {
      findings.report(.migrationsWithoutOrder(service, platform))
    }
  }
}

extension Workload {
  /// The pods of a migration: they serve nobody, keep nothing and call nobody.
  fileprivate func migrating(as name: String, _ step: MigrationStep?) -> Workload {
    let scratch = container.volumes.items.filter { $0.value.claim == nil }
    return Workload(
      name: name,
      claimOwner: name,
      origin: origin,
      category: category,
      container: ContainerSpec(
        image: container.image,
        command: step?.command ?? [],
        args: step?.args ?? [],
        env: container.env,
        config: nil,
        secrets: Keyed([]),
        ports: Keyed([]),
        volumes: Keyed(scratch),
        resources: container.resources,
        gpu: nil,
        runtime: container.runtime,
        security: container.security,
        container: nil
      ),
      pod: PodSpec(
        enabled: pod.enabled,
        priority: pod.priority,
        placement: pod.placement,
        termination: pod.termination,
        calls: Keyed([]),
        external: Keyed([]),
        data: DataUse(databases: pod.data.databases, storage: []),
        metrics: nil,
        tracing: nil,
        logging: pod.logging,
        personalFields: pod.personalFields,
        labels: pod.labels,
        annotations: pod.annotations,
        pod: nil
      ),
      size: size,
      image: image,
      version: version,
      records: records,
      track: nil,
      pullSecret: pullSecret,
      priority: priority,
      gpu: nil,
      outbound: [],
      inbound: []
    )
  }
}

// MARK: - Messages

extension Code {
  package static let migrationOfNothing = Code("SPAI1379", "migration-of-nothing")
  package static let contractUnderOldVersion = Code("SPAI1369", "contract-under-old-version")
  package static let migrationsWithoutOrder = Code("SPAI1368", "migrations-without-order")
}

extension Diagnostic {
  fileprivate static func migrationOfNothing(_ service: Service) -> Self {
    Diagnostic(
      .migrationOfNothing,
      .error,
      "service '\(service.name)' has migrations, but uses no database",
      at: service.spec.migrations?.place(service).span.map { Label($0, "changes nothing") },
      help: "Name its databases under 'data.databases'."
    )
  }

  fileprivate static func contractUnderOldVersion(_ service: Service) -> Self {
    let strategy = service.spec.rollout.strategy
    return Diagnostic(
      .contractUnderOldVersion,
      .error,
      "'migrations.contract' of service '\(service.name)' takes away what its other version needs",
      at: service.spec.migrations?.contract?.place(service).span.map {
        Label($0, "would run while both serve")
      },
      related: strategy.origin.span.map { [Label($0, "two versions stand beside each other")] } ?? [],
      help: "Add 'contract' once only one version is left."
    )
  }

  fileprivate static func contractWithoutOrder(_ service: Service, _ platform: Platform) -> Self {
    Diagnostic(
      .migrationsWithoutOrder,
      .error,
      "'migrations.contract' of service '\(service.name)' needs 'delivery.argoCD'",
      at: service.spec.migrations?.contract?.place(service).span.map {
        Label($0, "nothing would wait until the old pods are gone")
      },
      related: platform.header.origin.span.map { [Label($0, "this platform has no engine that waits")] }
        ?? [],
      help: "Add 'contract' in a later release, once the new version has taken over; that needs no engine."
    )
  }

  fileprivate static func migrationsWithoutOrder(_ service: Service, _ platform: Platform) -> Self {
    Diagnostic(
      .migrationsWithoutOrder,
      .warning,
      "without 'delivery.argoCD', migrations of service '\(service.name)' start together with the new version",
      at: service.spec.migrations?.place(service).span.map { Label($0, "nothing waits for them") },
      related: platform.header.origin.span.map { [Label($0, "this platform has no engine that waits")] }
        ?? [],
      help: "New pods must not become ready before 'expand' has ended; or let Argo CD apply the output."
    )
  }
}

extension Migrations {
  /// A line to show.
  fileprivate func place(_ service: Service) -> Origin {
    (expand ?? migrate ?? contract)?.place(service) ?? service.workload.origin
  }
}

extension MigrationStep {
  fileprivate func place(_ service: Service) -> Origin {
    (command.first ?? args.first)?.origin ?? service.workload.origin
  }
}
