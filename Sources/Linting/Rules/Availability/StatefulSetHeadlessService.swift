internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of StatefulSets whose pods have no names.
  static let statefulSetHeadlessService = LintRule(
    "SPAI2330",
    "statefulset-headless-service",
    .availability,
    .warning,
    rationale:
      "The pods of a StatefulSet get their names in DNS from a headless Service, the one in 'serviceName'.",
    remediation: "Write the name of a Service with 'clusterIP: None' into 'serviceName'.",
    aliases: [.kics: ["StatefulSet Without Service Name"], .kubeScore: ["statefulset-has-servicename"]],
    examples: [
      Example(
        """
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: {name: db, namespace: a}
        spec:
          serviceName: «db-headless|db»
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: db-headless, namespace: a}
        spec: {clusterIP: None}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: db, namespace: a}
        spec: {clusterIP: 10.0.0.1}
        """
      ),
      Example(
        """
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: {name: db}
        ↓spec:
          «serviceName|podManagementPolicy»: db
        """
      ),
    ],
    check: .object(["StatefulSet"]) { object, context, report in
      let name = object.spec["serviceName"]
      guard let wanted = name.written else {
        report.flag(name, "is missing", of: object)
        return
      }
      // Without any Service of the namespace, the Services are defined elsewhere.
      let services = context.objects.ofKind("Service", in: object.namespace)
      guard !services.isEmpty, context.settings.provided["Service"]?.contains(wanted) != true else { return }
      guard let service = services.first(where: { $0.name == wanted }) else {
        report.flag(name, "names '\(wanted)', and there is no such Service", of: object)
        return
      }
      guard service.spec["clusterIP"].text != "None" else { return }
      let fault = "names Service '\(wanted)', which is not headless"
      report.flag(name, fault, of: object, beside: (service.spec["clusterIP"], "not 'None'"))
    }
  )
}
