internal import Validation

/// Finds things by their labels without asking each of them; each is a place in a list.
struct LabelIndex: Sendable {
  let labels: [[(key: String, value: String)]]
  private let byScope: [String: [Int]]
  private let byLabel: [Label: [Int]]

  private struct Label: Hashable {
    let scope: String
    let key: String
    let value: String
  }

  /// - Parameters:
  ///   - scopes: The namespace of each thing.
  ///   - labels: The labels of each thing.
  init(scopes: [String], labels: [[(key: String, value: String)]]) {
    self.labels = labels
    var byScope: [String: [Int]] = [:]
    var byLabel: [Label: [Int]] = [:]
    for (number, scope) in scopes.enumerated() {
      byScope[scope, default: []].append(number)
      for (key, value) in labels[number] {
        byLabel[Label(scope: scope, key: key, value: value), default: []].append(number)
      }
    }
    self.byScope = byScope
    self.byLabel = byLabel
  }

  /// The things of a namespace.
  func all(in scope: String) -> [Int] { byScope[scope] ?? [] }

  /// The things of a namespace that a label selector selects; an absent selector selects none, an empty one all.
  func numbers(selectedBy selector: Field, in scope: String) -> [Int] {
    guard selector.isPresent else { return [] }
    let expressions = selector["matchExpressions"], pairs = selector["matchLabels"].entries
    let least = candidates(with: pairs, in: scope)
    if pairs.count < 2, expressions.isEmpty { return least }
    return least.filter { selector.selects(labels[$0]) }
  }

  /// The things of a namespace that a plain map of labels selects, as that of a Service; an empty one none.
  func numbers(selectedPlainlyBy selector: Field, in scope: String) -> [Int] {
    let pairs = selector.entries
    guard !pairs.isEmpty else { return [] }
    return candidates(with: pairs, in: scope).filter { selector.selectsPlainly(labels[$0]) }
  }

  /// The least things of a namespace among which are all that have a label of each pair.
  private func candidates(with pairs: [(key: String, value: Field)], in scope: String) -> [Int] {
    var least = all(in: scope)
    for (key, value) in pairs where !least.isEmpty {
      let found = value.text.flatMap { byLabel[Label(scope: scope, key: key, value: $0)] } ?? []
      if found.count < least.count { least = found }
    }
    return least
  }
}
