import Diagnostics

extension JSONWriter {
  /// Writes what can be said of compliance, by the names that the reports' other words have.
  mutating func write(_ assessment: Assessment) {
    object { writer in
      writer.member("asOf", assessment.asOf)
      writer.member("score", assessment.score)
      writer.member("gate") { writer in
        writer.array(assessment.conditions) { writer, condition in
          writer.object { writer in
            writer.member("name", condition.name)
            writer.member("holds") { $0.boolean(condition.holds) }
            writer.member("explanation", condition.explanation)
          }
        }
      }
      writer.member("frameworks") { $0.array(assessment.frameworks) { $0.write($1) } }
      writer.member("rules") { $0.array(assessment.rules) { $0.write($1) } }
      writer.member("waivers") { $0.array(assessment.waivers) { $0.write($1) } }
      writer.member("footer", assessment.footer)
    }
  }

  private mutating func write(_ framework: Assessment.Framework) {
    object { writer in
      writer.member("id", framework.id)
      writer.member("title", framework.title)
      writer.member("version", framework.version)
      writer.member("summary", framework.summary)
      writer.member("score", framework.score)
      writer.member("units") { $0.texts(framework.units.sorted()) }
      writer.member("controls") { writer in
        writer.array(framework.controls) { writer, control in
          writer.object { writer in
            writer.member("id", control.id)
            writer.member("title", control.title)
            writer.member("coverage", control.coverage.rawValue)
            writer.member("outcome", control.outcome.rawValue)
            writer.member("reasons") { $0.texts(control.reasons) }
            writer.member("rules") { $0.texts(control.rules) }
          }
        }
      }
    }
  }

  private mutating func write(_ rule: Assessment.Rule) {
    object { writer in
      writer.member("name", rule.name)
      writer.member("severity", rule.severity)
      writer.member("codes") { $0.texts(rule.codes.map(\.id)) }
      writer.member("passed", rule.count(of: .passed))
      writer.member("failed", rule.count(of: .failed))
      writer.member("waived", rule.count(of: .waived))
      writer.member("notApplicable", rule.count(of: .notApplicable))
      writer.member("errors", rule.count(of: .error))
      writer.member("silence", rule.silence)
    }
  }

  private mutating func write(_ waiver: Assessment.Waiver) {
    object { writer in
      writer.member("name", waiver.name)
      writer.member("rules") { $0.texts(waiver.rules) }
      writer.member("state", waiver.state)
      writer.member("owner", waiver.owner)
      writer.member("approvedBy", waiver.approver)
      writer.member("expires", waiver.expires)
      writer.member("daysLeft", waiver.daysLeft)
      writer.member("matches", waiver.matches)
    }
  }

  private mutating func texts(_ texts: [String]) {
    array(texts) { $0.string($1) }
  }
}
