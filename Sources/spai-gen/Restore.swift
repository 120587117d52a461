internal import ArgumentParser
internal import Diagnostics
internal import SpaiGen

struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Restore what was backed up.",
    subcommands: [Plan.self]
  )

  struct Plan: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print the object by which Velero restores a tenant, for kubectl.",
      discussion: """
        What is there already stays as it is. An engine that applies the tenant meanwhile would make empty volumes: \
        stop it first. TENANT_ID and ENVIRONMENT stand for the options.

        Examples:
          spai-gen restore plan --tenant acme --env production | kubectl create -f -
          spai-gen restore plan --tenant acme --env production --backup acme-prod-20261120010000 --into acme-look
        """
    )

    @OptionGroup var inputs: InputOptions

    @Option(help: "The tenant.")
    var tenant: String?

    @Option(help: "The environment.")
    var env: String?

    @Option(help: "A backup by name; the latest one that succeeded when absent.")
    var backup: String?

    @Option(help: "Another namespace to restore into; the tenant's own when absent.")
    var into: String?

    func run() throws {
      guard let tenant = tenant ?? Console.environmentVariable("TENANT_ID") else {
        throw ValidationError("Give the tenant: --tenant NAME, or TENANT_ID.")
      }
      guard let environment = env ?? Console.environmentVariable("ENVIRONMENT") else {
        throw ValidationError("Give the environment: --env NAME, or ENVIRONMENT.")
      }
      var findings = Findings()
      let (workspace, sources) = try inputs.readSpecs(reporting: &findings)
      let plan = RestorePlan(
        unit: UnitID(environment: environment, tenant: tenant),
        backup: backup,
        namespace: into
      )
      let text = workspace.restore(plan, reporting: &findings)
      inputs.show(findings.all.sortedAndUnique(), sources: sources)
      guard let text else { throw ExitCode.findings }
      print(String(decoding: text, as: UTF8.self), terminator: "")
    }
  }
}
