import Kubernetes
import SpaiGen
import Specification
import TestSupport
import Testing

@Suite struct CostTests {
  /// Ten cents are ten cents, however often they are added.
  @Test func nothingIsRounded() throws {
    let price = try #require(Price(parsing: "0.1"))
    let one = Cost(cpu: Quantity(1), at: price, for: .always(1))
    #expect(one.text == "73.00")
    let sum = (0..<1000).reduce(Cost.zero) { sum, _ in sum + one }
    #expect(sum == Cost(73_000))
    #expect(sum == Cost(cpu: Quantity(1000), at: price, for: .always(1)))
    #expect(sum == Cost(cpu: Quantity(1), at: price, for: .always(1000)))
  }

  @Test(arguments: [
    ("500m", "0.03", "10.95"), ("1", "0.000001", "0.00"), ("1m", "6.84932", "5.00"), ("1m", "6.849", "5.00"),
    ("1m", "6.842", "4.99"),
  ])
  func cpusCost(_ cpu: String, _ price: String, _ text: String) throws {
    let quantity = try #require(Quantity(parsing: cpu))
    let cost = Cost(cpu: quantity, at: try #require(Price(parsing: price)), for: .always(1))
    #expect(cost.text == text)
  }

  @Test func eachResourceHasItsUnit() throws {
    let price = try #require(Price(parsing: "2"))
    let gibibytes = try #require(Quantity(parsing: "3Gi"))
    #expect(Cost(memory: gibibytes, at: price, for: .always(1)).text == "4380.00")
    #expect(Cost(storage: gibibytes, at: price).text == "6.00")
    #expect(Cost(gpus: 2, at: price, for: .always(1)).text == "2920.00")
    #expect(Cost(gpus: 1, at: price, for: .monthly(2, TimeSpan(seconds: 1800))).text == "2.00")
    #expect(Cost(gpus: 1, at: price, for: .runs(84, of: 1, TimeSpan(seconds: 3600))).text == "2.00")
  }

  /// What is too much for any number is over every budget, and no crash.
  @Test func theLargestCostIsOverEveryBudget() throws {
    let price = try #require(Price(parsing: "999999999.999999"))
    let cpu = try #require(Quantity(parsing: "9E"))
    let cost = Cost(cpu: cpu, at: price, for: .always(10_000))
    #expect(cost + cost == cost)
    #expect(cost > Cost(Int(Int32.max)))
    #expect(cost.share(of: Int(Int32.max)).hasSuffix(" %"))
  }

  @Test(arguments: [(100, 50, "50.0 %"), (3, 1, "33.3 %"), (1000, 999, "99.9 %"), (10, 25, "250.0 %")])
  func sharesAreCutOff(_ budget: Int, _ amount: Int, _ share: String) {
    #expect(Cost(amount).share(of: budget) == share)
    #expect(Cost(amount).share(of: 0) == "-")
  }

  @Test(arguments: [
    ("0", 0), ("1", 1_000_000), ("0.0425", 42_500), ("1.000001", 1_000_001), ("007", 7_000_000),
    ("999999999.999999", 999_999_999_999_999),
  ])
  func pricesAreRead(_ text: String, _ millionths: Int) {
    #expect(Price(parsing: text)?.millionths == millionths)
  }

  @Test(arguments: [
    "", ".", ".5", "1.", "-1", "+1", "1e3", "1,5", "0.0000001", "1000000000", "1.2.3", " 1", "٣",
  ])
  func whatIsNoPriceIsRefused(_ text: String) {
    #expect(Price(parsing: text) == nil)
  }

  /// A walk over every day of seven years counts the same runs.
  @Test(arguments: [
    "0 2 * * *", "*/15 * * * *", "0 3 * * 0,3", "0 0 1 * *", "0 0 31 * *", "30 4 1,15 * 5", "0 0 29 2 *",
    "0 9-17 * * mon-fri", "0 0 */2 * 1", "@hourly", "@weekly", "@monthly", "@yearly", "5 4 ? * ?",
    "0 0 13 * fri",
  ])
  func runsAreCounted(_ schedule: String) {
    #expect(cronRuns(schedule) == walked(schedule))
  }

  @Test func intervalsAreCounted() {
    #expect(cronRuns("@every 1h") == 7 * 365 * 24)
    #expect(cronRuns("@every 1ns") == 7 * 365 * 86_400)
    #expect(cronRuns("61 * * * *") == nil)
  }

  /// Random schedules, by the same walk.
  @Test(arguments: 0..<200)
  func randomSchedulesAreCounted(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    func field(_ range: ClosedRange<Int>) -> String {
      switch Int.random(in: 0..<4, using: &random) {
      case 0: return "*"
      case 1: return "*/\(Int.random(in: 1...5, using: &random))"
      case 2: return "\(Int.random(in: range, using: &random))"
      default:
        let ends = [Int.random(in: range, using: &random), Int.random(in: range, using: &random)].sorted()
        return "\(ends[0])-\(ends[1])"
      }
    }
    let schedule = "0 \(field(0...23)) \(field(1...31)) \(field(1...12)) \(field(0...6))"
    #expect(cronRuns(schedule) == walked(schedule), "seed \(seed): \(schedule)")
  }

  /// The sample's table adds up, and its JSON has the same cells.
  @Test func theTableAddsUp() throws {
    let result = try BuiltCommand.run(["list", "cost"], in: Project.repository)
    #expect(result.status == 0, "\(result.errors)")
    let rows = result.output.split(separator: "\n").dropFirst().map { line in
      line.split(separator: " ", omittingEmptySubsequences: true).map(String.init)
    }
    #expect(rows.count > 50)
    for total in rows where total[3] == "total" {
      let parts = rows.filter { $0[0] == total[0] && $0[3] != "total" }
      for column in 4...5 {
        let sum = parts.reduce(0) { $0 + cents($1[column]) }
        // Each row is rounded by itself.
        #expect(abs(sum - cents(total[column])) <= parts.count, "\(total)")
      }
      for part in parts { #expect(cents(part[4]) <= cents(part[5]), "\(part)") }
    }
    let json = try BuiltCommand.run(["list", "cost", "--format", "json"], in: Project.repository)
    #expect(json.output.split(separator: "\"floor-share\"").count - 1 == rows.count)
  }

  @Test func aPlatformWithoutPricesSaysSo() throws {
    let place = try Project.temporaryFolder()
    let disk = try Golden.base()
    let folder = Folder(place)
    for name in ["templates", "tenants"] { try folder.makeFolders(name) }
    for (path, bytes) in disk.files { try folder.write(bytes, to: path) }
    let result = try BuiltCommand.run(["list", "cost", "--root", place], in: place)
    #expect(result.status == 64)
    #expect(result.errors.contains("The Platform has no 'prices'"))
  }

  private func cents(_ text: String) -> Int { Int(text.filter { $0 != "." }) ?? -1 }
}

/// The runs of a schedule in seven years of 365 days that begin on a Sunday, found by asking every day.
private func walked(_ schedule: String) -> Int {
  let words = [
    "@hourly": "0 * * * *", "@weekly": "0 0 * * 0", "@monthly": "0 0 1 * *", "@yearly": "0 0 1 1 *",
  ]
  let names = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]
  let fields = (words[schedule] ?? schedule).split(separator: " ").map(String.init)
  func allows(_ field: String, _ value: Int, _ range: ClosedRange<Int>) -> Bool {
    field.split(separator: ",").contains { item in
      let parts = item.split(separator: "/")
      func number(_ text: Substring) -> Int { names.firstIndex(of: String(text)) ?? Int(text) ?? -1 }
      let ends = ["*", "?"].contains(parts[0]) ? [] : parts[0].split(separator: "-").map(number)
      let first = ends.first ?? range.lowerBound
      let last = ends.count == 2 ? ends[1] : ends.isEmpty || parts.count == 2 ? range.upperBound : first
      let step = parts.count == 2 ? Int(parts[1]) ?? 1 : 1
      return (first...last).contains(value) && (value - first) % step == 0
    }
  }
  func isStar(_ field: String) -> Bool { ["*", "?", "*/1"].contains(field) }
  let times =
    (0...23).count { allows(fields[1], $0, 0...23) } * (0...59).count { allows(fields[0], $0, 0...59) }
  var days = 0
  for day in 0..<(7 * 365) {
    var month = 1, date = day % 365 + 1
    for length in [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] {
      if date <= length { break }
      (month, date) = (month + 1, date - length)
    }
    guard allows(fields[3], month, 1...12) else { continue }
    let byDate = allows(fields[2], date, 1...31), byWeekday = allows(fields[4], day % 7, 0...6)
    let isRun = isStar(fields[2]) || isStar(fields[4]) ? byDate && byWeekday : byDate || byWeekday
    days += isRun ? 1 : 0
  }
  return days * times
}
