internal import Kubernetes
internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of secrets in a ConfigMap.
  static let configMapSecretContent = LintRule(
    "SPAI2603",
    "configmap-secret-content",
    .secrets,
    .warning,
    rationale:
      "ConfigMaps are read by many accounts and stored in plain text; what is secret belongs elsewhere.",
    remediation:
      "Move it into a secret store, and change it: it has been seen.",
    aliases: [
      .kubescape: ["C-0012"], .polaris: ["sensitiveConfigmapContent"], .trivy: ["KSV-0109", "KSV-01010"],
    ],
    examples: [
      Example(
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: api}
        data:
          db.«user|password»: hunter2
        """
      ),
      Example(
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: api}
        data:
          app.properties: ↓|
            db.host=db
            db.«user|password»=hunter2
        """
      ),
    ],
    check: .object(["ConfigMap"]) { map, _, report in
      for (key, value) in map.root["data"].entries {
        guard let text = value.written else { continue }
        if namesASecret(key), isSecretValue(text) {
          report.flag(value, "is a secret, its key says", of: map)
        } else if let name = nameOfSecretSetting(in: text) {
          report.flag(value, "has a secret in it, under '\(name)'", of: map)
        }
      }
    }
  )
}
