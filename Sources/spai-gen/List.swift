internal import Kubernetes
internal import ArgumentParser
internal import Compliance
internal import Diagnostics
internal import Linting
internal import Reporting
internal import SpaiGen
internal import Specification

struct List: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List what the specs declare.",
    discussion: """
      Examples:
        spai-gen list services
        spai-gen list tenants
        spai-gen list images --cyclonedx images.cdx.json
        spai-gen list cost --format json
        spai-gen list frameworks
        spai-gen list rules
      """
  )

  enum Subject: String, ExpressibleByArgument, CaseIterable {
    case services
    case jobs
    case tenants
    case tiers
    case resourceTiers = "resource-tiers"
    case environments
    case priorities
    case gpuClasses = "gpu-classes"
    case images
    case cost
    case frameworks
    case rules
    case codes
  }

  @OptionGroup var inputs: InputOptions

  @Argument(help: "\(Subject.allCases.map(\.rawValue).joined(separator: ", ")).")
  var subject: Subject

  @Option(help: "Write the images to this file too, as a CycloneDX bill of materials.")
  var cyclonedx: String?

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  @Option(help: "A table, or a list of objects with the columns as members.")
  var format = Format.text

  func validate() throws {
    if cyclonedx != nil, subject != .images { throw ValidationError("--cyclonedx goes with 'list images'.") }
  }

  func run() async throws {
    if subject == .rules { return show(ruleRows) }
    if subject == .codes { return show(codeRows) }
    var findings = Findings()
    let (workspace, sources) = try inputs.readSpecs(reporting: &findings)
    switch subject {
    case .images:
      let inventory = await imageInventory(
        of: workspace,
        workers: Console.processorCount,
        reporting: &findings
      )
      show(rows(inventory))
      try write(inventory)
    case .cost:
      guard workspace.repository.platform.prices != nil else {
        throw ValidationError("The Platform has no 'prices'; see Docs/cost.md.")
      }
      let costs = await costInventory(
        of: workspace,
        workers: Console.processorCount,
        reporting: &findings
      )
      show(costs.rows(workspace.repository))
    case .frameworks:
      show(frameworkRows(workspace.compliance.decode(reporting: &findings).frameworks))
    default:
      show(rows(workspace.repository))
    }
    inputs.show(findings.all.sortedAndUnique(), sources: sources)
    if findings.errorCount > 0 { throw ExitCode.findings }
  }

  private var codeRows: [[String]] {
    [["CODE", "NAME", "WHY"]] + CodeExplanation.all.map { [$0.id, $0.name, $0.text] }
  }

  private var ruleRows: [[String]] {
    [["RULE", "CODE", "SEVERITY", "PROFILE", "ABOUT"]]
      + LintRule.all.sorted { $0.code.id < $1.code.id }.map { rule in
        [rule.name, rule.code.id, rule.severity.name, rule.profile.name, rule.group.rawValue]
      }
  }

  private func frameworkRows(_ frameworks: [Framework]) -> [[String]] {
    let titles = ["FRAMEWORK", "REQUIREMENTS", "FULL", "PARTIAL", "ARTEFACT", "NAMES", "TITLE"]
    return [titles] + frameworks.map(row)
  }

  private func row(_ framework: Framework) -> [String] {
    let coverages: [Framework.Coverage] = [.full, .partial, .artefact]
    let counts = [framework.universe.total] + coverages.map { framework.count(of: $0) }
    let names = framework.aliases.joined(separator: ",")
    return [framework.id] + counts.map(String.init) + [names, "\(framework.title) \(framework.version)"]
  }

  private func rows(_ repository: Repository) -> [[String]] {
    switch subject {
    case .frameworks, .images, .cost, .rules, .codes: []
    case .tiers:
      [["TIER", "RANK", "REPLICAS", "CPU", "MEMORY"]]
        + repository.tiers.all.sorted { $0.rank.value < $1.rank.value }.map { tier in
          [
            tier.header.name, "\(tier.rank.value)", "\(tier.replicas.value)", tier.resources.cpu.value.text,
            tier.resources.memory.value.text,
          ]
        }
    case .resourceTiers:
      [["RESOURCE TIER", "CPU", "MEMORY", "SUMMARY"]]
        + repository.resourceTiers.all.sorted { $0.cpu.value < $1.cpu.value }.map {
          [$0.header.name, $0.cpu.value.text, $0.memory.value.text, $0.summary.value]
        }
    case .environments:
      [["ENVIRONMENT", "SHORT", "TENANTS"]]
        + repository.environments.all.map { environment in
          let tenants = repository.tenants.all.filter { $0.environments.item(environment.name) != nil }
          return [environment.name, environment.short.value, tenants.map(\.name).joined(separator: ",")]
        }
    case .priorities:
      [["PRIORITY", "VALUE", "SUMMARY"]]
        + repository.platform.catalogue.priorityClasses.items.sorted {
          $0.value.value.value > $1.value.value.value
        }
        .map { [$0.name, "\($0.value.value.value)", $0.value.summary.value] }
    case .gpuClasses:
      [["GPU CLASS", "RESOURCE", "FORMS"]]
        + repository.platform.catalogue.gpuClasses.items.map { item in
          let forms =
            item.value.mig.names.map { "mig \($0)" } + (item.value.timeSlice == nil ? [] : ["timeSlice"])
            + (item.value.deviceClass == nil ? [] : ["claim"])
          return [
            item.name, item.value.resource.value, forms.isEmpty ? "whole" : forms.joined(separator: ", "),
          ]
        }
    case .services:
      [["SERVICE", "CATEGORY", "TIER", "SUMMARY"]]
        + repository.serviceTemplates.all.map { row($0.header.name, $0.about) }
    case .jobs:
      [["JOB", "CATEGORY", "TIER", "SUMMARY"]]
        + repository.jobTemplates.all.map { row($0.header.name, $0.about) }
    case .tenants:
      [["TENANT", "TIER", "ENVIRONMENTS", "OWNER"]]
        + repository.tenants.all.map { tenant in
          [
            tenant.name, tenant.tier.value, tenant.environments.names.joined(separator: ","),
            tenant.owner.team.value,
          ]
        }
    }
  }

  private func rows(_ inventory: ImageInventory) -> [[String]] {
    [["IMAGE", "TAG", "DIGEST", "SBOM", "SCANNED", "TENANTS"]]
      + inventory.images.map { image in
        let tenants = Set(image.users.map(\.tenant)).sorted().joined(separator: ",")
        return [
          image.name, image.tag ?? "-", image.digest.map { String($0.prefix(19)) } ?? "-",
          image.records.sbom == nil ? "-" : "yes", image.records.scannedOn ?? "-", tenants,
        ]
      }
  }

  private func write(_ inventory: ImageInventory) throws {
    guard let cyclonedx else { return }
    do {
      try writeReport(inventory.cycloneDX(by: SpaiGenCommand.tool), to: cyclonedx)
    } catch {
      Console.say("error: \(error.diagnostic.message)")
      throw ExitCode.cannotRun
    }
  }

  private func row(_ name: String, _ facts: TemplateFacts) -> [String] {
    [name, facts.category.value, facts.minimumTier.map { "\($0.value)+" } ?? "all", facts.summary.value]
  }

  private func show(_ rows: [[String]]) {
    switch format {
    case .text: print(table(rows))
    case .json: print(String(decoding: objects(rows), as: UTF8.self), terminator: "")
    }
  }

  /// One object a row, whose members are called as the columns.
  private func objects(_ rows: [[String]]) -> [UInt8] {
    let names = (rows.first ?? []).map { title in
      title.lowercased().split(separator: " ").joined(separator: "-")
    }
    var writer = JSONWriter()
    writer.array(Array(rows.dropFirst())) { writer, row in
      writer.object { writer in
        for (name, cell) in zip(names, row) { writer.member(name, cell) }
      }
    }
    return writer.finished()
  }

  private func table(_ rows: [[String]]) -> String {
    let columns = rows.first?.count ?? 0
    let widths = (0..<columns).map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      row.enumerated().map { column, cell in
        column == columns - 1 ? cell : cell + String(repeating: " ", count: widths[column] - cell.count + 2)
      }.joined()
    }.joined(separator: "\n")
  }
}
