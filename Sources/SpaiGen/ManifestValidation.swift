package import Diagnostics
package import KubernetesAPI
package import Reporting
internal import Validation
internal import YAMLSyntax

/// How manifests are validated.
package struct ValidationOptions: Sendable {
  /// The versions of Kubernetes that every object has to be right for.
  package var versions: [KubernetesVersion]
  package var catalogue: APICatalogue
  /// Whether objects of unknown kinds are left out rather than refused.
  package var ignoresMissingSchemas: Bool
  /// The only kinds that are looked at; all where empty.
  package var kinds: Set<String>

  package init(
    versions: [KubernetesVersion],
    catalogue: APICatalogue = .embedded,
    ignoresMissingSchemas: Bool = false,
    kinds: Set<String> = []
  ) {
    self.versions = versions
    self.catalogue = catalogue
    self.ignoresMissingSchemas = ignoresMissingSchemas
    self.kinds = kinds
  }
}

/// What became of a set of manifests.
package struct ManifestValidation: Sendable {
  package var findings: [Diagnostic] = []
  /// One group a file, one case an object.
  package var groups: [CheckedGroup] = []
  package var valid = 0
  package var invalid = 0
  package var skipped = 0
  /// Files that hold no object.
  package var empty = 0
  /// Kinds whose definitions have rules (CEL) that are not evaluated.
  package var kindsWithRules: Set<String> = []

  package var total: Int { valid + invalid + skipped }

  fileprivate mutating func count(_ outcome: CheckedCase.Outcome) {
    switch outcome {
    case .skipped: skipped += 1
    case .failed: invalid += 1
    case .passed, .error: valid += 1
    }
  }
}

/// Validates every object of the sources against the Kubernetes API.
package func validate(_ sources: SourceMap, options: ValidationOptions) -> ManifestValidation {
  var result = ManifestValidation()
  var all = Findings()
  var checks = options.versions.map { (version: $0, api: APICheck(at: $0, in: options.catalogue)) }
  for source in sources.sources {
    var findings = Findings()
    let objects = parseYAML(source, reporting: &findings).flatMap(\.listItems)
    var cases: [CheckedCase] = []
    if findings.errorCount > 0 {
      cases.append(CheckedCase(name: "the text", className: source.path, findings: findings.all))
      result.invalid += 1
    } else if objects.isEmpty {
      result.empty += 1
    }
    for object in objects {
      let outcome = validate(object, options, &checks, reporting: &findings)
      result.count(outcome)
      cases.append(CheckedCase(name: object.title, className: source.path, outcome: outcome))
      if let kind = options.catalogue.kind(object.kind, in: object.apiVersion), kind.hasRules {
        result.kindsWithRules.insert(kind.kind)
      }
    }
    all.report(contentsOf: findings.all)
    result.groups.append(CheckedGroup(name: source.path, cases: cases))
  }
  result.findings = all.all.sortedAndUnique()
  return result
}

private func validate(
  _ object: Node,
  _ options: ValidationOptions,
  _ checks: inout [(version: KubernetesVersion, api: APICheck)],
  reporting findings: inout Findings
) -> CheckedCase.Outcome {
  if object.apiVersion.hasPrefix("kustomize.config.k8s.io/") {
    return .skipped(reason: "it tells kustomize what to do, and never reaches a server")
  }
  if !options.kinds.isEmpty && !options.kinds.contains(object.kind) {
    return .skipped(reason: "its kind is not among those asked for")
  }
  if options.ignoresMissingSchemas, options.catalogue.kind(object.kind, in: object.apiVersion) == nil {
    return .skipped(reason: "nothing is known of its kind")
  }
  // A finding of some of the versions says which.
  var versionsOf: [Diagnostic: [KubernetesVersion]] = [:]
  let meaning = meaningFindings(of: APIObject(object))
  for index in checks.indices {
    var own = Findings()
    checks[index].api.check(object, meaning, reporting: &own)
    for finding in own.all { versionsOf[finding, default: []].append(checks[index].version) }
  }
  let found = versionsOf.map { finding, versions in
    versions.count == options.versions.count ? finding : finding.limited(to: versions)
  }.sortedAndUnique()
  findings.report(contentsOf: found)
  let errors = found.filter { $0.severity == .error }
  return errors.isEmpty ? .passed : .failed(errors)
}

extension Diagnostic {
  fileprivate func limited(to versions: [KubernetesVersion]) -> Diagnostic {
    Diagnostic(
      code,
      severity,
      "\(message) (Kubernetes \(versions.map(\.description).joined(separator: ", ")))",
      at: primary,
      related: related,
      help: help,
      generated: generated
    )
  }
}

extension Node {
  fileprivate var kind: String { mapping?["kind"]?.scalar?.text ?? "" }
  fileprivate var apiVersion: String { mapping?["apiVersion"]?.scalar?.text ?? "" }

  /// For instance `Deployment/api`.
  fileprivate var title: String {
    let metadata = mapping?["metadata"]?.mapping
    let name = (metadata?["name"] ?? metadata?["generateName"])?.scalar?.text ?? "?"
    let namespace = metadata?["namespace"]?.scalar.map { "\($0.text)/" } ?? ""
    return "\(namespace)\(kind.isEmpty ? "?" : kind)/\(name)"
  }

  /// The objects of a `List`, as kubectl prints one; the object itself otherwise.
  var listItems: [Node] {
    guard kind.hasSuffix("List"), let items = mapping?["items"]?.sequence else { return [self] }
    return items.flatMap(\.listItems)
  }
}
