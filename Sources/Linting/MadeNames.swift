internal import Validation

/// The names of objects that operators make out of an object: they count as there.
func madeNames(by object: APIObject) -> [ObjectKey] {
  func made(_ kind: String, _ name: String?, in namespace: String? = object.namespace) -> [ObjectKey] {
    name.map { [ObjectKey(group: "", kind: kind, namespace: namespace ?? "default", name: $0)] } ?? []
  }
  let spec = object.spec
  switch (object.group, object.kind) {
  case ("external-secrets.io", "ExternalSecret"):
    return made("Secret", spec["target"]["name"].written ?? object.name)
  case ("external-secrets.io", "ClusterExternalSecret"):
    let name = spec["externalSecretSpec"]["target"]["name"].written ?? spec["externalSecretName"].written
    return made("Secret", name ?? object.name, in: everywhere)
  case ("bitnami.com", "SealedSecret"):
    return made("Secret", spec["template"]["metadata"]["name"].written ?? object.name)
  case ("cert-manager.io", "Certificate"):
    return made("Secret", spec["secretName"].written)
  case ("secrets-store.csi.x-k8s.io", "SecretProviderClass"):
    return spec["secretObjects"].items.flatMap { made("Secret", $0["secretName"].written) }
  case ("secrets.hashicorp.com", _):
    return made("Secret", spec["destination"]["name"].written)
  case ("onepassword.com", "OnePasswordItem"):
    return made("Secret", object.name)
  case ("postgresql.cnpg.io", "Cluster"):
    return ["app", "ca", "replication", "server", "superuser"].flatMap {
      made("Secret", "\(object.name)-\($0)")
    }
  case ("trust.cert-manager.io", "Bundle"):
    let kind = spec["target"]["secret"].isPresent ? "Secret" : "ConfigMap"
    return made(kind, object.name, in: everywhere)
  case ("kustomize.config.k8s.io", "Kustomization"):
    return object.root["configMapGenerator"].items.flatMap {
      made("ConfigMap", $0["name"].written, in: everywhere)
    }
      + object.root["secretGenerator"].items.flatMap { made("Secret", $0["name"].written, in: everywhere) }
  case ("networking.k8s.io", "Ingress"), ("gateway.networking.k8s.io", "Gateway"):
    return hasIssuer(object) ? certificateNames(of: object).flatMap { made("Secret", $0.text) } : []
  case ("apps", "StatefulSet"):
    return (0..<min(spec["replicas"].integer ?? 1, 64)).flatMap { number in
      spec["volumeClaimTemplates"].items.flatMap { template in
        made(
          "PersistentVolumeClaim",
          template["metadata"]["name"].written.map { "\($0)-\(object.name)-\(number)" }
        )
      }
    }
  default:
    return []
  }
}

/// The names of the Secrets that hold the certificates of an Ingress or a Gateway.
func certificateNames(of object: APIObject) -> [Field] {
  object.kind == "Ingress"
    ? object.spec["tls"].items.map { $0["secretName"] }
    : object.spec["listeners"].items.flatMap { listener in
      listener["tls"]["certificateRefs"].items.filter { !$0["namespace"].isPresent }.map { $0["name"] }
    }
}

/// Whether cert-manager makes the certificates of an Ingress or a Gateway.
private func hasIssuer(_ object: APIObject) -> Bool {
  object.metadata["annotations"].keys.contains {
    ["cert-manager.io/cluster-issuer", "cert-manager.io/issuer", "kubernetes.io/tls-acme"].contains($0.text)
  }
}
