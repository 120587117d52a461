import Glibc
import Reporting
import Testing

/// Generated catalogues list the files that are there.
@Suite struct CatalogueTests {
  /// A line `catalogue MODULE FOLDER TYPE` of the script.
  struct Entry: CustomTestStringConvertible {
    let module: String
    let folder: String
    let type: String

    var testDescription: String { "\(module)/\(folder)" }

    static let all: [Entry] = text(at: packageFolder + "/Scripts/catalogue").split(separator: "\n").compactMap
    {
      line in
      let words = line.split(separator: " ").map(String.init)
      guard words.count == 4, words[0] == "catalogue" else { return nil }
      return Entry(module: words[1], folder: words[2], type: words[3])
    }
  }

  @Test func `the script names the report formats`() {
    #expect(Entry.all.contains { $0.type == "ReportFormat" })
  }

  @Test(arguments: Entry.all)
  func `is fresh`(entry: Entry) {
    let files = names(in: "\(packageFolder)/\(entry.module)/\(entry.folder)").filter {
      $0.hasSuffix(".swift")
    }
    guard !files.isEmpty else { return }
    let members = files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { memberName($0) }
    let lines = members.map { "    .\($0)\(members.count > 1 ? "," : "")" }
    #expect(
      text(at: "\(packageFolder)/\(entry.module)/Catalogue+Generated.swift") == """
        // Written by Scripts/catalogue from the files in \(entry.folder); do not edit.

        extension \(entry.type) {
          /// The value of each file in `\(entry.folder)`, in the order of their names.
          package static let all: [\(entry.type)] = [
        \(lines.joined(separator: "\n"))
          ]
        }

        """,
      "run Scripts/catalogue"
    )
  }

  @Test(arguments: [
    ("JSON.swift", "json"), ("ConfigMap.swift", "configMap"), ("HTTPRoute.swift", "httpRoute"),
    ("Service.swift", "service"), ("SHA256.swift", "sha256"),
  ])
  func `names values like their files`(file: String, name: String) {
    #expect(memberName(file) == name)
  }

  @Test func `formats have their own names`() {
    let names = ReportFormat.all.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.contains("json"))
  }
}

/// The first word in lower case.
private func memberName(_ file: String) -> String {
  let name = Array(file.utf8.dropLast(".swift".utf8.count))
  var first = name.prefix { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }.count
  if first > 1, first < name.count, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(name[first]) {
    first -= 1
  }
  return String(decoding: name.prefix(first).map { $0 | 0x20 } + name.dropFirst(first), as: UTF8.self)
}

/// The names in a folder; none if it does not exist.
private func names(in folder: String) -> [String] {
  guard let stream = opendir(folder) else { return [] }
  defer { closedir(stream) }
  var names: [String] = []
  while let entry = readdir(stream) {
    names.append(
      withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    )
  }
  return names
}
