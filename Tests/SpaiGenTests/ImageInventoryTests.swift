import SpaiGen
import TestSupport
import Testing

@Suite struct ImageInventoryTests {
  /// The bill holds what the committed output runs, read from there line by line.
  @Test func theBillHoldsWhatTheOutputRuns() throws {
    let place = try Project.temporaryFolder()
    let result = try BuiltCommand.run(
      ["list", "images", "--cyclonedx", place + "/bill.json"],
      in: Project.repository
    )
    #expect(result.status == 0, "\(result.errors)")
    let bill = String(decoding: try #require(try Folder(place).read("bill.json")), as: UTF8.self)
    let named = values(of: "\"bom-ref\": \"", until: "\"", in: bill)
    let folder = Folder(Project.repository)
    var written: Set<String> = []
    for path in try folder.files(below: "out") where path.hasSuffix(".yaml") {
      let text = String(decoding: try folder.read("out/\(path)") ?? [], as: UTF8.self)
      written.formUnion(values(of: " image: ", until: "\n", in: text))
      written.formUnion(values(of: " imageName: ", until: "\n", in: text))
    }
    #expect(written.count > 10)
    #expect(Set(named) == written)
    #expect(named == named.sorted())
  }

  @Test func aBillIsOfImagesOnly() throws {
    let result = try BuiltCommand.run(["list", "tenants", "--cyclonedx", "x"], in: Project.repository)
    #expect(result.status == 64)
    #expect(result.errors.contains("--cyclonedx goes with 'list images'"))
  }

  private func values(of start: String, until end: Character, in text: String) -> [String] {
    text.split(separator: start, omittingEmptySubsequences: false).dropFirst().map {
      String($0.prefix { $0 != end })
    }
  }
}
