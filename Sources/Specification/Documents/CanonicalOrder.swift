package import YAMLSyntax

/// The order in which a document's keys are written: that in which its kind declares them.
///
/// A kind that is declared elsewhere starts with what every document starts with, and foreign documents stay.
package func canonicalOrder(of document: Node) -> KeyOrder {
  guard document.mapping?["apiVersion"]?.scalar?.text == Header.apiVersion else { return .asWritten }
  let kind = document.mapping?["kind"]?.scalar.flatMap { SpecKind.named($0.text) }
  return Schema.object { kind?.schema ?? Header.shape.schema }.keyOrder
}

extension Schema {
  fileprivate var keyOrder: KeyOrder {
    switch self {
    case .scalar, .anything: .asWritten
    case .list(let items): .each(items.keyOrder)
    case .map(_, let values): .each(values.keyOrder)
    case .object(let object), .scalarOrObject(_, let object):
      .fields { object().fields.map { ($0.name, $0.schema.keyOrder) } }
    case .layer(let inner): inner.keyOrder
    }
  }
}
