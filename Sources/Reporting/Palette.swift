package import Diagnostics

/// The colours of the terminal form; who calls decides, because only that side knows the terminal.
package struct Palette: Sendable {
  /// What precedes and follows a coloured text.
  package struct Style: Sendable {
    private let opening: String
    private let closing: String

    private init(opening: String, closing: String) {
      self.opening = opening
      self.closing = closing
    }

    /// The text as it is.
    package static let plain = Style(opening: "", closing: "")

    /// The text between a "select graphic rendition" sequence and its reset.
    fileprivate static func ansi(_ parameters: String) -> Style {
      Style(opening: "\u{1B}[\(parameters)m", closing: "\u{1B}[0m")
    }

    package func callAsFunction(_ text: String) -> String {
      opening + text + closing
    }
  }

  package let error: Style
  package let warning: Style
  package let note: Style
  package let headline: Style
  package let related: Style
  package let gutter: Style

  /// No colours: for files, pipes and `NO_COLOR`.
  package static let plain = Palette(
    error: .plain,
    warning: .plain,
    note: .plain,
    headline: .plain,
    related: .plain,
    gutter: .plain
  )

  /// The eight colours that every terminal has.
  package static let ansi = Palette(
    error: .ansi("1;31"),
    warning: .ansi("1;33"),
    note: .ansi("1;36"),
    headline: .ansi("1"),
    related: .ansi("34"),
    gutter: .ansi("2")
  )

  /// The colour of a severity.
  package func style(of severity: Severity) -> Style {
    switch severity {
    case .error: error
    case .warning: warning
    case .note: note
    }
  }
}
