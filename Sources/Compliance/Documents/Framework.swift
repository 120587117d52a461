/// A catalogue of controls, and which rules speak for each: data, of which rules know nothing.
package struct Framework: Sendable {
  /// For instance `pci-dss-4.0.1`; names the framework in reports and on the command line.
  package let id: String
  package let title: String
  package let version: String
  package let publisher: String?
  /// Where its text is; the document itself has ids and short titles of our own only.
  package let source: String?
  package let note: String?
  /// The names by which tenants declare it: `pci-dss`.
  package let aliases: [String]
  package let universe: Universe
  package let scope: Scope
  /// In the order in which they were written.
  package let controls: [Control]

  /// What "complete" means: how many requirements there are, of which kind, counted where.
  package struct Universe: Hashable, Sendable {
    package let total: Int
    package let unit: String
    package let countedFrom: String
  }

  /// Which units it is about.
  package enum Scope: Hashable, Sendable {
    case everyUnit
    /// Units that declare it, and units that process one of these classes of data.
    case dataClasses([String])
  }

  /// One control, or a group of controls of which manifests say nothing.
  package struct Control: Hashable, Sendable {
    package let id: String
    /// Our own words, never those of the framework.
    package let title: String
    package let coverage: Coverage
    /// The requirements of the universe that it stands for; none for a row beside the count.
    package let covers: [String]
    /// What of it can be seen in manifests.
    package let property: String?
    /// The rules without which nothing can be said.
    package let necessary: [String]
    /// The rules that add to the picture.
    package let supporting: [String]
    package let notAssessed: [String]
    package let assessorNeeds: [String]
    /// How far public mappings agree: A two or more, B one, C our own reading.
    package let confidence: String?

    package var rules: [String] { necessary + supporting }
  }

  /// What manifests can say of a control.
  package enum Coverage: String, CaseIterable, Sendable {
    /// The control is about the content of manifests; the rules decide it for the assessed files.
    case full
    /// A failing rule is a gap; passing rules are necessary and not sufficient.
    case partial
    /// The rules leave a record that an assessor can use, and decide nothing.
    case artefact
    case none
  }

  /// Every rule that some control names, in the order of first use.
  package var rules: [String] {
    var seen = Set<String>()
    return controls.flatMap(\.rules).filter { seen.insert($0).inserted }
  }

  /// Whether tenants and command lines mean it by a name.
  package func isCalled(_ name: String) -> Bool {
    name == id || aliases.contains(name)
  }

  /// Whether a unit is one that the framework is about.
  package func includes(_ unit: UnitIdentity) -> Bool {
    if unit.frameworks.contains(where: isCalled) { return true }
    return switch scope {
    case .everyUnit: true
    case .dataClasses(let classes): unit.dataClasses.contains(where: classes.contains)
    }
  }

  /// How many requirements controls of a coverage stand for.
  package func count(of coverage: Coverage) -> Int {
    controls.filter { $0.coverage == coverage }.reduce(0) { $0 + $1.covers.count }
  }
}
