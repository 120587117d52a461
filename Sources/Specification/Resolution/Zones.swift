internal import Diagnostics

extension Repository {
  /// An environment is in zones of the platform.
  func checkZones(reporting findings: inout Findings) {
    let known = platform.zones.map(\.value)
    for environment in environments.all {
      for zone in environment.zones where !known.contains(zone.value) {
        findings.report(.undeclared("zone of the platform", zone, among: known))
      }
    }
  }
}

extension Resolver {
  /// The zones that pods of the environment run in.
  var environmentZones: [Spanned<String>] {
    environment.zones.isEmpty ? platform.zones : environment.zones
  }
}
