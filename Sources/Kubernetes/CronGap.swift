/// The longest time, in minutes, that passes between two starts of a schedule.
///
/// The wall clock is taken to run evenly: whoever counts in a time zone that changes its clocks adds an hour. Nil for a
/// schedule that cannot be read, or that starts nothing more than once.
package func longestCronGap(_ text: String) -> Int? {
  guard cronProblem(text) == nil else { return nil }
  if text.hasPrefix("@every ") {
    return goDurationNanoseconds(String(text.dropFirst(7))).map { ($0 + 59_999_999_999) / 60_000_000_000 }
  }
  guard let parts = cronFieldTexts(text) else { return nil }
  let days = StartDays(parts)
  let times = cronFields[1].values(parts[1]).flatMap { hour in
    cronFields[0].values(parts[0]).map { hour * 60 + $0 }
  }
  guard let first = times.first, let last = times.last else { return nil }
  let within = zip(times, times.dropFirst()).map { $1 - $0 }.max() ?? 0
  var previous: Int?
  var across = 0
  for day in days.all {
    if let previous { across = max(across, (day - previous) * 1440 - last + first) }
    previous = day
  }
  return across == 0 ? nil : max(within, across)
}

/// The days at which a schedule starts something.
private struct StartDays {
  /// Counted from a Saturday, 2000-01-01, in order.
  let all: [Int]

  init(_ parts: [Substring]) {
    let daysOfMonth = Set(cronFields[2].values(parts[2])), months = Set(cronFields[3].values(parts[3]))
    let daysOfWeek = Set(cronFields[4].values(parts[4]))
    // Either day is enough where both are chosen.
    let either = !isAny(parts[2]) && !isAny(parts[4])
    // Dates and days of the week meet again after 28 years; a week goes on for ever where no date is chosen.
    let years = daysOfMonth.count == 31 && months.count == 12 ? 1 : 28
    var all: [Int] = []
    var day = 0
    for year in 2000..<(2000 + years) {
      for month in 1...12 {
        for dayOfMonth in 1...Self.length(of: month, in: year) {
          let isDay = daysOfMonth.contains(dayOfMonth), isWeekday = daysOfWeek.contains((day + 6) % 7)
          if months.contains(month), either ? isDay || isWeekday : isDay && isWeekday { all.append(day) }
          day += 1
        }
      }
    }
    self.all = all
  }

  /// Every fourth year is a leap year, from 2000 to 2099.
  private static func length(of month: Int, in year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
