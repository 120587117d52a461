import CLibXML2

/// Writes XML through libxml2's text writer, which escapes and keeps the elements in order.
///
/// What no XML document may hold, not even escaped, is spelt out: `\u{1b}`.
@safe
struct XMLWriter: ~Copyable {
  private let buffer: xmlBufferPtr
  private let writer: xmlTextWriterPtr

  init() {
    guard let buffer = unsafe xmlBufferCreate(), let writer = unsafe xmlNewTextWriterMemory(buffer, 0) else {
      preconditionFailure("there is no memory for a report")
    }
    unsafe self.buffer = unsafe buffer
    unsafe self.writer = unsafe writer
    unsafe xmlTextWriterSetIndentString(writer, "  ")
    unsafe xmlTextWriterSetIndent(writer, 1)
    unsafe xmlTextWriterStartDocument(writer, "1.0", "UTF-8", nil)
  }

  deinit {
    unsafe xmlFreeTextWriter(writer)
    unsafe xmlBufferFree(buffer)
  }

  /// The document, with a final newline.
  consuming func finished() -> [UInt8] {
    unsafe xmlTextWriterEndDocument(writer)
    unsafe xmlTextWriterFlush(writer)
    let length = unsafe Int(xmlBufferLength(buffer))
    return unsafe Array(UnsafeBufferPointer(start: xmlBufferContent(buffer), count: length))
  }

  /// Writes an element whose content `content` writes.
  mutating func element(
    _ name: String,
    _ attributes: [(name: String, value: String)] = [],
    content: (inout XMLWriter) -> Void = { _ in }
  ) {
    unsafe xmlTextWriterStartElement(writer, name)
    for attribute in attributes {
      unsafe xmlTextWriterWriteAttribute(writer, attribute.name, allowedInXML(attribute.value))
    }
    content(&self)
    unsafe xmlTextWriterEndElement(writer)
  }

  mutating func text(_ text: String) {
    guard !text.isEmpty else { return }
    unsafe xmlTextWriterWriteString(writer, allowedInXML(text))
  }
}

/// The text with every scalar spelt out that XML 1.0 does not allow.
private func allowedInXML(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: isForbiddenInXML) else { return text }
  return respelt(text) { isForbiddenInXML($0) ? escape(of: $0) : nil }
}

/// Whether no XML document may hold a scalar, not even as a reference.
func isForbiddenInXML(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x9, 0xA, 0xD: false
  case 0..<0x20, 0xFFFE, 0xFFFF: true
  default: false
  }
}
