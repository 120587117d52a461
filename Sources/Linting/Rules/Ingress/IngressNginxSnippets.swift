internal import Diagnostics
internal import Validation

extension LintRule {
  /// Refuses text for the configuration of the controller.
  static let ingressNginxSnippets = LintRule(
    "SPAI3410",
    "ingress-nginx-snippets",
    .ingress,
    .error,
    rationale:
      "A snippet runs in the controller, with the certificates of all tenants at hand (CVE-2021-25742).",
    remediation: "Use the controller's own annotations, and leave 'allow-snippet-annotations' off.",
    aliases: [
      .checkov: ["CKV_K8S_152", "CKV_K8S_153", "CKV_K8S_154"],
      .datree: [
        "CONFIGMAP_CVE2021_25742_INCORRECT_SNIPPET_ANNOTATIONS_VALUE",
        "INGRESS_CVE2021_25742_INCORRECT_SERVER_SNIPPET_KEY",
      ],
      .kubescape: ["C-0059"],
      .kyverno: ["disallow-ingress-nginx-custom-snippets", "restrict-ingress-paths"],
      .trivy: ["KCV-0093"],
    ],
    examples: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: api
          namespace: a
          annotations:
            nginx.ingress.kubernetes.io/«proxy-body-size: 8m|server-snippet: "return 200;"»
        """
      ),
      Example(
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: ingress-nginx-controller, namespace: ingress-nginx}
        data:
          allow-snippet-annotations: "«false|true»"
        """
      ),
    ],
    check: .object(["ConfigMap", "Ingress"]) { object, _, report in
      if object.kind == "ConfigMap" {
        let allowed = object.root["data"]["allow-snippet-annotations"]
        if allowed.text == "true" { report.flag(allowed, "is 'true'", of: object) }
        return
      }
      for key in object.metadata["annotations"].keys where key.text.hasSuffix("-snippet") {
        if key.text.hasPrefix("nginx.ingress.kubernetes.io/") || key.text.hasPrefix("nginx.org/") {
          report.flag(key.field, "is text for the configuration of the controller", of: object)
        }
      }
      for path in object.spec["rules"].items.flatMap({ $0["http"]["paths"].items }).map({ $0["path"] })
      where path.text?.utf8.contains(where: { "{};\n".utf8.contains($0) }) ?? false {
        report.flag(path, "has characters of the configuration of the controller", of: object)
      }
    }
  )
}
