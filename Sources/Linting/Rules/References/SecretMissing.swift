internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of names of Secrets that do not exist.
  static let secretMissing = LintRule(
    "SPAI3007",
    "secret-missing",
    .references,
    .warning,
    rationale:
      "A container does not start before each Secret that it names exists; an Ingress without its own "
      + "serves a wrong certificate.",
    remediation:
      "Add the Secret or what makes it, correct the name, set 'optional', or list it among what the platform provides.",
    aliases: [
      .kubeLinter: ["env-value-from"],
      .popeye: ["POP-304", "POP-305", "POP-407"],
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
            - name: KEY
              valueFrom: {secretKeyRef: {name: «api|apo», key: key}}
        ---
        apiVersion: external-secrets.io/v1
        kind: ExternalSecret
        metadata: {name: keys, namespace: a}
        spec: {target: {name: api}}
        """
      ),
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: api, namespace: a, labels: {app: api}}
        spec:
          volumes:
          - name: keys
            secret: {secretName: «api|apo»}
        ---
        apiVersion: bitnami.com/v1alpha1
        kind: SealedSecret
        metadata: {name: api, namespace: a}
        """
      ),
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: api, namespace: a}
        spec:
          tls:
          - secretName: «api|apo»
        ---
        apiVersion: cert-manager.io/v1
        kind: Certificate
        metadata: {name: certificate, namespace: a}
        spec: {secretName: api}
        """
      ),
    ],
    check: .set(about: .referring(.secret)) { _, context, report in
      report.flagMissing(.secret, in: context)
    }
  )
}
