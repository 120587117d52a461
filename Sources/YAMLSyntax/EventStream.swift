internal import CLibYAML

/// The events of one libyaml parser.
///
/// The parser keeps a pointer to itself, so it lives on the heap, at one address, until it is destroyed; the
/// input must outlive it.
@safe struct EventStream: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>

  @safe init(_ input: UnsafeBufferPointer<UInt8>) {
    unsafe parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    unsafe parser.initialize(to: yaml_parser_t())
    _ = unsafe yaml_parser_initialize(parser)
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, input.baseAddress, input.count)
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deinitialize(count: 1)
    unsafe parser.deallocate()
  }

  /// The next event; the caller deletes it.
  ///
  /// Nil where the text is not YAML.
  @safe mutating func next(into event: UnsafeMutablePointer<yaml_event_t>) -> Bool {
    unsafe yaml_parser_parse(parser, event) == 1
  }

  /// What libyaml has to say, and the code point where.
  @safe var problem: (text: String, index: Int) {
    let text = unsafe parser.pointee.problem.map { unsafe String(cString: $0) } ?? "malformed"
    let isReader = unsafe parser.pointee.error == YAML_READER_ERROR
    let mark = unsafe isReader ? parser.pointee.problem_offset : parser.pointee.problem_mark.index
    return (text, mark)
  }
}
