import Diagnostics

extension ReportFormat {
  /// OSCAL assessment results: a result a framework, an observation a rule, a finding a control.
  ///
  /// Findings can only be satisfied or not. So that no requirement is called satisfied as a whole, each is about an
  /// objective of our own, the part of the control that manifests can show; controls of which they show nothing are
  /// excluded, and those that were not decided have no finding.
  package static let oscalResults = ReportFormat("oscal-results", fileExtension: "json") { assessment, tool in
    let oscal = OSCAL(assessment, by: tool)
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("assessment-results") { writer in
        writer.object { writer in
          writer.member("uuid", NameBasedUUID.reports["assessment-results", oscal.fingerprint])
          oscal.writeMetadata("What manifests say about compliance", to: &writer)
          writer.member("import-ap") { writer in
            writer.object { $0.member("href", "#\(planID)") }
          }
          oscal.writeObjectives(to: &writer)
          writer.list("results", assessment.frameworks) { OSCALResult($1, of: oscal).write(to: &$0) }
          oscal.writeBackMatter(to: &writer)
        }
      }
    }
    return writer.finished()
  }
}

/// What stands for an assessment plan, which OSCAL asks for.
private let planID = NameBasedUUID.reports["plan"]

extension OSCAL {
  fileprivate func objectiveID(_ framework: Assessment.Framework, _ control: Assessment.Control) -> String {
    controlID(framework, control.id) + "_obj.manifest"
  }

  fileprivate func writeObjectives(to writer: inout JSONWriter) {
    let objectives = assessment.frameworks.flatMap { framework in
      framework.controls.filter { $0.finding != nil }.map { (framework: framework, control: $0) }
    }
    guard !objectives.isEmpty else { return }
    writer.member("local-definitions") { writer in
      writer.object { writer in
        writer.list("objectives-and-methods", objectives) { writer, item in
          writer.object { writer in
            writer.member("control-id", controlID(item.framework, item.control.id))
            writer.list("parts", [item.control]) { writer, control in
              writer.object { writer in
                writer.member("id", objectiveID(item.framework, control))
                writer.member("name", "objective")
                writer.member("title", oscalText(control.title))
                let rules = control.necessary.map { oscalText($0) }.joined(separator: ", ")
                writer.member("prose", "The assessed manifests keep to the necessary rules: \(rules).")
              }
            }
          }
        }
      }
    }
  }

  fileprivate func writeBackMatter(to writer: inout JSONWriter) {
    let evident = Set(
      assessment.rules.flatMap(\.results).filter(\.outcome.isEvident).compactMap {
        assessment.subjects[$0.subject].file
      }
    ).sorted { ($0.path, $0.sha256) < ($1.path, $1.sha256) }
    writer.member("back-matter") { writer in
      writer.object { writer in
        writer.member("resources") { writer in
          let files = assessment.inputs.map { ("input", $0) } + evident.map { ("output", $0) }
          writer.array([nil] + files.map(Optional.some)) { writer, item in
            guard let (kind, file) = item else { return writePlan(to: &writer) }
            write(file, as: kind, to: &writer)
          }
        }
      }
    }
  }

  private func writePlan(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("uuid", planID)
      writer.member("title", "Automated assessment of manifests")
      writer.member(
        "description",
        "There is no assessment plan: each rule of each framework is asked about every object of its units."
      )
    }
  }
}

/// The result for one framework.
private struct OSCALResult {
  let oscal: OSCAL
  let framework: Assessment.Framework
  let rules: [Assessment.Rule]
  /// The names of rules with an observation: those that looked at something.
  let observed: Set<String>
  /// The names of waivers that cover something here, in order.
  let waivers: [String]

  init(_ framework: Assessment.Framework, of oscal: OSCAL) {
    self.oscal = oscal
    self.framework = framework
    rules = oscal.assessment.rules(of: framework).filter { !$0.results.isEmpty }
    observed = Set(rules.map(\.name))
    waivers = Set(rules.flatMap(\.results).compactMap(\.outcome.waiver)).sorted()
  }

  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("uuid", NameBasedUUID.reports["result", framework.id, oscal.fingerprint])
      writer.member("title", oscalText("\(framework.title) \(framework.version)"))
      writer.member("description", oscalText("\(framework.summary) Rules: \(framework.score)."))
      writer.member("start", oscal.time)
      writer.member("end", oscal.time)
      writeInventory(to: &writer)
      writeReviewedControls(to: &writer)
      writer.list("observations", rules) { writeObservation(of: $1, to: &$0) }
      writer.list("risks", oscal.assessment.waivers.filter { waivers.contains($0.name) }) {
        writeRisk(of: $1, to: &$0)
      }
      writer.list("findings", framework.controls.filter { $0.finding != nil }) {
        writeFinding(of: $1, to: &$0)
      }
      writer.member("remarks", oscal.assessment.footer)
    }
  }

  private func id(_ kind: String, _ name: String) -> String {
    NameBasedUUID.reports[kind, framework.id, name]
  }

  /// A subject by its place in the order of all; titles alone need not be unique.
  private func id(ofSubject index: Int) -> String {
    let subject = oscal.assessment.subjects[index]
    return NameBasedUUID.reports["subject", framework.id, subject.apiVersion, subject.title, "\(index)"]
  }

  private func writeInventory(to writer: inout JSONWriter) {
    let indices = Set(rules.flatMap(\.results).filter(\.outcome.isEvident).map(\.subject)).sorted()
    guard !indices.isEmpty else { return }
    writer.member("local-definitions") { writer in
      writer.object { writer in
        writer.list("inventory-items", indices) { writer, index in
          let subject = oscal.assessment.subjects[index]
          writer.object { writer in
            writer.member("uuid", id(ofSubject: index))
            writer.member("description", oscalText(subject.title))
            let facts = [
              ("unit", subject.unit), ("tenant", subject.tenant), ("environment", subject.environment),
              ("api-version", subject.apiVersion), ("kind", subject.kind), ("namespace", subject.namespace),
              ("name", subject.name), ("file", subject.file?.path), ("sha-256", subject.file?.sha256),
            ].filter { $0.1?.isEmpty == false }
            writer.list("props", facts) { $0.property($1.0, $1.1 ?? "", in: ownNamespace) }
          }
        }
      }
    }
  }

  private func writeReviewedControls(to writer: inout JSONWriter) {
    let included = framework.controls.filter { $0.coverage != .none }.map(\.id)
    let silent = framework.controls.filter { $0.coverage == .none }.flatMap(\.covers)
    let excluded = silent.filter { !included.contains($0) }
    writer.member("reviewed-controls") { writer in
      writer.object { writer in
        writer.member("control-selections") { writer in
          writer.array([framework]) { writer, framework in
            writer.object { writer in
              writer.member("description", oscalText(framework.summary))
              if included.isEmpty {
                // A selection that only excludes is refused.
                writer.member("include-all") { $0.object { _ in } }
              }
              writer.list("include-controls", included.map { oscal.controlID(framework, $0) }) { writer, id in
                writer.object { $0.member("control-id", id) }
              }
              writer.list("exclude-controls", unique(excluded.map { oscal.controlID(framework, $0) })) {
                writer,
                id in
                writer.object { $0.member("control-id", id) }
              }
              writer.member("remarks", "Manifests say nothing about the excluded controls.")
            }
          }
        }
      }
    }
  }

  private func writeObservation(of rule: Assessment.Rule, to writer: inout JSONWriter) {
    let evident = rule.results.filter(\.outcome.isEvident)
    let files = unique(evident.compactMap { oscal.assessment.subjects[$0.subject].file })
    writer.object { writer in
      writer.member("uuid", id("observation", rule.name))
      writer.member("title", oscalText(rule.name))
      writer.member("description", oscalText(rule.summary))
      writer.member("props") { writer in
        let counts = Assessment.Outcome.Kind.allCases.map { ($0.rawValue, "\(rule.count(of: $0))") }
        writer.array([("Rule_Id", rule.name), ("severity", rule.severity)] + counts) { writer, fact in
          writer.property(fact.0, fact.1, in: fact.0 == "Rule_Id" ? trestleNamespace : ownNamespace)
        }
      }
      writer.list("methods", ["TEST"]) { $0.string($1) }
      writer.list("subjects", evident) { writer, result in
        writer.object { writer in
          writer.member("subject-uuid", id(ofSubject: result.subject))
          writer.member("type", "inventory-item")
          writer.member("title", oscalText(oscal.assessment.subjects[result.subject].title))
          writer.list("props", [result.outcome.kind.rawValue]) {
            $0.property("outcome", $1, in: ownNamespace)
          }
          writer.member("remarks", oscalText(result.outcome.words))
        }
      }
      writer.list("relevant-evidence", files) { writer, file in
        writer.object { writer in
          writer.member("href", "#\(NameBasedUUID.reports["output", file.path, file.sha256])")
          writer.member("description", oscalText(file.path))
        }
      }
      writer.member("collected", oscal.time)
      if let silence = rule.silence { writer.member("remarks", oscalText(silence)) }
    }
  }

  private func writeRisk(of waiver: Assessment.Waiver, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("uuid", id("risk", waiver.name))
      writer.member("title", oscalText(waiver.name))
      writer.member("description", oscalText(waiver.reason))
      writer.member(
        "statement",
        "A failure of \(oscalText(waiver.rules.joined(separator: ", "))) is waived for a time."
      )
      writer.list("props", [("category", waiver.category), ("ticket", waiver.ticket)]) {
        $0.property($1.0, $1.1, in: ownNamespace)
      }
      writer.member("status", "deviation-approved")
      writer.list("mitigating-factors", unique(waiver.compensating)) { writer, factor in
        writer.object { writer in
          writer.member("uuid", NameBasedUUID.reports["mitigation", framework.id, waiver.name, factor])
          writer.member("description", oscalText(factor))
        }
      }
      writer.member("deadline", "\(waiver.expires)T23:59:59Z")
      writer.member("risk-log") { writer in
        writer.object { writer in
          writer.list("entries", [("approved", waiver.approver), ("owned", waiver.owner)]) { writer, entry in
            writer.object { writer in
              writer.member("uuid", NameBasedUUID.reports["risk-log", framework.id, waiver.name, entry.0])
              writer.member("title", "\(entry.0) by \(oscalText(entry.1))")
              writer.member("start", "\(waiver.approved)T00:00:00Z")
              writer.list("logged-by", [entry.1]) { writer, name in
                writer.object { $0.member("party-uuid", NameBasedUUID.reports["party", name]) }
              }
              writer.member("status-change", "deviation-approved")
            }
          }
        }
      }
      let related = rules.filter { $0.results.contains { $0.outcome.waiver == waiver.name } }
      writer.list("related-observations", related) { writer, rule in
        writer.object { $0.member("observation-uuid", id("observation", rule.name)) }
      }
    }
  }

  private func writeFinding(of control: Assessment.Control, to writer: inout JSONWriter) {
    guard let finding = control.finding else { return }
    let own = rules.filter { control.rules.contains($0.name) }
    let risks = unique(own.flatMap { $0.results.compactMap(\.outcome.waiver) }.sorted())
    writer.object { writer in
      writer.member("uuid", id("finding", control.id))
      writer.member("title", oscalText("\(control.id) \(control.title)"))
      writer.member(
        "description",
        oscalText(([control.outcome.rawValue] + control.reasons).joined(separator: "; "))
      )
      writer.list("props", [control.outcome.rawValue]) { $0.property("outcome", $1, in: ownNamespace) }
      writer.member("target") { writer in
        writer.object { writer in
          writer.member("type", "objective-id")
          writer.member("target-id", oscal.objectiveID(framework, control))
          writer.member("status") { writer in
            writer.object { writer in
              writer.member("state", finding.state)
              writer.member("reason", finding.reason)
            }
          }
        }
      }
      writer.list("related-observations", own) { writer, rule in
        writer.object { $0.member("observation-uuid", id("observation", rule.name)) }
      }
      writer.list("related-risks", risks) { writer, waiver in
        writer.object { $0.member("risk-uuid", id("risk", waiver)) }
      }
      let open = control.notAssessed.map { "Not assessed: \(oscalText($0))" }
      if !open.isEmpty { writer.member("remarks", open.joined(separator: "\n\n")) }
    }
  }
}

extension Assessment.Control {
  /// What OSCAL can say of its objective; nil where nothing was decided.
  fileprivate var finding: (state: String, reason: String)? {
    switch outcome {
    case .metInScope, .supported: ("satisfied", "pass")
    case .gap: ("not-satisfied", "fail")
    case .acceptedDeviation: ("not-satisfied", "other")
    case .evidenceOnly, .notApplicable, .notAssessed, .error: nil
    }
  }
}

extension Assessment.Outcome {
  /// Whether a reader has to see the subject itself.
  fileprivate var isEvident: Bool {
    switch kind {
    case .failed, .waived, .error: true
    case .passed, .notApplicable: false
    }
  }

  fileprivate var waiver: String? {
    if case .waived(_, let name) = self { name } else { nil }
  }

  fileprivate var words: String {
    switch self {
    case .passed: "passed"
    case .failed(let findings), .waived(let findings, _): findings.map(\.message).joined(separator: "; ")
    case .notApplicable(let reason), .error(let reason): reason
    }
  }
}

/// The elements, each once, in their order.
private func unique<Element: Hashable>(_ elements: [Element]) -> [Element] {
  var seen: Set<Element> = []
  return elements.filter { seen.insert($0).inserted }
}
