internal import Diagnostics

/// The findings of one source: as many as somebody reads, and how many more there were.
///
/// A hostile file must not fill memory and screen with findings about itself.
struct BoundedFindings: ~Copyable {
  private let limit: Int
  private var all: [Diagnostic] = []
  private var omitted = 0

  init(limit: Int) {
    self.limit = limit
  }

  mutating func report(_ diagnostic: @autoclosure () -> Diagnostic) {
    guard all.count < limit else {
      omitted += 1
      return
    }
    all.append(diagnostic())
  }

  /// Reports why the rest of a source is not read, however much was reported before.
  mutating func reportEnd(_ diagnostic: Diagnostic) {
    all.append(diagnostic)
  }

  /// Hands everything on, with a last note where something was left out.
  consuming func handOn(to findings: inout Findings) {
    findings.report(contentsOf: all)
    if omitted > 0, let last = all.compactMap(\.primary?.span).max() {
      findings.report(.moreFindings(omitted, after: last))
    }
  }
}
