import Specification
import Testing

@testable import SpaiGen

@Suite struct ReferenceTests {
  @Test func theReferencePageIsFresh() throws {
    let page = try #require(try Folder(Project.repository).read("Docs/spec-reference.md"))
    #expect(
      String(decoding: page, as: UTF8.self) == referencePage(),
      "run 'spai-gen schema --markdown > Docs/spec-reference.md'"
    )
  }
}

@Suite struct LockTests {
  static let digest = String(repeating: "0a", count: 32)

  @Test func roundTrip() throws {
    let lock = Lock(source: "tenants/a.yaml", digests: ["b/x.yaml": Self.digest, "a/y.yaml": Self.digest])
    #expect(try Lock(lock.bytes) == lock)
  }

  @Test(arguments: [
    ("spai-gen lock 2\n", 1, "is not 'spai-gen lock 1'"),
    ("spai-gen lock 1", 1, "is cut off"),
    ("spai-gen lock 1\nzz  a\n", 2, "is no digest and path"),
    ("spai-gen lock 1\n\(digest)  ../a\n", 2, "leaves its folder"),
    ("spai-gen lock 1\n\(digest)  /a\n", 2, "is no relative path"),
    ("spai-gen lock 1\n\(digest)  a//b\n", 2, "leaves its folder"),
    ("spai-gen lock 1\n\(digest)  b\n\(digest)  a\n", 3, "is out of order"),
    ("spai-gen lock 1\n\(digest)  a\n\(digest)  a\n", 3, "is out of order"),
    ("spai-gen lock 1\n<<<<<<< HEAD\n", 2, "is no digest and path"),
  ]) func refused(text: String, line: Int, reason: String) {
    #expect(throws: Lock.Problem(line: line, reason: reason)) { try Lock(Array(text.utf8)) }
  }
}
