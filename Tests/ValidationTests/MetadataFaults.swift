import Testing

extension Faults {
  /// Names, labels and the rest of the metadata.
  static let metadata: [Fault] = [
    Fault(
      object("v1", "Service", "spec: {ports: [{port: 80}]}").replacing("web", with: "«web|1web»"),
      "'metadata.name' of Service '1web' is '1web', which starts with a digit"
    ),
    Fault(
      object("v1", "Namespace", "").replacing("web", with: "«web|web.io»"),
      "'metadata.name' of Namespace 'web.io' is 'web.io', which has characters other than a-z, 0-9 and '-'"
    ),
    Fault(
      object("v1", "ConfigMap", "").replacing("web", with: "«web.io|Web»"),
      "'metadata.name' of ConfigMap 'Web' is 'Web', which has upper-case letters"
    ),
    Fault(
      object("v1", "ConfigMap", "").replacing("web", with: "«web|web..io»"),
      "'metadata.name' of ConfigMap 'web..io' is 'web..io', which has a part '' that is empty"
    ),
    Fault(
      object("v1", "ConfigMap", "").replacing("{name: web}", with: "«{name: web}|{↓}»"),
      "'metadata.name' of ConfigMap is missing"
    ),
    Fault(
      object("v1", "ConfigMap", "").replacing("name: web", with: "generateName: «web-|web_»"),
      "'metadata.generateName' of ConfigMap is 'web_', which has characters other than a-z, 0-9 and '-'"
    ),
    Fault(
      object("rbac.authorization.k8s.io/v1", "Role", "rules: []").replacing("web", with: "«system:web|a/b»"),
      "'metadata.name' of Role 'a/b' is 'a/b', which has '/' or '%' in it"
    ),
    Fault(
      object("v1", "ConfigMap", "").replacing("web}", with: "web, namespace: «prod|Prod»}"),
      "'metadata.namespace' of ConfigMap 'web' is 'Prod', which has upper-case letters"
    ),
    Fault(
      object("v1", "ConfigMap", "").replacing("web}", with: "web, labels: {«app|-app»: x}}"),
      "'metadata.labels.-app' of ConfigMap 'web' is a key that does not start and end with a letter or digit"
    ),
    Fault(
      object("v1", "ConfigMap", "").replacing("web}", with: "web, labels: {app: «x|a b»}}"),
      "'metadata.labels.app' of ConfigMap 'web' is 'a b', which has characters other than letters, digits, '-', '_' and '.'"
    ),
    Fault(
      object("v1", "ConfigMap", "").replacing(
        "web}",
        with: "web, labels: {app: «x|\(String(repeating: "x", count: 64))»}}"
      ),
      "'metadata.labels.app' of ConfigMap 'web' is 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', which is longer than 63 characters"
    ),
    Fault(
      object("v1", "ConfigMap", "").replacing(
        "web}",
        with: "web, annotations: {«Example.com/note|a/b/c»: x}}"
      ),
      "'metadata.annotations[a/b/c]' of ConfigMap 'web' is a key that has more than one '/'"
    ),
    Fault(
      object("v1", "ConfigMap", "").replacing(
        "web}",
        with: "web, ↓annotations: {note: \"«x|\(String(repeating: "x", count: 262_144))»\"}}"
      ),
      "'metadata.annotations' of ConfigMap 'web' is 262148 bytes, more than 262144 together"
    ),
    Fault(
      object("v1", "ConfigMap", "").replacing("web}", with: "web, finalizers: [«example.com/wait|a b»]}"),
      "'metadata.finalizers[0]' of ConfigMap 'web' is 'a b', which has characters other than letters, digits, '-', '_' and '.'"
    ),
    Fault(
      object("v1", "ConfigMap", "").replacing(
        "web}",
        with: "web, ownerReferences: [{apiVersion: v1, kind: Pod, name: x, uid: «u|''»}]}"
      ),
      "'metadata.ownerReferences[0].uid' of ConfigMap 'web' is empty"
    ),
    Fault(
      object(
        "batch/v1",
        "CronJob",
        "spec: {schedule: '@daily', jobTemplate: {spec: {template: {spec: {restartPolicy: Never, containers: [{name: a, image: a}]}}}}}"
      ).replacing("web", with: "«web|\(String(repeating: "x", count: 53))»"),
      "'metadata.name' of CronJob 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' is 53 characters long, more than 52"
    ),
    Fault(
      job("").replacing("sum", with: "«sum|\(String(repeating: "x", count: 64))»"),
      "'metadata.name' of Job 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' is 64 characters long, more than 63"
    ),
    Fault(
      job("completionMode: Indexed\ncompletions: 10").replacing(
        "sum",
        with: "«sum|\(String(repeating: "x", count: 62))»"
      ),
      "'metadata.name' of Job 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' gives the host name 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx-9', which is longer than 63 characters"
    ),
    Fault(
      workload("StatefulSet", "").replacing("name: web", with: "name: «web|web.io»"),
      "'metadata.name' of StatefulSet 'web.io' is 'web.io', which has characters other than a-z, 0-9 and '-'"
    ),
    Fault(
      object("scheduling.k8s.io/v1", "PriorityClass", "value: 1").replacing("web", with: "«web|system-web»"),
      "'metadata.name' of PriorityClass 'system-web' is 'system-web', which starts with 'system-'"
    ),
  ]
}
