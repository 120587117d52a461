import Diagnostics

/// The frameworks as SARIF knows them: a taxonomy each, to whose controls the rules of a run relate.
struct Taxonomies {
  private let frameworks: [Assessment.Framework]
  /// The controls of each framework that manifests speak about.
  private let controls: [[Assessment.Control]]
  /// By the id of a code: the controls whose rules it decides.
  private let relations: [String: [Relation]]

  /// A control that findings of some code speak about.
  struct Relation: Hashable {
    let framework: Int
    let control: Int
    /// Whether each finding violates the control, rather than being of interest to it.
    let isViolation: Bool
  }

  init(_ assessment: Assessment?) {
    frameworks = assessment?.frameworks ?? []
    controls = frameworks.map { $0.controls.filter { $0.coverage != .none } }
    let codes = Dictionary(
      (assessment?.rules ?? []).map { ($0.name, $0.codes.map(\.id)) },
      uniquingKeysWith: { first, _ in first }
    )
    var relations: [String: [Relation]] = [:]
    for (framework, controls) in controls.enumerated() {
      for (index, control) in controls.enumerated() {
        let necessary = Set(control.necessary.flatMap { codes[$0] ?? [] })
        let all = necessary.union(control.supporting.flatMap { codes[$0] ?? [] })
        for code in all {
          let isViolation = control.coverage == .full && necessary.contains(code)
          relations[code, default: []].append(
            Relation(framework: framework, control: index, isViolation: isViolation)
          )
        }
      }
    }
    self.relations = relations
  }

  /// Writes the frameworks with the ids of the controls that manifests speak about.
  func writeTaxonomies(to writer: inout JSONWriter) {
    writer.list("taxonomies", Array(zip(frameworks, controls))) { writer, item in
      let (framework, controls) = item
      writer.object { writer in
        writer.member("name", shownName(framework.id))
        writer.member("fullName", shownName("\(framework.title) \(framework.version)"))
        writer.member("version", shownName(framework.version))
        writer.member("guid", guid(of: framework))
        if let publisher = framework.publisher { writer.member("organization", shownName(publisher)) }
        if let address = framework.address { writer.member("informationUri", address) }
        writer.member("isComprehensive") { $0.boolean(false) }
        writer.list("taxa", controls) { writer, control in
          writer.object { writer in
            writer.member("id", shownName(control.id))
            writer.member("guid", NameBasedUUID.reports["taxon", framework.id, control.id])
            writer.member("shortDescription") { writer in
              writer.object { $0.member("text", shownText(control.title)) }
            }
          }
        }
      }
    }
  }

  /// Writes that the driver knows them.
  func writeSupported(to writer: inout JSONWriter) {
    writer.list("supportedTaxonomies", Array(frameworks.enumerated())) { writer, item in
      writer.object { writeReference(to: item.offset, members: &$0) }
    }
  }

  /// Writes how the findings of a code relate to controls.
  ///
  /// What is violated is a superset; everything else is merely relevant, because a passing rule is not enough there.
  func writeRelationships(of code: Code, to writer: inout JSONWriter) {
    writer.list("relationships", relations[code.id] ?? []) { writer, relation in
      writer.object { writer in
        writer.member("target") { writer in
          writeTaxon(relation, to: &writer) { writeReference(to: relation.framework, members: &$0) }
        }
        writer.list("kinds", [relation.isViolation ? "superset" : "relevant"]) { $0.string($1) }
      }
    }
  }

  /// Writes the controls that a finding is relevant to, by number: there may be many findings.
  ///
  /// Those that it violates follow from its rule.
  func writeTaxa(of code: Code, to writer: inout JSONWriter) {
    writer.list("taxa", (relations[code.id] ?? []).filter { !$0.isViolation }) { writer, relation in
      writeTaxon(relation, to: &writer) { $0.member("index", relation.framework) }
    }
  }

  private func writeTaxon(
    _ relation: Relation,
    to writer: inout JSONWriter,
    component: (inout JSONWriter) -> Void
  ) {
    writer.object { writer in
      writer.member("id", shownName(controls[relation.framework][relation.control].id))
      writer.member("index", relation.control)
      writer.member("toolComponent") { $0.object(component) }
    }
  }

  private func writeReference(to index: Int, members writer: inout JSONWriter) {
    writer.member("name", shownName(frameworks[index].id))
    writer.member("index", index)
    writer.member("guid", guid(of: frameworks[index]))
  }

  private func guid(of framework: Assessment.Framework) -> String {
    NameBasedUUID.reports["taxonomy", framework.id, framework.version]
  }
}
