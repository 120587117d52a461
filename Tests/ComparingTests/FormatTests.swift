import Comparing
import Diagnostics
import Reporting
import Testing
import YAMLSyntax

/// The formats against what users may write.
@Suite struct FormatTests {
  private func difference(_ old: String, _ new: String, units: [String] = ["production/acme"]) throws
    -> Difference
  {
    let changes = try units.flatMap { unit in
      compare(try objects(old, unit: unit), try objects(new, unit: unit))
    }
    var sources = SourceMap()
    _ = sources.add(path: "objects.yaml", owner: .tenant, bytes: Array(new.utf8))
    return Difference(from: ("HEAD", sources), to: ("working tree", sources), changes: changes)
  }

  private func map(_ value: String) -> String {
    "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  key: \(value)\n"
  }

  private let hostile =
    #""a|b `c` ``` <script>x</script> </pre> </details> @team \e[31m \u202e [x](http://e) *z*""#

  @Test func markdownHoldsNothingOfTheUsers() throws {
    let markdown = renderAsMarkdown(try difference(map("a"), map(hostile)))
    let details = try #require(markdown.split(separator: "<pre>").last)
    let value = try #require(details.split(separator: "\n").first { $0.contains("data.key") })
    for character in ["|", "`", "<", "@", "\u{1B}", "\u{202E}"] {
      #expect(!value.contains(character), "\(value)")
    }
    #expect(value.contains("a&#124;b &#96;c&#96;"))
    #expect(markdown.components("</pre>") == 2)
    #expect(markdown.components("</details>") == 2)
  }

  @Test func theTerminalReceivesNoCommands() throws {
    let text = renderAsText(
      try difference(service("ClusterIP"), service(#""\e[31m\u202eNodePort""#)),
      palette: .plain
    )
    #expect(!text.contains("\u{1B}"))
    #expect(!text.contains("\u{202E}"))
  }

  @Test func dangerIsRedOnATerminal() throws {
    let text = renderAsText(try difference(service("ClusterIP"), service("b")), palette: .ansi)
    #expect(text.contains("\u{1B}[1;31m1 recreated\u{1B}[0m"))
    #expect(
      renderAsText(try difference(map("a"), map("b")), palette: .ansi).contains(
        "\u{1B}[2m1 otherwise changed"
      )
    )
  }

  private func service(_ type: String) -> String {
    "apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {clusterIP: \(type == "ClusterIP" ? "None" : type)}\n"
  }

  /// A change of a long text shows the line that differs.
  @Test func longTextsShowWhatDiffers() throws {
    let lines = (1...50).map { "    line \($0)\n" }.joined()
    let markdown = renderAsMarkdown(
      try difference(map("|\n" + lines), map("|\n" + lines.replacing("line 30\n", with: "other\n")))
    )
    #expect(markdown.contains("data.key: line 30 line 30 -&gt; line 30 other  (objects.yaml:5)"))
  }

  @Test(arguments: [1, 100, 1500]) func markdownIsBounded(count: Int) throws {
    let units = (0..<count).map { "production/tenant-\($0)" }
    let long = String(repeating: "x", count: 300)
    let markdown = renderAsMarkdown(try difference(map("a"), map(long), units: units))
    #expect(markdown.utf8.count <= 60_000)
    #expect(markdown.contains("_Not shown: ") == (count == 1500))
    #expect(markdown.components("<details>") == markdown.components("</details>"))
  }

  @Test func oneUnitLeavesRoomForOthers() throws {
    let fields = (0..<20).map { "  key\($0): \(String(repeating: "y", count: 200))\n" }.joined()
    let many = (0..<100).map { number in
      "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a\(number)}\ndata:\n\(fields)"
    }.joined(separator: "---\n")
    let units = ["production/a", "production/b"]
    let markdown = renderAsMarkdown(try difference(many, many.replacing("yy", with: "zz"), units: units))
    #expect(markdown.utf8.count <= 60_000)
    #expect(markdown.components("<details>") == 3)
    #expect(markdown.contains("bytes more)</pre>"))
  }

  @Test func jsonSaysEverything() throws {
    let json = String(decoding: renderAsJSON(try difference(map("a"), map("\"b\\\"|`\""))), as: UTF8.self)
    #expect(
      json == """
        {
          "version": 1,
          "old": "HEAD",
          "new": "working tree",
          "leftOut": [],
          "units": [
            {
              "unit": "production/acme",
              "tenant": "acme",
              "environment": "production",
              "counts": {
                "data-at-risk": 0,
                "deleted": 0,
                "recreated": 0,
                "exposure-widened": 0,
                "security-relaxed": 0,
                "capacity": 0,
                "replicas": 0,
                "pods-restart": 0,
                "image": 0,
                "other": 1,
                "added": 0,
                "cosmetic": 0
              },
              "changes": [
                {
                  "change": "changed",
                  "apiVersion": "v1",
                  "kind": "ConfigMap",
                  "namespace": null,
                  "name": "a",
                  "oldName": null,
                  "classes": [
                    "other"
                  ],
                  "verdicts": [],
                  "spec": {
                    "path": "objects.yaml",
                    "line": 1,
                    "in": "new"
                  },
                  "fields": [
                    {
                      "path": "data.key",
                      "old": "a",
                      "new": "b\\"|`",
                      "verdicts": [
                        {
                          "class": "other",
                          "reason": "no class speaks of it"
                        }
                      ],
                      "spec": {
                        "path": "objects.yaml",
                        "line": 5,
                        "in": "new"
                      }
                    }
                  ]
                }
              ]
            }
          ]
        }

        """
    )
  }

  @Test func theWorstUnitComesFirst() throws {
    let claim = "apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: a}\n"
    var changes = compare(
      try objects(map("a"), unit: "production/a"),
      try objects(map("b"), unit: "production/a")
    )
    changes += compare(try objects(claim, unit: "production/b"), [])
    var sources = SourceMap()
    _ = sources.add(path: "objects.yaml", owner: .tenant, bytes: [])
    let difference = Difference(from: ("a", sources), to: ("b", sources), changes: changes)
    #expect(difference.units.map(\.unit) == ["production/b", "production/a"])
    #expect(difference.classes == [.dataAtRisk, .deleted, .other])
  }
}

extension String {
  /// How many parts a separator makes.
  fileprivate func components(_ separator: String) -> Int {
    self.split(separator: separator, omittingEmptySubsequences: false).count
  }
}
