internal import ArgumentParser
internal import Diagnostics
internal import SpaiGen
internal import Specification

struct JobCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "job",
    abstract: "Make single jobs by hand.",
    subcommands: [Render.self]
  )

  struct Render: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print a job of a tenant, and all that it needs, for kubectl.",
      discussion: """
        The job is layered, checked and held to the tenant's limits like any other, and goes some time after its end. \
        TENANT_ID, ENVIRONMENT, PRIORITY and RESOURCE_TIER stand for the options.

        Examples:
          spai-gen job render ml-training --tenant acme --env production | kubectl apply -f -
          spai-gen job render data-etl --tenant acme --priority high --resource-tier xlarge --set parallelism=2
          spai-gen job render data-etl --tenant acme --name-suffix replay --save
        """
    )

    @OptionGroup var inputs: InputOptions

    @Argument(help: "A job template, such as ml-training.")
    var template: String

    @Option(help: "The tenant.")
    var tenant: String?

    @Option(help: "The environment; development when absent.")
    var env: String?

    @Option(help: "A priority class of the platform, such as high.")
    var priority: String?

    @Option(help: "A resource tier, such as large.")
    var resourceTier: String?

    @Option(help: ArgumentHelp("Say more about the job; may be given several times.", valueName: "key=value"))
    var set: [String] = []

    @Option(help: "The end of the job's name.")
    var nameSuffix = "adhoc"

    @Flag(help: "Keep it as a spec under tenants/ instead of printing objects.")
    var save = false

    func run() throws {
      var findings = Findings()
      let folder = Folder(inputs.root)
      let job = try job()
      var sources = discover(in: folder, reporting: &findings)
      guard findings.errorCount == 0 else {
        inputs.show(findings.all.sortedAndUnique(), sources: sources)
        throw ExitCode.cannotRun
      }
      let environment = env ?? Console.environmentVariable("ENVIRONMENT") ?? "development"
      let text = render(job, in: environment, &sources, reporting: &findings)
      if save, text != nil, findings.errorCount == 0 {
        let file = ("tenants/\(job.tenant)/\(job.name).yaml", job.document(isAdHoc: false))
        if let path = writeNew([file], in: folder, reporting: &findings).first {
          Console.say("wrote \(path)")
        }
      }
      inputs.show(findings.all.sortedAndUnique(), sources: sources)
      guard let text, findings.errorCount == 0 else {
        throw text == nil && findings.errorCount == 0 ? ExitCode.cannotRun : ExitCode.findings
      }
      if !save { print(String(decoding: text, as: UTF8.self), terminator: "") }
    }

    private func job() throws -> AdHocJob {
      guard let tenant = tenant ?? Console.environmentVariable("TENANT_ID") else {
        throw ValidationError("Give the tenant: --tenant NAME, or TENANT_ID.")
      }
      let settings = try set.map { text in
        guard let equals = text.firstIndex(of: "="), equals != text.startIndex else {
          throw ValidationError("--set takes KEY=VALUE, not '\(text)'.")
        }
        return (path: String(text[..<equals]), value: String(text[text.index(after: equals)...]))
      }
      return AdHocJob(
        template: template,
        tenant: tenant,
        priority: priority ?? Console.environmentVariable("PRIORITY"),
        resourceTier: resourceTier ?? Console.environmentVariable("RESOURCE_TIER"),
        settings: settings,
        nameSuffix: nameSuffix
      )
    }
  }
}
