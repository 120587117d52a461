import Diagnostics

/// The volumes of a pod.
func checkVolumes(_ volumes: Field, reporting findings: inout Findings) {
  volumes.items.mustDiffer(by: "name", reporting: &findings)
  for volume in volumes.items where volume.isMap {
    volume["name"].mustNotBeEmpty(as: .dnsLabel, reporting: &findings)
    // None at all is an empty folder, by default.
    volume.mustHoldAtMostOne(of: volumeSources, reporting: &findings)
    checkSource(of: volume, reporting: &findings)
  }
}

private func checkSource(of volume: Field, reporting findings: inout Findings) {
  volume["emptyDir"]["sizeLimit"].mustBeQuantity(reporting: &findings)
  checkHostPath(volume["hostPath"], reporting: &findings)
  let secret = volume["secret"], map = volume["configMap"], claim = volume["persistentVolumeClaim"]
  if secret.isPresent { secret["secretName"].mustBeGiven(as: .dnsSubdomain, reporting: &findings) }
  if map.isPresent { map["name"].mustBeGiven(as: .dnsSubdomain, reporting: &findings) }
  if claim.isPresent { claim["claimName"].mustNotBeEmpty(as: .dnsSubdomain, reporting: &findings) }
  for source in [secret, map, volume["downwardAPI"], volume["projected"]] {
    source["defaultMode"].mustBeFileMode(reporting: &findings)
  }
  checkItems(of: secret, reporting: &findings)
  checkItems(of: map, reporting: &findings)
  checkDownwardItems(of: volume["downwardAPI"], reporting: &findings)
  checkProjection(volume["projected"], reporting: &findings)
  let share = volume["nfs"], driver = volume["csi"], image = volume["image"]
  if share.isPresent {
    for key in ["server", "path"] { share[key].mustNotBeEmpty(reporting: &findings) }
    share["path"].mustBeAbsolute(reporting: &findings)
  }
  if driver.isPresent { driver["driver"].mustNotBeEmpty(as: .dnsSubdomain, reporting: &findings) }
  if image.isPresent {
    image["reference"].mustBeGiven(reporting: &findings)
    image["pullPolicy"].mustBe(oneOf: ["Always", "IfNotPresent", "Never"], reporting: &findings)
  }
  let template = volume["ephemeral"]["volumeClaimTemplate"]
  if volume["ephemeral"].isPresent {
    template.mustBeGiven(reporting: &findings)
    if template.isPresent { checkClaim(template["spec"], reporting: &findings) }
  }
}

/// A folder or file of the node.
func checkHostPath(_ source: Field, reporting findings: inout Findings) {
  guard source.isPresent else { return }
  source["path"].mustNotBeEmpty(reporting: &findings)
  source["path"].mustNotLeadUp(reporting: &findings)
  source["type"].mustBe(
    oneOf: [
      "DirectoryOrCreate", "Directory", "FileOrCreate", "File", "Socket", "CharDevice", "BlockDevice",
    ],
    reporting: &findings
  )
}

/// Keys of a ConfigMap or Secret, and the files that they become.
private func checkItems(of source: Field, reporting findings: inout Findings) {
  for item in source["items"].items {
    item["key"].mustNotBeEmpty(as: .fileKey, reporting: &findings)
    item["path"].mustNotBeEmpty(reporting: &findings)
    item["path"].mustBeLocalPath(reporting: &findings)
    item["mode"].mustBeFileMode(reporting: &findings)
  }
}

private func checkDownwardItems(of source: Field, reporting findings: inout Findings) {
  for item in source["items"].items {
    item["path"].mustNotBeEmpty(reporting: &findings)
    item["path"].mustBeLocalPath(reporting: &findings)
    item["mode"].mustBeFileMode(reporting: &findings)
    item.mustHoldExactlyOne(of: ["fieldRef", "resourceFieldRef"], as: "source", reporting: &findings)
    checkFieldReference(
      item["fieldRef"],
      to: [
        "metadata.name", "metadata.namespace", "metadata.uid", "metadata.labels", "metadata.annotations",
      ],
      reporting: &findings
    )
    let resource = item["resourceFieldRef"]
    checkResourceReference(resource, reporting: &findings)
    if resource.isPresent {
      resource["containerName"].mustBeGiven(because: "a volume belongs to no container", reporting: &findings)
    }
  }
}

private func checkProjection(_ projection: Field, reporting findings: inout Findings) {
  let sources = projection["sources"].items
  for source in sources {
    source.mustHoldAtMostOne(
      of: [
        "secret", "configMap", "downwardAPI", "serviceAccountToken", "clusterTrustBundle", "podCertificate",
      ],
      reporting: &findings
    )
    for key in ["secret", "configMap"] where source[key].isPresent {
      source[key]["name"].mustBeGiven(as: .dnsSubdomain, reporting: &findings)
      checkItems(of: source[key], reporting: &findings)
    }
    checkDownwardItems(of: source["downwardAPI"], reporting: &findings)
    let token = source["serviceAccountToken"]
    if token.isPresent {
      token["path"].mustNotBeEmpty(reporting: &findings)
      token["path"].mustBeLocalPath(reporting: &findings)
      token["expirationSeconds"].mustLie(in: 600...(1 << 32), reporting: &findings)
    }
  }
  let files = sources.flatMap { source in
    ["secret", "configMap", "downwardAPI"].flatMap { source[$0]["items"].items }
      + [source["serviceAccountToken"], source["clusterTrustBundle"]]
  }
  files.mustDiffer(by: "path", reporting: &findings)
}

extension Field {
  /// The permission bits of a file: what is written in octal as 0 to 0777.
  fileprivate func mustBeFileMode(reporting findings: inout Findings) {
    guard let integer, !(0...0o777).contains(integer) else { return }
    refuse(
      .apiRange,
      "is \(integer), not a file mode from 0 to 511",
      because: "511 is 0777 in octal",
      help: "Write the mode in decimal, such as 420 for 0644.",
      reporting: &findings
    )
  }
}

/// Everything that a volume can be.
private let volumeSources = [
  "awsElasticBlockStore", "azureDisk", "azureFile", "cephfs", "cinder", "configMap", "csi", "downwardAPI",
  "emptyDir", "ephemeral", "fc", "flexVolume", "flocker", "gcePersistentDisk", "gitRepo", "glusterfs",
  "hostPath", "image", "iscsi", "nfs", "persistentVolumeClaim", "photonPersistentDisk", "portworxVolume",
  "projected", "quobyte", "rbd", "scaleIO", "secret", "storageos", "vsphereVolume",
]
