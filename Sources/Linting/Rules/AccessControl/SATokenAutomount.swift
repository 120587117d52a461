internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of pods that get a token that they have no use for.
  static let saTokenAutomount = LintRule(
    "SPAI2525",
    "sa-token-automount",
    .accessControl,
    .warning,
    in: .strict,
    rationale:
      "The token of the service account is a key to the API server; whoever breaks into a container has it.",
    remediation: "Set 'automountServiceAccountToken' to false in the pod, unless it calls the API server.",
    aliases: [
      .checkov: ["CKV_K8S_38"],
      .datree: [
        "SRVACC_INCORRECT_AUTOMOUNTSERVICEACCOUNTTOKEN_VALUE",
        "CIS_INVALID_VALUE_AUTOMOUNTSERVICEACCOUNTTOKEN",
      ],
      .gatekeeper: ["automount-serviceaccount-token"],
      .kics: ["Service Account Token Automount Not Disabled"],
      .kubeaudit: ["AutomountServiceAccountTokenTrueAndDefaultSA"],
      .kubescape: ["C-0034", "C-0190", "C-0261"],
      .kyverno: ["restrict-automount-sa-token", "restrict-sa-automount-sa-token"],
      .polaris: ["automountServiceAccountToken"],
      .popeye: ["POP-301", "POP-303"],
      .sonar: ["S6865"],
      .trivy: ["KSV-0036"],
    ],
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: api}
        spec:
          automountServiceAccountToken: «false|true»
        """
      ),
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: api, namespace: a}
        ↓spec:
          serviceAccountName: api
        ---
        apiVersion: v1
        kind: ServiceAccount
        metadata: {name: api, namespace: a}
        automountServiceAccountToken: «false|true»
        """
      ),
    ],
    check: .set(about: .pods) { set, _, report in
      // An account that some binding names is there to call the API server.
      let bound = Set(
        set.references.forRole(.accountSubject).map { "\($0.namespace)/\($0.name)" }
      )
      for pod in set.pods where pod.spec.isPresent {
        let own = pod.spec["automountServiceAccountToken"], namespace = pod.owner.namespace
        let name = accountName(of: pod)
        guard mountsToken(pod, in: set), !bound.contains("\(namespace ?? "default")/\(name)") else {
          continue
        }
        report.flag(own, own.isPresent ? "is true" : "is absent, which means true", of: pod.owner)
      }
    }
  )
}
