internal import Reporting

/// Where the time of a build went.
package struct Timings: Sendable {
  /// What took time beside the units.
  private let common: [Lap]
  private let units: [(id: UnitID, laps: [Lap])]

  package init(_ outcome: BuildOutcome, beside common: [Lap]) {
    self.common = common + outcome.laps
    units = outcome.units.filter { !$0.laps.isEmpty }.map { ($0.id, $0.laps) }
  }

  /// What one stage took.
  package struct Row: Sendable {
    package let stage: Stage
    /// Over all workers, in seconds.
    package let seconds: Double
    /// Of all stages together.
    package let share: Double
    /// The unit that it took longest for, and how long; nil for what is not done by units.
    package let slowest: (unit: String, seconds: Double)?
  }

  /// A row for each stage that took time, in the order of the stages.
  package var rows: [Row] {
    let total = max(1, (common + units.flatMap(\.laps)).reduce(0) { $0 + $1.nanoseconds })
    return Stage.allCases.compactMap { stage in
      let shared = common.nanoseconds(of: stage)
      let each = units.map { (unit: $0.id.path, time: $0.laps.nanoseconds(of: stage)) }
      let sum = each.reduce(shared) { $0 + $1.time }
      guard sum > 0 else { return nil }
      let slowest = each.max { $0.time < $1.time }.flatMap { $0.time > 0 ? $0 : nil }
      return Row(
        stage: stage,
        seconds: Double(sum) / 1e9,
        share: Double(sum) / Double(total),
        slowest: slowest.map { ($0.unit, Double($0.time) / 1e9) }
      )
    }
  }

  /// The laps as a file that `chrome://tracing` and Perfetto show; its format is Google's Trace Event Format.
  ///
  /// A line of the picture is a worker: units that overlap in time are in different lines.
  package var traceFile: [UInt8] {
    let start = (common + units.flatMap(\.laps)).map(\.start).min() ?? 0
    var writer = JSONWriter()
    writer.object { document in
      document.member("traceEvents") { events in
        events.array(placed()) { writer, event in
          writer.object { item in
            item.member("name", event.name)
            item.member("cat", event.category)
            item.member("ph", "X")
            item.member("ts", Int((event.start - start) / 1000))
            item.member("dur", Int((event.end - event.start) / 1000))
            item.member("pid", 1)
            item.member("tid", event.line)
          }
        }
      }
    }
    return writer.finished()
  }

  private struct Event {
    let name: String
    let category: String
    let start: Int64
    let end: Int64
    let line: Int
  }

  private func placed() -> [Event] {
    var events = common.map {
      Event(name: $0.stage.rawValue, category: "all", start: $0.start, end: $0.end, line: 0)
    }
    var ends: [Int64] = []
    for unit in units.sorted(by: { ($0.laps[0].start, $0.id) < ($1.laps[0].start, $1.id) }) {
      let start = unit.laps[0].start, end = unit.laps.map(\.end).max() ?? start
      let line = ends.firstIndex { $0 <= start } ?? ends.count
      if line == ends.count { ends.append(end) } else { ends[line] = end }
      events.append(Event(name: unit.id.path, category: "unit", start: start, end: end, line: line + 1))
      events += unit.laps.map {
        Event(name: $0.stage.rawValue, category: "stage", start: $0.start, end: $0.end, line: line + 1)
      }
    }
    return events
  }
}

extension Lap {
  fileprivate var nanoseconds: Int64 { end - start }
}

extension [Lap] {
  fileprivate func nanoseconds(of stage: Stage) -> Int64 {
    reduce(0) { $0 + ($1.stage == stage ? $1.nanoseconds : 0) }
  }
}
