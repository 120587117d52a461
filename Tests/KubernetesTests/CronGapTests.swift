import Kubernetes
import Testing

@Suite struct CronGapTests {
  @Test(arguments: [
    ("* * * * *", 1), ("*/15 * * * *", 15), ("0 * * * *", 60), ("30 2 * * *", 1440), ("@daily", 1440),
    ("@hourly", 60), ("@every 90m", 90), ("@every 30s", 1), ("0 */6 * * *", 360), ("17 1-23/4 * * *", 240),
    ("0 9-17 * * *", 16 * 60), ("0 0 * * 1-5", 3 * 1440), ("0 0 * * 0", 7 * 1440), ("@weekly", 7 * 1440),
    ("50 23 * * *", 1440), ("10,20 4 * * *", 1430), ("@monthly", 31 * 1440), ("0 0 31 * *", 61 * 1440),
    ("0 0 1 1 *", 366 * 1440), ("0 0 29 2 *", (4 * 365 + 1) * 1440), ("0 0 ? * 3", 7 * 1440),
    // Either day is enough where both are chosen.
    ("0 0 1 * 0", 7 * 1440), ("0 0 13 * 5", 7 * 1440),
    // A step over all days is a choice, too: Mondays are added to the odd days, and not what is left of them.
    ("0 0 */2 * *", 2 * 1440), ("0 0 */2 * 1", 2 * 1440), ("0 0 */1 * 1", 7 * 1440),
  ])
  func isTheLongestTimeBetweenTwoStarts(cron: String, minutes: Int) {
    #expect(longestCronGap(cron) == minutes)
  }

  @Test(arguments: ["", "nonsense", "0 0 30 2 *", "61 * * * *", "@every"])
  func isUnknownForWhatNeverStarts(cron: String) {
    #expect(longestCronGap(cron) == nil)
  }

  /// For schedules of the week, the starts say the same.
  @Test func agreesWithTheStartsOfAWeek() throws {
    for minutes in ["0", "5,50", "*/20", "7-40/11"] {
      for hours in ["*", "3", "0,23", "1-23/6"] {
        for days in ["*", "0", "1-5", "2,4"] {
          let cron = "\(minutes) \(hours) * * \(days)"
          let starts = try #require(cronStarts(cron)).sorted()
          let next = starts.dropFirst() + [starts[0] + 10_080]
          #expect(longestCronGap(cron) == zip(starts, next).map { $1 - $0 }.max(), "\(cron)")
        }
      }
    }
  }
}
