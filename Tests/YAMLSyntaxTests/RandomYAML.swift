import TestSupport

/// Writes a random document in every style that YAML has, and remembers what it means.
struct RandomYAML {
  private var random: SplitMix64
  private var anchorCount = 0
  /// Whether empty lines would be part of the last text.
  private var isKeeping = false
  /// What the document reads as.
  private(set) var outline = ""
  /// Whether keys have neither anchors nor question marks.
  private let hasPlainKeys: Bool
  /// Whether some scalar's type comes from its tag.
  private(set) var isTagged = false

  init(seed: UInt64, hasPlainKeys: Bool = false) {
    random = SplitMix64(seed: seed)
    self.hasPlainKeys = hasPlainKeys
  }

  mutating func document() -> String {
    let start = pick(["", "\u{FEFF}", "# first\n", "--- # first\n"])
    let text = start + blockMapping(at: 0)
    return Bool.random(using: &random)
      ? text
      : String(decoding: text.utf8.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }, as: UTF8.self)
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: elements.indices, using: &random)]
  }

  private mutating func count() -> Int {
    Int.random(in: 1...4, using: &random)
  }

  private mutating func anchor() -> String {
    guard Int.random(in: 0..<4, using: &random) == 0 else { return "" }
    anchorCount += 1
    return "&anchor-\(anchorCount) "
  }

  // MARK: - Blocks

  private mutating func blockMapping(at depth: Int) -> String {
    let indentation = String(repeating: " ", count: depth)
    var text = ""
    outline += "{"
    for index in 0..<count() {
      if index > 0 { outline += ", " }
      outline += "'k\(index)': "
      let key = pick(["k\(index)", "\"k\(index)\"", "'k\(index)'"])
      let marked = pick(["\(anchor())\(key):", "? \(key) # c\n\(indentation):"])
      text += indentation + (hasPlainKeys ? "\(key):" : marked)
      text += blockValue(at: depth)
      text += pick(["", isKeeping ? "" : "\n", "# comment\n"])
    }
    outline += "}"
    return text
  }

  private mutating func blockSequence(at depth: Int) -> String {
    var text = ""
    outline += "["
    for index in 0..<count() {
      if index > 0 { outline += ", " }
      text += String(repeating: " ", count: depth) + "-" + blockValue(at: depth)
    }
    outline += "]"
    return text
  }

  /// What follows a key or a dash, with the line's end.
  private mutating func blockValue(at depth: Int) -> String {
    isKeeping = false
    switch depth > 6 ? 9 : Int.random(in: 0..<10, using: &random) {
    case 0, 1: return " \(anchor())# c\n" + blockMapping(at: depth + 2)
    case 2, 3: return " \(anchor())\n" + blockSequence(at: depth + 2)
    case 4, 5: return " \(anchor())\(flow(depth: 0))\(pick(["", " # c"]))\n"
    case 6:
      outline += "null"
      return pick(["", " # c"]) + "\n"
    case 7: return " \(anchor())\(block(at: depth + 2))"
    default: return " \(scalar())\(pick(["", " # c"]))\n"
    }
  }

  private mutating func block(at depth: Int) -> String {
    let lines = (0..<count()).map { _ in pick(["x", "zwei Wörter", "# no comment", "a: b", "🦊"]) }
    let isLiteral = Bool.random(using: &random)
    let chomping = pick(["", "-", "+"])
    isKeeping = chomping == "+"
    let blankCount = Int.random(in: 0..<3, using: &random)
    let breaks = chomping == "-" ? 0 : chomping == "+" ? blankCount + 1 : 1
    let text = lines.joined(separator: isLiteral ? "\n" : " ") + String(repeating: "\n", count: breaks)
    outline += "string " + quoted(text)
    let indented = lines.map { String(repeating: " ", count: depth) + $0 + "\n" }.joined()
    return "\(isLiteral ? "|" : ">")\(chomping)\n\(indented)" + String(repeating: "\n", count: blankCount)
  }

  // MARK: - Flows

  private mutating func flow(depth: Int) -> String {
    switch depth > 2 ? 2 : Int.random(in: 0..<4, using: &random) {
    case 0:
      outline += "["
      var items: [String] = []
      for index in 0..<count() {
        if index > 0 { outline += ", " }
        items.append(anchor() + flow(depth: depth + 1))
      }
      outline += "]"
      return "[\(items.joined(separator: pick([", ", " ,\n        "])))]"
    case 1:
      outline += "{"
      var items: [String] = []
      for index in 0..<count() {
        if index > 0 { outline += ", " }
        outline += "'<fc>\(index)': "
        items.append("ü\(index): \(anchor())\(flow(depth: depth + 1))")
      }
      outline += "}"
      return "{ \(items.joined(separator: ", ")) }"
    default: return scalar()
    }
  }

  // MARK: - Scalars

  private mutating func scalar() -> String {
    let (text, type) = pick([
      ("no", "string"), ("1e3", "float"), ("0x1F", "integer"), ("-12", "integer"), ("12:30", "string"),
      ("~", "null"), ("true", "boolean"), (".inf", "float"), ("été", "string"), ("two words", "string"),
      ("a#b", "string"), ("\u{85}", "quoted"), ("\u{2028}", "quoted"), ("", "quoted"), (" lead", "quoted"),
      ("a: b", "quoted"), ("it's \"x\"", "quoted"), ("tab\tand\nline", "quoted"), ("🦊 e\u{301}", "string"),
      ("\u{FEFF}", "quoted"), (String(repeating: "long ", count: 300) + ".", "string"),
    ])
    let form = type == "quoted" ? 3 : Int.random(in: 0..<5, using: &random)
    if form < 2 {
      outline += type == "null" ? "null" : "\(type) \(quoted(text))"
      return text
    }
    outline += "string " + quoted(text)
    if form == 2 {
      isTagged = true
      return "!!str " + text
    }
    return form == 3 ? doubleQuoted(text) : "'\(text)'"
  }

  private func doubleQuoted(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { scalar in
      switch scalar {
      case "\"", "\\": "\\\(scalar)"
      case _ where scalar.value < 0x20: "\\x0\(String(scalar.value, radix: 16))"
      case "\u{85}", "\u{2028}", "\u{FEFF}":
        "\\U" + String(repeating: "0", count: scalar.value > 0xFFF ? 4 : 6) + String(scalar.value, radix: 16)
      default: String(scalar)
      }
    }
    return "\"\(scalars.joined())\""
  }

  /// As outlines show texts.
  private func quoted(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { scalar in
      (0x20...0x7E).contains(scalar.value) ? String(scalar) : "<\(String(scalar.value, radix: 16))>"
    }
    return "'\(scalars.joined())'"
  }
}
