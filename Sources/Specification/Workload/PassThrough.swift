package import YAMLSyntax

/// Fields of a pod that the compiler leaves alone, in Kubernetes' own words.
///
/// What decides about security, identity, storage and placement has words of its own, so it is not among them.
package struct PodPassThrough: SpecObject {
  package let entries: [(name: String, value: Node)]

  private static let fields = [
    ("activeDeadlineSeconds", "Stops a pod after this many seconds."),
    ("dnsConfig", "Further parameters of the resolver."),
    ("dnsPolicy", "How names are resolved."),
    ("hostAliases", "Further entries of /etc/hosts."),
    ("hostname", "The name of the pod's host."),
    ("os", "The operating system of the containers."),
    ("readinessGates", "Further conditions of readiness."),
    ("schedulerName", "The scheduler."),
    ("schedulingGates", "What must go before the pod is scheduled."),
    ("setHostnameAsFQDN", "Whether the host's name is its full one."),
    ("shareProcessNamespace", "Whether containers see each other's processes."),
  ]

  package static let shape = Shape<PodPassThrough>(
    "pod pass-through",
    "Fields of the pod that the compiler leaves alone, in Kubernetes' own words.",
    anything: fields,
    make: { PodPassThrough(entries: $0) }
  )
}

/// Fields of a container that the compiler leaves alone, in Kubernetes' own words.
package struct ContainerPassThrough: SpecObject {
  package let entries: [(name: String, value: Node)]

  private static let fields = [
    ("resizePolicy", "What happens when resources are changed in place."),
    ("stdin", "Whether standard input stays open."),
    ("stdinOnce", "Whether standard input closes after the first session."),
    ("terminationMessagePath", "The file of the last words."),
    ("terminationMessagePolicy", "Where the last words come from."),
    ("tty", "Whether it has a terminal."),
    ("workingDir", "Its working directory."),
  ]

  package static let shape = Shape<ContainerPassThrough>(
    "container pass-through",
    "Fields of the container that the compiler leaves alone, in Kubernetes' own words.",
    anything: fields,
    make: { ContainerPassThrough(entries: $0) }
  )
}
