private import Glibc

/// The stages of a build, in the order in which a unit goes through them.
package enum Stage: String, CaseIterable, Sendable {
  case read
  case recall
  case resolve
  case render
  case check
  case print
  case lint
  case write
  case remember
  case cluster
  case collide
  case report

  /// What it does, for people.
  package var summary: String {
    switch self {
    case .read: "specs to one repository of documents"
    case .recall: "what the cache knows, and whether it still holds"
    case .resolve: "layers to a model"
    case .render: "the model to objects"
    case .check: "objects held to the Kubernetes API"
    case .print: "objects to bytes"
    case .lint: "objects held to rules"
    case .write: "compared with out/, and written where they differ"
    case .remember: "records for the next build"
    case .cluster: "what is outside of namespaces"
    case .collide: "what units take, held against each other"
    case .report: "findings and reports"
    }
  }
}

/// A stretch of time that one stage took.
package struct Lap: Sendable {
  package let stage: Stage
  /// Nanoseconds of a clock that never goes back.
  package let start: Int64
  package let end: Int64
}

/// Measures stages one after the other; a value of whoever measures, so that no two threads meet in it.
package struct Stopwatch: Sendable {
  package private(set) var laps: [Lap] = []
  private var last = now()

  package init() {}

  /// Goes on from now; what was in between is measured elsewhere.
  package mutating func resume() {
    last = Self.now()
  }

  /// Ends a stage that began when the last one ended.
  package mutating func lap(_ stage: Stage) {
    let end = Self.now()
    laps.append(Lap(stage: stage, start: last, end: end))
    last = end
  }

  private static func now() -> Int64 {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Int64(now.tv_sec) * 1_000_000_000 + Int64(now.tv_nsec)
  }
}
