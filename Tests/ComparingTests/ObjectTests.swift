import Comparing
import Testing

/// What comes and what goes as a whole.
@Suite struct ObjectTests {
  @Test(arguments: [
    ("v1 PersistentVolumeClaim", "spec: {}", "data-at-risk, deleted"),
    ("v1 Namespace", "spec: {}", "data-at-risk, deleted"),
    ("apps/v1 StatefulSet", "spec: {volumeClaimTemplates: [{metadata: {name: a}}]}", "data-at-risk, deleted"),
    ("apps/v1 StatefulSet", "spec: {}", "deleted"),
    ("velero.io/v1 Schedule", "spec: {}", "data-at-risk, deleted"),
    ("snapshot.storage.k8s.io/v1 VolumeSnapshot", "spec: {}", "data-at-risk, deleted"),
    ("admissionregistration.k8s.io/v1 ValidatingAdmissionPolicy", "spec: {}", "deleted, security-relaxed"),
    ("policy.sigstore.dev/v1beta1 ClusterImagePolicy", "spec: {}", "deleted, security-relaxed"),
    ("v1 ConfigMap", "data: {}", "deleted"),
  ]) func deleted(kind: String, body: String, classes: String) throws {
    let parts = kind.split(separator: " ")
    let text = "apiVersion: \(parts[0])\nkind: \(parts[1])\nmetadata: {name: a}\n\(body)"
    #expect(try review(text, "") == ["deleted \(parts[1]) a: \(classes)"])
  }

  @Test func backupJobs() throws {
    let text = "apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: tenant-backup}\nspec: {suspend: false}"
    #expect(try review(text, "") == ["deleted CronJob tenant-backup: data-at-risk, deleted"])
    #expect(
      try review(text, text.replacing("false", with: "true")).first
        == "changed CronJob tenant-backup: data-at-risk"
    )
    let other = text.replacing("backup", with: "report")
    #expect(
      try review(other, other.replacing("false", with: "true")).first
        == "changed CronJob tenant-report: other"
    )
  }

  private let policy = """
    apiVersion: networking.k8s.io/v1
    kind: NetworkPolicy
    metadata: {name: api, namespace: acme}
    spec: {podSelector: {matchLabels: {app: api}}, policyTypes: [Ingress, Egress]}
    """
  private let pods = """
    ---
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: api, namespace: acme}
    spec: {template: {metadata: {labels: {app: api}}}}

    """

  @Test func aPolicyThatGoesOpensItsPods() throws {
    #expect(
      try review(policy + "\n" + pods, pods) == ["deleted NetworkPolicy api: deleted, exposure-widened"]
    )
  }

  @Test func aPolicyThatGoesWithItsPodsOpensNothing() throws {
    #expect(
      try review(policy + "\n" + pods, "") == [
        "deleted Deployment api: deleted", "deleted NetworkPolicy api: deleted",
      ]
    )
  }

  /// A general policy closes what a particular one opened, in the directions that it names.
  @Test(arguments: [("[Ingress, Egress]", "deleted"), ("[Ingress]", "deleted, exposure-widened")])
  func aGeneralPolicyStillCloses(types: String, classes: String) throws {
    let general = """
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: default-deny, namespace: acme}
      spec: {podSelector: {}, policyTypes: \(types)}

      """
    #expect(
      try review(policy + "\n" + pods + general, pods + general) == ["deleted NetworkPolicy api: \(classes)"]
    )
  }

  @Test func aQuotaThatGoesBoundsNothing() throws {
    let quota = "apiVersion: v1\nkind: ResourceQuota\nmetadata: {name: a, namespace: acme}\n"
    #expect(try review(quota + pods, pods) == ["deleted ResourceQuota a: deleted, capacity"])
    #expect(try review(quota, "") == ["deleted ResourceQuota a: deleted"])
  }

  @Test func newObjectsShowWhatTheyOpen() throws {
    #expect(
      try review(
        "",
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: a}
        spec: {rules: [{host: x.example.com, http: {paths: [{path: /a, backend: {service: {name: a}}}]}}]}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: b}
        spec: {type: LoadBalancer, ports: [{name: a, port: 1}]}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: c}
        spec: {type: ClusterIP, ports: [{name: a, port: 1}]}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: d}
        spec: {hostNetwork: true, containers: [{name: d, securityContext: {runAsUser: 0, privileged: false}}]}
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: {name: e}
        subjects: [{kind: Group, name: everybody}]
        """
      ) == [
        "added Ingress a: exposure-widened, added",
        "  spec.rules[x.example.com/a]: - -> {path: \"/a\", backend: {service: {name: \"a\"}}} (exposure-widened)",
        "added RoleBinding e: exposure-widened, added",
        "  subjects[Group/everybody]: - -> {kind: \"Group\", name: \"everybody\"} (exposure-widened)",
        "added Service b: exposure-widened, added",
        "  spec.type: - -> LoadBalancer (exposure-widened)",
        "added Pod d: security-relaxed, added",
        "  spec.hostNetwork: - -> true (security-relaxed)",
        "  spec.containers[d].securityContext.runAsUser: - -> 0 (security-relaxed)",
        "added Service c: added",
      ]
    )
  }
}
