import SpaiGen
import Testing

@Suite struct CheckTests {
  @Test func theSampleIsLetThroughAndNothingIsCalledCompliant() throws {
    let result = try BuiltCommand.run(["check", "--as-of", "2026-11-21"], in: Project.repository)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("PCI DSS 4.0.1"))
    #expect(result.output.contains("Static evidence from manifests only"))
    #expect(!result.output.lowercased().contains("compliant"))
    let again = try BuiltCommand.run(["check", "--as-of", "2026-11-21"], in: Project.repository)
    #expect(again.output == result.output)
  }

  @Test func aTenantThatBreaksARuleIsAGap() throws {
    let project = try Project()
    try project.write(
      """
      apiVersion: spai/v1
      kind: Patch
      metadata: {name: root}
      tenant: spotify-ai-agent
      environments: [production]
      reason: A test.
      target: {kind: Deployment, name: auth}
      merge:
        spec: {template: {spec: {containers: [{name: auth, securityContext: {privileged: true, allowPrivilegeEscalation: true}}]}}}
      """,
      to: "templates/root.yaml"
    )
    let result = try BuiltCommand.run(
      ["check", "--framework", "pci-dss", "--as-of", "2026-11-21"],
      in: project.root
    )
    #expect(result.status == 1)
    #expect(result.output.contains("gap "), "\(result.output)")
    #expect(result.output.contains("FAILS"), "\(result.output)")
  }

  @Test(arguments: [
    (["--framework", "nothing"], "No framework is called"), (["--as-of", "soon"], "--as-of takes a day"),
  ])
  func wrongUsageIsTold(arguments: [String], says: String) throws {
    let result = try BuiltCommand.run(["check"] + arguments, in: Project.repository)
    #expect(result.status == 64)
    #expect(result.errors.contains(says))
  }
}
