internal import Diagnostics
internal import Kubernetes
internal import Specification
internal import YAMLSyntax

extension ResourceRenderer {
  /// A service that Argo Rollouts moves from one version to the next.
  ///
  /// Its pods, and how they are found, are those of the Deployment that would stand in its place.
  static let rollout = ResourceRenderer("Rollout") { unit in
    unit.podSets.compactMap { set in
      guard case .rollout(let version, let byGateway) = set.service.release else { return nil }
      let rollout = set.service.spec.rollout
      return KubernetesObject(
        version.value.rawValue,
        "Rollout",
        of: set.workload,
        in: unit,
        annotations: set.workload.imageRecords,
        [
          "spec": [
            "replicas": set.isScaled ? nil : Node(set.minimum),
            "revisionHistoryLimit": Node(rollout.history),
            "minReadySeconds": .seconds(rollout.minReady),
            "progressDeadlineSeconds": .seconds(rollout.deadline),
            // What does not get ready goes back, without anybody's doing.
            "progressDeadlineAbort": true,
            "selector": ["matchLabels": unit.selectorNode(of: set.workload)],
            "strategy": rollout.strategy.value == .blueGreen
              ? ["blueGreen": blueGreen(set.service, in: unit)]
              : ["canary": canary(set.service, byGateway: byGateway, in: unit)],
            "template": podTemplate(set.workload, .rollout(set.service.spec), in: unit),
          ]
        ]
      ).withVersion(at: version.origin)
    }
  }
}

private func blueGreen(_ service: Specification.Service, in unit: TenantUnit) -> Node {
  let blueGreen = service.spec.rollout.blueGreen
  return [
    "activeService": Node(service.name, origin: blueGreen.active.origin),
    "previewService": Node("\(service.name)-preview"),
    "autoPromotionEnabled": Node(blueGreen.autoPromotion),
    "scaleDownDelaySeconds": .seconds(blueGreen.scaleDownDelay),
    // The quota has room for two versions.
    "scaleDownDelayRevisionLimit": 1,
    "prePromotionAnalysis": analysis(service, of: "preview", in: unit),
  ]
}

private func canary(_ service: Specification.Service, byGateway: Bool, in unit: TenantUnit) -> Node {
  let rollout = service.spec.rollout
  let hasAddresses = !service.releaseServices.isEmpty
  // A measurement means something once the first requests have come.
  var background = analysis(service, of: "canary", in: unit)
  background = background?.adding([("startingStep", 1)])
  return [
    "stableService": hasAddresses ? Node("\(service.name)-stable") : nil,
    "canaryService": hasAddresses ? Node("\(service.name)-canary") : nil,
    "maxSurge": Node(rollout.maxSurge),
    "maxUnavailable": Node(rollout.maxUnavailable),
    "trafficRouting": byGateway
      ? [
        "plugins": [
          "argoproj-labs/gatewayAPI": [
            service.isExposedByGRPC ? "grpcRoute" : "httpRoute": Node(service.name),
            "namespace": Node(unit.namespace),
          ]
        ]
      ] : nil,
    "analysis": background,
    "steps": .list(rollout.canary.steps.flatMap(steps)),
  ]
}

private func steps(_ step: CanaryStep) -> [Node] {
  let pause: Node = ["duration": step.pause.map { Node("\($0.value.seconds)s", origin: $0.origin) }]
  return [["setWeight": Node(step.weight)], ["pause": pause]]
}

/// The measurements of the new version, told what it is called.
private func analysis(_ service: Specification.Service, of version: String, in unit: TenantUnit) -> Node? {
  guard service.isAnalysed else { return nil }
  return [
    "templates": [["templateName": Node(service.name)]],
    "args": [
      ["name": "service", "value": Node("\(service.name)-\(version)")],
      ["name": "namespace", "value": Node(unit.namespace)],
      ["name": "hash", "valueFrom": ["podTemplateHashValue": "Latest"]],
    ],
  ]
}
