internal import Validation

/// Collects the names that objects write of others; names that may be missing are left out.
struct ReferenceWriter: ~Copyable {
  private(set) var references: [Reference] = []

  private mutating func add(
    _ role: Reference.Role,
    _ kind: String,
    _ field: Field,
    of object: APIObject,
    in namespace: String? = nil
  ) {
    guard let name = field.written else { return }
    let scope = scope(ofKind: kind, in: namespace ?? object.namespace)
    references.append(
      Reference(role: role, kind: kind, name: name, namespace: scope, field: field, object: object)
    )
  }

  // MARK: Pods

  mutating func write(_ pod: Pod) {
    let spec = pod.spec, owner = pod.owner
    add(.priorityClass, "PriorityClass", spec["priorityClassName"], of: owner)
    add(.runtimeClass, "RuntimeClass", spec["runtimeClassName"], of: owner)
    let account = spec["serviceAccountName"]
    add(.serviceAccount, "ServiceAccount", account.isEmpty ? spec["serviceAccount"] : account, of: owner)
    for secret in spec["imagePullSecrets"].items { add(.pullSecret, "Secret", secret["name"], of: owner) }
    for claim in spec["resourceClaims"].items {
      add(.resourceClaim, "ResourceClaim", claim["resourceClaimName"], of: owner)
      add(.resourceClaim, "ResourceClaimTemplate", claim["resourceClaimTemplateName"], of: owner)
    }
    for volume in spec["volumes"].items { write(volume: volume, of: owner) }
    for container in pod.containers {
      for source in container["envFrom"].items { writeSource(source, "configMapRef", "secretRef", of: owner) }
      for variable in container["env"].items {
        let source = variable["valueFrom"]
        if source.isPresent { writeSource(source, "configMapKeyRef", "secretKeyRef", of: owner) }
      }
    }
  }

  private mutating func write(volume: Field, of owner: APIObject) {
    for (key, source) in volume.entries {
      switch key {
      case "configMap" where !source["optional"].isTrue:
        add(.configMap, "ConfigMap", source["name"], of: owner)
      case "secret" where !source["optional"].isTrue:
        add(.secret, "Secret", source["secretName"], of: owner)
      case "persistentVolumeClaim":
        add(.claim, "PersistentVolumeClaim", source["claimName"], of: owner)
      case "projected":
        for part in source["sources"].items { writeSource(part, "configMap", "secret", of: owner) }
      case "csi":
        add(.secret, "Secret", source["nodePublishSecretRef"]["name"], of: owner)
      case "ephemeral":
        add(
          .storageClass,
          "StorageClass",
          source["volumeClaimTemplate"]["spec"]["storageClassName"],
          of: owner
        )
      default:
        break
      }
    }
  }

  private mutating func writeSource(
    _ source: Field,
    _ configMap: String,
    _ secret: String,
    of owner: APIObject
  ) {
    if !source[configMap]["optional"].isTrue {
      add(.configMap, "ConfigMap", source[configMap]["name"], of: owner)
    }
    if !source[secret]["optional"].isTrue { add(.secret, "Secret", source[secret]["name"], of: owner) }
  }

  // MARK: Objects

  mutating func write(_ object: APIObject) {
    writeQueue(object)
    let spec = object.spec
    switch (object.group, object.kind) {
    case ("", "ServiceAccount"):
      for secret in object.root["imagePullSecrets"].items {
        add(.pullSecret, "Secret", secret["name"], of: object)
      }
    case ("", "PersistentVolumeClaim"):
      add(.storageClass, "StorageClass", spec["storageClassName"], of: object)
    case (DatabaseCluster.group, "Cluster"):
      add(.storageClass, "StorageClass", spec["storage"]["storageClass"], of: object)
      let credentials = spec["backup"]["barmanObjectStore"]["s3Credentials"]
      for key in ["accessKeyId", "secretAccessKey"] {
        add(.secret, "Secret", credentials[key]["name"], of: object)
      }
    case (DatabaseCluster.group, "DatabaseRole"):
      add(.secret, "Secret", spec["passwordSecret"]["name"], of: object)
    case ("apps", "StatefulSet"):
      for claim in spec["volumeClaimTemplates"].items {
        add(.storageClass, "StorageClass", claim["spec"]["storageClassName"], of: object)
      }
    case ("networking.k8s.io", "Ingress"):
      add(.ingressClass, "IngressClass", spec["ingressClassName"], of: object)
      for name in certificateNames(of: object) { add(.secret, "Secret", name, of: object) }
    case ("autoscaling", "HorizontalPodAutoscaler"):
      writeTarget(spec["scaleTargetRef"], of: object)
    case ("autoscaling.k8s.io", "VerticalPodAutoscaler"):
      writeTarget(spec["targetRef"], of: object)
    case ("keda.sh", "ScaledObject"), ("keda.sh", "ScaledJob"):
      writeTarget(spec["scaleTargetRef"], of: object)
      for trigger in spec["triggers"].items {
        let reference = trigger["authenticationRef"]
        let kind = reference["kind"].written ?? "TriggerAuthentication"
        add(.triggerAuthentication, kind, reference["name"], of: object)
      }
    case ("rbac.authorization.k8s.io", "RoleBinding"), ("rbac.authorization.k8s.io", "ClusterRoleBinding"):
      writeBinding(object)
    case ("external-secrets.io", "ExternalSecret"):
      let store = spec["secretStoreRef"]
      add(.secretStore, store["kind"].written ?? "SecretStore", store["name"], of: object)
    case ("cert-manager.io", "Certificate"):
      let issuer = spec["issuerRef"]
      guard issuer["group"].written ?? "cert-manager.io" == "cert-manager.io" else { break }
      add(.issuer, issuer["kind"].written ?? "Issuer", issuer["name"], of: object)
    case ("argoproj.io", "Application"):
      add(.appProject, "AppProject", spec["project"], of: object)
    case ("gateway.networking.k8s.io", "Gateway"):
      for name in certificateNames(of: object) { add(.secret, "Secret", name, of: object) }
    case ("gateway.networking.k8s.io", _):
      for parent in spec["parentRefs"].items where parent["kind"].text ?? "Gateway" == "Gateway" {
        add(.gateway, "Gateway", parent["name"], of: object, in: parent["namespace"].written)
      }
    default:
      break
    }
  }

  private mutating func writeTarget(_ target: Field, of object: APIObject) {
    guard target.isPresent else { return }
    add(.scaleTarget, target["kind"].written ?? "Deployment", target["name"], of: object)
  }

  private mutating func writeBinding(_ binding: APIObject) {
    let role = binding.root["roleRef"]
    add(.role, role["kind"].written ?? "Role", role["name"], of: binding)
    for subject in binding.root["subjects"].items where subject["kind"].text == "ServiceAccount" {
      add(.accountSubject, "ServiceAccount", subject["name"], of: binding, in: subject["namespace"].written)
    }
  }

  private mutating func writeQueue(_ object: APIObject) {
    switch (object.group, object.kind) {
    case ("kueue.x-k8s.io", "LocalQueue"):
      add(.queue, "ClusterQueue", object.spec["clusterQueue"], of: object)
    case ("kueue.x-k8s.io", "ClusterQueue"):
      for group in object.spec["resourceGroups"].items {
        for flavor in group["flavors"].items { add(.queue, "ResourceFlavor", flavor["name"], of: object) }
      }
    case ("batch.volcano.sh", "Job"):
      add(.queue, "Queue", object.spec["queue"], of: object)
    default:
      let labels = object.labels
      guard labels.isPresent else { break }
      add(.queue, "LocalQueue", labels["kueue.x-k8s.io/queue-name"], of: object)
      add(.queue, "WorkloadPriorityClass", labels["kueue.x-k8s.io/priority-class"], of: object)
    }
  }
}
