import Diagnostics
import SpaiGen
import Specification
import TestSupport
import Testing

@Suite struct ExplainTests {
  /// The sample's own specs, read once.
  private func sample() throws -> SourceMap {
    var findings = Findings()
    let sources = discover(in: Folder(Project.repository), reporting: &findings)
    #expect(findings.errorCount == 0)
    return sources
  }

  private func files(_ sources: SourceMap, of id: UnitID) -> (files: [PlannedFile], sources: SourceMap) {
    var findings = Findings()
    var sources = sources
    let workspace = Workspace(&sources, reporting: &findings)
    let unit = workspace?.compile(id, overrides: Overrides(), service: nil, reporting: &findings)
    return (unit?.files ?? [], sources)
  }

  @Test func everyLineOfTheOutputHasAnOrigin() throws {
    var findings = Findings()
    var sources = try sample()
    let workspace = try #require(Workspace(&sources, reporting: &findings))
    var count = 0
    for id in workspace.units {
      let unit = workspace.compile(id, overrides: Overrides(), service: nil, reporting: &findings)
      for file in try #require(unit).files {
        #expect(file.lines.count == file.bytes.count { $0 == UInt8(ascii: "\n") })
        let place = try #require(file.owner.span, "\(file.path)")
        #expect(sources[place.source].owner != .builtIn)
        for origin in file.lines {
          guard let span = origin.span else { continue }
          count += 1
          #expect(Int(span.end) <= sources[span.source].bytes.count)
          #expect(span.start < span.end)
        }
      }
    }
    #expect(count > 20_000)
  }

  /// The line that an explanation names has a say: another value there is another line in the output.
  @Test func explanationsAreTrue() throws {
    let before = try sample()
    let id = UnitID(environment: "production", tenant: "spotify-ai-agent")
    let (files, sources) = files(before, of: id)
    var random = SplitMix64(seed: seed)
    var places: [(file: PlannedFile, line: Int, span: Span)] = []
    for file in files {
      for (index, origin) in file.lines.enumerated() {
        if let span = origin.span, sources[span.source].owner != .builtIn {
          places.append((file, index, span))
        }
      }
    }
    var tried = 0
    for place in places.shuffled(using: &random) where tried < 25 {
      let source = sources[place.span.source]
      let written = source.bytes[Int(place.span.start)..<Int(place.span.end)]
      guard let changed = changed(written) else { continue }
      var bytes = source.bytes
      bytes.replaceSubrange(Int(place.span.start)..<Int(place.span.end), with: changed)
      var after = SourceMap()
      for old in before.sources {
        _ = after.add(path: old.path, owner: old.owner, bytes: old.path == source.path ? bytes : old.bytes)
      }
      let (rebuilt, _) = self.files(after, of: id)
      // A value that may not be is refused: the line had a say, but nothing shows it.
      if rebuilt.isEmpty { continue }
      tried += 1
      let twin = rebuilt.first { $0.path == place.file.path }
      #expect(
        twin.map { lines($0) != lines(place.file) } ?? true,
        """
        '\(String(decoding: written, as: UTF8.self))' of \(source.path) has no say in line \(place.line + 1) of \
        \(place.file.path), seed \(seed)
        """
      )
    }
    #expect(tried == 25)
  }

  /// Another value of the same form; nil where none is near.
  private func changed(_ written: ArraySlice<UInt8>) -> [UInt8]? {
    let text = String(decoding: written, as: UTF8.self)
    if let number = Int(text) { return Array(String(number + 1).utf8) }
    switch text {
    case "true": return Array("false".utf8)
    case "false": return Array("true".utf8)
    default: break
    }
    if let first = text.unicodeScalars.first, first.properties.isAlphabetic, !text.contains(" "),
      !text.contains("\n")
    {
      return Array((text + "x").utf8)
    }
    return nil
  }

  private func lines(_ file: PlannedFile) -> [Substring] {
    String(decoding: file.bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
  }

  @Test(arguments: [
    ("SPAI1401", "SPAI1401 over-quota\n"), ("over-quota", "SPAI1401 over-quota\n"),
    ("Tenant.tier", "  tenants/indie-label.yaml:6: tier: free\n"),
    (
      "out/production/medisound/medisound-prod/horizontalpodautoscaler.autoscaling-transcriber.yaml:25",
      """
      minReplicas: 2
        of HorizontalPodAutoscaler/transcriber
        from tenants/medisound/transcriber.yaml:27: minimum: 2 # sessions are few, and long
        layers of 'replicas.minimum', lowest first:
          template 'ml-service': templates/services/ml-service.yaml:73: minimum: 3
        * 'transcriber' in production: tenants/medisound/transcriber.yaml:27: minimum: 2 # sessions are few, and long

      """
    ),
  ]) func answers(question: String, says: String) throws {
    let result = try BuiltCommand.run(["explain", question], in: Project.repository)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains(says), "\(result.output)")
  }

  @Test(arguments: [
    ("repicas", "Did you mean 'replicas'?", 64),
    ("out/production/medisound/x.yaml:1", "the specs make no", 2),
    ("out/production/nobody/x.yaml:1", "no tenant and environment makes", 2),
    ("tenants/indie-label.yaml:1", "is no file of the output", 2),
    ("out/production/medisound/medisound-prod/service-auth.yaml:999", "lines", 2),
  ]) func questionsWithoutAnswer(question: String, says: String, status: Int) throws {
    let result = try BuiltCommand.run(["explain", question], in: Project.repository)
    #expect(result.status == Int32(status))
    #expect(result.errors.contains(says), "\(result.errors)")
  }
}
