package import Compliance
package import Diagnostics
internal import Kubernetes
package import Linting
package import Reporting
internal import Specification

/// Judges the compiled units by the frameworks that they are under.
///
/// - Parameters:
///   - workspace: The specs, with the frameworks and waivers among them.
///   - folder: The root of the project, whose output is compared with what is compiled.
///   - name: Only the framework that is called so; all where nil.
///   - reached: Only these units, and the waivers of their tenants; all where nil.
///   - configuration: What the rules are told.
///   - day: The day of the run, by which waivers end.
///   - findings: Broken units, documents and waivers.
/// - Returns: What can be said; nil where no framework is called so.
package func checkCompliance(
  _ workspace: Workspace,
  in folder: Folder,
  framework name: String?,
  reached: Set<UnitID>? = nil,
  configuration: LintConfiguration,
  asOf day: Day,
  reporting findings: inout Findings
) -> ComplianceResult? {
  var (frameworks, waivers) = workspace.compliance.decode(reporting: &findings)
  if let name {
    frameworks = frameworks.filter { $0.isCalled(name) }
    if frameworks.isEmpty { return nil }
  }
  var configuration = configuration
  configuration.settings.takeTenants(of: workspace)
  configuration.settings.audit.oldestScan = workspace.repository.platform.imageScans.map { scans in
    day.earlier(by: scans.maxAge.value.seconds / 86_400).description
  }
  if let reached {
    let tenants = Set(reached.map(\.tenant))
    waivers = waivers.filter { $0.scope.tenant == nil || tenants.contains($0.scope.tenant) }
  }
  let surroundings = Dictionary(
    uniqueKeysWithValues: workspace.repository.environments.all.map { environment in
      (environment.name, workspace.clusterObjects(of: environment.name).map(\.root))
    }
  )
  let units = workspace.units.filter { reached?.contains($0) ?? true }.compactMap { id -> AssessedUnit? in
    guard let tenant = id.tenant.flatMap({ workspace.repository.tenants[$0] }),
      let unit = workspace.compile(id, overrides: Overrides(), service: nil, reporting: &findings)
    else { return nil }
    return AssessedUnit(
      name: id.path,
      tenant: tenant.name,
      environment: id.environment,
      dataClasses: tenant.facts.dataClasses.map(\.value),
      frameworks: tenant.facts.frameworks.map(\.value),
      objects: assessed(unit.outputs, comparedWith: folder),
      surroundings: surroundings[id.environment] ?? []
    )
  }
  let shared = reached == nil ? workspace.repository.environments.all.map(\.name) : []
  return evaluate(
    units + shared.map { workspace.sharedUnit(of: $0, among: units, comparedWith: folder) },
    frameworks: frameworks,
    waivers: waivers,
    configuration: configuration,
    requirements: GateRequirements(leastRules: 20),
    asOf: day,
    reporting: &findings
  )
}

extension Workspace {
  /// What an environment's tenants share, in scope for whatever any of them is.
  fileprivate func sharedUnit(
    of environment: String,
    among units: [AssessedUnit],
    comparedWith folder: Folder
  ) -> AssessedUnit {
    let id = UnitID(environment: environment, tenant: nil)
    let tenants = units.filter { $0.environment == environment }
    return AssessedUnit(
      name: id.path,
      environment: environment,
      dataClasses: Set(tenants.flatMap(\.dataClasses)).sorted(),
      frameworks: Set(tenants.flatMap(\.frameworks)).sorted(),
      objects: assessed(
        clusterFiles(of: environment).map { ("out/\(id.path)/\($0.path)", $0) },
        comparedWith: folder
      )
    )
  }
}

extension CompiledUnit {
  /// Its files with their paths in the repository.
  var outputs: [(path: String, file: PlannedFile)] {
    let cluster = UnitID(environment: id.environment, tenant: nil)
    return files.map { ("out/\(id.path)/\($0.path)", $0) }
      + clusterFiles.map { ("out/\(cluster.path)/\($0.path)", $0) }
  }
}

/// The objects of files, to which waivers can be pinned, and whether the output has the same bytes.
///
/// Where there is no output yet, or it cannot be read, nothing was compared.
private func assessed(
  _ outputs: [(path: String, file: PlannedFile)],
  comparedWith folder: Folder
) -> [AssessedObject] {
  let hasOutput = (try? folder.kind("out")) == .folder
  return outputs.map { path, file in
    AssessedObject(
      file.tree,
      file: path,
      digest: sha256(file.bytes),
      isReproduced: hasOutput ? try? folder.read(path) == file.bytes : nil
    )
  }
}

extension ComplianceResult {
  /// One group a framework, one case a control; a control of which manifests say nothing is skipped, never passed.
  package var groups: [CheckedGroup] {
    frameworks.map { result in
      CheckedGroup(
        name: result.framework.id,
        cases: result.controls.map { control in
          CheckedCase(
            name: "\(control.control.id) \(control.control.title)",
            className: result.framework.id,
            outcome: outcome(of: control, in: result)
          )
        }
      )
    }
  }

  private func outcome(of result: ControlResult, in framework: FrameworkResult) -> CheckedCase.Outcome {
    let words = "\(result.outcome.rawValue): \(result.reasons.joined(separator: "; "))"
    switch result.outcome {
    case .metInScope, .supported, .evidenceOnly: return .passed
    case .gap: return .failed(failures(of: result, in: framework))
    case .error: return .error(reason: words)
    case .acceptedDeviation, .notApplicable, .notAssessed: return .skipped(reason: words)
    }
  }

  /// The findings that make a gap of a control.
  package func failures(of result: ControlResult, in framework: FrameworkResult) -> [Diagnostic] {
    framework.rules.filter { result.control.rules.contains($0.rule.name) }
      .flatMap(\.subjects)
      .flatMap { subject in
        if case .failed(let findings) = subject.outcome { findings.map(\.diagnostic) } else { [Diagnostic]() }
      }
      .sortedAndUnique()
  }
}
