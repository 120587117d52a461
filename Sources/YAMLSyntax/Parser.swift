internal import CLibYAML
package import Diagnostics

/// Reads the documents of a source; every node knows its bytes.
///
/// After a syntax error the rest of the source is not read; documents before it are returned. Documents without
/// content are left out.
package func parseYAML(
  _ source: Source,
  limits: ParsingLimits = .standard,
  reporting findings: inout Findings
) -> [Node] {
  if source.bytes.count > limits.size {
    findings.report(.tooLarge(source, limits))
    return []
  }
  if let offset = firstInvalidByte(source.bytes) {
    findings.report(.notUTF8(source, offset))
    return []
  }
  var composer = Composer(source: source, limits: limits)
  return unsafe source.bytes.withUnsafeBufferPointer { input in
    composer.documents(EventStream(input), reporting: &findings)
  }
}

/// Builds nodes from events.
private struct Composer {
  let source: Source
  let limits: ParsingLimits
  private let offsets: CodePointOffsets
  private var anchors: [String: (node: Node, size: Int)] = [:]
  /// Anchors whose nodes are not complete yet.
  private var open: Set<String> = []
  private var aliased = 0

  init(source: Source, limits: ParsingLimits) {
    self.source = source
    self.limits = limits
    offsets = CodePointOffsets(source.bytes)
  }

  /// Ends the reading of a source; the reason has been reported.
  private struct Stop: Error {}

  mutating func documents(_ stream: consuming EventStream, reporting findings: inout Findings) -> [Node] {
    var nodes: [Node] = []
    do {
      while true {
        var event = Event()
        try next(&event, &stream, &findings)
        switch event.type {
        case YAML_STREAM_END_EVENT: return nodes
        case YAML_DOCUMENT_START_EVENT:
          anchors = [:]
          var content = Event()
          try next(&content, &stream, &findings)
          let node = try node(content, depth: 0, &stream, &findings)
          if !node.isNull || node.scalar?.text.isEmpty == false { nodes.append(node) }
        default: break
        }
      }
    } catch {
      return nodes
    }
  }

  /// What is needed of a libyaml event, in our own terms.
  private struct Event {
    var type = YAML_NO_EVENT
    var start = 0
    var end = 0
    var text = ""
    var anchor: String?
    var tag: String?
    var style = ScalarStyle.plain
  }

  private func next(
    _ event: inout Event,
    _ stream: inout EventStream,
    _ findings: inout Findings
  ) throws(Stop) {
    var raw = unsafe yaml_event_t()
    guard stream.next(into: &raw) else {
      let problem = stream.problem
      findings.report(.syntax(problem.text, at: span(offsets[problem.index], offsets[problem.index])))
      throw Stop()
    }
    unsafe event.type = raw.type
    unsafe event.start = offsets[raw.start_mark.index]
    unsafe event.end = offsets[raw.end_mark.index]
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = unsafe raw.data.scalar
      unsafe event.text = String(
        decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length),
        as: UTF8.self
      )
      event.anchor = unsafe string(scalar.anchor)
      event.tag = unsafe string(scalar.tag)
      event.style =
        switch unsafe scalar.style {
        case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
        case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
        case YAML_LITERAL_SCALAR_STYLE: .literal
        case YAML_FOLDED_SCALAR_STYLE: .folded
        default: .plain
        }
    case YAML_SEQUENCE_START_EVENT:
      event.anchor = unsafe string(raw.data.sequence_start.anchor)
      event.tag = unsafe string(raw.data.sequence_start.tag)
    case YAML_MAPPING_START_EVENT:
      event.anchor = unsafe string(raw.data.mapping_start.anchor)
      event.tag = unsafe string(raw.data.mapping_start.tag)
    case YAML_ALIAS_EVENT:
      event.anchor = unsafe string(raw.data.alias.anchor)
    default: break
    }
    unsafe yaml_event_delete(&raw)
  }

  private func string(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    unsafe pointer.map { unsafe String(cString: $0) }
  }

  private func span(_ start: Int, _ end: Int) -> Span {
    Span(source: source.id, start: UInt32(start), end: UInt32(max(start, end)))
  }

  private mutating func node(
    _ event: Event,
    depth: Int,
    _ stream: inout EventStream,
    _ findings: inout Findings
  ) throws(Stop) -> Node {
    if depth > limits.depth {
      findings.report(.tooDeep(at: span(event.start, event.end), limits))
      throw Stop()
    }
    if event.type == YAML_ALIAS_EVENT {
      return try expand(event, &findings)
    }
    if let anchor = event.anchor { open.insert(anchor) }
    let sizeBefore = aliased
    let node: Node
    switch event.type {
    case YAML_SCALAR_EVENT: node = scalar(event, &findings)
    case YAML_SEQUENCE_START_EVENT: node = try sequence(event, depth, &stream, &findings)
    default: node = try mapping(event, depth, &stream, &findings)
    }
    if let anchor = event.anchor {
      open.remove(anchor)
      anchors[anchor] = (node, node.count + (aliased - sizeBefore))
    }
    return node
  }

  private mutating func expand(_ event: Event, _ findings: inout Findings) throws(Stop) -> Node {
    let name = event.anchor ?? ""
    let place = span(event.start, event.end)
    guard let anchored = anchors[name], !open.contains(name) else {
      findings.report(
        open.contains(name) ? .recursiveAlias(name, at: place) : .unknownAnchor(name, at: place)
      )
      throw Stop()
    }
    aliased += anchored.size
    if aliased > limits.aliasedNodes {
      findings.report(.aliasBomb(at: place, limits))
      throw Stop()
    }
    return anchored.node
  }

  private func scalar(_ event: Event, _ findings: inout Findings) -> Node {
    let origin = Origin.written(span(event.start, event.end))
    var type = event.style == .plain ? resolvePlainScalar(event.text) : .string
    if let tag = event.tag, tag != "!" {
      let tagged: ScalarType? =
        switch tag {
        case "tag:yaml.org,2002:str": .string
        case "tag:yaml.org,2002:int": .integer
        case "tag:yaml.org,2002:bool": .boolean
        case "tag:yaml.org,2002:float": .float
        case "tag:yaml.org,2002:null": .null
        default: nil
        }
      let natural = resolvePlainScalar(event.text)
      if let tagged, tagged == .string || tagged == natural || (tagged == .float && natural == .integer) {
        type = tagged
      } else {
        findings.report(.badTag(tag, at: span(event.start, event.end)))
      }
    } else if event.tag == "!" {
      type = .string
    }
    return Node(.scalar(Scalar(event.text, type: type, style: event.style)), origin: origin)
  }

  private mutating func sequence(
    _ start: Event,
    _ depth: Int,
    _ stream: inout EventStream,
    _ findings: inout Findings
  ) throws(Stop) -> Node {
    check(start, "tag:yaml.org,2002:seq", &findings)
    var nodes: [Node] = []
    var end = start.end
    while true {
      var event = Event()
      try next(&event, &stream, &findings)
      if event.type == YAML_SEQUENCE_END_EVENT {
        return Node(.sequence(nodes), origin: .written(span(start.start, closing(event, after: end))))
      }
      nodes.append(try node(event, depth: depth + 1, &stream, &findings))
      end = max(end, lastEnd(nodes[nodes.count - 1], event))
    }
  }

  private mutating func mapping(
    _ start: Event,
    _ depth: Int,
    _ stream: inout EventStream,
    _ findings: inout Findings
  ) throws(Stop) -> Node {
    check(start, "tag:yaml.org,2002:map", &findings)
    var mapping = Mapping()
    var keys: [String: Span] = [:]
    var end = start.end
    while true {
      var event = Event()
      try next(&event, &stream, &findings)
      if event.type == YAML_MAPPING_END_EVENT {
        return Node(.mapping(mapping), origin: .written(span(start.start, closing(event, after: end))))
      }
      let place = span(event.start, event.end)
      let keyNode = try node(event, depth: depth + 1, &stream, &findings)
      var valueEvent = Event()
      try next(&valueEvent, &stream, &findings)
      let value = try node(valueEvent, depth: depth + 1, &stream, &findings)
      end = max(end, place.endOffset, lastEnd(value, valueEvent))
      guard let key = keyNode.scalar else {
        findings.report(.nonScalarKey(at: place))
        continue
      }
      if key.text == "<<", key.style == .plain {
        findings.report(.mergeKey(at: place))
        continue
      }
      if let first = keys[key.text] {
        findings.report(.duplicateKey(key.text, at: place, first: first))
        continue
      }
      keys[key.text] = place
      mapping.entries.append(Mapping.Entry(key.text, keySpan: place, value))
    }
  }

  private func check(_ event: Event, _ expected: String, _ findings: inout Findings) {
    guard let tag = event.tag, tag != expected, tag != "!" else { return }
    findings.report(.badTag(tag, at: span(event.start, event.end)))
  }

  /// A block collection's end mark is the start of the next token; a flow collection's is its own bracket.
  private func closing(_ event: Event, after end: Int) -> Int {
    event.end > event.start ? event.end : end
  }

  /// Where a child ends in this place; an alias ends where the alias does, not where its anchor does.
  private func lastEnd(_ node: Node, _ event: Event) -> Int {
    event.type == YAML_ALIAS_EVENT ? event.end : Int(node.origin.span?.end ?? UInt32(event.end))
  }
}

extension Span {
  fileprivate var endOffset: Int { Int(end) }
}

extension Node {
  /// How many nodes it is, for the limit on aliases.
  fileprivate var count: Int {
    switch content {
    case .scalar: 1
    case .sequence(let nodes): nodes.reduce(1) { $0 + $1.count }
    case .mapping(let mapping): mapping.entries.reduce(1) { $0 + $1.value.count + 1 }
    }
  }
}

// MARK: - Bytes

/// libyaml counts code points, a byte order mark among them; spans count bytes.
private struct CodePointOffsets {
  /// The offset of each code point; empty where all are one byte long.
  private let offsets: [Int]
  private let count: Int

  init(_ bytes: [UInt8]) {
    count = bytes.count
    offsets = bytes.allSatisfy { $0 < 0x80 } ? [] : bytes.indices.filter { bytes[$0] & 0xC0 != 0x80 }
  }

  subscript(index: Int) -> Int {
    if offsets.isEmpty { return min(index, count) }
    return index < offsets.count ? offsets[index] : count
  }
}

/// The offset of the first byte that is not UTF-8 or is NUL, if any.
private func firstInvalidByte(_ bytes: [UInt8]) -> Int? {
  let nul = bytes.firstIndex(of: 0)
  if bytes.allSatisfy({ $0 < 0x80 }) { return nul }
  var decoder = UTF8()
  var iterator = bytes.makeIterator()
  var offset = 0
  while true {
    switch decoder.decode(&iterator) {
    case .scalarValue(let scalar): offset += UTF8.width(scalar)
    case .emptyInput: return nul
    case .error: return min(offset, nul ?? offset)
    }
  }
}
