package import Compliance
package import Diagnostics
internal import Kubernetes
package import Linting
package import Reporting
internal import Specification

/// Judges the compiled units by the frameworks that they are under, several at a time; no objects of a unit are kept.
///
/// - Parameters:
///   - workspace: The specs, with the frameworks and waivers among them.
///   - folder: The root of the project, whose output is compared with what is compiled.
///   - name: Only the framework that is called so; all where nil.
///   - reached: Only these units, and the waivers of their tenants; all where nil.
///   - configuration: What the rules are told.
///   - workers: How many units are compiled and judged at a time.
///   - day: The day of the run, by which waivers end.
///   - findings: Broken units, documents and waivers.
/// - Returns: What can be said; nil where no framework is called so.
package func checkCompliance(
  _ workspace: Workspace,
  in folder: Folder,
  framework name: String?,
  reached: Set<UnitID>? = nil,
  configuration: LintConfiguration,
  workers: Int,
  asOf day: Day,
  reporting findings: inout Findings
) async -> ComplianceResult? {
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
  let environments = workspace.repository.environments.all.map(\.name)
  let own = workspace.units.filter { reached?.contains($0) ?? true }.compactMap(workspace.assessed)
  let shared = (reached == nil ? environments : []).map { workspace.shared(in: $0, by: own.map(\.identity)) }
  let units = own + shared
  let plan = AssessmentPlan(units.map(\.identity), by: frameworks, configuration)
  let surroundings = Dictionary(
    uniqueKeysWithValues: environments.map { ($0, workspace.clusterObjects(of: $0).map(\.root)) }
  )
  let results = await concurrentMap(units, workers: workers) { id, identity in
    var findings = Findings()
    let outputs = workspace.outputs(of: id, reporting: &findings)
    let assessment = outputs.map { outputs in
      plan.assess(
        AssessedUnit(
          identity,
          objects: assessed(outputs, comparedWith: folder),
          surroundings: id.tenant == nil ? [] : surroundings[id.environment] ?? []
        )
      )
    }
    return (assessment, findings.all)
  }
  for result in results { findings.report(contentsOf: result.1) }
  return plan.conclude(
    results.compactMap(\.0),
    waivers: waivers,
    requirements: GateRequirements(leastRules: 20),
    asOf: day,
    reporting: &findings
  )
}

extension Workspace {
  /// A tenant's unit as frameworks choose it; nil where nobody declares it.
  fileprivate func assessed(_ id: UnitID) -> (id: UnitID, identity: UnitIdentity)? {
    guard let tenant = id.tenant.flatMap({ repository.tenants[$0] }) else { return nil }
    let identity = UnitIdentity(
      name: id.path,
      tenant: tenant.name,
      environment: id.environment,
      dataClasses: tenant.facts.dataClasses.map(\.value),
      frameworks: tenant.facts.frameworks.map(\.value)
    )
    return (id, identity)
  }

  /// What an environment's tenants share, in scope for whatever any of them is.
  fileprivate func shared(
    in environment: String,
    by units: [UnitIdentity]
  ) -> (id: UnitID, identity: UnitIdentity) {
    let id = UnitID(environment: environment, tenant: nil)
    let tenants = units.filter { $0.environment == environment }
    let identity = UnitIdentity(
      name: id.path,
      environment: environment,
      dataClasses: Set(tenants.flatMap(\.dataClasses)).sorted(),
      frameworks: Set(tenants.flatMap(\.frameworks)).sorted()
    )
    return (id, identity)
  }

  /// The files of a unit with their paths in the repository; nil where it has errors.
  fileprivate func outputs(
    of id: UnitID,
    reporting findings: inout Findings
  ) -> [(path: String, file: PlannedFile)]? {
    guard id.tenant != nil else {
      return clusterFiles(of: id.environment).map { ("out/\(id.path)/\($0.path)", $0) }
    }
    return compile(id, overrides: Overrides(), service: nil, reporting: &findings)?.outputs
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
