import Diagnostics

/// The containers of a pod, one by one and beside each other.
func checkContainers(in pod: PodContext, reporting findings: inout Findings) {
  let initial = pod.spec["initContainers"].items, containers = pod.spec["containers"].items
  pod.spec["containers"].mustHave(1...Int.max, called: "containers", reporting: &findings)
  (initial + containers).mustDiffer(by: "name", reporting: &findings)
  for container in initial {
    checkContainer(container, in: pod, reporting: &findings)
    checkOneShot(container, reporting: &findings)
  }
  for container in containers { checkContainer(container, in: pod, reporting: &findings) }
  let lasting = containers + initial.filter { $0["restartPolicy"].text == "Always" }
  checkHostPorts(of: lasting, reporting: &findings)
}

private func checkContainer(_ container: Field, in pod: PodContext, reporting findings: inout Findings) {
  guard container.isMap else { return }
  container["name"].mustNotBeEmpty(as: .dnsLabel, reporting: &findings)
  checkImage(container["image"], reporting: &findings)
  container["imagePullPolicy"].mustBe(oneOf: ["Always", "IfNotPresent", "Never"], reporting: &findings)
  container["terminationMessagePolicy"].mustBe(
    oneOf: ["File", "FallbackToLogsOnError"],
    reporting: &findings
  )
  container["restartPolicy"].mustBe(oneOf: ["Always", "OnFailure", "Never"], reporting: &findings)
  checkPorts(of: container, in: pod.spec, reporting: &findings)
  checkEnvironment(of: container, in: pod.spec, reporting: &findings)
  checkMounts(of: container, in: pod, reporting: &findings)
  checkDevices(of: container, in: pod, reporting: &findings)
  checkProbes(of: container, reporting: &findings)
  checkLifecycle(of: container, in: pod, reporting: &findings)
  checkResources(of: container, in: pod.spec, reporting: &findings)
  checkResizePolicy(of: container, in: pod.spec, reporting: &findings)
  checkContainerSecurity(container["securityContext"], in: pod.spec, reporting: &findings)
}

private func checkImage(_ image: Field, reporting findings: inout Findings) {
  image.mustBeGiven(reporting: &findings)
  guard let written = image.written,
    written.utf8.contains(where: { $0 == UInt8(ascii: " ") || (0x09...0x0D).contains($0) })
  else { return }
  image.refuse(
    .apiName,
    "is \(image.shown), which has white space in it",
    because: "must be an image reference",
    help: "Write the reference without spaces and line ends.",
    reporting: &findings
  )
}

/// An init container that ends has no use for what serves a running one.
private func checkOneShot(_ container: Field, reporting findings: inout Findings) {
  guard container["restartPolicy"].text != "Always" else { return }
  for key in ["lifecycle", "livenessProbe", "readinessProbe", "startupProbe"] {
    container[key].mustBeAbsent(
      because: "an init container without 'restartPolicy: Always' ends before the others start",
      reporting: &findings
    )
  }
}

// MARK: - Ports

private func checkPorts(of container: Field, in spec: Field, reporting findings: inout Findings) {
  let ports = container["ports"].items
  ports.mustDiffer(by: "name", reporting: &findings)
  ports.mustDiffer(reporting: &findings) { port in
    guard let number = port["containerPort"].integer else { return nil }
    return ("\(number)/\(port["protocol"].text ?? "TCP")", port["containerPort"])
  }
  for port in ports {
    let inner = port["containerPort"], outer = port["hostPort"]
    inner.mustBePortNumber(reporting: &findings)
    port["name"].mustBePortName(reporting: &findings)
    port["protocol"].mustBeProtocol(reporting: &findings)
    port["hostIP"].mustBeAddress(reporting: &findings)
    guard let number = outer.integer, number != 0 else { continue }
    outer.mustBePortNumber(reporting: &findings)
    if spec["hostNetwork"].isTrue, let own = inner.integer, own != number {
      outer.refuse(
        .apiPort,
        "is \(number), not the same as 'containerPort', \(own)",
        because: "the pod is in the host's network",
        help: "Write the same port in both, or leave 'hostPort' out.",
        beside: inner,
        reporting: &findings
      )
    }
  }
}

/// A port of the host can be taken once.
private func checkHostPorts(of containers: [Field], reporting findings: inout Findings) {
  let ports = containers.flatMap { $0["ports"].items }
  ports.mustDiffer(reporting: &findings) { port in
    guard let number = port["hostPort"].integer, number != 0 else { return nil }
    let address = port["hostIP"].written.map { "\($0):" } ?? ""
    return ("\(address)\(number)/\(port["protocol"].text ?? "TCP")", port["hostPort"])
  }
}

// MARK: - Mounts

private func checkMounts(of container: Field, in pod: PodContext, reporting findings: inout Findings) {
  let mounts = container["volumeMounts"].items
  mounts.mustDiffer(by: "mountPath", reporting: &findings)
  for mount in mounts {
    let name = mount["name"], path = mount["mountPath"]
    name.mustNotBeEmpty(reporting: &findings)
    name.mustRefer(to: pod.volumeNames, as: "volume", reporting: &findings)
    path.mustNotBeEmpty(reporting: &findings)
    if path.written?.utf8.contains(UInt8(ascii: ":")) == true {
      path.refuse(
        .apiPath,
        "is \(path.shown), which has ':' in it",
        because: "runtimes split paths there",
        help: "Mount it at a path without ':'.",
        reporting: &findings
      )
    }
    mount["subPath"].mustBeLocalPath(reporting: &findings)
    mount["subPathExpr"].mustBeLocalPath(reporting: &findings)
    if mount["subPath"].written != nil, mount["subPathExpr"].written != nil {
      mount.mustHoldAtMostOne(of: ["subPath", "subPathExpr"], reporting: &findings)
    }
    checkPropagation(of: mount, in: container, reporting: &findings)
  }
}

private func checkPropagation(of mount: Field, in container: Field, reporting findings: inout Findings) {
  let propagation = mount["mountPropagation"], recursive = mount["recursiveReadOnly"]
  propagation.mustBe(oneOf: ["None", "HostToContainer", "Bidirectional"], reporting: &findings)
  if propagation.text == "Bidirectional", !container["securityContext"]["privileged"].isTrue {
    propagation.refuse(
      .apiCombination,
      "is 'Bidirectional' in a container that is not privileged",
      because: "mounts would reach the host",
      help: "Write 'HostToContainer'.",
      reporting: &findings
    )
  }
  recursive.mustBe(oneOf: ["Disabled", "IfPossible", "Enabled"], reporting: &findings)
  guard let text = recursive.written, text != "Disabled" else { return }
  if !mount["readOnly"].isTrue {
    recursive.mustBeAbsent(because: "the mount is not 'readOnly'", reporting: &findings)
  } else if let other = propagation.written, other != "None" {
    recursive.mustBeAbsent(because: "the mount propagates", beside: propagation, reporting: &findings)
  }
}

private func checkDevices(of container: Field, in pod: PodContext, reporting findings: inout Findings) {
  let devices = container["volumeDevices"].items
  devices.mustDiffer(by: "devicePath", reporting: &findings)
  devices.mustDiffer(by: "name", reporting: &findings)
  let mounted = container["volumeMounts"].items
  for device in devices {
    device["name"].mustNotBeEmpty(reporting: &findings)
    device["name"].mustRefer(to: pod.volumeNames, as: "volume", reporting: &findings)
    device["devicePath"].mustNotBeEmpty(reporting: &findings)
    device["devicePath"].mustNotLeadUp(reporting: &findings)
    for key in ["name", "devicePath"] {
      guard let text = device[key].written,
        let mount = mounted.first(where: { $0[key == "name" ? "name" : "mountPath"].text == text })
      else { continue }
      device[key].refuse(
        .apiDuplicate,
        "is \(device[key].shown), which is mounted too",
        because: "a volume is a device or a folder",
        help: "Remove it from 'volumeDevices' or from 'volumeMounts'.",
        beside: mount,
        reporting: &findings
      )
    }
  }
}
