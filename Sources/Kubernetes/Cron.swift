/// What is wrong with a cron schedule as the CronJob controller reads it, or nil.
///
/// Source: robfig/cron's standard parser: five fields, `*`, `?`, lists, ranges, steps, names of months and
/// days, `@every` with a duration, and the words `@hourly`, `@daily`, `@midnight`, `@weekly`, `@monthly`,
/// `@yearly`, `@annually`.
package func cronProblem(_ text: String) -> String? {
  if text.hasPrefix("TZ=") || text.hasPrefix("CRON_TZ=") { return "names a time zone; use 'timeZone'" }
  if text.hasPrefix("@every ") {
    return goDurationNanoseconds(String(text.dropFirst(7))) == nil ? "has no duration after '@every'" : nil
  }
  if text.hasPrefix("@") {
    return ["@hourly", "@daily", "@midnight", "@weekly", "@monthly", "@yearly", "@annually"].contains(text)
      ? nil : "is no known shorthand"
  }
  let parts = text.split(whereSeparator: { $0 == " " || $0 == "\t" })
  guard parts.count == 5 else { return "has \(parts.count) fields instead of 5" }
  for (part, field) in zip(parts, cronFields) {
    for item in part.split(separator: ",", omittingEmptySubsequences: false) {
      if let problem = field.problem(item) { return problem }
    }
  }
  return nil
}

/// The minutes of a week, from Sunday 00:00, at which a schedule may start a run.
///
/// A superset: a day of the month can fall on any day of the week, and every month is taken for all of them. Nil for
/// a schedule that cannot be read.
package func cronStarts(_ text: String) -> [Int]? {
  guard cronProblem(text) == nil else { return nil }
  guard let parts = cronFieldTexts(text) else { return nil }
  let minutes = cronFields[0].values(parts[0]), hours = cronFields[1].values(parts[1])
  let days = isAny(parts[2]) ? cronFields[4].values(parts[4]) : Array(0...6)
  return days.flatMap { day in hours.flatMap { hour in minutes.map { day * 1440 + hour * 60 + $0 } } }
}

/// How often a schedule starts a run in seven years of 365 days, in which each day of the year is each day of the week
/// once; nil for a schedule that cannot be read.
package func cronRuns(_ text: String) -> Int? {
  guard cronProblem(text) == nil else { return nil }
  if text.hasPrefix("@every ") {
    // robfig/cron rounds to whole seconds, and never waits for less than one.
    let seconds = goDurationNanoseconds(String(text.dropFirst(7))).map { max(1, $0 / 1_000_000_000) }
    return seconds.map { 7 * 365 * 86_400 / $0 }
  }
  guard let parts = cronFieldTexts(text) else { return nil }
  let times = cronFields[0].values(parts[0]).count * cronFields[1].values(parts[1]).count
  let dates = Set(cronFields[2].values(parts[2])), months = cronFields[3].values(parts[3])
  let weekdays = cronFields[4].values(parts[4]).count
  let isAnyDate = isAny(parts[2]), isAnyWeekday = isAny(parts[4])
  let days = months.reduce(0) { sum, month in
    let length = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    let named = (1...length).count { dates.contains($0) }
    // Where both are restricted, a day that either names is one.
    if isAnyDate || isAnyWeekday { return sum + named * weekdays }
    return sum + named * 7 + (length - named) * weekdays
  }
  return days * times
}

/// Whether a field of days leaves the choice to the other one; a star with a step of more than one does not, as
/// robfig/cron has it, which Kubernetes uses.
func isAny(_ field: Substring) -> Bool {
  field.split(separator: ",").contains { ["*", "?", "*/1", "?/1"].contains($0) }
}

/// The five fields of a schedule without problems; nil for one of an interval.
func cronFieldTexts(_ text: String) -> [Substring]? {
  let shorthands = [
    "@hourly": "0 * * * *", "@daily": "0 0 * * *", "@midnight": "0 0 * * *", "@weekly": "0 0 * * 0",
    "@monthly": "0 0 1 * *", "@yearly": "0 0 1 1 *", "@annually": "0 0 1 1 *",
  ]
  let parts = (shorthands[text] ?? text).split(whereSeparator: { $0 == " " || $0 == "\t" })
  return parts.count == 5 ? parts : nil
}

struct CronField {
  let name: String
  let range: ClosedRange<Int>
  var words: [String] = []

  func problem(_ item: Substring) -> String? {
    let steps = item.split(separator: "/", omittingEmptySubsequences: false)
    if steps.count > 2 || (steps.count == 2 && (Int(steps[1]) ?? 0) < 1) {
      return "has a bad step '\(item)' in its \(name)"
    }
    if steps[0] == "*" || steps[0] == "?" { return nil }
    let bounds = steps[0].split(separator: "-", omittingEmptySubsequences: false).map(number)
    guard bounds.count <= 2, let first = bounds[0], let last = bounds[bounds.count - 1] else {
      return "has '\(item)' in its \(name)"
    }
    if first > last { return "has a reversed range '\(item)' in its \(name)" }
    return range.contains(first) && range.contains(last)
      ? nil : "has '\(item)' in its \(name), which goes from \(range.lowerBound) to \(range.upperBound)"
  }

  /// Every value that a field without problems stands for, sorted.
  func values(_ field: Substring) -> [Int] {
    var values: Set<Int> = []
    for item in field.split(separator: ",") {
      let steps = item.split(separator: "/")
      let step = steps.count == 2 ? Int(steps[1]) ?? 1 : 1
      let bounds = steps[0].split(separator: "-").compactMap(number)
      // A step behind a single number goes on to the end of the range.
      let first = bounds.first ?? range.lowerBound
      let last = bounds.count == 2 ? bounds[1] : steps.count == 2 || bounds.isEmpty ? range.upperBound : first
      values.formUnion(stride(from: first, through: last, by: step))
    }
    return values.sorted()
  }

  private func number(_ text: Substring) -> Int? {
    if let index = words.firstIndex(of: text.lowercased()) { return index + range.lowerBound }
    return text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ? Int(text) : nil
  }
}

let cronFields = [
  CronField(name: "minute", range: 0...59),
  CronField(name: "hour", range: 0...23),
  CronField(name: "day of month", range: 1...31),
  CronField(
    name: "month",
    range: 1...12,
    words: ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
  ),
  CronField(name: "day of week", range: 0...6, words: ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]),
]
