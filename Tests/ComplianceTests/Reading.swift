import Compliance
import Diagnostics
import Linting
import SpaiGen
import TestSupport
import YAMLSyntax

/// The documents of a text; `nil` where it is not YAML.
func nodes(of text: String, _ findings: inout Findings) -> [Node] {
  var sources = SourceMap()
  let id = sources.add(path: "a.yaml", owner: .platform, bytes: Array(text.utf8))
  return parseYAML(sources[id], reporting: &findings)
}

/// The findings of some step as `CODE line: message`.
func told(about text: String, _ step: ([Node], inout Findings) -> Void) -> [String] {
  var findings = Findings()
  let nodes = nodes(of: text, &findings)
  step(nodes, &findings)
  let table = LineTable(Array(text.utf8))
  return findings.all.map { finding in
    let line = finding.primary.map { table.position(of: $0.span.start).line } ?? 0
    return "\(finding.code.id) \(line): \(finding.message)"
  }
}

func frameworks(_ text: String) -> [Framework] {
  var findings = Findings()
  return decodeFrameworks(nodes(of: text, &findings), reporting: &findings)
}

func waivers(_ text: String) -> [Waiver] {
  var findings = Findings()
  return decodeWaivers(nodes(of: text, &findings), reporting: &findings)
}

/// A unit of some objects.
func unit(
  _ text: String,
  _ name: String = "production/acme",
  dataClasses: [String] = [],
  frameworks: [String] = [],
  digest: String? = nil,
  isReproduced: Bool? = nil
) -> AssessedUnit {
  var findings = Findings()
  let parts = name.split(separator: "/").map(String.init)
  return AssessedUnit(
    UnitIdentity(
      name: name,
      tenant: parts.last,
      environment: parts.first,
      dataClasses: dataClasses,
      frameworks: frameworks
    ),
    objects: nodes(of: text, &findings).map { AssessedObject($0, digest: digest, isReproduced: isReproduced) }
  )
}

/// A Deployment with one container.
func deployment(_ name: String, privileged: Bool = false, replicas: Int = 3, annotations: String = "")
  -> String
{
  """
  ---
  apiVersion: apps/v1
  kind: Deployment
  metadata: {name: \(name), namespace: acme-prod, annotations: {\(annotations)}}
  spec:
    replicas: \(replicas)
    template:
      spec:
        containers:
        - name: main
          securityContext: {privileged: \(privileged)}

  """
}

/// A framework of some controls; `universe` is their count unless told.
func framework(_ id: String = "mine", universe: Int = 1, _ more: String = "", controls: String) -> String {
  """
  ---
  apiVersion: spai/v1
  kind: Framework
  metadata: {name: \(id)}
  title: Mine
  version: "1"
  universe: {total: \(universe), unit: things, countedFrom: nowhere}
  \(more)
  controls:
  \(controls)

  """
}

/// A control of full coverage.
func control(_ id: String, _ rules: String) -> String {
  "- {id: \(id), title: One, coverage: full, necessary: [\(rules)]}"
}

func waiver(
  _ name: String = "W-1",
  rules: String = "pod-privileged",
  scope: String = "{tenant: acme, environment: production, kind: Deployment, name: bad}",
  approver: String = "ciso@acme.example",
  approved: String = "2026-11-01",
  expires: String = "2026-11-30",
  _ more: String = ""
) -> String {
  """
  ---
  apiVersion: spai/v1
  kind: Waiver
  metadata: {name: \(name)}
  rules: [\(rules)]
  scope: \(scope)
  category: risk-accepted
  reason: The vendor needs it.
  owner: jane@acme.example
  approvedBy: \(approver)
  approvedAt: \(approved)
  expires: \(expires)
  ticket: RISK-1
  \(more)

  """
}

/// A run on a day of November 2026, and the codes that it reported.
func run(
  _ units: [AssessedUnit],
  _ frameworkText: String,
  waivers waiverText: String = "",
  configuration: LintConfiguration = LintConfiguration(),
  requirements: GateRequirements = GateRequirements(),
  asOf day: String = "2026-11-21"
) -> (result: ComplianceResult, codes: [String]) {
  var findings = Findings()
  let plan = AssessmentPlan(units.map(\.identity), by: frameworks(frameworkText), configuration)
  let result = plan.conclude(
    units.map(plan.assess),
    waivers: waivers(waiverText),
    requirements: requirements,
    asOf: Day(parsing: day) ?? today,
    reporting: &findings
  )
  return (result, findings.all.map(\.code.id))
}

/// Some day, for the type.
private var today: Day { waivers(waiver())[0].approved }

extension ComplianceResult {
  /// The outcomes of the controls of the first framework.
  var outcomes: [ControlResult.Outcome] { frameworks.first?.controls.map(\.outcome) ?? [] }

  func holds(_ kind: GateCondition.Kind) -> Bool? { gate.first { $0.kind == kind }?.holds }

  func rule(_ name: String) -> RuleResult? { rules.first { $0.rule.name == name } }
}

/// The repository's own framework files, by path.
func shippedFiles() throws -> [(path: String, text: String)] {
  let root = String(#filePath.dropLast("/Tests/ComplianceTests/Reading.swift".utf8.count))
  let folder = Folder(root)
  return try folder.files(below: "templates/frameworks").sorted().map { path in
    (path, String(decoding: try folder.read("templates/frameworks/\(path)") ?? [], as: UTF8.self))
  }
}
