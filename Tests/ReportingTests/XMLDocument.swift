import CLibXML2
import Glibc

/// A document as libxml2 reads it: the judge of what the writers write.
struct XMLDocument {
  /// An element of a document.
  struct Element {
    let name: String
    /// In the order of the file.
    let attributes: [(name: String, value: String)]
    /// Its text and that of its children.
    let text: String

    subscript(_ name: String) -> String? {
      attributes.first { $0.name == name }?.value
    }
  }

  /// All elements, each before its children.
  let elements: [Element]
  private let bytes: [UInt8]

  /// Nil where the bytes are not a well-formed document in UTF-8.
  init?(_ bytes: [UInt8]) {
    guard let document = read(bytes) else { return nil }
    defer { xmlFreeDoc(document) }
    self.bytes = bytes
    var elements: [Element] = []
    if let root = xmlDocGetRootElement(document) { append(root, of: document, to: &elements) }
    self.elements = elements
  }

  /// Whether a schema in `Schemas` accepts it; the reasons why not are on standard error.
  func isValid(against schema: String) -> Bool {
    let path = "\(packageFolder)/Tests/ReportingTests/Schemas/\(schema).xsd"
    guard let parser = xmlSchemaNewParserCtxt(path) else { return false }
    defer { xmlSchemaFreeParserCtxt(parser) }
    guard let schema = xmlSchemaParse(parser) else { return false }
    defer { xmlSchemaFree(schema) }
    guard let validation = xmlSchemaNewValidCtxt(schema) else { return false }
    defer { xmlSchemaFreeValidCtxt(validation) }
    guard let document = read(bytes) else { return false }
    defer { xmlFreeDoc(document) }
    return xmlSchemaValidateDoc(validation, document) == 0
  }
}

/// Nil where the bytes are not well-formed; the caller frees the document.
private func read(_ bytes: [UInt8]) -> xmlDocPtr? {
  let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue)
  return bytes.withUnsafeBytes { buffer in
    xmlReadMemory(buffer.baseAddress, Int32(buffer.count), nil, "UTF-8", options)
  }
}

private func append(_ node: xmlNodePtr, of document: xmlDocPtr, to elements: inout [XMLDocument.Element]) {
  if node.pointee.type == XML_ELEMENT_NODE {
    var attributes: [(name: String, value: String)] = []
    var attribute = node.pointee.properties
    while let current = attribute {
      let value = content(of: xmlNodeListGetString(document, current.pointee.children, 1))
      attributes.append((string(current.pointee.name), value))
      attribute = current.pointee.next
    }
    let text = content(of: xmlNodeGetContent(node))
    elements.append(
      XMLDocument.Element(name: string(node.pointee.name), attributes: attributes, text: text)
    )
  }
  var child = node.pointee.children
  while let current = child {
    append(current, of: document, to: &elements)
    child = current.pointee.next
  }
}

private func string(_ text: UnsafePointer<xmlChar>?) -> String {
  text.map { String(cString: $0) } ?? ""
}

/// The text that libxml2 allocated, which is freed.
private func content(of text: UnsafeMutablePointer<xmlChar>?) -> String {
  guard let text else { return "" }
  defer { free(text) }
  return String(cString: text)
}
