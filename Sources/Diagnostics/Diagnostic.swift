/// How much a finding matters.
package enum Severity: UInt8, Comparable, CaseIterable, Sendable {
  /// Worth knowing; changes nothing.
  case note
  /// Will hurt somebody later; the output is written.
  case warning
  /// The unit that it belongs to is not written.
  case error

  package var name: String {
    switch self {
    case .note: "note"
    case .warning: "warning"
    case .error: "error"
    }
  }

  package static func < (left: Severity, right: Severity) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// The stable identity of a kind of finding; never reused for another.
///
/// Codes are declared as statics in an `extension Code` beside the code that reports them. Ranges:
/// `00xx` files, `10xx` YAML, `11xx` decoding, `12xx` layering, `13xx` resolution, `14xx` arithmetic,
/// `15xx` output, `16xx` and `17xx` what an API server refuses, `18xx` comparing revisions, `19xx` compliance,
/// `20xx` to `35xx` lint.
package struct Code: Hashable, Sendable {
  /// For instance `SPAI1003`.
  package let id: String
  /// For instance `duplicate-key`.
  package let name: String

  package init(_ id: String, _ name: String) {
    self.id = id
    self.name = name
  }
}

/// A place in a source, with a few words that say why it matters.
package struct Label: Hashable, Sendable {
  package let span: Span
  package let message: String

  package init(_ span: Span, _ message: String = "") {
    self.span = span
    self.message = message
  }
}

/// A line of the output that a finding is about.
package struct GeneratedLine: Hashable, Sendable {
  /// For instance `out/production/acme/acme-prod/service-api.yaml`.
  package let path: String
  /// From 1.
  package let line: Int

  package init(path: String, line: Int) {
    self.path = path
    self.line = line
  }
}

/// One finding: what is wrong, where, why, and what to do.
package struct Diagnostic: Hashable, Sendable {
  package let code: Code
  package let severity: Severity
  /// What is wrong; stands alone, quotes names in `'…'`, no final period.
  package let message: String
  /// Where, and in its words why; nil only for findings about no text, such as an unreadable folder.
  package let primary: Label?
  /// Other places that matter, for instance the limit that a value breaks.
  package var related: [Label]
  /// What to do; a sentence with a final period.
  package var help: String?
  /// The output that is affected.
  package var generated: GeneratedLine?
  /// A change of the source that mends it, where one is certain.
  package var fix: Fix?

  package init(
    _ code: Code,
    _ severity: Severity,
    _ message: String,
    at primary: Label?,
    related: [Label] = [],
    help: String? = nil,
    generated: GeneratedLine? = nil,
    fix: Fix? = nil
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.primary = primary
    self.related = related
    self.help = help
    self.generated = generated
    self.fix = fix
  }
}
