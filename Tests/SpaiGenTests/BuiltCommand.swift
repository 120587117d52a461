import Glibc
import SpaiGen
import Testing

/// The built binary, or another command, run as users run it.
struct BuiltCommand {
  /// Beside the tests, where the package manager puts both.
  static let path: String = {
    let tests = CommandLine.arguments[0]
    return (tests.lastIndex(of: "/").map { String(tests[..<$0]) } ?? ".") + "/spai-gen"
  }()

  struct Result {
    let status: Int32
    let output: String
    let errors: String
  }

  /// Runs it to its end.
  static func run(
    _ arguments: [String],
    command: String = path,
    in directory: String = "/",
    environment: [String] = []
  ) throws -> Result {
    let outputs = try Project.temporaryFolder()
    defer {
      for name in ["out", "err"] { unlink("\(outputs)/\(name)") }
      rmdir(outputs)
    }
    let process = try start(
      arguments,
      command: command,
      in: directory,
      environment: environment,
      outputs: outputs
    )
    var status: CInt = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    func text(_ name: String) throws -> String {
      String(decoding: try Folder(outputs).read(name) ?? [], as: UTF8.self)
    }
    return Result(status: (status >> 8) & 0xff, output: try text("out"), errors: try text("err"))
  }

  /// Starts it, and gives its process; what it says goes to files `out` and `err` in `outputs`.
  static func start(
    _ arguments: [String],
    command: String = path,
    in directory: String,
    environment: [String],
    outputs: String
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "\(outputs)/out", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, "\(outputs)/err", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    // The shell changes the directory and becomes the command.
    let script = ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", directory, command]
    let words = (script + arguments).map { strdup($0) } + [nil]
    let variables = environment.map { strdup($0) } + [nil]
    defer { for text in words + variables { free(text) } }
    var process: pid_t = 0
    try #require(
      posix_spawn(&process, "/bin/sh", &actions, nil, words, variables) == 0,
      "cannot start \(command)"
    )
    return process
  }
}
