internal import CLibYAML

/// The events that libyaml reads from a text, one at a time.
///
/// The parser keeps a pointer to itself, so it lives on the heap, at one address, until it is destroyed; the
/// input must outlive it. One event is reused for all.
@safe struct EventStream: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let event: UnsafeMutablePointer<yaml_event_t>

  @safe init(_ input: UnsafeBufferPointer<UInt8>) {
    unsafe parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    unsafe parser.initialize(to: yaml_parser_t())
    unsafe event = UnsafeMutablePointer<yaml_event_t>.allocate(capacity: 1)
    unsafe event.initialize(to: yaml_event_t())
    _ = unsafe yaml_parser_initialize(parser)
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, input.baseAddress, input.count)
  }

  deinit {
    unsafe yaml_event_delete(event)
    unsafe event.deinitialize(count: 1)
    unsafe event.deallocate()
    unsafe yaml_parser_delete(parser)
    unsafe parser.deinitialize(count: 1)
    unsafe parser.deallocate()
  }

  /// Reads the next event; false where the text is not YAML, and ``problem`` then says why.
  mutating func advance() -> Bool {
    unsafe yaml_event_delete(event)
    return unsafe yaml_parser_parse(parser, event) == 1
  }

  /// What libyaml has to say, and the code point where.
  var problem: (text: String, codePoint: Int) {
    let text = unsafe parser.pointee.problem.map { unsafe String(cString: $0) } ?? "malformed"
    return (text, unsafe parser.pointee.problem_mark.index)
  }

  var type: yaml_event_type_t {
    unsafe event.pointee.type
  }

  /// The code point at which the event starts; the anchor or the tag of a node that has one.
  var start: Int {
    unsafe event.pointee.start_mark.index
  }

  /// The code point after the event; that of the next token for the end of a block collection.
  var end: Int {
    unsafe event.pointee.end_mark.index
  }

  /// The text of a scalar, without its quotes and escapes.
  var text: String {
    unsafe String(
      decoding: UnsafeBufferPointer(
        start: event.pointee.data.scalar.value,
        count: event.pointee.data.scalar.length
      ),
      as: UTF8.self
    )
  }

  var style: ScalarStyle {
    switch unsafe event.pointee.data.scalar.style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: .literal
    case YAML_FOLDED_SCALAR_STYLE: .folded
    default: .plain
    }
  }

  /// The name in front of a node, or that of an alias.
  var anchor: String? {
    switch type {
    case YAML_SCALAR_EVENT: unsafe string(event.pointee.data.scalar.anchor)
    case YAML_SEQUENCE_START_EVENT: unsafe string(event.pointee.data.sequence_start.anchor)
    case YAML_MAPPING_START_EVENT: unsafe string(event.pointee.data.mapping_start.anchor)
    case YAML_ALIAS_EVENT: unsafe string(event.pointee.data.alias.anchor)
    default: nil
    }
  }

  /// The tag in front of a node, its shorthand resolved.
  var tag: String? {
    switch type {
    case YAML_SCALAR_EVENT: unsafe string(event.pointee.data.scalar.tag)
    case YAML_SEQUENCE_START_EVENT: unsafe string(event.pointee.data.sequence_start.tag)
    case YAML_MAPPING_START_EVENT: unsafe string(event.pointee.data.mapping_start.tag)
    default: nil
    }
  }

  private func string(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    unsafe pointer.map { unsafe String(cString: $0) }
  }
}
