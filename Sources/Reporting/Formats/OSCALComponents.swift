import Diagnostics

extension ReportFormat {
  /// An OSCAL component definition: which rules speak for which controls, whatever a run finds.
  ///
  /// The rules are properties as compliance-trestle reads them, one set of properties a rule.
  package static let oscalComponents = ReportFormat("oscal-components", fileExtension: "json") {
    assessment,
    tool in
    let oscal = OSCAL(assessment, by: tool)
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("component-definition") { writer in
        writer.object { writer in
          writer.member("uuid", NameBasedUUID.reports["component-definition", oscal.fingerprint])
          oscal.writeMetadata("What \(tool.name) looks at in manifests", to: &writer)
          writer.list("components", [tool]) { writer, tool in
            oscal.writeComponent(to: &writer)
          }
          writer.member("back-matter") { writer in
            writer.object { writer in
              writer.list("resources", assessment.frameworks) { oscal.writeSource(of: $1, to: &$0) }
            }
          }
        }
      }
    }
    return writer.finished()
  }
}

extension OSCAL {
  fileprivate func writeComponent(to writer: inout JSONWriter) {
    let speaking = assessment.frameworks.filter { framework in
      framework.controls.contains { $0.coverage != .none }
    }
    writer.object { writer in
      writer.member("uuid", NameBasedUUID.reports["component", tool.name])
      writer.member("type", "validation")
      writer.member("title", tool.name)
      writer.member("description", "Rules about the content of Kubernetes manifests. \(assessment.footer)")
      writer.list("props", ruleProperties()) {
        $0.property($1.name, $1.value, in: trestleNamespace, set: $1.set)
      }
      writer.list("control-implementations", speaking) { write($1, to: &$0) }
    }
  }

  private struct RuleProperty {
    let name: String
    let value: String
    let set: String
  }

  private func ruleProperties() -> [RuleProperty] {
    assessment.rules.enumerated().flatMap { index, rule in
      let number = String(index)
      let set = "rule_set_" + String(repeating: "0", count: max(0, 3 - number.utf8.count)) + number
      let checks = rule.codes.map { "\($0.id) \($0.name)" }.joined(separator: ", ")
      let properties =
        [("Rule_Id", rule.name), ("Rule_Description", rule.summary)]
        + (checks.isEmpty
          ? [] : [("Check_Id", rule.name), ("Check_Description", "No finding of \(checks).")])
      return properties.map { RuleProperty(name: $0.0, value: $0.1, set: set) }
    }
  }

  private func write(_ framework: Assessment.Framework, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("uuid", NameBasedUUID.reports["control-implementation", framework.id])
      writer.member("source", "#\(NameBasedUUID.reports["framework", framework.id])")
      writer.member("description", oscalText("\(framework.title) \(framework.version)"))
      writer.list("implemented-requirements", framework.controls.filter { $0.coverage != .none }) {
        writer,
        control in
        writer.object { writer in
          writer.member("uuid", NameBasedUUID.reports["implemented-requirement", framework.id, control.id])
          writer.member("control-id", controlID(framework, control.id))
          writer.member("description", description(of: control))
          writer.list("props", control.rules) { $0.property("Rule_Id", $1, in: trestleNamespace) }
          let open = control.notAssessed.map { "Not assessed: \(oscalText($0))" }
          let needed = control.assessorNeeds.map { "The assessor needs: \(oscalText($0))" }
          if !(open + needed).isEmpty {
            writer.member("remarks", (open + needed).joined(separator: "\n\n"))
          }
        }
      }
    }
  }

  private func description(of control: Assessment.Control) -> String {
    let coverage =
      switch control.coverage {
      case .full: "The control is about manifests; the rules decide it for the assessed files."
      case .partial: "A failing rule is a gap; passing rules are necessary and not sufficient."
      case .artefact: "The rules leave a record that an assessor can use, and decide nothing."
      case .none: "Manifests say nothing about it."
      }
    return "\(oscalText(control.title)): \(coverage)"
  }

  fileprivate func writeSource(of framework: Assessment.Framework, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("uuid", NameBasedUUID.reports["framework", framework.id])
      writer.member("title", oscalText("\(framework.title) \(framework.version)"))
      writer.member("description", "Ids and titles in our own words; the text is the publisher's.")
      writer.list("rlinks", [framework.address].compactMap(\.self)) { writer, address in
        writer.object { $0.member("href", address) }
      }
    }
  }
}
