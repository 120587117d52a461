internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of replicas that share a volume which one node can mount.
  static let singleWriterVolumeShared = LintRule(
    "SPAI2709",
    "single-writer-volume-shared",
    .storage,
    .warning,
    rationale: """
      A volume of 'ReadWriteOnce' mounts on one node: replicas elsewhere wait for it for ever, and so does each \
      rollout.
      """,
    remediation: """
      Use a claim with 'ReadWriteMany', a StatefulSet with 'volumeClaimTemplates', or one replica with \
      'Recreate'.
      """,
    examples: [
      Example(
        """
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: {name: data, namespace: a}
        spec: {accessModes: [«ReadWriteMany|ReadWriteOnce»]}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api, namespace: a}
        spec:
          replicas: 2
          template: {spec: {volumes: [{name: data, ↓persistentVolumeClaim: {claimName: data}}]}}
        """
      ),
      Example(
        """
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: {name: data, namespace: a}
        spec: {accessModes: [ReadWriteOnce]}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api, namespace: a}
        spec:
          strategy: {type: «Recreate|RollingUpdate»}
          template: {spec: {volumes: [{name: data, ↓persistentVolumeClaim: {claimName: data}}]}}
        """
      ),
    ],
    check: .set(about: .workloads) { objects, _, report in
      for workload in objects.workloads {
        let takesTurns = workload.surge(at: 1) == 0
        guard workload.most > 1 || !takesTurns else { continue }
        for volume in workload.pod.volumes {
          let name = volume["persistentVolumeClaim"]["claimName"]
          guard let wanted = name.written,
            let claim = objects.object("PersistentVolumeClaim", named: wanted, in: workload.object.namespace)
          else { continue }
          let modes = claim.spec["accessModes"]
          let texts = modes.items.compactMap(\.text)
          guard !texts.isEmpty, texts.allSatisfy({ $0 == "ReadWriteOnce" || $0 == "ReadWriteOncePod" }) else {
            continue
          }
          let reason = workload.most > 1 ? "and there are more replicas" : "and a rollout starts a second pod"
          let fault = "names a claim that only one node mounts, \(reason)"
          report.flag(name, fault, of: workload.object, beside: (modes, "one node"))
        }
      }
    }
  )
}
