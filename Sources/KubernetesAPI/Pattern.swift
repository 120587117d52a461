/// A regular expression of a schema, matched in time that is linear in the text.
///
/// The notation of Go's `regexp`, as API servers read it, without word boundaries, Unicode classes and named groups:
/// a pattern that needs more has no value here, and is not checked. A pattern without anchors matches anywhere.
struct Pattern: Sendable {
  private let program: [Instruction]

  enum Instruction {
    case scalar(ScalarSet)
    /// Goes on at both places.
    case either(Int, Int)
    case jump(Int)
    case atStart
    case atEnd
    case found
  }

  init?(parsing text: String) {
    var parser = PatternParser(text)
    guard let expression = parser.parse() else { return nil }
    var program: [Instruction] = []
    guard Self.append(expression, to: &program) else { return nil }
    self.program = program + [.found]
  }

  /// Whether the text, or a part of it where nothing is anchored, fits.
  func matches(_ text: String) -> Bool {
    var current = States(capacity: program.count)
    var next = States(capacity: program.count)
    var isStart = true
    var scalars = text.unicodeScalars.makeIterator()
    while true {
      let scalar = scalars.next()
      if follow(0, &current, isStart: isStart, isEnd: scalar == nil) { return true }
      guard let scalar else { return false }
      next.removeAll()
      let isLast = scalars.isAtEnd
      for state in current.list {
        guard case .scalar(let set) = program[state], set.contains(scalar.value) else { continue }
        if follow(state + 1, &next, isStart: false, isEnd: isLast) { return true }
      }
      swap(&current, &next)
      isStart = false
    }
  }

  /// Adds a state with all that follow without a scalar; true where one of them is the end.
  private func follow(_ state: Int, _ states: inout States, isStart: Bool, isEnd: Bool) -> Bool {
    guard states.insert(state) else { return false }
    switch program[state] {
    case .found: return true
    case .scalar: return false
    case .jump(let target): return follow(target, &states, isStart: isStart, isEnd: isEnd)
    case .either(let first, let second):
      return follow(first, &states, isStart: isStart, isEnd: isEnd)
        || follow(second, &states, isStart: isStart, isEnd: isEnd)
    case .atStart: return isStart && follow(state + 1, &states, isStart: isStart, isEnd: isEnd)
    case .atEnd: return isEnd && follow(state + 1, &states, isStart: isStart, isEnd: isEnd)
    }
  }

  /// The states that the text so far can have led to, each once.
  private struct States {
    private(set) var list: [Int] = []
    private var isMember: [Bool]

    init(capacity: Int) {
      isMember = Array(repeating: false, count: capacity)
    }

    mutating func insert(_ state: Int) -> Bool {
      if isMember[state] { return false }
      isMember[state] = true
      list.append(state)
      return true
    }

    mutating func removeAll() {
      for state in list { isMember[state] = false }
      list.removeAll(keepingCapacity: true)
    }
  }

  /// Larger programs cost more than they tell.
  private static let largestProgram = 20_000

  /// Writes an expression as instructions; false where they get too many.
  private static func append(_ expression: PatternExpression, to program: inout [Instruction]) -> Bool {
    guard program.count < largestProgram else { return false }
    switch expression {
    case .scalar(let set): program.append(.scalar(set))
    case .start: program.append(.atStart)
    case .end: program.append(.atEnd)
    case .sequence(let parts): return parts.allSatisfy { append($0, to: &program) }
    case .choice(let parts):
      var exits: [Int] = []
      for (number, part) in parts.enumerated() {
        let fork = program.count
        let isLast = number == parts.count - 1
        if !isLast { program.append(.jump(0)) }
        guard append(part, to: &program) else { return false }
        if isLast { continue }
        exits.append(program.count)
        program.append(.jump(0))
        program[fork] = .either(fork + 1, program.count)
      }
      for exit in exits { program[exit] = .jump(program.count) }
    case .repetition(let part, let least, let most):
      for _ in 0..<least where !append(part, to: &program) { return false }
      guard let most else {
        let fork = program.count
        program.append(.jump(0))
        guard append(part, to: &program) else { return false }
        program.append(.jump(fork))
        program[fork] = .either(fork + 1, program.count)
        return true
      }
      var forks: [Int] = []
      for _ in least..<max(least, most) {
        forks.append(program.count)
        program.append(.jump(0))
        guard append(part, to: &program) else { return false }
      }
      for fork in forks { program[fork] = .either(fork + 1, program.count) }
    }
    return true
  }
}

extension String.UnicodeScalarView.Iterator {
  /// Whether nothing follows; looks with a copy.
  fileprivate var isAtEnd: Bool {
    var copy = self
    return copy.next() == nil
  }
}
