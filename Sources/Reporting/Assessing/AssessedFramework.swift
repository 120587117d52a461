extension Assessment {
  /// A framework, and what was found for it.
  package struct Framework: Sendable {
    /// For instance `pci-dss-4.0.1`.
    package let id: String
    package let title: String
    package let version: String
    package let publisher: String?
    /// Where its text is.
    package let source: String?
    /// What stands for a percentage.
    package let summary: String
    /// The manifest rule score of its rules and units, in words.
    package let score: String
    /// The names of the units that it is about.
    package let units: Set<String>
    /// In the order of the framework.
    package let controls: [Control]

    package init(
      id: String,
      title: String,
      version: String,
      publisher: String?,
      source: String?,
      summary: String,
      score: String,
      units: Set<String>,
      controls: [Control]
    ) {
      self.id = id
      self.title = title
      self.version = version
      self.publisher = publisher
      self.source = source
      self.summary = summary
      self.score = score
      self.units = units
      self.controls = controls
    }
  }

  /// A control, and what the rules say of it.
  package struct Control: Sendable {
    package let id: String
    package let title: String
    package let coverage: Coverage
    package let outcome: Outcome
    package let reasons: [String]
    /// The requirements that it stands for.
    package let covers: [String]
    /// The names of rules without which nothing can be said.
    package let necessary: [String]
    /// The names of rules that add to the picture.
    package let supporting: [String]
    package let notAssessed: [String]
    package let assessorNeeds: [String]

    package init(
      id: String,
      title: String,
      coverage: Coverage,
      outcome: Outcome,
      reasons: [String],
      covers: [String],
      necessary: [String],
      supporting: [String],
      notAssessed: [String],
      assessorNeeds: [String]
    ) {
      self.id = id
      self.title = title
      self.coverage = coverage
      self.outcome = outcome
      self.reasons = reasons
      self.covers = covers
      self.necessary = necessary
      self.supporting = supporting
      self.notAssessed = notAssessed
      self.assessorNeeds = assessorNeeds
    }

    package var rules: [String] { necessary + supporting }

    /// How much of a control manifests can speak for.
    package enum Coverage: String, CaseIterable, Sendable {
      case full
      case partial
      case artefact
      case none
    }

    /// What can be said of a control; none of them says that a requirement is met as a whole.
    package enum Outcome: String, CaseIterable, Sendable {
      case metInScope = "met-in-scope"
      case supported
      case evidenceOnly = "evidence-only"
      case gap
      case acceptedDeviation = "accepted-deviation"
      case notApplicable = "not-applicable"
      case notAssessed = "not-assessed"
      case error
    }
  }

  /// The frameworks with a control that names a rule, and those controls.
  func controls(naming rule: String) -> [(framework: Framework, control: Control)] {
    frameworks.flatMap { framework in
      framework.controls.filter { $0.rules.contains(rule) }.map { (framework, $0) }
    }
  }
}

extension Assessment.Framework {
  /// Where its text is, as a URI; nil where nothing that long is an address.
  var address: String? {
    source.flatMap { $0.utf8.count <= 2048 ? uriReference($0) : nil }
  }
}
