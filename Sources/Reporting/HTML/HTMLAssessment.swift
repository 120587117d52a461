import Diagnostics

/// Whom a finding is about, for the filter of the page.
struct FindingPlaces {
  var frameworks: Set<String> = []
  var tenants: Set<String> = []
}

/// What an entry tells the filter: words without blanks, separated by blanks.
func filterWords(_ outcome: String, _ places: FindingPlaces?) -> [(name: StaticString, value: String)] {
  func listed(_ words: Set<String>) -> String {
    words.map { word in respelt(word) { $0.properties.isWhitespace ? "_" : nil } }.sorted()
      .joined(separator: " ")
  }
  return [
    ("data-entry", outcome), ("data-framework", listed(places?.frameworks ?? [])),
    ("data-tenant", listed(places?.tenants ?? [])),
  ]
}

extension Assessment {
  /// The tenants and frameworks of each finding.
  func placesOfFindings() -> [Diagnostic: FindingPlaces] {
    var places: [Diagnostic: FindingPlaces] = [:]
    for rule in rules {
      let frameworks = frameworks.filter { $0.controls.contains { $0.rules.contains(rule.name) } }
      for result in rule.results where !result.outcome.findings.isEmpty {
        let subject = subjects[result.subject]
        let own = frameworks.filter { $0.units.contains(subject.unit) }.map(\.id)
        for finding in result.outcome.findings {
          places[finding, default: FindingPlaces()].frameworks.formUnion(own)
          if let tenant = subject.tenant { places[finding]?.tenants.insert(tenant) }
        }
      }
    }
    return places
  }
}

extension HTMLWriter {
  /// Writes the gate, tenants, waivers and frameworks.
  mutating func write(_ assessment: Assessment) {
    writeGate(of: assessment)
    writeTenants(of: assessment)
    writeWaivers(of: assessment)
    writeFrameworks(of: assessment)
  }

  /// Writes the lines of the output that a finding is about.
  mutating func write(_ excerpt: Assessment.Excerpt) {
    element("p", [("class", "muted")], text: "generated: \(excerpt.path):\(excerpt.line)")
    element("table", [("class", "source")]) { writer in
      for (index, line) in excerpt.lines.enumerated() {
        let number = excerpt.firstLine + index
        writer.row { writer in
          writer.element("td", [("class", "number")], text: String(number))
          writer.element("td", [("class", "text")]) { writer in
            if number == excerpt.line {
              writer.element("mark", text: line)
            } else {
              writer.text(line)
            }
          }
        }
      }
    }
  }

  private mutating func writeGate(of assessment: Assessment) {
    section("gate", "Gate on \(assessment.asOf)") { writer in
      writer.element("p", text: "Manifest rule score: \(assessment.score)")
      writer.table(["condition", "holds", "why"], []) { writer in
        for condition in assessment.conditions {
          writer.row { writer in
            writer.element("td", text: condition.name)
            let verdict = condition.holds ? "passed" : "failed"
            writer.element("td", [("class", verdict)], text: condition.holds ? "yes" : "no")
            writer.element("td", text: condition.explanation)
          }
        }
      }
      writer.element("p", [("class", "muted")], text: assessment.footer)
    }
  }

  private mutating func writeTenants(of assessment: Assessment) {
    guard !assessment.tenants.isEmpty else { return }
    var counts: [String: [Assessment.Outcome.Kind: Int]] = [:]
    for result in assessment.rules.lazy.flatMap(\.results) {
      guard let tenant = assessment.subjects[result.subject].tenant else { continue }
      counts[tenant, default: [:]][result.outcome.kind, default: 0] += 1
    }
    let kinds: [Assessment.Outcome.Kind] = [.passed, .failed, .waived, .error]
    section("tenants", "Tenants") { writer in
      writer.table(["tenant", "manifest rule score"], kinds.map(\.rawValue)) { writer in
        for tenant in assessment.tenants {
          writer.row { writer in
            writer.element("td", [("class", "word")], text: tenant.name)
            writer.element("td", text: tenant.score)
            writer.counts(kinds.map { counts[tenant.name]?[$0] ?? 0 })
          }
        }
      }
    }
  }

  private mutating func writeWaivers(of assessment: Assessment) {
    guard !assessment.waivers.isEmpty else { return }
    section("waivers", "Waivers") { writer in
      writer.table(["waiver", "state", "reason", "rules", "people"], ["days left", "matches"]) { writer in
        for waiver in assessment.waivers {
          writer.row { writer in
            writer.element("td", [("class", "word")], text: waiver.name)
            let isActive = waiver.state == "active"
            writer.element("td", [("class", isActive ? "word skipped" : "word failed")], text: waiver.state)
            let means = waiver.compensating.isEmpty ? "" : " (\(waiver.compensating.joined(separator: ", ")))"
            writer.element("td", text: "\(waiver.category), \(waiver.ticket): \(waiver.reason)\(means)")
            writer.element("td", text: waiver.rules.joined(separator: ", "))
            writer.element(
              "td",
              text:
                "\(waiver.owner), approved by \(waiver.approver) on \(waiver.approved) until \(waiver.expires)"
            )
            writer.counts([waiver.daysLeft, waiver.matches])
          }
        }
      }
    }
  }

  private mutating func writeFrameworks(of assessment: Assessment) {
    section("frameworks", "Frameworks") { writer in
      for framework in assessment.frameworks {
        let tenants = Set(
          assessment.subjects.filter { framework.units.contains($0.unit) }.compactMap(\.tenant)
        )
        let places = FindingPlaces(frameworks: [framework.id], tenants: tenants)
        writer.element("details") { writer in
          let gaps = framework.controls.count { $0.outcome == .gap }
          let words = gaps == 0 ? "" : ", \(gaps) \(gaps == 1 ? "gap" : "gaps")"
          writer.element("summary", text: "\(framework.title) \(framework.version)\(words)")
          writer.element("p", text: framework.summary)
          writer.element("p", text: "Rules: \(framework.score), over \(framework.units.count) units")
          writer.table(["outcome", "control", "why", "rules", "still open"], []) { writer in
            for control in framework.controls {
              writer.row(filterWords(control.outcome.rawValue, places)) { $0.writeCells(of: control) }
            }
          }
        }
        writer.newline()
      }
    }
  }

  private mutating func writeCells(of control: Assessment.Control) {
    element("td", [("class", "word \(control.outcome.rawValue)")], text: control.outcome.rawValue)
    element("td", [("class", "control")]) { writer in
      writer.element("span", [("class", "badge")], text: control.id)
      writer.text(control.title)
    }
    element("td", text: control.reasons.joined(separator: "; "))
    let supporting = control.supporting.map { "\($0) (supporting)" }
    element("td", text: (control.necessary + supporting).joined(separator: ", "))
    let needs =
      control.assessorNeeds.isEmpty ? [] : ["needed: \(control.assessorNeeds.joined(separator: "; "))"]
    let open =
      control.notAssessed.isEmpty ? [] : ["not assessed: \(control.notAssessed.joined(separator: "; "))"]
    element("td", text: (open + needs).joined(separator: "; "))
  }

  /// Writes every rule, also those that nothing is known of.
  mutating func writeRules(of assessment: Assessment) {
    let kinds: [Assessment.Outcome.Kind] = [.passed, .failed, .waived, .error]
    section("rules", "Rules") { writer in
      writer.table(["rule", "severity", "holds where it passes"], kinds.map(\.rawValue)) { writer in
        for rule in assessment.rules {
          let outcome = kinds.reversed().first { rule.count(of: $0) > 0 }?.rawValue ?? "not-evaluated"
          let used = assessment.frameworks.filter { $0.controls.contains { $0.rules.contains(rule.name) } }
          let places = FindingPlaces(frameworks: Set(used.map(\.id)))
          writer.row(filterWords(outcome, places)) { writer in
            writer.element("td", [("class", "word")], text: rule.name)
            writer.element("td", text: rule.severity)
            writer.element("td") { writer in
              writer.text(rule.summary)
              if let silence = rule.silence { writer.element("p", [("class", "muted")], text: silence) }
            }
            writer.counts(kinds.map { rule.count(of: $0) })
          }
        }
      }
    }
  }
}
