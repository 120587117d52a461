internal import Diagnostics
internal import Validation

extension LintRule {
  /// Refuses pods that may talk to the container runtime of their node.
  static let containerRuntimeSocket = LintRule(
    "SPAI2704",
    "container-runtime-socket",
    .storage,
    .error,
    rationale:
      "Who talks to the runtime's socket starts privileged containers at will: it is root on the node.",
    remediation: "Remove the volume; build images with a tool that needs no daemon.",
    aliases: [
      .checkov: ["CKV_K8S_27"], .datree: ["CONTAINERS_INCORRECT_PATH_VALUE_DOCKERSOCKET"],
      .kics: ["Docker Daemon Socket is Exposed to Containers"], .kubeLinter: ["docker-sock"],
      .kubescape: ["C-0074"], .kyverno: ["disallow-container-sock-mounts", "docker-socket-check"],
      .sonar: ["S6429"], .trivy: ["KSV-0006"],
    ],
    examples: [
      Example(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api}
        spec:
          template:
            spec:
              volumes:
              - name: data
                hostPath: {path: «/opt/data|/var/run/docker.sock»}
        """
      )
    ],
    check: .pod { pod, _, report in
      for volume in pod.volumes {
        let path = volume["hostPath"]["path"]
        guard let text = path.written, isRuntimeSocket(text) else { continue }
        report.flag(path, "is '\(text)', the socket of a container runtime", of: pod.owner)
      }
    }
  )
}
