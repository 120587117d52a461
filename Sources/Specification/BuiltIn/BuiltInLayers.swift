package import Diagnostics
package import YAMLSyntax

/// The lowest layer: what every workload gets without asking, as documents like any other.
///
/// They are YAML, not Swift defaults, so that each value has a line that `explain` can show.
package struct BuiltInLayers: Sendable {
  package let service: Node
  package let job: Node
  /// The lowest layer of a job that works off a stream.
  package let stream: Node

  /// Reads the documents; they are added to the sources so that findings can show them.
  package init(into sources: inout SourceMap, reporting findings: inout Findings) {
    service = Self.read(Self.serviceText, "built-in/service.yaml", &sources, &findings)
    job = Self.read(Self.jobText, "built-in/job.yaml", &sources, &findings)
    let difference = Self.read(Self.streamText, "built-in/stream.yaml", &sources, &findings)
    var redundant: [Redundancy] = []
    stream = merge(job, difference, redundant: &redundant)
  }

  private static func read(
    _ text: StaticString,
    _ path: String,
    _ sources: inout SourceMap,
    _ findings: inout Findings
  ) -> Node {
    let bytes = text.withUTF8Buffer { Array($0) }
    let id = sources.add(path: path, owner: .builtIn, bytes: bytes)
    return parseYAML(sources[id], reporting: &findings).first ?? [:]
  }

  private static let serviceText: StaticString = """
    # What every service gets without asking. Later layers override it key by key.
    enabled: true
    stateful: false
    image:
      pullPolicy: IfNotPresent
    resources:
      ephemeralStorage: 1Gi
    security:
      user: 10001
      group: 10001
      readOnlyRootFilesystem: true
    volumes:
      tmp:
        mount: /tmp
        size: 64Mi
    placement:
      zones: preferred
      hosts: preferred
    termination:
      drain: 10s
      finish: 30s
    autoscaling:
      cpu: 70
      memory: 80
      vertical: recommend
      scaleUp:
        stabilization: 30s
        percent: 100
        period: 1m
      scaleDown:
        stabilization: 5m
        percent: 25
        period: 1m
    probes:
      startup:
        http:
          path: /healthz
          port: http
        period: 5s
        failures: 60
      readiness:
        http:
          path: /readyz
          port: http
        period: 5s
        timeout: 2s
        failures: 3
      liveness:
        http:
          path: /healthz
          port: http
        period: 10s
        timeout: 2s
        failures: 3
    rollout:
      strategy: rolling
      maxSurge: 25%
      maxUnavailable: 0
      minReady: 10s
      deadline: 10m
      history: 5
      blueGreen:
        active: blue
        autoPromotion: false
        scaleDownDelay: 5m
      canary:
        weight: 10
        steps:
          - {weight: 10, pause: 5m}
          - {weight: 25, pause: 10m}
          - {weight: 50, pause: 10m}
    tracing:
      enabled: true
    logging:
      enabled: true
      format: json
    slo:
      availability: 99.9
      errorRate: 0.1
      latency:
        percentile: 95
        milliseconds: 200
      cpu: 70
      memory: 80
      restarts: 3
      requests: http_requests_total
      errors: http_requests_total{code=~"5.."}
      duration: http_request_duration_seconds
    """

  private static let jobText: StaticString = """
    # What every job gets without asking. Later layers override it key by key.
    enabled: true
    run: batch
    image:
      pullPolicy: IfNotPresent
    resources:
      ephemeralStorage: 2Gi
    security:
      user: 10001
      group: 10001
      readOnlyRootFilesystem: true
    volumes:
      tmp:
        mount: /tmp
        size: 256Mi
    placement:
      zones: off
      hosts: off
    termination:
      drain: 0s
      finish: 30s
    retries: 3
    parallelism: 1
    completions: 1
    keepFinished: 1d
    tracing:
      enabled: true
    logging:
      enabled: true
      format: json
    slo:
      success: 99.5
      cpu: 80
      memory: 85
      restarts: 3
    """

  private static let streamText: StaticString = """
    # What a job gets besides, when it works off a stream: its pods last, so they are spread and drained.
    placement:
      zones: preferred
      hosts: preferred
    termination:
      drain: 5s
    """
}
