internal import ArgumentParser
internal import Diagnostics
internal import KubernetesAPI
internal import Reporting
internal import SpaiGen

struct Validate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check any manifests against the Kubernetes API, offline.",
    discussion: """
      Files, folders, or '-' for standard input; YAML or JSON, lists too. The knowledge of every version from \
      \(KubernetesVersion.supported.lowerBound) to \(KubernetesVersion.supported.upperBound), and of the custom \
      kinds that operators bring, is in the binary.

      Examples:
        spai-gen validate out
        spai-gen validate --kubernetes 1.33,1.37 deploy.yaml
        kubectl get deploy -o yaml | spai-gen validate -
        spai-gen validate --crd my-crds/ --report junit=report.xml manifests/
      """
  )

  @Argument(help: "Files, folders, or '-'.")
  var paths: [String]

  @Option(help: "The versions of Kubernetes, separated by commas; the newest known when absent.")
  var kubernetes: String?

  @Option(help: "A file or folder of CustomResourceDefinitions; may be given several times.")
  var crd: [String] = []

  @Flag(help: "Leave objects of unknown kinds out instead of refusing them.")
  var ignoreMissingSchemas = false

  @Option(help: "Look at these kinds only, separated by commas.")
  var kinds: String?

  @Option(help: "How findings look: \(DiagnosticsForm.allCases.map(\.rawValue).joined(separator: ", ")).")
  var diagnostics = DiagnosticsForm.full

  @Flag(name: .shortAndLong, help: "Say nothing but findings.")
  var quiet = false

  @OptionGroup var reports: ReportOptions

  func run() throws {
    var findings = Findings()
    var options = ValidationOptions(versions: try versions())
    options.ignoresMissingSchemas = ignoreMissingSchemas
    options.kinds = Set((kinds ?? "").split(separator: ",").map(String.init))
    options.catalogue = readCatalogue(crd, reporting: &findings)
    let sources = readManifests(paths, standardInput: Console.readAll, reporting: &findings)
    let isUnreadable = findings.errorCount > 0
    let result = SpaiGen.validate(sources, options: options)
    findings.report(contentsOf: result.findings)
    let all = findings.all.sortedAndUnique()
    show(all, sources, as: diagnostics)
    try reports.write(
      Report(
        tool: SpaiGenCommand.tool,
        diagnostics: all,
        sources: sources,
        units: [],
        checked: result.groups,
        threshold: reports.failOn.severity
      )
    )
    if !quiet { Console.say(summary(result, options)) }
    if isUnreadable { throw ExitCode.cannotRun }
    if result.total == 0 {
      Console.say("error: there is no object to validate")
      throw ExitCode.cannotRun
    }
    if all.contains(where: { $0.severity >= reports.failOn.severity }) { throw ExitCode.findings }
  }

  private func versions() throws -> [KubernetesVersion] {
    let known = KubernetesVersion.supported
    guard let kubernetes else { return [known.upperBound] }
    return try kubernetes.split(separator: ",").map { word in
      guard let version = KubernetesVersion(parsing: String(word)), known.contains(version) else {
        throw ValidationError(
          "--kubernetes takes versions from \(known.lowerBound) to \(known.upperBound), not '\(word)'."
        )
      }
      return version
    }
  }

  private func summary(_ result: ManifestValidation, _ options: ValidationOptions) -> String {
    var text = "\(result.total) objects: \(result.valid) valid, \(result.invalid) invalid"
    text += ", \(result.skipped) skipped, \(result.empty) empty files"
    text += " (Kubernetes \(options.versions.map(\.description).joined(separator: ", ")))"
    if !result.kindsWithRules.isEmpty {
      text += "\nnot evaluated: the CEL rules of \(result.kindsWithRules.sorted().joined(separator: ", "))"
    }
    return text
  }
}
