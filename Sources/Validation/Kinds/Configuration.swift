import Diagnostics
import Kubernetes

/// A ConfigMap.
func checkConfigMap(_ root: Field, reporting findings: inout Findings) {
  let data = root["data"], binary = root["binaryData"]
  for map in [data, binary] { map.keysMustBeNames(.fileKey, reporting: &findings) }
  for entry in binary.entries { entry.value.mustBeBase64(reporting: &findings) }
  for key in binary.keys where data[key.text].isPresent {
    key.field.refuse(
      .apiDuplicate,
      "is in 'data' too",
      because: "a key has one value",
      help: "Remove one of the two.",
      beside: data[key.text],
      reporting: &findings
    )
  }
  data.mustFit(data.textSize + binary.decodedSize, reporting: &findings)
}

/// A Secret.
func checkSecret(_ root: Field, reporting findings: inout Findings) {
  let data = root["data"], plain = root["stringData"]
  for map in [data, plain] { map.keysMustBeNames(.fileKey, reporting: &findings) }
  for entry in data.entries { entry.value.mustBeBase64(reporting: &findings) }
  // What is written as text replaces what is encoded.
  let kept = data.entries.filter { !plain[$0.key].isPresent }.compactMap(\.value.text)
  let encoded = kept.reduce(0) { $0 + (base64Length($1) ?? 0) }
  data.mustFit(encoded + plain.textSize, reporting: &findings)
  checkKeys(of: root, reporting: &findings)
}

/// A Secret of a known type has the keys that its readers look for.
private func checkKeys(of root: Field, reporting findings: inout Findings) {
  let type = root["type"]
  func has(_ key: String) -> Bool { root["data"][key].isPresent || root["stringData"][key].isPresent }
  func demand(_ keys: [String], _ isComplete: Bool) {
    guard !isComplete else { return }
    type.refuse(
      .apiRequired,
      "is \(type.shown), and \(listed(keys)) is missing",
      because: "such a Secret has \(listed(keys))",
      help: "Add the missing key to 'data' or 'stringData'.",
      reporting: &findings
    )
  }
  switch type.text {
  case "kubernetes.io/dockercfg": demand([".dockercfg"], has(".dockercfg"))
  case "kubernetes.io/dockerconfigjson": demand([".dockerconfigjson"], has(".dockerconfigjson"))
  case "kubernetes.io/basic-auth": demand(["username", "password"], has("username") || has("password"))
  case "kubernetes.io/ssh-auth": demand(["ssh-privatekey"], has("ssh-privatekey"))
  case "kubernetes.io/tls":
    demand(["tls.crt"], has("tls.crt"))
    demand(["tls.key"], has("tls.key"))
  case "kubernetes.io/service-account-token":
    root["metadata"]["annotations"]["kubernetes.io/service-account.name"].mustBeGiven(
      because: "the token is some account's",
      reporting: &findings
    )
  default: break
  }
}

extension Field {
  /// The bytes of a map's texts together.
  fileprivate var textSize: Int {
    entries.reduce(0) { $0 + ($1.value.text?.utf8.count ?? 0) }
  }

  /// The bytes that a map's texts stand for in base64.
  fileprivate var decodedSize: Int {
    entries.reduce(0) { $0 + ($1.value.text.flatMap(base64Length) ?? 0) }
  }

  /// The data of a ConfigMap or Secret is held to 1 MiB.
  fileprivate func mustFit(_ size: Int, reporting findings: inout Findings) {
    guard size > 1 << 20 else { return }
    refuse(
      .apiSize,
      "is \(size) bytes, more than 1048576 together",
      because: "an object's data is held to 1 MiB",
      help: "Split it, or keep the data in a volume.",
      reporting: &findings
    )
  }
}
