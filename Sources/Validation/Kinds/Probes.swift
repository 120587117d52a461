import Diagnostics

/// The probes of a container.
func checkProbes(of container: Field, reporting findings: inout Findings) {
  for key in ["livenessProbe", "readinessProbe", "startupProbe"] {
    let probe = container[key]
    guard probe.isPresent else { continue }
    probe.mustHoldExactlyOne(
      of: ["exec", "httpGet", "tcpSocket", "grpc"],
      as: "handler",
      reporting: &findings
    )
    checkActions(of: probe, in: container, reporting: &findings)
    probe["grpc"]["port"].mustBePortNumber(reporting: &findings)
    // The server takes 0 for its defaults.
    probe.mustNotBeNegative(
      ["initialDelaySeconds", "timeoutSeconds", "periodSeconds", "successThreshold", "failureThreshold"],
      reporting: &findings
    )
    let grace = probe["terminationGracePeriodSeconds"]
    guard key != "readinessProbe" else {
      grace.mustBeAbsent(because: "a readiness probe never ends a container", reporting: &findings)
      continue
    }
    grace.mustBeAtLeast(1, reporting: &findings)
    guard let threshold = probe["successThreshold"].integer, threshold > 1 else { continue }
    probe["successThreshold"].refuse(
      .apiRange,
      "is \(threshold), not 1",
      because: "a '\(key)' succeeds at once",
      help: "Write 1, or leave it out.",
      reporting: &findings
    )
  }
}

/// What a container does after its start and before its end.
func checkLifecycle(of container: Field, in pod: PodContext, reporting findings: inout Findings) {
  for key in ["postStart", "preStop"] {
    let hook = container["lifecycle"][key]
    guard hook.isPresent else { continue }
    hook.mustHoldExactlyOne(
      of: ["exec", "httpGet", "tcpSocket", "sleep"],
      as: "action",
      reporting: &findings
    )
    checkActions(of: hook, in: container, reporting: &findings)
    let pause = hook["sleep"]["seconds"]
    guard let seconds = pause.integer, !(0...max(0, pod.gracePeriod)).contains(seconds) else { continue }
    let grace = pod.spec["terminationGracePeriodSeconds"]
    pause.refuse(
      .apiRange,
      seconds < 0
        ? "is \(seconds), less than 0"
        : "is \(seconds), more than 'terminationGracePeriodSeconds', \(pod.gracePeriod)"
          + (grace.isPresent ? "" : " by default"),
      because: "the pod would be ended in its sleep",
      help: "Write a shorter pause, or a longer grace period.",
      beside: grace.isPresent ? grace : nil,
      reporting: &findings
    )
  }
  if container["lifecycle"]["stopSignal"].written != nil {
    pod.spec["os"]["name"].mustBeGiven(because: "a 'stopSignal' is one of a system", reporting: &findings)
  }
}

/// The actions that probes and hooks share.
private func checkActions(of handler: Field, in container: Field, reporting findings: inout Findings) {
  if handler["exec"].isPresent { handler["exec"]["command"].mustBeGiven(reporting: &findings) }
  let request = handler["httpGet"]
  request["scheme"].mustBe(oneOf: ["HTTP", "HTTPS"], reporting: &findings)
  for header in request["httpHeaders"].items {
    header["name"].mustNotBeEmpty(as: .header, reporting: &findings)
  }
  let names = container["ports"].items.compactMap { $0["name"].text }
  for port in [request["port"], handler["tcpSocket"]["port"]] {
    port.mustBePort(reporting: &findings)
    // The kubelet finds no other, so that the probe fails for ever.
    port.mustRefer(to: names, as: "port", reporting: &findings)
  }
}
