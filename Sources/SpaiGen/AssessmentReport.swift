package import Compliance
package import Diagnostics
internal import Kubernetes
internal import Linting
package import Reporting
internal import Specification
internal import YAMLSyntax

extension Assessment {
  /// What a run found, as reports take it.
  ///
  /// - Parameters:
  ///   - result: What the run found.
  ///   - excerpts: The generated lines that findings are about, where anything was generated.
  ///   - sources: The files that were read.
  ///   - junitPasses: How many of the passed results JUnit shows.
  package init(
    _ result: ComplianceResult,
    excerpts: [Diagnostic: Excerpt],
    sources: SourceMap,
    junitPasses: JUnitPasses
  ) {
    var subjects = SubjectTable()
    let rules = result.rules.map { Rule($0, &subjects) }
    self.init(
      asOf: "\(result.asOf)",
      score: result.score.text,
      conditions: result.gate.map {
        Condition(name: $0.kind.rawValue, holds: $0.holds, explanation: $0.explanation)
      },
      frameworks: result.frameworks.map { Framework($0) },
      tenants: result.scores(by: subjects.tenant).map { Tenant(name: $0, score: $1.text) },
      rules: rules,
      subjects: subjects.all,
      waivers: result.waivers.map { Waiver($0) },
      inputs: sources.sources.filter { $0.owner != .builtIn }.map {
        DigestedFile(path: $0.path, sha256: sha256($0.bytes))
      },
      excerpts: excerpts,
      footer: ComplianceResult.footer,
      junitPasses: junitPasses
    )
  }
}

/// Every subject once, by index.
private struct SubjectTable {
  private(set) var all: [Assessment.Subject] = []
  private var indices: [Subject: Int] = [:]
  /// The same, without looking at what a subject is.
  private var indicesByID: [ObjectIdentifier: Int] = [:]

  mutating func index(of result: SubjectResult) -> Int {
    if let index = indicesByID[result.subjectID] { return index }
    let subject = result.subject
    let index = indices[subject] ?? all.count
    if index == all.count { all.append(Assessment.Subject(subject)) }
    indices[subject] = index
    indicesByID[result.subjectID] = index
    return index
  }

  /// The tenant of a unit; nil where several share it.
  var tenant: (String) -> String? {
    let tenants = Dictionary(all.map { ($0.unit, $0.tenant) }, uniquingKeysWith: { first, _ in first })
    return { tenants[$0] ?? nil }
  }
}

extension Assessment.Subject {
  fileprivate init(_ subject: Subject) {
    self.init(
      unit: subject.unit,
      tenant: subject.tenant,
      environment: subject.environment,
      apiVersion: subject.apiVersion,
      kind: subject.kind,
      namespace: subject.namespace,
      name: subject.name,
      file: subject.file.flatMap { path in subject.digest.map { DigestedFile(path: path, sha256: $0) } }
    )
  }
}

extension Assessment.Rule {
  fileprivate init(_ result: RuleResult, _ subjects: inout SubjectTable) {
    let silence: String? =
      switch result.status {
      case .evaluated: nil
      case .notApplicable(let reason), .notEvaluated(let reason), .error(let reason): reason
      }
    self.init(
      name: result.rule.name,
      severity: result.rule.severity.name,
      summary: result.rule.summary,
      codes: result.rule.lintRules.compactMap { name in LintRule.all.first { $0.name == name }?.code },
      silence: silence,
      results: result.subjects.map {
        Assessment.Result(subject: subjects.index(of: $0), outcome: Assessment.Outcome($0.outcome))
      }
    )
  }
}

extension Assessment.Outcome {
  fileprivate init(_ outcome: SubjectOutcome) {
    self =
      switch outcome {
      case .passed: .passed
      case .failed(let findings): .failed(findings.map(\.diagnostic))
      case .waived(let findings, let waiver): .waived(findings.map(\.diagnostic), by: waiver.name)
      case .notApplicable(let reason): .notApplicable(reason)
      case .error(let reason): .error(reason)
      }
  }
}

extension Assessment.Framework {
  fileprivate init(_ result: FrameworkResult) {
    let framework = result.framework
    self.init(
      id: framework.id,
      title: framework.title,
      version: framework.version,
      publisher: framework.publisher,
      source: framework.source,
      summary: result.summary,
      score: result.score.text,
      units: Set(result.units),
      controls: result.controls.map { Assessment.Control($0) }
    )
  }
}

extension Assessment.Control {
  fileprivate init(_ result: ControlResult) {
    let control = result.control
    self.init(
      id: control.id,
      title: control.title,
      coverage: Coverage(control.coverage),
      outcome: Outcome(result.outcome),
      reasons: result.reasons,
      covers: control.covers,
      necessary: control.necessary,
      supporting: control.supporting,
      notAssessed: control.notAssessed,
      assessorNeeds: control.assessorNeeds
    )
  }
}

extension Assessment.Control.Coverage {
  fileprivate init(_ coverage: Framework.Coverage) {
    self =
      switch coverage {
      case .full: .full
      case .partial: .partial
      case .artefact: .artefact
      case .none: .none
      }
  }
}

extension Assessment.Control.Outcome {
  fileprivate init(_ outcome: ControlResult.Outcome) {
    self =
      switch outcome {
      case .metInScope: .metInScope
      case .supported: .supported
      case .evidenceOnly: .evidenceOnly
      case .gap: .gap
      case .acceptedDeviation: .acceptedDeviation
      case .notApplicable: .notApplicable
      case .notAssessed: .notAssessed
      case .error: .error
      }
  }
}

extension Assessment.Waiver {
  fileprivate init(_ result: WaiverResult) {
    let waiver = result.waiver
    self.init(
      name: waiver.name,
      rules: waiver.rules,
      category: waiver.category.rawValue,
      reason: waiver.reason,
      compensating: waiver.compensating,
      owner: waiver.owner,
      approver: waiver.approver,
      approved: "\(waiver.approved)",
      expires: "\(waiver.expires)",
      ticket: waiver.ticket,
      state: result.state.rawValue,
      matches: result.matches,
      daysLeft: result.daysLeft
    )
  }
}
