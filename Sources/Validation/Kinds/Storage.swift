import Diagnostics

/// The spec of a PersistentVolumeClaim, or of a template of one.
func checkClaim(_ spec: Field, reporting findings: inout Findings) {
  guard spec.isPresent else { return }
  checkAccessModes(spec["accessModes"], reporting: &findings)
  let request = spec["resources"]["requests"]["storage"]
  request.mustBeGiven(because: "a claim is for some amount", reporting: &findings)
  request.mustBePositiveQuantity(reporting: &findings)
  spec["storageClassName"].mustNameObject(reporting: &findings)
  spec["volumeAttributesClassName"].mustNameObject(reporting: &findings)
  spec["volumeMode"].mustBe(oneOf: ["Filesystem", "Block"], reporting: &findings)
  spec["selector"].mustBeSelector(reporting: &findings)
  for key in ["dataSource", "dataSourceRef"] where spec[key].isPresent {
    let source = spec[key]
    for part in ["kind", "name"] { source[part].mustNotBeEmpty(reporting: &findings) }
    guard source["apiGroup"].isEmpty, let kind = source["kind"].written, kind != "PersistentVolumeClaim"
    else {
      continue
    }
    source["kind"].refuse(
      .apiReference,
      "is \(source["kind"].shown) without 'apiGroup'",
      because: "the core group has only 'PersistentVolumeClaim'",
      help: "Write the group of the kind, such as 'snapshot.storage.k8s.io'.",
      reporting: &findings
    )
  }
  checkSources(of: spec, reporting: &findings)
}

/// Both ways to name the source of a claim's data must name the same.
private func checkSources(of spec: Field, reporting findings: inout Findings) {
  let plain = spec["dataSource"], reference = spec["dataSourceRef"]
  guard plain.isPresent, reference.isPresent else { return }
  if reference["namespace"].written != nil {
    return plain.mustBeAbsent(
      because: "'dataSourceRef' has a namespace",
      beside: reference["namespace"],
      reporting: &findings
    )
  }
  for key in ["apiGroup", "kind", "name"] where plain[key].text ?? "" != reference[key].text ?? "" {
    return reference[key].refuse(
      .apiCombination,
      "is not the same as in 'dataSource'",
      help: "Keep one of 'dataSource' and 'dataSourceRef'.",
      beside: plain[key],
      reporting: &findings
    )
  }
}

private func checkAccessModes(_ modes: Field, reporting findings: inout Findings) {
  modes.mustBeGiven(because: "a volume is accessed in some way", reporting: &findings)
  for mode in modes.items {
    mode.mustBe(
      oneOf: ["ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany", "ReadWriteOncePod"],
      reporting: &findings
    )
  }
  guard modes.items.count > 1, let alone = modes.items.first(where: { $0.text == "ReadWriteOncePod" }) else {
    return
  }
  alone.refuse(
    .apiCombination,
    "is 'ReadWriteOncePod' beside other modes",
    because: "one pod alone has the volume, or not",
    help: "Write it alone.",
    reporting: &findings
  )
}

/// A PersistentVolume's spec.
func checkPersistentVolume(_ spec: Field, reporting findings: inout Findings) {
  checkAccessModes(spec["accessModes"], reporting: &findings)
  let capacity = spec["capacity"]
  capacity["storage"].mustBeGiven(reporting: &findings)
  capacity["storage"].mustBePositiveQuantity(reporting: &findings)
  spec["persistentVolumeReclaimPolicy"].mustBe(oneOf: ["Retain", "Delete", "Recycle"], reporting: &findings)
  spec["volumeMode"].mustBe(oneOf: ["Filesystem", "Block"], reporting: &findings)
  spec["storageClassName"].mustNameObject(reporting: &findings)
  spec.mustHoldExactlyOne(of: persistentSources, as: "volume", reporting: &findings)
  checkHostPath(spec["hostPath"], reporting: &findings)
  let terms = spec["nodeAffinity"]["required"]["nodeSelectorTerms"]
  for term in terms.items { checkNodeSelectorTerm(term, reporting: &findings) }
  if spec["local"].isPresent, terms.isEmpty {
    spec["nodeAffinity"].refuse(
      .apiRequired,
      "names no node",
      because: "a local volume is on one",
      help: "Write the nodes that have the volume.",
      reporting: &findings
    )
  }
  if spec["hostPath"]["path"].text == "/", spec["persistentVolumeReclaimPolicy"].text == "Recycle" {
    spec["persistentVolumeReclaimPolicy"].refuse(
      .apiCombination,
      "is 'Recycle' for the node's root",
      help: "Write 'Retain'.",
      reporting: &findings
    )
  }
}

/// A StorageClass.
func checkStorageClass(_ root: Field, reporting findings: inout Findings) {
  root["provisioner"].mustNotBeEmpty(reporting: &findings)
  root["reclaimPolicy"].mustBe(oneOf: ["Delete", "Retain"], reporting: &findings)
  root["volumeBindingMode"].mustBe(oneOf: ["Immediate", "WaitForFirstConsumer"], reporting: &findings)
  if root["parameters"].keys.count > 512 {
    root["parameters"].refuse(
      .apiSize,
      "has \(root["parameters"].keys.count) entries, more than 512",
      help: "Keep at most 512.",
      reporting: &findings
    )
  }
}

private let persistentSources = [
  "awsElasticBlockStore", "azureDisk", "azureFile", "cephfs", "cinder", "csi", "fc", "flexVolume", "flocker",
  "gcePersistentDisk", "glusterfs", "hostPath", "iscsi", "local", "nfs", "photonPersistentDisk",
  "portworxVolume", "quobyte", "rbd", "scaleIO", "storageos", "vsphereVolume",
]
