internal import YAMLSyntax

/// What takes a restriction off pods, identities or the namespace.
let securityRules: [FieldRule] = [
  FieldRule(.securityRelaxed, "the container may do what the host may", newObjectsToo: true) { leaf in
    isSecurityField(leaf, "privileged") && leaf.newText == "true" && leaf.oldText != "true"
  },
  FieldRule(.securityRelaxed, "the process may gain rights that it did not start with") { leaf in
    isLifted(leaf, "allowPrivilegeEscalation", from: "false")
  },
  FieldRule(.securityRelaxed, "the process may gain rights that it did not start with", newObjectsToo: true) {
    isSecurityField($0, "allowPrivilegeEscalation") && $0.newText == "true"
  },
  FieldRule(.securityRelaxed, "what breaks into the container can change its files") { leaf in
    isLifted(leaf, "readOnlyRootFilesystem", from: "true")
  },
  FieldRule(.securityRelaxed, "nothing keeps the image from running as root") { leaf in
    isLifted(leaf, "runAsNonRoot", from: "true")
      || isSecurityField(leaf, "runAsUser") && leaf.isRemoval && !leaf.isOfWholeThing
  },
  FieldRule(.securityRelaxed, "the process runs as root or in its group", newObjectsToo: true) { leaf in
    ["runAsUser", "runAsGroup", "fsGroup"].contains { isSecurityField(leaf, $0) } && leaf.newText == "0"
  },
  FieldRule(.securityRelaxed, "the kernel gives the process one more right", newObjectsToo: true) { leaf in
    isBelowSecurityContext(leaf) && leaf.names.suffix(2) == ["capabilities", "add"] && leaf.isAddition
  },
  FieldRule(.securityRelaxed, "the kernel takes one right less from the process") { leaf in
    isBelowSecurityContext(leaf) && leaf.names.suffix(2) == ["capabilities", "drop"] && leaf.isRemoval
      && !leaf.isOfWholeContainer && !dropsEverything(leaf)
  },
  FieldRule(.securityRelaxed, "the kernel's calls are no longer filtered") { leaf in
    isBelowSecurityContext(leaf) && !leaf.isOfWholeContainer && leaf.names.last == "type"
      && (leaf.names.contains("seccompProfile") || leaf.names.contains("appArmorProfile"))
      && leaf.oldText != nil && leaf.oldText != "Unconfined"
      && (leaf.newText == nil || leaf.newText == "Unconfined")
  },
  FieldRule(.securityRelaxed, "the kernel's calls are no longer filtered", newObjectsToo: true) { leaf in
    isBelowSecurityContext(leaf) && leaf.names.last == "type" && leaf.newText == "Unconfined"
  },
  FieldRule(.securityRelaxed, "the masks over the kernel's own files are off", newObjectsToo: true) { leaf in
    isSecurityField(leaf, "procMount") && leaf.newText == "Unmasked"
  },
  FieldRule(.securityRelaxed, "pods share the host's network, processes or memory", newObjectsToo: true) {
    leaf in
    guard let name = leaf.podSpecNames.flatMap({ $0.count == 1 ? $0.first : nil }) else { return false }
    return ["hostNetwork", "hostPID", "hostIPC"].contains(name) && leaf.newText == "true"
      || name == "hostUsers" && leaf.oldText == "false" && leaf.newText != "false"
      || name == "shareProcessNamespace" && leaf.newText == "true"
  },
  FieldRule(.securityRelaxed, "a port of every host leads into the pod", newObjectsToo: true) { leaf in
    leaf.containerNames?.last == "hostPort" && leaf.isAddition
  },
  FieldRule(.securityRelaxed, "files of the host are in the pod", newObjectsToo: true) { leaf in
    guard let names = leaf.podSpecNames else { return false }
    return names.starts(with: ["volumes", "hostPath"]) && !leaf.isRemoval
  },
  FieldRule(.securityRelaxed, "a token for the API server is put into pods") { leaf in
    (leaf.podSpecNames.map { Array($0) } == ["automountServiceAccountToken"]
      || leaf.kind == "ServiceAccount" && leaf.isAt("automountServiceAccountToken"))
      && leaf.oldText == "false" && leaf.newText != "false"
  },
  FieldRule(.securityRelaxed, "a token for the API server is put into pods", newObjectsToo: true) { leaf in
    (leaf.podSpecNames.map { Array($0) } == ["automountServiceAccountToken"]
      || leaf.kind == "ServiceAccount" && leaf.isAt("automountServiceAccountToken"))
      && leaf.newText == "true"
  },
  FieldRule(.securityRelaxed, "the image comes from another registry") { leaf in
    isImage(leaf) && leaf.oldText != nil && leaf.newText != nil
      && registry(of: leaf.oldText) != registry(of: leaf.newText)
  },
  FieldRule(.securityRelaxed, "without a digest the registry decides what runs") { leaf in
    isImage(leaf) && leaf.newText != nil && hasDigest(leaf.oldText) && !hasDigest(leaf.newText)
  },
  FieldRule(.securityRelaxed, "nothing bounds what the container takes from its node") { leaf in
    leaf.containerNames?.dropFirst(0).starts(with: ["resources", "limits"]) == true && leaf.isRemoval
      && !leaf.isOfWholeContainer
  },
  FieldRule(.securityRelaxed, "a container without the restrictions of a hardened one joins the pod") {
    leaf in
    guard leaf.isOfWholeContainer, leaf.isAddition, leaf.containerNames.map({ Array($0) }) == ["name"] else {
      return false
    }
    let context = leaf.changed?.mapping?["securityContext"]
    return context?.text("allowPrivilegeEscalation") != "false"
      || !(context?.at(["capabilities", "drop"])?.sequence ?? []).contains { $0.scalar?.text == "ALL" }
  },
  FieldRule(.securityRelaxed, "the namespace admits pods with fewer restrictions") { leaf in
    guard leaf.kind == "Namespace", leaf.isBelow("metadata", "labels"), let label = leaf.names.last,
      podSecurityLabels.contains(label)
    else { return false }
    return podSecurityLevel(leaf.newText) < podSecurityLevel(leaf.oldText)
  },
  FieldRule(.securityRelaxed, "what it refused is admitted now") { leaf in
    leaf.kind == "admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding"
      && leaf.isBelow("spec", "validationActions") && leaf.isRemoval && leaf.oldText == "Deny"
  },
  FieldRule(.securityRelaxed, "images without the right signature are admitted now") { leaf in
    leaf.kind == "policy.sigstore.dev/ClusterImagePolicy" && leaf.isAt("spec", "mode")
      && leaf.newText == "warn"
      || leaf.kind == "Namespace" && leaf.isAt("metadata", "labels", "policy.sigstore.dev/include")
        && leaf.newText != "true"
  },
  FieldRule(.securityRelaxed, "requests to the host are no longer encrypted") { leaf in
    leaf.kind == "networking.k8s.io/Ingress" && leaf.isBelow("spec", "tls") && leaf.isRemoval
  },
]

/// Why removing an object of this sort takes a restriction off; nil where it does not.
func restrictionLostWith(_ object: ReviewedObject) -> String? {
  switch object.groupKind {
  case "admissionregistration.k8s.io/ValidatingAdmissionPolicy",
    "admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding",
    "admissionregistration.k8s.io/ValidatingWebhookConfiguration",
    "policy.sigstore.dev/ClusterImagePolicy":
    "what it refused is admitted now"
  case let kind where kind.hasPrefix("kyverno.io/") || kind.hasPrefix("constraints.gatekeeper.sh/"):
    "what it refused is admitted now"
  default: nil
  }
}

private let podSecurityLabels = Set(["enforce", "audit", "warn"].map { "pod-security.kubernetes.io/\($0)" })

/// No label is `privileged`.
private func podSecurityLevel(_ text: String?) -> Int {
  switch text {
  case "restricted": 2
  case "baseline": 1
  default: 0
  }
}

extension Leaf {
  /// Whether the whole container came or went, and the value with it.
  fileprivate var isOfWholeContainer: Bool {
    changePath.list.map(containerLists.contains) ?? false
  }
}

/// Whether a value is in the security context of a pod or of a container.
private func isBelowSecurityContext(_ leaf: Leaf) -> Bool {
  leaf.podSpecNames?.first == "securityContext" || leaf.containerNames?.first == "securityContext"
}

private func isSecurityField(_ leaf: Leaf, _ field: String) -> Bool {
  isBelowSecurityContext(leaf) && leaf.names.last == field
}

/// Whether a restriction that was there is not any more, without its container having gone.
private func isLifted(_ leaf: Leaf, _ field: String, from restricted: String) -> Bool {
  isSecurityField(leaf, field) && leaf.oldText == restricted && !(leaf.isRemoval && leaf.isOfWholeContainer)
}

/// Whether the container drops every capability now, so that a single one may go from the list.
private func dropsEverything(_ leaf: Leaf) -> Bool {
  let template = podTemplatePath(of: leaf.kind) ?? []
  let containers = leaf.newObject.tree.at(template + ["spec", "containers"])?.sequence ?? []
  return containers.contains { container in
    container.text("name").map { name in leaf.path.steps.contains(.item(name)) } ?? false
      && (container.at(["securityContext", "capabilities", "drop"])?.sequence ?? []).contains {
        $0.scalar?.text == "ALL"
      }
  }
}

func isImage(_ leaf: Leaf) -> Bool {
  leaf.containerNames.map { Array($0) } == ["image"]
}

/// The host of a reference; as the container runtimes do, one without a dot or a port is a part of the name.
private func registry(of image: String?) -> String {
  guard let image, let slash = image.firstIndex(of: "/") else { return "docker.io" }
  let host = image[..<slash]
  return host.contains { $0 == "." || $0 == ":" } || host == "localhost" ? String(host) : "docker.io"
}

private func hasDigest(_ image: String?) -> Bool {
  image?.utf8.contains(UInt8(ascii: "@")) ?? false
}
