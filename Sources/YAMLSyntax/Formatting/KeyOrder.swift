/// In which order the keys of a value are written, and those below it.
package indirect enum KeyOrder: Sendable {
  /// As they stand.
  case asWritten
  /// These first, in this order; the rest behind them as they stand. A closure, because objects may contain themselves.
  case fields(@Sendable () -> [(key: String, order: KeyOrder)])
  /// Names that somebody chose, as they stand, or the items of a list; each of them in an order of its own.
  case each(KeyOrder)

  /// The place of each key, and the order below it.
  func places(of mapping: Mapping) -> [(rank: Int, below: KeyOrder)] {
    switch self {
    case .asWritten: return mapping.entries.map { _ in (0, .asWritten) }
    case .each(let order): return mapping.entries.map { _ in (0, order) }
    case .fields(let fields):
      let fields = fields()
      return mapping.entries.map { entry in
        let index = fields.firstIndex { $0.key.hasSameBytes(as: entry.key) }
        return (index ?? fields.count, index.map { fields[$0].order } ?? .asWritten)
      }
    }
  }

  /// The order of the items of a list.
  var ofItems: KeyOrder {
    if case .each(let order) = self { order } else { self }
  }
}
