internal import Diagnostics
internal import Glibc
internal import Reporting

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

  static var processorCount: Int {
    max(1, Int(sysconf(CInt(_SC_NPROCESSORS_ONLN))))
  }
}
