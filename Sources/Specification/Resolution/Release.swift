internal import Diagnostics
internal import Kubernetes

/// How the versions of a service stand beside each other, as the platform allows it.
package enum Release: Sendable {
  /// One Deployment or StatefulSet, whose own controller replaces the pods.
  case direct
  /// One Rollout of Argo Rollouts; `byGateway` where it divides requests by the HTTPRoute.
  case rollout(Spanned<ArgoRolloutsVersion>, byGateway: Bool)
  /// One Deployment for each version; `byGateway` where the HTTPRoute divides requests among them.
  case tracks([Track], byGateway: Bool)
}

/// One version of a service that runs as a Deployment of its own.
package struct Track: Sendable {
  /// What its objects are called behind the service's name, and the value of the label of its pods.
  package let name: String
  package let image: Spanned<String>
  package let version: Spanned<String>
  package let records: ImageRecords
  package let minimum: Spanned<Int>
  package let maximum: Spanned<Int>
}

/// Pods under one controller: what is scaled, and what may be disturbed one pod at a time.
package struct PodSet: Sendable {
  package let service: Service
  /// The service's workload, with the image and the track of the set.
  package let workload: Workload
  package let minimum: Spanned<Int>
  package let maximum: Spanned<Int>
}

extension Service {
  /// The sets of pods that the service runs at all times.
  package var podSets: [PodSet] {
    guard case .tracks(let tracks, _) = release else {
      return [PodSet(service: self, workload: workload, minimum: minimum, maximum: maximum)]
    }
    return tracks.map { track in
      PodSet(
        service: self,
        workload: workload.on(track),
        minimum: track.minimum,
        maximum: track.maximum
      )
    }
  }

  /// The most pods at one time: the maximum of every version that stands beside another, and the surge of a rollout.
  package var peakPods: Int {
    func surging(_ maximum: Int) -> Int {
      let replaces = spec.stateful.value || spec.rollout.strategy.value == .recreate
      return maximum + (replaces ? 0 : spec.rollout.maxSurge.value.surge(of: maximum))
    }
    return switch release {
    case .direct: surging(maximum.value)
    case .tracks(let tracks, _): tracks.reduce(0) { $0 + surging($1.maximum.value) }
    // Both versions are whole before a switch; and a gateway's canary is, before the old one goes.
    case .rollout(_, let byGateway):
      byGateway || spec.rollout.strategy.value == .blueGreen ? 2 * maximum.value : surging(maximum.value)
    }
  }

  /// The names of the Services that a release needs beside the service's own, behind its name.
  package var releaseServices: [String] {
    guard !workload.container.ports.isEmpty else { return [] }
    return switch release {
    case .direct: []
    case .rollout: spec.rollout.strategy.value == .blueGreen ? ["preview"] : ["stable", "canary"]
    case .tracks(let tracks, _): tracks.count > 1 ? tracks.map(\.name) : []
    }
  }
}

extension Workload {
  /// What objects of the workload's track are called.
  package var objectName: String {
    track.map { "\(name)-\($0)" } ?? name
  }

  fileprivate func on(_ track: Track) -> Workload {
    var workload = self
    workload.image = track.image
    workload.version = track.version
    workload.records = track.records
    workload.track = track.name
    return workload
  }
}
