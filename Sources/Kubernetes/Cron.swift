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

private struct CronField {
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

  private func number(_ text: Substring) -> Int? {
    if let index = words.firstIndex(of: text.lowercased()) { return index + range.lowerBound }
    return text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ? Int(text) : nil
  }
}

private let cronFields = [
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
