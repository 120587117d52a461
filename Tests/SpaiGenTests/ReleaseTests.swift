import Diagnostics
import SpaiGen
import Specification
import Testing
import YAMLSyntax

/// The release strategies, against each other.
@Suite struct ReleaseTests {
  /// A service whose versions stand beside each other in one way.
  struct Stand: CustomTestStringConvertible, Sendable {
    let strategy: ReleaseStrategy
    let rollout: String
    let capabilities: [String]

    var testDescription: String { "\(rollout) with \(capabilities)" }

    func disk(_ environment: String = "{}", api: String = "") throws -> MemoryDisk {
      let disk = try Golden.base()
      disk.edit("tenants/acme.yaml", "production: {}", "production: \(environment)")
      disk.edit(
        "tenants/acme.yaml",
        "  api: {}",
        "  api:\n    expose: {port: http}\n    rollout: {strategy: \(strategy.rawValue)\(rollout)}\(api)"
      )
      if !capabilities.isEmpty {
        let lines = capabilities.map { "  \($0)\n" }.joined()
        disk.edit("templates/platform.yaml", "capabilities:\n", "capabilities:\n\(lines)")
      }
      return disk
    }
  }

  private static let gateway = "gatewayAPI: gateway.networking.k8s.io/v1"
  private static let operators = "argoRollouts: argoproj.io/v1alpha1"

  static let stands: [Stand] = [[], [gateway], [operators], [gateway, operators]].flatMap { capabilities in
    [
      (ReleaseStrategy.rolling, ""), (.recreate, ""),
      (.blueGreen, ""), (.blueGreen, ", blueGreen: {green: {tag: \"2.0\"}}"),
      (.blueGreen, ", blueGreen: {active: green, green: {tag: \"2.0\"}}"),
      (.canary, ""), (.canary, ", canary: {next: {tag: \"2.0\"}}"),
      (.canary, ", canary: {next: {tag: \"2.0\"}, routing: pods}"),
      (
        .abTest,
        ", abTest: {variant: {tag: \"2.0\"}, cookie: {name: c, value: b}, until: 2027-01-31}"
      ),
    ].filter { $0.0 != .abTest || capabilities.contains(gateway) }.map {
      Stand(strategy: $0.0, rollout: $0.1, capabilities: capabilities)
    }
  }

  /// From any strategy to any other, on any platform: what the API server, or a controller, holds an object to stays.
  @Test func noSwitchChangesASelectorThatMayNotChange() async throws {
    var objects: [(stand: Stand, selectors: [String: String])] = []
    for stand in Self.stands {
      let disk = try stand.disk()
      let (findings, _, _) = try await build(disk)
      #expect(findings.filter { $0.severity == .error }.isEmpty, "\(stand): \(findings)")
      objects.append((stand, selectors(on: disk)))
    }
    #expect(Set(objects.map(\.stand.strategy)) == Set(ReleaseStrategy.allCases))
    var compared = 0
    for (from, before) in objects {
      for (to, after) in objects {
        for (name, selector) in before {
          guard let now = after[name] else { continue }
          compared += 1
          #expect(selector == now, "\(name), from \(from.testDescription) to \(to.testDescription)")
        }
      }
    }
    #expect(compared > 1000)
  }

  /// Controllers and autoscalers that found each other's pods would count them as their own.
  @Test(arguments: stands) func noControllerFindsThePodsOfAnother(stand: Stand) async throws {
    let disk = try stand.disk()
    _ = try await build(disk)
    let controllers = disk.objects.filter { isController($0) }
    #expect(!controllers.isEmpty)
    for controller in controllers {
      let selector = controller.labels(at: ["spec", "selector", "matchLabels"])
      #expect(!selector.isEmpty)
      let found = controllers.filter {
        selector.isSubset(of: $0.labels(at: ["spec", "template", "metadata", "labels"]))
      }
      #expect(found.count == 1)
    }
  }

  /// What scales, and what a Service asks, is there.
  @Test(arguments: stands) func everyReferenceIsToAnObjectThatIsThere(stand: Stand) async throws {
    let disk = try stand.disk()
    _ = try await build(disk)
    let all = disk.objects
    let names = Set(all.map { "\($0.text(["kind"])) \($0.text(["metadata", "name"]))" })
    for scaler in all where scaler.text(["kind"]) == "HorizontalPodAutoscaler" {
      let target = ["kind", "name"].map { scaler.text(["spec", "scaleTargetRef", $0]) }
      #expect(names.contains(target.joined(separator: " ")))
    }
    for route in all where route.text(["kind"]) == "HTTPRoute" {
      for rule in route.node(at: ["spec", "rules"])?.sequence ?? [] {
        for backend in rule.mapping?["backendRefs"]?.sequence ?? [] {
          #expect(names.contains("Service \(backend.text(["name"]))"))
        }
      }
    }
    let pods = all.filter { isController($0) }.map {
      $0.labels(at: ["spec", "template", "metadata", "labels"])
    }
    for service in all where ["Service", "PodDisruptionBudget"].contains(service.text(["kind"])) {
      let isService = service.text(["kind"]) == "Service"
      let selector = service.labels(
        at: isService ? ["spec", "selector"] : ["spec", "selector", "matchLabels"]
      )
      #expect(pods.contains { selector.isSubset(of: $0) })
    }
  }

  /// The switch, and the way back: one line of the spec, one line of what is applied.
  @Test(arguments: [("blue", "green"), ("green", "blue")]) func aBlueGreenSwitchIsOneLine(
    from: String,
    to: String
  ) async throws {
    func files(_ active: String) async throws -> [String: [UInt8]] {
      let rollout = ", blueGreen: {green: {tag: \"2.0\"}, active: \(active)}"
      let disk = try Stand(strategy: .blueGreen, rollout: rollout, capabilities: []).disk()
      _ = try await build(disk)
      return disk.files.filter { $0.key.hasPrefix("out/") && $0.key.hasSuffix(".yaml") }
    }
    let before = try await files(from), after = try await files(to)
    #expect(before.keys.sorted() == after.keys.sorted())
    let changed = before.filter { after[$0.key] != $0.value }.keys.sorted()
    #expect(changed == ["out/production/acme/acme-prod/service-api.yaml"])
    let path = try #require(changed.first)
    func lines(_ files: [String: [UInt8]]) -> [Substring] {
      String(decoding: files[path] ?? [], as: UTF8.self).split(separator: "\n")
    }
    let pairs = zip(lines(before), lines(after)).filter { $0 != $1 }
    #expect(lines(before).count == lines(after).count)
    #expect(pairs.map(\.0) == ["    spai.dev/track: \(from)"])
    #expect(pairs.map(\.1) == ["    spai.dev/track: \(to)"])
  }

  /// Once the new version is everybody's, its tag moves to 'image': Argo Rollouts sees that nothing changed.
  @Test func aFinishedCanaryIsAlreadyThere() async throws {
    func files(_ stand: Stand, _ api: String) async throws -> [String: [UInt8]] {
      let disk = try stand.disk(api: api)
      _ = try await build(disk)
      return disk.files.filter { $0.key.hasPrefix("out/") && $0.key.hasSuffix(".yaml") }
    }
    let operators = [Self.gateway, Self.operators]
    let under = Stand(strategy: .canary, rollout: ", canary: {next: {tag: \"2.0\"}}", capabilities: operators)
    let done = Stand(strategy: .canary, rollout: "", capabilities: operators)
    let before = try await files(under, ""), after = try await files(done, "\n    image: {tag: \"2.0\"}")
    #expect(!before.isEmpty)
    #expect(before == after)
  }

  /// Maximum 4, surge 25%: the pods that a quota must have room for.
  @Test(arguments: [
    (ReleaseStrategy.rolling, "", 5), (.recreate, "", 4), (.blueGreen, "", 5),
    (.blueGreen, ", blueGreen: {green: {tag: \"2.0\"}}", 10), (.canary, "", 5),
    (.canary, ", canary: {next: {tag: \"2.0\"}, weight: 25}", 8),
    (.abTest, ", abTest: {variant: {tag: \"2.0\"}, cookie: {name: c, value: b}, until: 2027-01-31}", 10),
  ]) func everyVersionCounts(strategy: ReleaseStrategy, rollout: String, pods: Int) async throws {
    let stand = Stand(strategy: strategy, rollout: rollout, capabilities: [Self.gateway])
    #expect(try await errors(stand, pods: pods) == [])
    #expect(try await errors(stand, pods: pods - 1) == ["SPAI1401"])
  }

  @Test(arguments: [
    (ReleaseStrategy.blueGreen, "", 8), (.canary, "", 8), (.canary, ", canary: {routing: pods}", 5),
    (.rolling, "", 5),
  ]) func everyVersionCountsUnderArgoRollouts(strategy: ReleaseStrategy, rollout: String, pods: Int)
    async throws
  {
    let capabilities = [Self.gateway, Self.operators]
    let stand = Stand(strategy: strategy, rollout: rollout, capabilities: capabilities)
    #expect(try await errors(stand, pods: pods) == [])
    #expect(try await errors(stand, pods: pods - 1) == ["SPAI1401"])
  }

  private func errors(_ stand: Stand, pods: Int) async throws -> [String] {
    let (findings, _, _) = try await build(try stand.disk("{quota: {pods: \(pods)}}"))
    return findings.filter { $0.severity == .error }.map(\.code.id)
  }

  /// The platform's setting is for services that name none; the command line is for all that have no state.
  @Test(arguments: [
    (nil, "RollingUpdate", "Recreate"), (ReleaseStrategy.rolling, "RollingUpdate", "RollingUpdate"),
    (.recreate, "Recreate", "Recreate"),
  ]) func aStrategyForAll(override: ReleaseStrategy?, named: String, unnamed: String) async throws {
    let disk = try Stand(strategy: .rolling, rollout: "", capabilities: []).disk(
      api: "\n  web: {template: api}\n  store: {template: api, stateful: true, rollout: {strategy: rolling}}"
    )
    disk.edit("templates/platform.yaml", "settings:", "settings:\n  strategy: recreate")
    let (findings, _, _) = try await build(disk) { $0.overrides.strategy = override }
    #expect(findings.filter { $0.severity == .error }.isEmpty, "\(findings)")
    var types: [String: String] = [:]
    for document in disk.objects {
      let kind = document.text(["kind"])
      guard ["Deployment", "StatefulSet"].contains(kind) else { continue }
      let field = kind == "Deployment" ? "strategy" : "updateStrategy"
      types[document.text(["metadata", "name"])] = document.text(["spec", field, "type"])
    }
    #expect(types == ["api": named, "web": unnamed, "store": "RollingUpdate"])
  }

  // MARK: - Reading

  private func isController(_ document: Node) -> Bool {
    ["Deployment", "StatefulSet", "Rollout"].contains(document.text(["kind"]))
  }

  /// The selectors of all objects but Services, whose selector is what a switch changes, by kind and name.
  private func selectors(on disk: MemoryDisk) -> [String: String] {
    var selectors: [String: String] = [:]
    for document in disk.objects where document.text(["kind"]) != "Service" {
      let paths = [["spec", "selector", "matchLabels"], ["spec", "podSelector", "matchLabels"]]
      let labels = paths.map { document.labels(at: $0).sorted().joined(separator: ",") }
      guard labels != ["", ""] else { continue }
      selectors["\(document.text(["kind"])) \(document.text(["metadata", "name"]))"] = "\(labels)"
    }
    return selectors
  }
}

extension Node {
  fileprivate func text(_ path: [String]) -> String {
    node(at: path)?.scalar?.text ?? ""
  }

  fileprivate func labels(at path: [String]) -> Set<String> {
    Set((node(at: path)?.mapping?.entries ?? []).map { "\($0.key)=\($0.value.scalar?.text ?? "")" })
  }
}

extension MemoryDisk {
  func edit(_ path: String, _ old: String, _ new: String) {
    let text = String(decoding: files[path] ?? [], as: UTF8.self)
    precondition(text.contains(old))
    write(text.replacing(old, with: new), to: path)
  }
}
