internal import Diagnostics
internal import Kubernetes
internal import Specification
internal import YAMLSyntax

extension ResourceRenderer {
  /// What the tenant's namespace may use: the sums that the build has checked.
  static let resourceQuota = ResourceRenderer("ResourceQuota") { unit in
    let quota = unit.quota
    func granted(_ spanned: Spanned<Quantity>) -> Node {
      Node(spanned.value.canonical, origin: Origin(span: spanned.origin.span, derivation: .quota))
    }
    func granted(_ spanned: Spanned<Int>) -> Node {
      Node(String(spanned.value), origin: Origin(span: spanned.origin.span, derivation: .quota))
    }
    var hard: [(String, Node)] = [
      ("configmaps", granted(quota.objects)),
      ("count/cronjobs.batch", granted(quota.objects)),
      ("count/jobs.batch", granted(quota.objects)),
      ("limits.cpu", granted(unit.withBorrowing(quota.cpu))),
      ("limits.ephemeral-storage", granted(quota.ephemeralStorage)),
      ("limits.memory", granted(unit.withBorrowing(quota.memory))),
      ("persistentvolumeclaims", granted(quota.claims)),
      ("pods", granted(quota.pods)),
      ("requests.cpu", granted(unit.withBorrowing(quota.cpu))),
      ("requests.ephemeral-storage", granted(quota.ephemeralStorage)),
      ("requests.memory", granted(unit.withBorrowing(quota.memory))),
    ]
    hard += unit.gpuQuotaKeys.map {
      ($0, granted(unit.withBorrowing(Spanned(Quantity(quota.gpus.value), origin: quota.gpus.origin))))
    }
    hard += [
      ("requests.storage", granted(quota.storage)),
      ("secrets", granted(quota.objects)),
      ("services", granted(quota.objects)),
      // Ways in are opened by the gateway only.
      ("services.loadbalancers", Node("0")),
      ("services.nodeports", Node("0")),
    ]
    return [
      KubernetesObject(
        "v1",
        "ResourceQuota",
        named: "tenant",
        in: unit,
        ["spec": ["hard": .map(hard)]]
      )
    ]
  }
}
