/// Which operators the cluster runs, by the API version that they serve.
package struct Capabilities: SpecObject {
  package let externalSecrets: Spanned<ExternalSecretsVersion>?
  package let gatewayAPI: Spanned<GatewayAPIVersion>?
  package let verticalPodAutoscaler: Spanned<VerticalPodAutoscalerVersion>?
  package let certManager: Spanned<CertManagerVersion>?
  package let keda: Spanned<KEDAVersion>?
  package let kueue: Spanned<KueueVersion>?
  package let jobSet: Spanned<JobSetVersion>?
  package let argoRollouts: Spanned<ArgoRolloutsVersion>?
  package let cloudNativePG: Spanned<CloudNativePGVersion>?
  package let prometheusOperator: Spanned<PrometheusOperatorVersion>?
  package let grafanaOperator: Spanned<GrafanaOperatorVersion>?
  package let openTelemetryOperator: Spanned<OpenTelemetryOperatorVersion>?
  package let tetragon: Spanned<TetragonVersion>?
  package let istio: Spanned<IstioVersion>?
  package let velero: Spanned<VeleroVersion>?
  package let volumeSnapshots: Spanned<VolumeSnapshotsVersion>?
  package let chaosMesh: Spanned<ChaosMeshVersion>?
  package let sigstorePolicyController: Spanned<SigstoreVersion>?

  package static let coreOnly = Capabilities(
    externalSecrets: nil,
    gatewayAPI: nil,
    verticalPodAutoscaler: nil,
    certManager: nil,
    keda: nil,
    kueue: nil,
    jobSet: nil,
    argoRollouts: nil,
    cloudNativePG: nil,
    prometheusOperator: nil,
    grafanaOperator: nil,
    openTelemetryOperator: nil,
    tetragon: nil,
    istio: nil,
    velero: nil,
    volumeSnapshots: nil,
    chaosMesh: nil,
    sigstorePolicyController: nil
  )

  package static let shape = Shape(
    "capabilities",
    "Which operators the cluster runs; what is absent falls back to core Kubernetes.",
    .optional("externalSecrets", "External Secrets: secrets are synchronised from the tenant's store."),
    .optional("gatewayAPI", "Gateway API: services are exposed by HTTPRoute instead of Ingress."),
    .optional("verticalPodAutoscaler", "Vertical Pod Autoscaler."),
    .optional("certManager", "cert-manager: certificates of Ingress hosts."),
    .optional("keda", "KEDA: streams and event jobs follow their source."),
    .optional("kueue", "Kueue: jobs wait in queues until all their pods have room."),
    .optional("jobSet", "JobSet: distributed runs start and fail as one."),
    .optional("argoRollouts", "Argo Rollouts: new versions are measured, promoted and rolled back by steps."),
    .optional("cloudNativePG", "CloudNativePG: tenants may have PostgreSQL clusters of their own."),
    .optional(
      "prometheusOperator",
      "Prometheus Operator: monitors, rules and the routes of alerts are objects."
    ),
    .optional("grafanaOperator", "Grafana Operator: dashboards are objects."),
    .optional(
      "openTelemetryOperator",
      "OpenTelemetry Operator: collectors are objects, and agents are put into programs."
    ),
    .optional("tetragon", "Tetragon: what programs may do when they run is an object."),
    .optional(
      "istio",
      "Istio: pods know and encrypt each other, and calls are limited, repeated and cut off."
    ),
    .optional("velero", "Velero: objects and volumes of tenants are backed up and restored."),
    .optional("volumeSnapshots", "The snapshot controller: volumes are backed up from snapshots."),
    .optional("chaosMesh", "Chaos Mesh: services are tried by experiments."),
    .optional(
      "sigstorePolicyController",
      "Policy Controller of Sigstore: signatures of images are verified at admission."
    ),
    make: Capabilities.init
  )
}

package enum ExternalSecretsVersion: String, SpecEnumeration {
  case v1 = "external-secrets.io/v1"
}

package enum GatewayAPIVersion: String, SpecEnumeration {
  case v1 = "gateway.networking.k8s.io/v1"
}

package enum VerticalPodAutoscalerVersion: String, SpecEnumeration {
  case v1 = "autoscaling.k8s.io/v1"
}

package enum CertManagerVersion: String, SpecEnumeration {
  case v1 = "cert-manager.io/v1"
}

package enum KEDAVersion: String, SpecEnumeration {
  case v1alpha1 = "keda.sh/v1alpha1"
}

package enum KueueVersion: String, SpecEnumeration {
  case v1beta1 = "kueue.x-k8s.io/v1beta1"
  case v1beta2 = "kueue.x-k8s.io/v1beta2"
}

package enum JobSetVersion: String, SpecEnumeration {
  case v1alpha2 = "jobset.x-k8s.io/v1alpha2"
}

package enum ArgoRolloutsVersion: String, SpecEnumeration {
  case v1alpha1 = "argoproj.io/v1alpha1"
}

package enum CloudNativePGVersion: String, SpecEnumeration {
  case v1 = "postgresql.cnpg.io/v1"
}

package enum PrometheusOperatorVersion: String, SpecEnumeration {
  case v1 = "monitoring.coreos.com/v1"
}

package enum GrafanaOperatorVersion: String, SpecEnumeration {
  case v1beta1 = "grafana.integreatly.org/v1beta1"
}

package enum OpenTelemetryOperatorVersion: String, SpecEnumeration {
  case v1beta1 = "opentelemetry.io/v1beta1"
}

package enum TetragonVersion: String, SpecEnumeration {
  case v1alpha1 = "cilium.io/v1alpha1"
}

package enum VeleroVersion: String, SpecEnumeration {
  case v1 = "velero.io/v1"
}

package enum VolumeSnapshotsVersion: String, SpecEnumeration {
  case v1 = "snapshot.storage.k8s.io/v1"
}

package enum ChaosMeshVersion: String, SpecEnumeration {
  case v1alpha1 = "chaos-mesh.org/v1alpha1"
}

package enum SigstoreVersion: String, SpecEnumeration {
  case v1alpha1 = "policy.sigstore.dev/v1alpha1"
  case v1beta1 = "policy.sigstore.dev/v1beta1"
}

/// The minor versions of Kubernetes that the output can be for.
package enum KubernetesVersion: String, SpecEnumeration {
  case v1_33 = "1.33"
  case v1_34 = "1.34"
  case v1_35 = "1.35"
  case v1_36 = "1.36"
  case v1_37 = "1.37"
}
