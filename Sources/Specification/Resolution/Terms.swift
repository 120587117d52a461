internal import Diagnostics
internal import Kubernetes

/// One term of a sum: so many pods (or claims, or objects) of a workload, at their size.
struct Term {
  let workload: String
  /// The line that the term comes from.
  let origin: Origin
  let count: Int
  let size: Quantity
  /// When the pods work; nil for those that may always work.
  var window: RunWindow? = nil

  var total: Quantity { size * count }
}

/// When the runs of a scheduled job may be at work, in minutes of its own week.
struct RunWindow {
  let timeZone: String
  let starts: [Int]
  let length: Int

  static let week = 10_080

  /// Fails for a job that has no schedule, or whose runs may follow each other without a pause.
  init?(_ job: Job) {
    guard job.spec.run.value == .scheduled, let schedule = job.spec.schedule,
      let starts = cronStarts(schedule.cron.value), let time = job.spec.expectedRunTime
    else { return nil }
    let late = schedule.startingDeadline?.value.seconds ?? 3600
    // A change of the clocks moves runs against each other by an hour.
    let clock = schedule.timeZone.value == "Etc/UTC" ? 0 : 60
    timeZone = schedule.timeZone.value
    self.starts = starts
    length = (time.maximum.value.seconds + late + 59) / 60 + clock
    if length >= Self.week { return nil }
  }

  /// Whether a run may be at work at a minute of the week.
  func covers(_ minute: Int) -> Bool {
    starts.contains { (minute - $0 + Self.week) % Self.week < length }
  }
}

extension [Term] {
  var sum: Quantity { reduce(.zero) { $0 + $1.total } }

  /// The terms that may work at one time and need the most.
  ///
  /// Times of different zones cannot be compared without a calendar, so only the jobs of the zone with the most jobs
  /// are told apart; all others count always. The peak is at the start of some run.
  var atPeak: [Term] {
    let zones = Dictionary(grouping: compactMap(\.window?.timeZone), by: \.self)
    let zone = zones.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }?.key
    guard let zone else { return self }
    let moments = Set(filter { $0.window?.timeZone == zone }.flatMap { $0.window?.starts ?? [] }).sorted()
    var worst: [Term] = filter { $0.window?.timeZone != zone }
    for moment in moments {
      let together = filter { $0.window?.timeZone != zone || $0.window?.covers(moment) == true }
      if together.sum > worst.sum { worst = together }
    }
    return worst
  }

  private var counting: [Term] { filter { $0.count > 0 && !$0.size.isZero } }

  /// The terms that a message names: all, or the largest where there are more than anybody reads.
  private var told: [Term] {
    let counting = counting
    guard counting.count > 12 else { return counting }
    let largest = counting.enumerated().sorted {
      ($1.element.total, $0.offset) < ($0.element.total, $1.offset)
    }
    return largest.prefix(12).map(\.element)
  }

  /// For instance `api 5 x 500m + batch 1 x 2`, or `… + 1988 others 994`.
  var inWords: String {
    let told = told, others = counting.count - told.count
    let words = told.map { "\($0.workload) \($0.count) x \($0.size.text)" }
    let rest = others > 0 ? ["\(others) others \((sum - told.sum).canonical)"] : []
    return (words + rest).joined(separator: " + ")
  }

  /// Each term that is named at its line.
  var labels: [Label] {
    told.compactMap { term in
      term.origin.span.map { Label($0, "\(term.count) x \(term.size.text) = \(term.total.canonical)") }
    }
  }
}
