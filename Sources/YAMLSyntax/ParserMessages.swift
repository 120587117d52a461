package import Diagnostics

extension Code {
  package static let syntaxError = Code("SPAI1001", "syntax-error")
  package static let notUTF8 = Code("SPAI1002", "not-utf8")
  package static let duplicateKey = Code("SPAI1003", "duplicate-key")
  package static let mergeKey = Code("SPAI1004", "merge-key")
  package static let aliasBomb = Code("SPAI1005", "alias-bomb")
  package static let recursiveAlias = Code("SPAI1006", "recursive-alias")
  package static let unknownAnchor = Code("SPAI1007", "unknown-anchor")
  package static let tooDeep = Code("SPAI1008", "too-deep")
  package static let tooLarge = Code("SPAI1009", "too-large")
  package static let badTag = Code("SPAI1010", "bad-tag")
  package static let nonScalarKey = Code("SPAI1011", "non-scalar-key")
  package static let forbiddenCharacter = Code("SPAI1012", "forbidden-character")
  package static let moreFindings = Code("SPAI1013", "more-findings")
}

extension Diagnostic {
  static func syntax(_ problem: String, at span: Span) -> Self {
    Diagnostic(
      .syntaxError,
      .error,
      "the text is not YAML",
      at: Label(span, problem),
      help: "Mend the text here or just before; the rest of the file was not read."
    )
  }

  static func notUTF8(_ source: Source, _ bytes: Range<Int>, _ reason: String) -> Self {
    Diagnostic(
      .notUTF8,
      .error,
      "'\(source.path)' is not UTF-8 text",
      at: Label(Span(source, bytes), reason),
      help: "Save the file as UTF-8."
    )
  }

  static func forbiddenCharacter(_ source: Source, _ bytes: Range<Int>) -> Self {
    let scalar = String(decoding: source.bytes[bytes], as: UTF8.self).unicodeScalars.first ?? "\0"
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let isMark = scalar == "\u{FEFF}"
    return Diagnostic(
      .forbiddenCharacter,
      .error,
      isMark
        ? "a byte order mark is not allowed inside the text"
        : "character U+\(String(repeating: "0", count: 4 - digits.utf8.count))\(digits) is not allowed in YAML",
      at: Label(Span(source, bytes), isMark ? "invisible" : "nothing was read"),
      help: "Remove it, or write it as '\(escape(scalar))' in double quotes."
    )
  }

  static func moreFindings(_ count: Int, after last: Span) -> Self {
    Diagnostic(
      .moreFindings,
      .note,
      "\(count) more \(count == 1 ? "problem is" : "problems are") not shown",
      at: Label(last, "the last one shown"),
      help: "Mend these first."
    )
  }

  static func duplicateKey(_ key: String, at span: Span, first: Span) -> Self {
    Diagnostic(
      .duplicateKey,
      .error,
      "key '\(shortened(key))' is written twice",
      at: Label(span, "written again"),
      related: [Label(first, "first written here")],
      help: "Keep one of them."
    )
  }

  static func mergeKey(at span: Span) -> Self {
    Diagnostic(
      .mergeKey,
      .error,
      "merge keys are not part of YAML 1.2",
      at: Label(span, "not read"),
      help: "Write the keys out, or use a template or tenant defaults to share them."
    )
  }

  static func aliasBomb(at span: Span, _ limits: ParsingLimits) -> Self {
    Diagnostic(
      .aliasBomb,
      .error,
      "aliases expand to more than \(limits.aliasedNodes) nodes",
      at: Label(span, "one alias too many"),
      help: "Use fewer aliases, or none."
    )
  }

  static func recursiveAlias(_ name: String, at span: Span) -> Self {
    Diagnostic(
      .recursiveAlias,
      .error,
      "alias '\(shortened(name))' is inside what it stands for",
      at: Label(span, "never ends"),
      help: "Remove the alias."
    )
  }

  static func unknownAnchor(_ name: String, at span: Span) -> Self {
    Diagnostic(
      .unknownAnchor,
      .error,
      "no anchor is called '\(shortened(name))'",
      at: Label(span, "stands for nothing"),
      help: "Put '&\(shortened(name))' before the first use, or write the value out."
    )
  }

  static func tooDeep(at span: Span, _ limits: ParsingLimits) -> Self {
    Diagnostic(
      .tooDeep,
      .error,
      "values are nested more than \(limits.depth) deep",
      at: Label(span, "one level too many"),
      help: "Use fewer levels; no spec needs so many."
    )
  }

  static func tooLarge(_ source: Source, _ limits: ParsingLimits) -> Self {
    Diagnostic(
      .tooLarge,
      .error,
      "'\(source.path)' is larger than \(limits.size >> 20) MiB",
      at: Label(Span(source: source.id, start: 0, end: 0), "not read"),
      help: "Split the file."
    )
  }

  static func badTag(_ tag: String, at span: Span) -> Self {
    Diagnostic(
      .badTag,
      .error,
      "tag '\(shortened(tag))' does not fit this value",
      at: Label(span, "specs are plain data"),
      help: "Remove the tag."
    )
  }

  static func nonScalarKey(at span: Span) -> Self {
    Diagnostic(
      .nonScalarKey,
      .error,
      "a key is not a text",
      at: Label(span, "a collection cannot be a key"),
      help: "Use a text as the key."
    )
  }
}

extension Span {
  fileprivate init(_ source: Source, _ bytes: Range<Int>) {
    self.init(source: source.id, start: UInt32(bytes.lowerBound), end: UInt32(bytes.upperBound))
  }
}

/// A name as far as it fits into a sentence: a text may be as long as its file.
private func shortened(_ name: String) -> String {
  let scalars = name.unicodeScalars
  guard let end = scalars.index(scalars.startIndex, offsetBy: 80, limitedBy: scalars.endIndex),
    end < scalars.endIndex
  else { return name }
  return String(scalars[..<end]) + "…"
}
