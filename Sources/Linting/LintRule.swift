package import Diagnostics
package import Validation

/// One thing that hurts in production, and how to see it in manifests.
///
/// A value: facts, examples, and one closure. Each is a static in its own file below `Rules/`; the list of all is
/// generated from that folder. Rules know objects; they know no YAML, no files and no frameworks.
package struct LintRule: Sendable {
  /// For instance `SPAI2001` and `privileged-container`.
  package let code: Code
  package let group: Group
  package let severity: Severity
  /// The smallest profile that has it.
  package let profile: Profile
  /// Why it matters; one or two sentences.
  package let rationale: String
  /// What to do; one sentence.
  package let remediation: String
  /// The ids of the same rule in other checkers, by the checker.
  package let aliases: [Checker: [String]]
  /// Manifests that are right in one way and wrong in another; the tests run them.
  package let examples: [Example]
  package let check: Check

  package init(
    _ id: String,
    _ name: String,
    _ group: Group,
    _ severity: Severity,
    in profile: Profile = .standard,
    rationale: String,
    remediation: String,
    aliases: [Checker: [String]] = [:],
    examples: [Example],
    check: Check
  ) {
    code = Code(id, name)
    self.group = group
    self.severity = severity
    self.profile = profile
    self.rationale = rationale
    self.remediation = remediation
    self.aliases = aliases
    self.examples = examples
    self.check = check
  }

  package var name: String { code.name }

  /// What a rule looks at; the engine walks the objects once and asks each rule where it belongs.
  package enum Check: Sendable {
    /// Every object of some kinds; of all where the list is empty.
    case object([String], @Sendable (APIObject, LintContext, inout LintReport) -> Void)
    /// The pod of every workload.
    case pod(@Sendable (Pod, LintContext, inout LintReport) -> Void)
    /// Every container of every pod: init containers and sidecars too, ephemeral ones not.
    case container(@Sendable (Container, LintContext, inout LintReport) -> Void)
    /// All objects together, once; what its findings can be about is said, for those who count what has none.
    case set(about: SetSubjects, @Sendable (ObjectSet, LintContext, inout LintReport) -> Void)
    /// What each object of some kinds takes for itself, to be told where another has it; across the units of a run too.
    case claim([String], @Sendable (APIObject) -> [Claim])
  }

  /// What the findings of a rule about all objects can be about.
  package enum SetSubjects: Sendable {
    case objects
    /// Everything that makes pods.
    case pods
    case kinds([String])
    /// Everything that names another object for a purpose.
    case referring(Reference.Role)

    /// Whatever has a number of replicas.
    static let workloads = kinds(Workload.kinds.sorted())
  }

  /// What a rule is about; the thousands of its code.
  package enum Group: String, CaseIterable, Sendable {
    /// 20xx.
    case podSecurity = "pod security"
    /// 21xx.
    case images
    /// 22xx.
    case resources
    /// 23xx.
    case availability
    /// 24xx.
    case networking
    /// 25xx.
    case accessControl = "access control"
    /// 26xx.
    case secrets
    /// 27xx.
    case storage
    /// 28xx.
    case jobs
    /// 29xx.
    case autoscaling
    /// 30xx.
    case references
    /// 31xx.
    case labels
    /// 32xx.
    case accelerators
    /// 33xx.
    case tenancy
    /// 34xx.
    case ingress
    /// 35xx from 3521 on: how a platform is run.
    case operations
  }

  /// How much is asked of manifests; each profile has all rules of the one before.
  package enum Profile: UInt8, CaseIterable, Comparable, Sendable {
    case standard
    case strict
    case all

    package var name: String {
      switch self {
      case .standard: "default"
      case .strict: "strict"
      case .all: "all"
      }
    }

    package static func < (left: Profile, right: Profile) -> Bool { left.rawValue < right.rawValue }
  }

  /// The checkers whose ids users know.
  package enum Checker: String, CaseIterable, Comparable, Sendable {
    case checkov = "Checkov"
    case datree = "Datree"
    case gatekeeper = "Gatekeeper"
    case kics = "KICS"
    case kubeLinter = "kube-linter"
    case kubeScore = "kube-score"
    case kubeaudit
    case kubescape = "Kubescape"
    case kyverno = "Kyverno"
    case podSecurity = "Pod Security Standards"
    case polaris = "Polaris"
    case popeye = "Popeye"
    case sonar = "Sonar"
    case trivy = "Trivy"

    package static func < (left: Checker, right: Checker) -> Bool { left.rawValue < right.rawValue }
  }
}

/// A manifest that is right in one way and wrong in another: `«right|wrong»`.
///
/// The finding is at the line of the mark, or at the line of `↓` where there is one.
package struct Example: Sendable {
  package let text: String
  /// What the rule is told, for rules that say nothing unless they are told.
  package let settings: LintSettings

  package init(_ text: String, settings change: (inout LintSettings) -> Void = { _ in }) {
    self.text = text
    var settings = LintSettings()
    change(&settings)
    self.settings = settings
  }
}
