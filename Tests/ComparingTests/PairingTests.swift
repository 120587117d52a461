import Comparing
import Testing

@Suite struct PairingTests {
  private let job = """
    apiVersion: batch/v1
    kind: Job
    metadata: {name: report-bcdfghjklm, namespace: acme}
    spec: {template: {spec: {containers: [{name: report, image: "a:1"}]}}}
    """

  @Test func aJobNamedByItsContentRunsAgain() throws {
    let new = job.replacing("bcdfghjklm", with: "nopqrstvwx".replacing("o", with: "2"))
      .replacing("a:1", with: "a:2")
    #expect(
      try review(job, new) == [
        "rerun Job report-bcdfghjklm as report-n2pqrstvwx: recreated, image",
        "  spec.template.spec.containers[report].image: a:1 -> a:2 (recreated, image)",
      ]
    )
  }

  @Test(arguments: ["report-aaaaaaaaaa", "report-bcdfghjkl", "other-nnpqrstvwx", "bcdfghjklm"])
  func jobsOfOtherNamesAreNotPaired(name: String) throws {
    let new = job.replacing("report-bcdfghjklm", with: name)
    #expect(try review(job, new) == ["deleted Job report-bcdfghjklm: deleted", "added Job \(name): added"])
  }

  private let web = """
    apiVersion: v1
    kind: ConfigMap
    metadata: {name: web-config, namespace: acme, labels: {app.kubernetes.io/name: web}}
    data: {a: b}
    ---
    apiVersion: v1
    kind: Service
    metadata: {name: web, namespace: acme}
    spec: {selector: {app.kubernetes.io/name: web}}
    ---
    apiVersion: v1
    kind: Service
    metadata: {name: web-admin, namespace: acme}
    spec: {}
    """

  @Test func aRenamedWorkloadIsPairedByItsMove() throws {
    let new = web.replacing("web", with: "api").replacing("api-admin", with: "web-admin")
      .replacing("a: b", with: "a: c")
    #expect(
      try review(web, new, renames: [Rename(tenant: "acme", old: "web", new: "api")]) == [
        "renamed ConfigMap web-config as api-config: recreated",
        "  data.a: b -> c (other)",
        "renamed Service web as api: recreated",
      ]
    )
  }

  @Test func withoutAMoveTheOldIsDeleted() throws {
    let new = web.replacing("web", with: "api")
    let lines = try review(web, new, renames: [Rename(tenant: "other", old: "web", new: "api")])
    #expect(lines.count { $0.hasPrefix("deleted") } == 3)
    #expect(lines.count { $0.hasPrefix("added") } == 3)
  }

  @Test func aRenamedJobIsOnePair() throws {
    let new = job.replacing("report-bcdfghjklm", with: "daily-bbbbbbbbbb").replacing(
      "name: report,",
      with: "name: daily,"
    )
    #expect(
      try review(job, new, renames: [Rename(tenant: "acme", old: "report", new: "daily")]).first
        == "renamed Job report-bcdfghjklm as daily-bbbbbbbbbb: recreated"
    )
  }

  @Test func aRenamedStatefulSetLosesItsClaims() throws {
    let set = """
      apiVersion: apps/v1
      kind: StatefulSet
      metadata: {name: web, namespace: acme}
      spec: {volumeClaimTemplates: [{metadata: {name: data}}]}
      """
    let renames = [Rename(tenant: "acme", old: "web", new: "api")]
    #expect(
      try review(set, set.replacing("web", with: "api"), renames: renames) == [
        "renamed StatefulSet web as api: data-at-risk, recreated"
      ]
    )
  }

  @Test func unitsAndGroupsKeepObjectsApart() throws {
    let text = "apiVersion: v1\nkind: Service\nmetadata: {name: a}"
    let other = text.replacing("v1", with: "serving.knative.dev/v1")
    #expect(try review(text, other) == ["deleted Service a: deleted", "added Service a: added"])
    let moved = compare(try objects(text), try objects(text, unit: "staging/acme"))
    #expect(lines(of: moved) == ["deleted Service a: deleted", "added Service a: added"])
  }

  @Test func theOrderIsTheSameInAnyOrderOfInput() throws {
    let old = try objects(web), new = try objects(web.replacing("admin", with: "other"))
    let expected = lines(of: compare(old, new))
    for _ in 0..<10 { #expect(lines(of: compare(old.shuffled(), new.shuffled())) == expected) }
    #expect(expected.count == 2)
  }
}
