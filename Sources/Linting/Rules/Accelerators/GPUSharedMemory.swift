internal import Diagnostics
internal import Kubernetes
internal import Validation

extension LintRule {
  /// Tells of containers whose GPUs cannot talk to each other.
  static let gpuSharedMemory = LintRule(
    "SPAI3201",
    "gpu-shared-memory",
    .accelerators,
    .warning,
    rationale: """
      Processes of several GPUs exchange data in '/dev/shm', of which a container has 64 MiB; training then ends \
      with a bus error.
      """,
    remediation: "Mount an emptyDir with 'medium: Memory' at '/dev/shm'.",
    examples: [
      Example(
        """
        apiVersion: batch/v1
        kind: Job
        metadata: {name: train}
        spec:
          template:
            spec:
              containers:
              - name: train
                resources: {limits: {«nvidia.com/gpu: 1|↓nvidia.com/gpu: 2»}}
        """
      ),
      Example(
        """
        apiVersion: batch/v1
        kind: Job
        metadata: {name: train}
        spec:
          template:
            spec:
              containers:
              - name: train
                volumeMounts: [{name: shm, mountPath: /dev/shm}]
                resources:
                  limits:
                    «|↓»nvidia.com/gpu: 8
              volumes:
              - {name: shm, emptyDir: {«medium: Memory, |»sizeLimit: 8Gi}}
        """
      ),
    ],
    check: .pod { pod, _, report in
      let inMemory = pod.volumes.filter { $0["emptyDir"]["medium"].text == "Memory" }.compactMap {
        $0["name"].text
      }
      for container in pod.containers {
        guard let several = container.accelerators(.limits).first(where: { $0.amount > Quantity(1) }) else {
          continue
        }
        let hasMemory = container["volumeMounts"].items.contains { mount in
          guard let path = mount["mountPath"].written, let name = mount["name"].text else { return false }
          return path.split(separator: "/") == ["dev", "shm"] && inMemory.contains(name)
        }
        guard !hasMemory, !pod.spec["hostIPC"].isTrue else { continue }
        report.flag(
          several.field,
          "is \(several.amount.text), and there is no memory at '/dev/shm'",
          of: pod.owner
        )
      }
    }
  )
}
