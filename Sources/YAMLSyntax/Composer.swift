internal import CLibYAML
internal import Diagnostics

/// Builds nodes from libyaml's events, and gives them the meaning that libyaml leaves to its callers.
struct Composer: ~Copyable {
  private var events: EventStream
  private var offsets: MarkOffsets
  private let source: Source
  private let limits: ParsingLimits
  private var anchors: [String: Anchor] = [:]
  /// Nodes so far, those that aliases stand for among them.
  private var nodeCount = 0
  private var aliasedNodes = 0
  /// The most collections around a place since the innermost open anchor.
  private var deepest = 0
  /// Where the last scalar, alias or flow collection ended, which is where a block collection ends.
  private var lastEnd = 0

  /// Ends the reading of a source; the reason has been reported.
  struct Stop: Error {}

  /// What a name stands for.
  private enum Anchor {
    /// Its node is not complete: an alias to it would be part of itself.
    case open
    /// A node, how many nodes it consists of, and how many collections it nests.
    case complete(Node, count: Int, height: Int)
  }

  init(_ events: consuming EventStream, offsets: MarkOffsets, source: Source, limits: ParsingLimits) {
    self.events = events
    self.offsets = offsets
    self.source = source
    self.limits = limits
  }

  mutating func documents(reporting findings: inout BoundedFindings) -> [Node] {
    var documents: [Node] = []
    do throws(Stop) {
      repeat {
        try advance(reporting: &findings)
        guard events.type == YAML_DOCUMENT_START_EVENT else { continue }
        anchors = [:]
        try advance(reporting: &findings)
        let root = try node(depth: 0, reporting: &findings)
        if !root.isNull || root.scalar?.text.isEmpty == false { documents.append(root) }
      } while events.type != YAML_STREAM_END_EVENT
    } catch {
      return documents
    }
    return documents
  }

  private mutating func advance(reporting findings: inout BoundedFindings) throws(Stop) {
    if events.advance() { return }
    let problem = events.problem
    let offset = offsets.byteOffset(of: problem.codePoint)
    findings.reportEnd(.syntax(problem.text, at: span(offset, offset)))
    throw Stop()
  }

  private func span(_ start: Int, _ end: Int) -> Span {
    Span(source: source.id, start: UInt32(start), end: UInt32(end))
  }
}

// MARK: - Nodes

extension Composer {
  /// Builds the node that the current event starts, and leaves the node's last event current.
  private mutating func node(
    depth: Int,
    reporting findings: inout BoundedFindings
  ) throws(Stop) -> Node {
    if events.type == YAML_ALIAS_EVENT { return try expansion(depth: depth, reporting: &findings) }
    guard let name = events.anchor else { return try content(depth: depth, reporting: &findings) }
    let (countBefore, deepestBefore) = (nodeCount, deepest)
    deepest = depth
    anchors[name] = .open
    let node = try content(depth: depth, reporting: &findings)
    anchors[name] = .complete(node, count: nodeCount - countBefore, height: deepest - depth)
    deepest = max(deepest, deepestBefore)
    return node
  }

  private mutating func content(
    depth: Int,
    reporting findings: inout BoundedFindings
  ) throws(Stop) -> Node {
    nodeCount += 1
    if events.type == YAML_SCALAR_EVENT { return scalar(reporting: &findings) }
    let properties = readProperties()
    let start = properties.valueStart
    guard depth < limits.depth else {
      findings.reportEnd(.tooDeep(at: span(start, start + 1), limits))
      throw Stop()
    }
    deepest = max(deepest, depth + 1)
    lastEnd = start
    let isSequence = events.type == YAML_SEQUENCE_START_EVENT
    if let tag = events.tag, tag != "!", tag != "tag:yaml.org,2002:\(isSequence ? "seq" : "map")" {
      reportTag(properties, reporting: &findings)
    }
    let content: Node.Content =
      isSequence
      ? .sequence(try items(depth: depth + 1, reporting: &findings))
      : .mapping(Mapping(try entries(depth: depth + 1, reporting: &findings)))
    // The end of a flow collection is its bracket; that of a block collection has no width.
    if events.end > events.start { lastEnd = offsets.byteOffset(of: events.end) }
    return Node(content, origin: .written(span(start, lastEnd)))
  }

  private mutating func items(
    depth: Int,
    reporting findings: inout BoundedFindings
  ) throws(Stop) -> [Node] {
    var items: [Node] = []
    while true {
      try advance(reporting: &findings)
      if events.type == YAML_SEQUENCE_END_EVENT { return items }
      items.append(try node(depth: depth, reporting: &findings))
    }
  }

  private mutating func entries(
    depth: Int,
    reporting findings: inout BoundedFindings
  ) throws(Stop) -> [Mapping.Entry] {
    var unique = UniqueEntries()
    while true {
      try advance(reporting: &findings)
      if events.type == YAML_MAPPING_END_EVENT { return unique.entries }
      let key = try key(depth: depth, reporting: &findings)
      try advance(reporting: &findings)
      let value = try node(depth: depth, reporting: &findings)
      guard let key else { continue }
      if let first = unique.append(Mapping.Entry(key.text, keySpan: key.span, value)) {
        findings.report(.duplicateKey(key.text, at: key.span, first: first.keySpan ?? key.span))
      }
    }
  }

  /// Reads a key; nil where it is refused, which has been reported.
  private mutating func key(
    depth: Int,
    reporting findings: inout BoundedFindings
  ) throws(Stop) -> (text: String, span: Span)? {
    let text: String
    let place: Span
    let style: ScalarStyle
    if events.type == YAML_SCALAR_EVENT, events.anchor == nil, events.tag == nil {
      // Nearly every key; it needs no type and no node.
      nodeCount += 1
      (text, style) = (events.text, events.style)
      place = scalarPlace(text, style, from: offsets.byteOffset(of: events.start))
    } else {
      let aliasStart = events.type == YAML_ALIAS_EVENT ? offsets.byteOffset(of: events.start) : nil
      let key = try node(depth: depth, reporting: &findings)
      place = span(aliasStart ?? key.origin.span.map { Int($0.start) } ?? lastEnd, lastEnd)
      guard let scalar = key.scalar else {
        findings.report(.nonScalarKey(at: place))
        return nil
      }
      (text, style) = (scalar.text, scalar.style)
    }
    if style == .plain, text == "<<" {
      findings.report(.mergeKey(at: place))
      return nil
    }
    return (text, place)
  }

  private mutating func expansion(
    depth: Int,
    reporting findings: inout BoundedFindings
  ) throws(Stop) -> Node {
    let start = offsets.byteOffset(of: events.start)
    lastEnd = offsets.byteOffset(of: events.end)
    let place = span(start, lastEnd)
    let name = events.anchor ?? ""
    switch anchors[name] {
    case nil: findings.reportEnd(.unknownAnchor(name, at: place))
    case .open: findings.reportEnd(.recursiveAlias(name, at: place))
    case .complete(let node, let count, let height):
      aliasedNodes += count
      if aliasedNodes > limits.aliasedNodes {
        findings.reportEnd(.aliasBomb(at: place, limits))
      } else if depth + height > limits.depth {
        findings.reportEnd(.tooDeep(at: place, limits))
      } else {
        nodeCount += count
        deepest = max(deepest, depth + height)
        return node
      }
    }
    throw Stop()
  }
}

// MARK: - Scalars

extension Composer {
  private mutating func scalar(reporting findings: inout BoundedFindings) -> Node {
    let properties = readProperties()
    let style = events.style
    let text = events.text
    let place = scalarPlace(text, style, from: properties.valueStart)
    var type = style == .plain ? resolvePlainScalar(text) : .string
    if let tag = events.tag {
      if let tagged = taggedType(of: text, tag) {
        type = tagged
      } else {
        reportTag(properties, reporting: &findings)
      }
    }
    return Node(.scalar(Scalar(text, type: type, style: style)), origin: .written(place))
  }

  /// The place of the current scalar, whose properties end at an offset; moves ``lastEnd``.
  private mutating func scalarPlace(_ text: String, _ style: ScalarStyle, from valueStart: Int) -> Span {
    var end = offsets.byteOffset(of: events.end)
    var start = min(valueStart, end)
    switch style {
    case .literal, .folded: end = endOfBlock(text, from: start, to: end)
    case .plain where start == end: (start, end) = placeOfNothing(at: start)
    default: break
    }
    lastEnd = end
    return span(start, end)
  }

  /// A value that is absent may be at the next token for libyaml; it is behind the last one.
  private func placeOfNothing(at offset: Int) -> (start: Int, end: Int) {
    var place = offset
    while place > lastEnd, isBlank(source.bytes[place - 1]) { place -= 1 }
    return (place, place)
  }

  /// Where the last line of a block scalar ends; libyaml's end is behind the empty lines that follow it.
  ///
  /// Empty lines that are part of the text count, their last line break does not.
  private func endOfBlock(_ text: String, from start: Int, to limit: Int) -> Int {
    var end = limit
    while end > start, isBlank(source.bytes[end - 1]) { end -= 1 }
    let emptyLines = text.utf8.reversed().prefix { $0 == UInt8(ascii: "\n") }.count
    // The header's line break is not in the text.
    var breaks = emptyLines == text.utf8.count ? emptyLines + 1 : max(emptyLines, 1)
    while end < limit {
      if isLineBreak(source.bytes[end]) {
        breaks -= 1
        if breaks == 0 { return end }
        if source.bytes[end...].starts(with: "\r\n".utf8) { end += 1 }
      }
      end += 1
    }
    return end
  }

  /// What a tag makes of a text; nil where it does not fit.
  private func taggedType(of text: String, _ tag: String) -> ScalarType? {
    let natural = resolvePlainScalar(text)
    let isFit: Bool
    switch tag {
    case "!", "tag:yaml.org,2002:str": return .string
    case "tag:yaml.org,2002:int": isFit = natural == .integer
    case "tag:yaml.org,2002:bool": isFit = natural == .boolean
    // An integer stays one: it is printed without the tag.
    case "tag:yaml.org,2002:float": isFit = natural == .float || natural == .integer
    case "tag:yaml.org,2002:null": isFit = natural == .null
    default: isFit = false
    }
    return isFit ? natural : nil
  }

  // MARK: Properties

  private mutating func readProperties() -> NodeProperties {
    let start = offsets.byteOffset(of: events.start)
    let (hasAnchor, hasTag) = (events.anchor != nil, events.tag != nil)
    if !hasAnchor, !hasTag { return NodeProperties(valueStart: start) }
    return NodeProperties(in: source.bytes, from: start, hasAnchor: hasAnchor, hasTag: hasTag)
  }

  private func reportTag(_ properties: NodeProperties, reporting findings: inout BoundedFindings) {
    let place = properties.tag ?? properties.valueStart..<properties.valueStart
    findings.report(
      .badTag(
        String(decoding: source.bytes[place], as: UTF8.self),
        at: span(place.lowerBound, place.upperBound)
      )
    )
  }
}
