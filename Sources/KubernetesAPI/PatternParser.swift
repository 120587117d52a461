/// A set of Unicode scalars: a class of a pattern, or one scalar of it.
struct ScalarSet {
  var ranges: [ClosedRange<UInt32>]
  var isNegated = false
  /// Whether an ASCII letter stands for both of its cases.
  var ignoresCase = false

  func contains(_ scalar: UInt32) -> Bool {
    if holds(scalar) { return !isNegated }
    if ignoresCase, isLetter(scalar), holds(scalar ^ 0x20) { return !isNegated }
    return isNegated
  }

  private func holds(_ scalar: UInt32) -> Bool {
    ranges.contains { $0.contains(scalar) }
  }

  private func isLetter(_ scalar: UInt32) -> Bool {
    (0x61...0x7A).contains(scalar | 0x20)
  }

  static let anything = ScalarSet(ranges: [0x0A...0x0A], isNegated: true)
  static let digits = ScalarSet(ranges: [0x30...0x39])
  static let words = ScalarSet(ranges: [0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
  static let spaces = ScalarSet(ranges: [0x09...0x0A, 0x0C...0x0D, 0x20...0x20])

  func inverted() -> ScalarSet {
    ScalarSet(ranges: ranges, isNegated: !isNegated)
  }
}

/// What a pattern says.
indirect enum PatternExpression {
  case scalar(ScalarSet)
  case start
  case end
  case sequence([PatternExpression])
  case choice([PatternExpression])
  case repetition(PatternExpression, least: Int, most: Int?)
}

/// Reads the notation of a pattern; nil where it says what ``Pattern`` does not know.
struct PatternParser {
  private let text: [UInt32]
  private var position = 0
  private var depth = 0
  private var ignoresCase = false

  init(_ text: String) {
    self.text = text.unicodeScalars.map(\.value)
  }

  mutating func parse() -> PatternExpression? {
    let expression = choice()
    return position == text.count ? expression : nil
  }

  private var current: UInt32? {
    position < text.count ? text[position] : nil
  }

  private mutating func accept(_ scalar: Unicode.Scalar) -> Bool {
    guard current == scalar.value else { return false }
    position += 1
    return true
  }

  private mutating func accept(_ word: String) -> Bool {
    let scalars = word.unicodeScalars.map(\.value)
    guard text[position...].starts(with: scalars) else { return false }
    position += scalars.count
    return true
  }

  private mutating func choice() -> PatternExpression? {
    depth += 1
    defer { depth -= 1 }
    guard depth < 50 else { return nil }
    let outerCase = ignoresCase
    defer { ignoresCase = outerCase }
    var branches: [PatternExpression] = []
    repeat {
      guard let branch = sequence() else { return nil }
      branches.append(branch)
    } while accept("|" as Unicode.Scalar)
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func sequence() -> PatternExpression? {
    var parts: [PatternExpression] = []
    while let scalar = current, scalar != Unicode.Scalar("|").value, scalar != Unicode.Scalar(")").value {
      if accept("(?i)") {
        ignoresCase = true
        continue
      }
      guard let atom = atom(), let part = repeated(atom) else { return nil }
      parts.append(part)
    }
    return .sequence(parts)
  }

  private mutating func atom() -> PatternExpression? {
    guard let scalar = current else { return nil }
    position += 1
    switch Unicode.Scalar(scalar) {
    case "^": return .start
    case "$": return .end
    case ".": return .scalar(.anything)
    case "[": return characterClass()
    case "(":
      if !accept("?:"), current == Unicode.Scalar("?").value { return nil }
      guard let inner = choice(), accept(")" as Unicode.Scalar) else { return nil }
      return inner
    case "*", "+", "?": return nil
    case "\\": return escape().map { .scalar($0) }
    default: return .scalar(single(scalar))
    }
  }

  private func single(_ scalar: UInt32) -> ScalarSet {
    ScalarSet(ranges: [scalar...scalar], ignoresCase: ignoresCase)
  }

  private mutating func repeated(_ atom: PatternExpression) -> PatternExpression? {
    var part = atom
    while let scalar = current {
      switch Unicode.Scalar(scalar) {
      case "*": part = .repetition(part, least: 0, most: nil)
      case "+": part = .repetition(part, least: 1, most: nil)
      case "?": part = .repetition(part, least: 0, most: 1)
      case "{":
        guard let counted = counted(part) else { return nil }
        part = counted
      default: return part
      }
      position += 1
      // Lazy or not makes no difference to whether a text fits.
      _ = accept("?" as Unicode.Scalar)
    }
    return part
  }

  /// Reads `{2}`, `{2,}` or `{2,5}` up to its last brace.
  private mutating func counted(_ part: PatternExpression) -> PatternExpression? {
    position += 1
    guard let least = number() else { return nil }
    var most: Int? = least
    if accept("," as Unicode.Scalar) { most = number() }
    guard current == Unicode.Scalar("}").value, most ?? least >= least else { return nil }
    return .repetition(part, least: least, most: most)
  }

  /// A count of at most 1000, which is as many as Go takes.
  private mutating func number() -> Int? {
    var value: Int?
    while let scalar = current, ScalarSet.digits.contains(scalar) {
      value = (value ?? 0) * 10 + Int(scalar - 0x30)
      if let value, value > 1000 { return nil }
      position += 1
    }
    return value
  }

  private mutating func escape() -> ScalarSet? {
    guard let scalar = current else { return nil }
    position += 1
    switch Unicode.Scalar(scalar) {
    case "d": return .digits
    case "D": return ScalarSet.digits.inverted()
    case "w": return .words
    case "W": return ScalarSet.words.inverted()
    case "s": return .spaces
    case "S": return ScalarSet.spaces.inverted()
    case "n": return single(0x0A)
    case "r": return single(0x0D)
    case "t": return single(0x09)
    case "x":
      guard position + 2 <= text.count else { return nil }
      let digits = String(
        String.UnicodeScalarView(text[position..<position + 2].compactMap(Unicode.Scalar.init))
      )
      guard let value = UInt32(digits, radix: 16) else { return nil }
      position += 2
      return single(value)
    default:
      // A letter or a digit has a meaning of its own that is not known here.
      return ScalarSet.words.contains(scalar) && scalar != 0x5F ? nil : single(scalar)
    }
  }

  private mutating func characterClass() -> PatternExpression? {
    var set = ScalarSet(ranges: [], ignoresCase: ignoresCase)
    set.isNegated = accept("^" as Unicode.Scalar)
    var isFirst = true
    while let scalar = current {
      if scalar == Unicode.Scalar("]").value, !isFirst {
        position += 1
        return .scalar(set)
      }
      isFirst = false
      if accept("[:") { return nil }
      guard let low = member() else { return nil }
      if low.isNegated { return nil }
      guard low.ranges.count == 1, let first = low.ranges.first?.lowerBound, low.ranges[0].count == 1,
        current == Unicode.Scalar("-").value, position + 1 < text.count,
        text[position + 1] != Unicode.Scalar("]").value
      else {
        set.ranges += low.ranges
        continue
      }
      position += 1
      guard let high = member()?.ranges.first?.lowerBound, high >= first else { return nil }
      set.ranges.append(first...high)
    }
    return nil
  }

  private mutating func member() -> ScalarSet? {
    guard let scalar = current else { return nil }
    position += 1
    return scalar == Unicode.Scalar("\\").value ? escape() : single(scalar)
  }
}
