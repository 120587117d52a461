internal import Kubernetes
internal import Specification
internal import YAMLSyntax

extension ResourceRenderer {
  /// An identity for each workload, without a token: nothing that we render talks to the API server.
  static let serviceAccount = ResourceRenderer("ServiceAccount") { unit in
    unit.workloads.map { workload in
      KubernetesObject(
        "v1",
        "ServiceAccount",
        of: workload,
        in: unit,
        ["automountServiceAccountToken": false]
      )
    } + unit.secretStoreAccount
  }
}

extension TenantUnit {
  /// Services, jobs and migrations alike, in the order of their names.
  var workloads: [Workload] {
    (services.map(\.workload) + jobs.map(\.workload) + data.migrations.map(\.workload)).sorted {
      $0.name < $1.name
    }
  }

  /// The identity by which the secret store knows the tenant; the operator asks for its token by name.
  fileprivate var secretStoreAccount: [KubernetesObject] {
    guard synchronizesSecrets else { return [] }
    return [
      KubernetesObject(
        "v1",
        "ServiceAccount",
        named: secretStoreName,
        in: self,
        ["automountServiceAccountToken": false]
      )
    ]
  }
}
