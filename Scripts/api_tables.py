"""What the published schemas of Kubernetes leave out, as small tables.

Source of all of them: the Go types, constants and validation of k8s.io/api and k8s.io/kubernetes (Apache-2.0),
and the deprecated API migration guide of kubernetes.io. Names are written as in the schemas, without the prefix
`io.k8s.api.`.
"""

# Kinds without a namespace (`// +genclient:nonNamespaced` in k8s.io/api); every other kind of a schema has one.
CLUSTER_SCOPED = """
APIService CertificateSigningRequest ClusterCIDR ClusterRole ClusterRoleBinding ClusterTrustBundle ComponentStatus
CSIDriver CSINode CustomResourceDefinition DeviceClass DeviceTaintRule FlowSchema IngressClass IPAddress
MutatingAdmissionPolicy MutatingAdmissionPolicyBinding MutatingWebhookConfiguration Namespace Node PersistentVolume
PodSecurityPolicy PriorityClass PriorityLevelConfiguration ResourceClass ResourcePoolStatusRequest ResourceSlice
RuntimeClass SelfSubjectAccessReview SelfSubjectReview SelfSubjectRulesReview ServiceCIDR StorageClass
StorageVersion StorageVersionMigration SubjectAccessReview TokenReview ValidatingAdmissionPolicy
ValidatingAdmissionPolicyBinding ValidatingWebhookConfiguration VolumeAttachment VolumeAttributesClass
""".split()

# Fields with a closed set of values. `Gt@35` is a value since 1.35. `[]` stands for the items of a list. A path
# that ends with `!` refuses the empty string too; elsewhere a server takes "" for the default.
ENUMERATIONS = {
    "admissionregistration.*.MatchResources.matchPolicy": "Exact Equivalent",
    "admissionregistration.*.MutatingAdmissionPolicySpec.failurePolicy": "Fail Ignore",
    "admissionregistration.*.MutatingAdmissionPolicySpec.reinvocationPolicy!": "Never IfNeeded",
    "admissionregistration.*.Mutation.patchType!": "ApplyConfiguration JSONPatch",
    "admissionregistration.*.NamedRuleWithOperations.operations[]!": "* CREATE UPDATE DELETE CONNECT",
    "admissionregistration.*.NamedRuleWithOperations.scope": "Cluster Namespaced *",
    "admissionregistration.*.ParamRef.parameterNotFoundAction": "Allow Deny",
    "admissionregistration.*.ValidatingAdmissionPolicyBindingSpec.validationActions[]!": "Deny Warn Audit",
    "admissionregistration.*.ValidatingAdmissionPolicySpec.failurePolicy": "Fail Ignore",
    "admissionregistration.v1.MutatingWebhook.failurePolicy": "Fail Ignore",
    "admissionregistration.v1.MutatingWebhook.matchPolicy": "Exact Equivalent",
    "admissionregistration.v1.MutatingWebhook.reinvocationPolicy": "Never IfNeeded",
    "admissionregistration.v1.MutatingWebhook.sideEffects!": "None NoneOnDryRun",
    "admissionregistration.v1.RuleWithOperations.operations[]!": "* CREATE UPDATE DELETE CONNECT",
    "admissionregistration.v1.RuleWithOperations.scope": "Cluster Namespaced *",
    "admissionregistration.v1.ValidatingWebhook.failurePolicy": "Fail Ignore",
    "admissionregistration.v1.ValidatingWebhook.matchPolicy": "Exact Equivalent",
    "admissionregistration.v1.ValidatingWebhook.sideEffects!": "None NoneOnDryRun",
    "apps.v1.DaemonSetUpdateStrategy.type": "RollingUpdate OnDelete",
    "apps.v1.DeploymentStrategy.type": "RollingUpdate Recreate",
    "apps.v1.StatefulSetPersistentVolumeClaimRetentionPolicy.whenDeleted": "Retain Delete",
    "apps.v1.StatefulSetPersistentVolumeClaimRetentionPolicy.whenScaled": "Retain Delete",
    "apps.v1.StatefulSetSpec.podManagementPolicy": "OrderedReady Parallel",
    "apps.v1.StatefulSetUpdateStrategy.type": "RollingUpdate OnDelete",
    "autoscaling.*.HPAScalingPolicy.type!": "Pods Percent",
    "autoscaling.*.HPAScalingRules.selectPolicy!": "Max Min Disabled",
    "autoscaling.*.MetricSpec.type!": "ContainerResource External Object Pods Resource",
    "autoscaling.*.MetricTarget.type!": "Utilization Value AverageValue",
    "batch.v1.CronJobSpec.concurrencyPolicy": "Allow Forbid Replace",
    "batch.v1.JobSpec.completionMode!": "NonIndexed Indexed",
    "batch.v1.JobSpec.podReplacementPolicy!": "TerminatingOrFailed Failed",
    "batch.v1.PodFailurePolicyOnExitCodesRequirement.operator!": "In NotIn",
    "batch.v1.PodFailurePolicyOnPodConditionsPattern.status": "True False Unknown",
    "batch.v1.PodFailurePolicyRule.action!": "FailJob FailIndex Ignore Count",
    "core.v1.AppArmorProfile.type!": "Localhost RuntimeDefault Unconfined",
    "core.v1.AzureDiskVolumeSource.cachingMode!": "None ReadOnly ReadWrite",
    "core.v1.AzureDiskVolumeSource.kind!": "Shared Dedicated Managed",
    "core.v1.Container.imagePullPolicy": "Always IfNotPresent Never",
    "core.v1.Container.restartPolicy!": "Always OnFailure@34 Never@34",
    "core.v1.Container.terminationMessagePolicy": "File FallbackToLogsOnError",
    "core.v1.ContainerPort.protocol": "TCP UDP SCTP",
    "core.v1.ContainerResizePolicy.restartPolicy!": "NotRequired RestartContainer",
    "core.v1.ContainerRestartRule.action!": "Restart RestartAllContainers@35",
    "core.v1.ContainerRestartRuleOnExitCodes.operator!": "In NotIn",
    "core.v1.EmptyDirVolumeSource.medium": "Memory HugePages HugePages-2Mi HugePages-1Gi HugePages-64Ki HugePages-512Mi "
                                           "HugePages-16Gi HugePages-32Mi HugePages-16Mi HugePages-512Ki HugePages-2Gi",
    "core.v1.EndpointPort.protocol": "TCP UDP SCTP",
    "core.v1.EphemeralContainer.imagePullPolicy": "Always IfNotPresent Never",
    "core.v1.EphemeralContainer.terminationMessagePolicy": "File FallbackToLogsOnError",
    "core.v1.HTTPGetAction.scheme": "HTTP HTTPS",
    "core.v1.HostPathVolumeSource.type": "DirectoryOrCreate Directory FileOrCreate File Socket CharDevice BlockDevice",
    "core.v1.LimitRangeItem.type!": "Pod Container PersistentVolumeClaim",
    "core.v1.NodeSelectorRequirement.operator!": "In NotIn Exists DoesNotExist Gt Lt",
    "core.v1.PersistentVolumeClaimSpec.accessModes[]!": "ReadWriteOnce ReadOnlyMany ReadWriteMany ReadWriteOncePod",
    "core.v1.PersistentVolumeClaimSpec.volumeMode!": "Filesystem Block",
    "core.v1.PersistentVolumeSpec.accessModes[]!": "ReadWriteOnce ReadOnlyMany ReadWriteMany ReadWriteOncePod",
    "core.v1.PersistentVolumeSpec.persistentVolumeReclaimPolicy": "Retain Recycle Delete",
    "core.v1.PersistentVolumeSpec.volumeMode!": "Filesystem Block",
    "core.v1.PodOS.name!": "linux windows",
    "core.v1.PodSecurityContext.fsGroupChangePolicy!": "OnRootMismatch Always",
    "core.v1.PodSecurityContext.seLinuxChangePolicy!": "Recursive MountOption",
    "core.v1.PodSecurityContext.supplementalGroupsPolicy!": "Merge Strict",
    "core.v1.PodSpec.dnsPolicy": "ClusterFirst ClusterFirstWithHostNet Default None",
    "core.v1.PodSpec.preemptionPolicy!": "Never PreemptLowerPriority",
    "core.v1.PodSpec.restartPolicy": "Always OnFailure Never",
    "core.v1.ResourceQuotaSpec.scopes[]!": "Terminating NotTerminating BestEffort NotBestEffort PriorityClass "
                                           "CrossNamespacePodAffinity VolumeAttributesClass@34",
    "core.v1.ScopedResourceSelectorRequirement.operator!": "In NotIn Exists DoesNotExist",
    "core.v1.ScopedResourceSelectorRequirement.scopeName!": "Terminating NotTerminating BestEffort NotBestEffort "
                                                            "PriorityClass CrossNamespacePodAffinity "
                                                            "VolumeAttributesClass@34",
    "core.v1.SeccompProfile.type!": "Localhost RuntimeDefault Unconfined",
    "core.v1.SecurityContext.procMount!": "Default Unmasked",
    "core.v1.ServicePort.protocol": "TCP UDP SCTP",
    "core.v1.ServiceSpec.externalTrafficPolicy": "Cluster Local",
    "core.v1.ServiceSpec.internalTrafficPolicy!": "Cluster Local",
    "core.v1.ServiceSpec.ipFamilies[]!": "IPv4 IPv6",
    "core.v1.ServiceSpec.ipFamilyPolicy!": "SingleStack PreferDualStack RequireDualStack",
    "core.v1.ServiceSpec.sessionAffinity": "None ClientIP",
    "core.v1.ServiceSpec.trafficDistribution!": "PreferClose PreferSameZone@33 PreferSameNode@33",
    "core.v1.ServiceSpec.type": "ClusterIP NodePort LoadBalancer ExternalName",
    "core.v1.Taint.effect!": "NoSchedule PreferNoSchedule NoExecute",
    "core.v1.Toleration.effect": "NoSchedule PreferNoSchedule NoExecute",
    "core.v1.Toleration.operator": "Exists Equal Lt@35 Gt@35",
    "core.v1.TopologySpreadConstraint.nodeAffinityPolicy!": "Honor Ignore",
    "core.v1.TopologySpreadConstraint.nodeTaintsPolicy!": "Honor Ignore",
    "core.v1.TopologySpreadConstraint.whenUnsatisfiable!": "DoNotSchedule ScheduleAnyway",
    "core.v1.VolumeMount.mountPropagation!": "None HostToContainer Bidirectional",
    "core.v1.VolumeMount.recursiveReadOnly!": "Disabled IfPossible Enabled",
    "discovery.v1.EndpointPort.protocol": "TCP UDP SCTP",
    "discovery.v1.EndpointSlice.addressType!": "IPv4 IPv6 FQDN",
    "flowcontrol.*.FlowDistinguisherMethod.type!": "ByUser ByNamespace",
    "flowcontrol.*.LimitResponse.type!": "Queue Reject",
    "flowcontrol.*.PriorityLevelConfigurationSpec.type!": "Exempt Limited",
    "flowcontrol.*.Subject.kind!": "User Group ServiceAccount",
    "networking.v1.HTTPIngressPath.pathType!": "Exact Prefix ImplementationSpecific",
    "networking.v1.IngressClassParametersReference.scope!": "Cluster Namespace",
    "networking.v1.NetworkPolicyPort.protocol!": "TCP UDP SCTP",
    "networking.v1.NetworkPolicySpec.policyTypes[]!": "Ingress Egress",
    "policy.v1.PodDisruptionBudgetSpec.unhealthyPodEvictionPolicy!": "IfHealthyBudget AlwaysAllow",
    "rbac.v1.RoleRef.kind!": "Role ClusterRole",
    "rbac.v1.Subject.kind!": "User Group ServiceAccount",
    "resource.*.DeviceRequest.allocationMode": "ExactCount All",
    "resource.*.DeviceSubRequest.allocationMode": "ExactCount All",
    "resource.*.ExactDeviceRequest.allocationMode": "ExactCount All",
    "scheduling.v1.PriorityClass.preemptionPolicy!": "Never PreemptLowerPriority",
    "storage.v1.CSIDriverSpec.fsGroupPolicy": "ReadWriteOnceWithFSType File None",
    "storage.v1.CSIDriverSpec.volumeLifecycleModes[]!": "Persistent Ephemeral",
    "storage.v1.StorageClass.reclaimPolicy!": "Delete Retain",
    "storage.v1.StorageClass.volumeBindingMode!": "Immediate WaitForFirstConsumer",
    "io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelectorRequirement.operator!": "In NotIn Exists DoesNotExist",
    "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceConversion.strategy!": "None Webhook",
    "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionSpec.scope!":
        "Cluster Namespaced",
}

# What a server fills in before it compares the keys of list entries (zz_generated.defaults.go).
DEFAULTS = {
    "core.v1.ContainerPort.protocol": "TCP",
    "core.v1.ServicePort.protocol": "TCP",
}

# Keyed lists in which a server takes two entries with one key, with a warning at most: the keys serve apply only
# (pkg/api/pod/warnings.go, and no `duplicate` in pkg/apis/core/validation).
TOLERANT_LISTS = {
    "core.v1.Container.env",
    "core.v1.Container.ports",
    "core.v1.EphemeralContainer.env",
    "core.v1.EphemeralContainer.ports",
    "core.v1.PodSpec.hostAliases",
    "core.v1.PodSpec.imagePullSecrets",
    "core.v1.ServiceAccount.secrets",
    "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta.ownerReferences",
}

# Required by the schemas and by no server: Go writes the field always, and its validation takes it empty.
NOT_REQUIRED = {
    "apps.v1.StatefulSetSpec.serviceName",
}

# apiVersion, kinds, deprecated in 1.x, removed in 1.x (0: not planned), replacement: the migration guide.
DEPRECATIONS = [
    ("extensions/v1beta1", "Deployment DaemonSet ReplicaSet", 9, 16, "apps/v1"),
    ("extensions/v1beta1", "NetworkPolicy", 9, 16, "networking.k8s.io/v1"),
    ("extensions/v1beta1", "PodSecurityPolicy", 11, 16, ""),
    ("extensions/v1beta1", "Ingress", 14, 22, "networking.k8s.io/v1"),
    ("apps/v1beta1", "Deployment StatefulSet ControllerRevision", 9, 16, "apps/v1"),
    ("apps/v1beta2", "Deployment StatefulSet DaemonSet ReplicaSet ControllerRevision", 9, 16, "apps/v1"),
    ("admissionregistration.k8s.io/v1beta1", "MutatingWebhookConfiguration ValidatingWebhookConfiguration", 16, 22,
     "admissionregistration.k8s.io/v1"),
    ("apiextensions.k8s.io/v1beta1", "CustomResourceDefinition", 16, 22, "apiextensions.k8s.io/v1"),
    ("apiregistration.k8s.io/v1beta1", "APIService", 19, 22, "apiregistration.k8s.io/v1"),
    ("authentication.k8s.io/v1beta1", "TokenReview", 19, 22, "authentication.k8s.io/v1"),
    ("authorization.k8s.io/v1beta1",
     "LocalSubjectAccessReview SelfSubjectAccessReview SelfSubjectRulesReview SubjectAccessReview", 19, 22,
     "authorization.k8s.io/v1"),
    ("certificates.k8s.io/v1beta1", "CertificateSigningRequest", 19, 22, "certificates.k8s.io/v1"),
    ("coordination.k8s.io/v1beta1", "Lease", 19, 22, "coordination.k8s.io/v1"),
    ("networking.k8s.io/v1beta1", "Ingress IngressClass", 19, 22, "networking.k8s.io/v1"),
    ("rbac.authorization.k8s.io/v1alpha1", "ClusterRole ClusterRoleBinding Role RoleBinding", 17, 22,
     "rbac.authorization.k8s.io/v1"),
    ("rbac.authorization.k8s.io/v1beta1", "ClusterRole ClusterRoleBinding Role RoleBinding", 17, 22,
     "rbac.authorization.k8s.io/v1"),
    ("scheduling.k8s.io/v1alpha1", "PriorityClass", 14, 22, "scheduling.k8s.io/v1"),
    ("scheduling.k8s.io/v1beta1", "PriorityClass", 14, 22, "scheduling.k8s.io/v1"),
    ("storage.k8s.io/v1beta1", "CSIDriver CSINode StorageClass VolumeAttachment", 19, 22, "storage.k8s.io/v1"),
    ("autoscaling/v2beta1", "HorizontalPodAutoscaler", 22, 25, "autoscaling/v2"),
    ("batch/v1beta1", "CronJob", 21, 25, "batch/v1"),
    ("batch/v2alpha1", "CronJob", 8, 21, "batch/v1"),
    ("discovery.k8s.io/v1beta1", "EndpointSlice", 21, 25, "discovery.k8s.io/v1"),
    ("events.k8s.io/v1beta1", "Event", 19, 25, "events.k8s.io/v1"),
    ("node.k8s.io/v1beta1", "RuntimeClass", 20, 25, "node.k8s.io/v1"),
    ("policy/v1beta1", "PodDisruptionBudget", 21, 25, "policy/v1"),
    ("policy/v1beta1", "PodSecurityPolicy", 21, 25, ""),
    ("autoscaling/v2beta2", "HorizontalPodAutoscaler", 23, 26, "autoscaling/v2"),
    ("flowcontrol.apiserver.k8s.io/v1beta1", "FlowSchema PriorityLevelConfiguration", 23, 26,
     "flowcontrol.apiserver.k8s.io/v1"),
    ("storage.k8s.io/v1beta1", "CSIStorageCapacity", 24, 27, "storage.k8s.io/v1"),
    ("flowcontrol.apiserver.k8s.io/v1beta2", "FlowSchema PriorityLevelConfiguration", 26, 29,
     "flowcontrol.apiserver.k8s.io/v1"),
    ("flowcontrol.apiserver.k8s.io/v1beta3", "FlowSchema PriorityLevelConfiguration", 29, 32,
     "flowcontrol.apiserver.k8s.io/v1"),
    ("v1", "ComponentStatus", 19, 0, ""),
    ("v1", "Endpoints", 33, 0, "discovery.k8s.io/v1 EndpointSlice"),
]
