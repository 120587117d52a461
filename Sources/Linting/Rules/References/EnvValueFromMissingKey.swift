internal import Diagnostics
internal import Validation

extension LintRule {
  /// Refuses keys that a ConfigMap or Secret does not have.
  static let envValueFromMissingKey = LintRule(
    "SPAI3018",
    "env-value-from-missing-key",
    .references,
    .error,
    rationale: "A container does not start while a key that its environment needs is missing.",
    remediation: "Correct the key, add it, or set 'optional'.",
    aliases: [
      .kubeLinter: ["env-value-from"]
    ],
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: api, namespace: a, labels: {app: api}}
        spec:
          containers:
          - name: api
            env:
            - name: LEVEL
              valueFrom: {configMapKeyRef: {name: api, key: «level|levle»}}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: api, namespace: a}
        data: {level: info}
        """
      ),
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: api, namespace: a, labels: {app: api}}
        spec:
          containers:
          - name: api
            env:
            - name: KEY
              valueFrom: {secretKeyRef: {name: api, key: «key|kye»}}
        ---
        apiVersion: external-secrets.io/v1
        kind: ExternalSecret
        metadata: {name: api, namespace: a}
        spec: {data: [{secretKey: key, remoteRef: {key: x}}]}
        """
      ),
    ],
    check: .set(about: .pods) { set, _, report in
      let known = knownKeys(in: set)
      for pod in set.pods {
        for variable in pod.containers.flatMap({ $0["env"].items }) where variable["valueFrom"].isPresent {
          for (source, kind) in [("configMapKeyRef", "ConfigMap"), ("secretKeyRef", "Secret")] {
            let reference = variable["valueFrom"][source], key = reference["key"]
            guard let name = reference["name"].written, let text = key.written, !reference["optional"].isTrue,
              let keys = known[
                ObjectKey(group: "", kind: kind, namespace: pod.owner.namespace ?? "default", name: name)
              ], !keys.contains(text)
            else { continue }
            report.flag(key, "is '\(text)', which \(kind) '\(name)' does not have", of: pod.owner)
          }
        }
      }
    }
  )
}
