package import Validation
internal import YAMLSyntax

/// A probe of a container: how it asks, and how long it takes to give up.
package struct Probe: Sendable {
  package let field: Field

  package static let keys = ["startupProbe", "readinessProbe", "livenessProbe"]

  /// The field of the request: `httpGet`, `tcpSocket`, `grpc` or `exec`.
  package var handler: Field? {
    ["httpGet", "tcpSocket", "grpc", "exec"].map { field[$0] }.first { $0.isPresent }
  }

  package var period: Int { field["periodSeconds"].integer ?? 10 }
  package var timeout: Int { field["timeoutSeconds"].integer ?? 1 }

  /// The seconds of silence until it counts as failed.
  package var patience: Int {
    let (product, overflow) = period.multipliedReportingOverflow(by: field["failureThreshold"].integer ?? 3)
    return overflow ? .max : product
  }
}

extension Container {
  /// A probe of the container; nil where it has none.
  package func probe(_ key: String) -> Probe? {
    field[key].isPresent ? Probe(field: field[key]) : nil
  }

  package var probes: [Probe] { Probe.keys.compactMap(probe) }

  package var portNames: [String] { field["ports"].items.compactMap { $0["name"].text } }
}

extension Field {
  /// Whether two values say the same, wherever they were written; the order of a map's keys says nothing.
  package func saysTheSame(as other: Field) -> Bool {
    switch (node?.content, other.node?.content) {
    case (nil, nil): true
    case (.scalar(let left)?, .scalar(let right)?): left.type == right.type && left.text == right.text
    case (.sequence?, .sequence?):
      items.count == other.items.count && zip(items, other.items).allSatisfy { $0.saysTheSame(as: $1) }
    case (.mapping?, .mapping?):
      entries.count == other.entries.count
        && entries.allSatisfy { entry in entry.value.saysTheSame(as: other[entry.key]) }
    default: false
    }
  }
}
