internal import Diagnostics
internal import Glibc
internal import Reporting
internal import SpaiGen

/// Where findings go: standard error, in colour on a terminal.
enum Console {
  static func say(_ text: String) {
    guard !text.isEmpty else { return }
    var rest = Array((text.hasSuffix("\n") ? text : text + "\n").utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
      // Nobody may be left to hear it.
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  /// All of standard input.
  static func readAll() throws(FileFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = chunk.withUnsafeMutableBytes { read(STDIN_FILENO, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else {
        throw FileFailure("read", "<stdin>", reason: String(cString: strerror(errno)))
      }
      if count == 0 { return bytes }
      guard bytes.count + count <= largestFile else {
        throw FileFailure("read", "<stdin>", reason: "it is larger than 16 MiB")
      }
      bytes.append(contentsOf: chunk[..<count])
    }
  }

  /// `NO_COLOR` is honoured as https://no-color.org asks.
  static var palette: Palette { palette(of: STDERR_FILENO) }

  /// The same for a document on standard output.
  static var outputPalette: Palette { palette(of: STDOUT_FILENO) }

  private static func palette(of descriptor: CInt) -> Palette {
    isatty(descriptor) == 1 && environmentVariable("NO_COLOR") == nil ? .ansi : .plain
  }

  /// The value of an environment variable; nil where it is unset or empty.
  static func environmentVariable(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// The day, as `2026-11-21`, in UTC; only allowances with an end ask for it.
  static var today: String {
    var now = time(nil)
    var parts = tm()
    gmtime_r(&now, &parts)
    func two(_ number: CInt) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
  }

  static var processorCount: Int {
    max(1, Int(sysconf(CInt(_SC_NPROCESSORS_ONLN))))
  }
}
