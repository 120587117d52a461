import Glibc
import SpaiGen
import TestSupport
import Testing

@Suite(.serialized) struct EndToEndTests {
  /// A build that is killed at any time leaves whole files and a tree that is either finished or called drift; the
  /// next build finishes it.
  @Test func aKilledBuildIsFinishedByTheNext() async throws {
    let project = try Project()
    let committed = try Project.committedOutput()
    let outputs = try Project.temporaryFolder()
    var random = SplitMix64(seed: seed)
    for round in 0..<12 {
      try project.removeAll("out")
      let process = try BuiltCommand.start(["build"], in: project.root, environment: [], outputs: outputs)
      usleep(UInt32.random(in: 2_000...160_000, using: &random))
      kill(process, SIGKILL)
      var status: CInt = 0
      waitpid(process, &status, 0)
      let left = try project.output()
      for (path, bytes) in left where path.hasSuffix(".yaml") {
        #expect(bytes == committed[path], "\(path) is torn in round \(round), seed \(seed)")
      }
      let checked = try BuiltCommand.run(["build", "--check"], in: project.root)
      #expect(checked.status == (left == committed ? 0 : 1), "round \(round), seed \(seed)")
    }
    let finished = try BuiltCommand.run(["build"], in: project.root)
    #expect(finished.status == 0)
    #expect(try project.output() == committed)
    for name in ["out", "err"] { unlink("\(outputs)/\(name)") }
    rmdir(outputs)
  }

  @Test func surroundingsMakeNoDifference() throws {
    let project = try Project()
    let result = try BuiltCommand.run(
      ["build", "--root", "./../\(project.root.split(separator: "/").last ?? "")/tenants/.."],
      in: project.root,
      environment: ["LC_ALL=tr_TR.UTF-8", "LANG=tr_TR.UTF-8", "TZ=Asia/Kathmandu", "HOME=/nowhere"]
    )
    #expect(result.status == 0)
    #expect(result.output == "")
    #expect(!result.errors.contains("\u{1B}"))
    #expect(try project.output() == Project.committedOutput())
  }

  @Test(arguments: [
    (["build"], 2), (["build", "--jobs", "0"], 64), (["bild"], 64), (["build", "--report", "xml"], 64),
    (["--version"], 0), (["schema", "Tenent"], 64),
  ]) func exitCodes(arguments: [String], status: Int) throws {
    let result = try BuiltCommand.run(arguments, in: "/")
    #expect(result.status == Int32(status), "\(result.errors)")
    #expect(result.errors.isEmpty == (status == 0))
  }

  @Test func theVersionTellsWhatIsKnownOfKubernetes() throws {
    let result = try BuiltCommand.run(["--version"], in: "/")
    #expect(
      result.output.wholeMatch(of: /\d+\.\d+\.\d+ \(Kubernetes 1\.\d+ to 1\.\d+, catalogue [0-9a-f]{12}\)\n/)
        != nil
    )
  }

  /// Every command's help is a page of the repository.
  @Test func theHelpIsDocumented() throws {
    var page = "# The command line\n\nWritten by the tests from `--help`.\n"
    for command in [
      [], ["init"], ["build"], ["watch"], ["fmt"], ["validate"], ["lint"], ["check"], ["diff"], ["explain"],
      ["job", "render"],
      ["krm"], ["list"],
      ["schema"],
    ] {
      let help = try BuiltCommand.run(command + ["--help"], in: "/", environment: ["COLUMNS=100"]).output
      page += "\n## spai-gen \(command.joined(separator: " "))\n\n```\n\(help.trimmed)\n```\n"
    }
    let repository = Folder(Project.repository)
    if getenv("UPDATE_GOLDENS") != nil { try repository.write(Array(page.utf8), to: "Docs/cli.md") }
    #expect(page == String(decoding: try repository.read("Docs/cli.md") ?? [], as: UTF8.self))
  }
}

extension String {
  fileprivate var trimmed: Substring {
    var text = self[...]
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
