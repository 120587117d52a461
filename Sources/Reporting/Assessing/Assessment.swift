package import Diagnostics

/// What a run can say of compliance frameworks, in the words of its reports.
///
/// A value of this module, so that report formats know nothing of how rules are evaluated. All of it follows from
/// the manifests, the frameworks, the waivers and ``asOf``.
package struct Assessment: Sendable {
  /// The day of the run, as `2026-11-21`: the only time in any report.
  package let asOf: String
  /// The manifest rule score, in words.
  package let score: String
  /// What had to hold.
  package let conditions: [Condition]
  /// By id.
  package let frameworks: [Framework]
  /// By name.
  package let tenants: [Tenant]
  /// By name; each with what it found in all units.
  package let rules: [Rule]
  /// What results point to by index.
  package let subjects: [Subject]
  /// By name.
  package let waivers: [Waiver]
  /// The files that were read, by path.
  package let inputs: [DigestedFile]
  /// The generated lines that findings are about.
  package let excerpts: [Diagnostic: Excerpt]
  /// What has to stand below every report.
  package let footer: String
  /// How many of the passed results JUnit shows.
  package let junitPasses: JUnitPasses

  package init(
    asOf: String,
    score: String,
    conditions: [Condition],
    frameworks: [Framework],
    tenants: [Tenant],
    rules: [Rule],
    subjects: [Subject],
    waivers: [Waiver],
    inputs: [DigestedFile],
    excerpts: [Diagnostic: Excerpt],
    footer: String,
    junitPasses: JUnitPasses
  ) {
    self.asOf = asOf
    self.score = score
    self.conditions = conditions
    self.frameworks = frameworks.sorted { $0.id < $1.id }
    self.tenants = tenants.sorted { $0.name < $1.name }
    self.rules = rules.sorted { $0.name < $1.name }
    self.subjects = subjects
    self.waivers = waivers.sorted { $0.name < $1.name }
    self.inputs = inputs.sorted { $0.path < $1.path }
    self.excerpts = excerpts
    self.footer = footer
    self.junitPasses = junitPasses
  }

  /// One condition of the gate.
  package struct Condition: Hashable, Sendable {
    package let name: String
    package let holds: Bool
    package let explanation: String

    package init(name: String, holds: Bool, explanation: String) {
      self.name = name
      self.holds = holds
      self.explanation = explanation
    }
  }

  /// How one tenant does.
  package struct Tenant: Hashable, Sendable {
    package let name: String
    /// Its manifest rule score, in words.
    package let score: String

    package init(name: String, score: String) {
      self.name = name
      self.score = score
    }
  }

  /// Whom the manifests belong to, and which of them: what one outcome is about.
  package struct Subject: Hashable, Sendable {
    package let unit: String
    package let tenant: String?
    package let environment: String?
    /// Empty for all objects of a unit together.
    package let apiVersion: String
    package let kind: String
    package let namespace: String?
    package let name: String
    /// The file that it stands in, as digest and path; nil where it is not one object of one file.
    package let file: DigestedFile?

    package init(
      unit: String,
      tenant: String?,
      environment: String?,
      apiVersion: String,
      kind: String,
      namespace: String?,
      name: String,
      file: DigestedFile?
    ) {
      self.unit = unit
      self.tenant = tenant
      self.environment = environment
      self.apiVersion = apiVersion
      self.kind = kind
      self.namespace = namespace
      self.name = name
      self.file = file
    }

    /// For instance `production/acme: Deployment/acme-prod/api`.
    package var title: String {
      "\(unit): " + [kind, namespace ?? "", name].filter { !$0.isEmpty }.joined(separator: "/")
    }
  }

  /// A failure that somebody answers for.
  package struct Waiver: Hashable, Sendable {
    package let name: String
    package let rules: [String]
    package let category: String
    package let reason: String
    package let compensating: [String]
    package let owner: String
    package let approver: String
    package let approved: String
    package let expires: String
    package let ticket: String
    /// Whether it holds on the day of the run: `active`, `expired`, and others.
    package let state: String
    package let matches: Int
    /// Negative after the end.
    package let daysLeft: Int

    package init(
      name: String,
      rules: [String],
      category: String,
      reason: String,
      compensating: [String],
      owner: String,
      approver: String,
      approved: String,
      expires: String,
      ticket: String,
      state: String,
      matches: Int,
      daysLeft: Int
    ) {
      self.name = name
      self.rules = rules
      self.category = category
      self.reason = reason
      self.compensating = compensating
      self.owner = owner
      self.approver = approver
      self.approved = approved
      self.expires = expires
      self.ticket = ticket
      self.state = state
      self.matches = matches
      self.daysLeft = daysLeft
    }
  }

  /// Some lines of a generated file.
  package struct Excerpt: Hashable, Sendable {
    package let path: String
    /// The number of the first line, from 1.
    package let firstLine: Int
    package let lines: [String]
    /// The line that a finding is about, from 1.
    package let line: Int
    /// The line of a spec that the finding is about, or that the object is there for.
    package let declared: Label?

    package init(path: String, firstLine: Int, lines: [String], line: Int, declared: Label?) {
      self.path = path
      self.firstLine = firstLine
      self.lines = lines
      self.line = line
      self.declared = declared
    }
  }
}

/// A file and the SHA-256 of its bytes in hexadecimal digits.
package struct DigestedFile: Hashable, Sendable {
  package let path: String
  package let sha256: String

  package init(path: String, sha256: String) {
    self.path = path
    self.sha256 = sha256
  }
}
