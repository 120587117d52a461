private import Glibc

/// What a run of git said.
struct GitResult: Sendable {
  let status: Int32
  let output: [UInt8]
  let errors: [UInt8]

  /// The first line of what went wrong, without git's own `fatal: `.
  var complaint: String {
    let line = String(decoding: errors.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    return line.hasPrefix("fatal: ") ? String(line.dropFirst("fatal: ".count)) : line
  }
}

/// Runs git itself: an argument vector, never a shell, and nothing that a spec could name.
///
/// Only commands that read objects are run; they neither look at the index nor run hooks, filters or pagers. Variables
/// by which a hook ties git to one repository are left out, because the folder decides.
///
/// - Parameters:
///   - arguments: The command and its arguments.
///   - folder: Where it runs.
///   - input: What it reads.
/// - Returns: What it said.
/// - Throws: Where git cannot be started.
func runGit(_ arguments: [String], in folder: String, input: [UInt8] = []) throws(FileFailure) -> GitResult {
  var ends: [[CInt]] = []
  defer { for end in ends.joined() where end >= 0 { close(end) } }
  for _ in 0..<3 {
    guard let pair = connectedPair() else { throw FileFailure("run", "git", errno: errno) }
    ends.append(pair)
  }
  let words = ["git", "--no-pager", "-C", folder] + arguments
  let process = try spawn(words, reading: ends[0][1], writing: ends[1][1], complaining: ends[2][1])
  for index in ends.indices {
    close(ends[index][1])
    ends[index][1] = -1
  }
  let (output, errors) = exchange(input, with: &ends)
  var status: CInt = 0
  while waitpid(process, &status, 0) < 0 && errno == EINTR {}
  let isSignal = status & 0x7f != 0
  return GitResult(status: isSignal ? -1 : (status >> 8) & 0xff, output: output, errors: errors)
}

/// Our end and git's.
///
/// Sockets, because writing to one that git has closed can be told to raise no signal.
private func connectedPair() -> [CInt]? {
  var ends: [CInt] = [-1, -1]
  let type = CInt(SOCK_STREAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue)
  return socketpair(AF_UNIX, type, 0, &ends) == 0 ? ends : nil
}

private func spawn(
  _ words: [String],
  reading input: CInt,
  writing output: CInt,
  complaining errors: CInt
) throws(FileFailure) -> pid_t {
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  for (descriptor, target) in [(input, STDIN_FILENO), (output, STDOUT_FILENO), (errors, STDERR_FILENO)] {
    posix_spawn_file_actions_adddup2(&actions, descriptor, target)
  }
  let arguments = words.map { strdup($0) } + [nil]
  let variables = gitEnvironment().map { strdup($0) } + [nil]
  defer { for text in arguments + variables { free(text) } }
  var process: pid_t = 0
  let code = posix_spawnp(&process, "git", &actions, nil, arguments, variables)
  guard code == 0 else { throw FileFailure("run", "git", errno: code) }
  return process
}

/// The environment without what a hook adds; git speaks English, asks nobody and fetches nothing.
private func gitEnvironment() -> [String] {
  let bound = ["GIT_DIR=", "GIT_WORK_TREE=", "GIT_INDEX_FILE=", "GIT_PREFIX=", "LC_ALL="]
  var variables: [String] = []
  var next = environ
  while let entry = next.pointee {
    let variable = String(cString: entry)
    if !bound.contains(where: { variable.hasPrefix($0) }) { variables.append(variable) }
    next += 1
  }
  return variables + ["LC_ALL=C", "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0", "GIT_NO_LAZY_FETCH=1"]
}

/// Writes the input and reads both outputs as they come, so that neither side waits for the other.
private func exchange(_ input: [UInt8], with ends: inout [[CInt]]) -> (output: [UInt8], errors: [UInt8]) {
  var rest = input[...]
  var texts: [[UInt8]] = [[], []]
  if rest.isEmpty { shutdown(ends[0][0], CInt(SHUT_WR)) }
  var isOpen = [true, true]
  while isOpen.contains(true) {
    var polled = [
      pollfd(fd: rest.isEmpty ? -1 : ends[0][0], events: Int16(POLLOUT), revents: 0),
      pollfd(fd: isOpen[0] ? ends[1][0] : -1, events: Int16(POLLIN), revents: 0),
      pollfd(fd: isOpen[1] ? ends[2][0] : -1, events: Int16(POLLIN), revents: 0),
    ]
    if poll(&polled, 3, -1) < 0 {
      if errno == EINTR { continue }
      break
    }
    if polled[0].revents != 0 {
      let flags = CInt(MSG_NOSIGNAL) | CInt(MSG_DONTWAIT)
      let count = rest.withUnsafeBytes { send(ends[0][0], $0.baseAddress, $0.count, flags) }
      if count > 0 { rest = rest.dropFirst(count) } else if errno != EAGAIN && errno != EINTR { rest = [] }
      if rest.isEmpty { shutdown(ends[0][0], CInt(SHUT_WR)) }
    }
    for index in 0...1 where polled[index + 1].revents != 0 {
      isOpen[index] = readSome(from: ends[index + 1][0], into: &texts[index])
    }
  }
  return (texts[0], texts[1])
}

/// Reads what is there.
///
/// - Returns: Whether more may come.
private func readSome(from descriptor: CInt, into bytes: inout [UInt8]) -> Bool {
  var chunk = [UInt8](repeating: 0, count: 65536)
  let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
  if count > 0 { bytes.append(contentsOf: chunk[..<count]) }
  return count > 0 || count < 0 && errno == EINTR
}
