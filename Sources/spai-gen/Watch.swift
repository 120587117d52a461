internal import ArgumentParser
internal import Diagnostics
internal import Glibc
internal import Reporting
internal import SpaiGen
internal import Synchronization

struct Watch: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Build again whenever a spec changes, and only what the change can reach.",
    discussion: """
      Says a line for each build, and goes on after errors. Ctrl-C ends it, between two builds.

      Examples:
        spai-gen watch
        spai-gen watch --root platform --diagnostics concise
      """
  )

  @OptionGroup var inputs: InputOptions

  func run() async throws {
    stopOnSignals()
    var watcher = Watcher(root: inputs.root, workers: Console.processorCount)
    let clock = ContinuousClock()
    while !isStopping.load(ordering: .relaxed) {
      let start = clock.now
      let isDue = watcher.isDue()
      let looked = clock.now
      if isDue, let rebuild = await watcher.rebuild() { tell(rebuild, clock.now - looked) }
      // A repository of many files is looked at less often, so that a look never takes more than a small share.
      usleep(UInt32(max(25_000, min(2_000_000, (looked - start) / .microseconds(1) * 10))))
    }
    if !inputs.quiet { Console.say("stopped") }
  }

  private func tell(_ rebuild: Watcher.Rebuild, _ duration: Duration) {
    inputs.show(rebuild.diagnostics, sources: rebuild.sources)
    guard !inputs.quiet else { return }
    let milliseconds = duration / .milliseconds(1)
    guard let outcome = rebuild.outcome else {
      Console.say("cannot build yet; waiting for a change")
      return
    }
    let units = outcome.units.map { UnitResult($0, isWriting: true) }
    let written = units.reduce(0) { $0 + $1.created + $1.changed }
    let removed = units.reduce(0) { $0 + $1.removed }
    let failed = outcome.units.count(where: \.isFailed)
    Console.say(
      "\(rebuild.reason): \(units.count) units, \(written) files written, \(removed) removed, \(failed) failed, "
        + "\(Int(milliseconds.rounded())) ms"
    )
  }
}

/// Whether somebody asked for the end: the one thing that a signal can set.
private let isStopping = Atomic(false)

/// The first Ctrl-C asks, so that no build is left half; a second one ends at once.
private func stopOnSignals() {
  // A handler must not be the first to touch it.
  isStopping.store(false, ordering: .relaxed)
  for number in [SIGINT, SIGTERM] {
    signal(number) { number in
      isStopping.store(true, ordering: .relaxed)
      signal(number, SIG_DFL)
    }
  }
}
