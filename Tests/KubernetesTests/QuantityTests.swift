import Kubernetes
import TestSupport
import Testing

@Suite struct QuantityTests {
  @Test(arguments: [
    ("1000m", "1"), ("1024Mi", "1Gi"), ("0.5", "500m"), ("1500m", "1500m"), ("2", "2"), ("1e3", "1k"),
    ("100M", "100M"),
    ("0", "0"), ("1.5Gi", "1536Mi"), ("128974848", "128974848"), ("+1", "1"), ("1u", "1m"), (".5", "500m"),
    ("5.", "5"),
  ]) func canonicalForm(text: String, canonical: String) throws {
    #expect(try #require(Quantity(parsing: text)).canonical == canonical)
  }

  @Test(arguments: [
    "", "m", "1 Gi", "1x", "1KI", "1e", "--1", "1.2.3", "Gi", "9223372036854775808", "1e99", "１",
  ])
  func refused(text: String) {
    #expect(Quantity(parsing: text) == nil)
  }

  @Test func comparesAcrossSuffixes() throws {
    let ordered = try ["999m", "1", "1001m", "1k", "1Ki", "1M", "1Mi", "1Gi"].map {
      try #require(Quantity(parsing: $0))
    }
    #expect(zip(ordered, ordered.dropFirst()).allSatisfy { $0 < $1 })
    #expect(Quantity(parsing: "1Gi") == Quantity(parsing: "1024Mi"))
  }

  @Test func shares() throws {
    let memory = try #require(Quantity(parsing: "8Gi"))
    #expect(memory.percent(80, roundingTo: .mebi).canonical == "6554Mi")
    #expect(memory.percent(100, roundingTo: .mebi).canonical == "8Gi")
    #expect(try #require(Quantity(parsing: "200m")).percent(33, roundingTo: .milli).canonical == "66m")
  }

  @Test(arguments: 0..<100) func sumsCommuteAndCanonicalFormsAreEqual(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let units = ["", "m", "k", "M", "Ki", "Mi", "Gi"]
    func quantity() throws -> Quantity {
      let unit = units[Int.random(in: units.indices, using: &random)]
      return try #require(Quantity(parsing: "\(Int.random(in: 0...5000, using: &random))\(unit)"))
    }
    let (left, right) = (try quantity(), try quantity())
    #expect(left + right == right + left)
    #expect(Quantity(parsing: (left + right).canonical) == left + right)
    #expect(!(left + right < left))
  }
}
