import Testing

extension Faults {
  /// Containers, their probes and resources.
  static let containers: [Fault] = [
    Fault(
      pod("containers: [{name: «app|App», image: a}]"),
      "'spec.containers[0].name' of Pod 'web' is 'App', which has upper-case letters"
    ),
    Fault(
      pod("containers: [↓{name: app, «image: a|imagePullPolicy: Never»}]"),
      "'spec.containers[0].image' of Pod 'web' is missing"
    ),
    Fault(
      pod("containers: [{name: app, image: «'a:1'|'a:1 '»}]"),
      "'spec.containers[0].image' of Pod 'web' is 'a:1 ', which has white space in it"
    ),
    Fault(
      container("imagePullPolicy: «Always|Sometimes»"),
      "'spec.containers[0].imagePullPolicy' of Pod 'web' is 'Sometimes', not one of Always, IfNotPresent, Never"
    ),
    Fault(
      container("terminationMessagePolicy: «File|Log»"),
      "'spec.containers[0].terminationMessagePolicy' of Pod 'web' is 'Log', not one of File, FallbackToLogsOnError"
    ),
    Fault(
      container("ports: [{containerPort: «80|0»}]"),
      "'spec.containers[0].ports[0].containerPort' of Pod 'web' is 0, not a port from 1 to 65535"
    ),
    Fault(
      container("ports: [{containerPort: 80, hostPort: «80|65536»}]"),
      "'spec.containers[0].ports[0].hostPort' of Pod 'web' is 65536, not a port from 1 to 65535"
    ),
    Fault(
      container("ports: [{containerPort: 80, name: «http|HTTP»}]"),
      "'spec.containers[0].ports[0].name' of Pod 'web' is 'HTTP', which has upper-case letters"
    ),
    Fault(
      container("ports: [{containerPort: 80, name: «http|a-very-long-name»}]"),
      "'spec.containers[0].ports[0].name' of Pod 'web' is 'a-very-long-name', which is longer than 15 characters"
    ),
    Fault(
      container("ports: [{containerPort: 80, name: «h1|'80'»}]"),
      "'spec.containers[0].ports[0].name' of Pod 'web' is '80', which has no letter"
    ),
    Fault(
      container("ports: [{containerPort: 80, protocol: «UDP|HTTP»}]"),
      "'spec.containers[0].ports[0].protocol' of Pod 'web' is 'HTTP', not one of TCP, UDP, SCTP"
    ),
    Fault(
      container("ports: [{containerPort: 80, hostIP: «192.0.2.1|local»}]"),
      "'spec.containers[0].ports[0].hostIP' of Pod 'web' is 'local', not an IP address"
    ),
    Fault(
      container("ports: [{containerPort: 80}, {containerPort: «81|80»}]"),
      "'spec.containers[0].ports[1].containerPort' of Pod 'web' repeats 80 of 'spec.containers[0].ports[0].containerPort'"
    ),
    Fault(
      container("ports: [{containerPort: 80, name: a}, {containerPort: 81, name: «b|a»}]"),
      "'spec.containers[0].ports[1].name' of Pod 'web' repeats 'a' of 'spec.containers[0].ports[0].name'"
    ),
    Fault(
      container("ports: [{containerPort: 80, hostPort: 1}, {containerPort: 81, hostPort: «2|1»}]"),
      "'spec.containers[0].ports[1].hostPort' of Pod 'web' repeats 1 of 'spec.containers[0].ports[0].hostPort'"
    ),
    Fault(
      pod(
        "hostNetwork: true\ncontainers: [{name: a, image: a, ports: [{containerPort: 80, hostPort: «80|81»}]}]"
      ),
      "'spec.containers[0].ports[0].hostPort' of Pod 'web' is 81, not the same as 'containerPort', 80"
    ),
    Fault(
      container("env: [{name: «1.A|'A=B'», value: x}]"),
      "'spec.containers[0].env[0].name' of Pod 'web' is 'A=B', which has '=' or characters that are not printable ASCII"
    ),
    Fault(
      container("env: [{name: «A|''», value: x}]"),
      "'spec.containers[0].env[0].name' of Pod 'web' is empty"
    ),
    Fault(
      container("env: [{name: A, value: «''|x», ↓valueFrom: {fieldRef: {fieldPath: metadata.name}}}]"),
      "'spec.containers[0].env[0].valueFrom' of Pod 'web' is a second choice beside 'value'"
    ),
    Fault(
      container("env: [{name: A, ↓valueFrom: {«fieldRef: {fieldPath: metadata.name}|»}}]"),
      "'spec.containers[0].env[0].valueFrom' of Pod 'web' has no source"
    ),
    Fault(
      container(
        "env: [{name: A, valueFrom: {fieldRef: {fieldPath: metadata.name}«|, secretKeyRef: {name: a, key: b}»}}]"
      ),
      "'spec.containers[0].env[0].valueFrom.secretKeyRef' of Pod 'web' is a second choice beside 'fieldRef'"
    ),
    Fault(
      container("env: [{name: A, valueFrom: {fieldRef: {fieldPath: «metadata.name|metadata.nam»}}}]"),
      "'spec.containers[0].env[0].valueFrom.fieldRef.fieldPath' of Pod 'web' is 'metadata.nam', which no pod tells"
    ),
    Fault(
      container("env: [{name: A, valueFrom: {fieldRef: {fieldPath: \"metadata.labels['«a.b/c|a b»']\"}}}]"),
      "'spec.containers[0].env[0].valueFrom.fieldRef.fieldPath' of Pod 'web' names the key 'a b', which has characters other than letters, digits, '-', '_' and '.'"
    ),
    Fault(
      container("env: [{name: A, valueFrom: {resourceFieldRef: {resource: «limits.cpu|limits.gpu»}}}]"),
      "'spec.containers[0].env[0].valueFrom.resourceFieldRef.resource' of Pod 'web' is 'limits.gpu', no resource of a container"
    ),
    Fault(
      container("env: [{name: A, valueFrom: {resourceFieldRef: {resource: limits.cpu, divisor: «1m|1Mi»}}}]"),
      "'spec.containers[0].env[0].valueFrom.resourceFieldRef.divisor' of Pod 'web' is '1Mi', no unit of 'cpu'"
    ),
    Fault(
      container("env: [{name: A, valueFrom: {secretKeyRef: {name: a, key: «b.c|b/c»}}}]"),
      "'spec.containers[0].env[0].valueFrom.secretKeyRef.key' of Pod 'web' is 'b/c', which has characters other than letters, digits, '-', '_' and '.'"
    ),
    Fault(
      container("env: [{name: A, valueFrom: {configMapKeyRef: {name: «a|A», key: b}}}]"),
      "'spec.containers[0].env[0].valueFrom.configMapKeyRef.name' of Pod 'web' is 'A', which has upper-case letters"
    ),
    Fault(
      container("envFrom: [↓{«secretRef: {name: a}|prefix: A»}]"),
      "'spec.containers[0].envFrom[0]' of Pod 'web' has no source"
    ),
    Fault(
      container("envFrom: [{secretRef: {name: a}«|, configMapRef: {name: a}»}]"),
      "'spec.containers[0].envFrom[0].configMapRef' of Pod 'web' is a second choice beside 'secretRef'"
    ),
    Fault(
      container("livenessProbe: {exec: {command: [a]}«|, tcpSocket: {port: 80}»}"),
      "'spec.containers[0].livenessProbe.tcpSocket' of Pod 'web' is a second choice beside 'exec'"
    ),
    Fault(
      container("↓livenessProbe: {«exec: {command: [a]}, |»periodSeconds: 5}"),
      "'spec.containers[0].livenessProbe' of Pod 'web' has no handler"
    ),
    Fault(
      container("livenessProbe: {exec: {command: [«a|»]}}"),
      "'spec.containers[0].livenessProbe.exec.command' of Pod 'web' is empty"
    ),
    Fault(
      container("livenessProbe: {tcpSocket: {port: «80|70000»}}"),
      "'spec.containers[0].livenessProbe.tcpSocket.port' of Pod 'web' is 70000, not a port from 1 to 65535"
    ),
    Fault(
      container("ports: [{containerPort: 80, name: http}]\nreadinessProbe: {httpGet: {port: «http|https»}}"),
      "'spec.containers[0].readinessProbe.httpGet.port' of Pod 'web' is 'https', which is no port of this object"
    ),
    Fault(
      container("readinessProbe: {httpGet: {port: 80, scheme: «HTTPS|https»}}"),
      "'spec.containers[0].readinessProbe.httpGet.scheme' of Pod 'web' is 'https', not one of HTTP, HTTPS"
    ),
    Fault(
      container("readinessProbe: {httpGet: {port: 80, httpHeaders: [{name: «X-A|'X A'», value: b}]}}"),
      "'spec.containers[0].readinessProbe.httpGet.httpHeaders[0].name' of Pod 'web' is 'X A', which has characters other than letters, digits, '-' and '_'"
    ),
    Fault(
      container("readinessProbe: {tcpSocket: {port: 80}, periodSeconds: «0|-1»}"),
      "'spec.containers[0].readinessProbe.periodSeconds' of Pod 'web' is -1, less than 0"
    ),
    Fault(
      container("readinessProbe: {grpc: {port: «80|0»}}"),
      "'spec.containers[0].readinessProbe.grpc.port' of Pod 'web' is 0, not a port from 1 to 65535"
    ),
    Fault(
      container("livenessProbe: {tcpSocket: {port: 80}, successThreshold: «1|2»}"),
      "'spec.containers[0].livenessProbe.successThreshold' of Pod 'web' is 2, not 1"
    ),
    Fault(
      container("«livenessProbe|readinessProbe»: {tcpSocket: {port: 80}, ↓terminationGracePeriodSeconds: 1}"),
      "'spec.containers[0].readinessProbe.terminationGracePeriodSeconds' of Pod 'web' is not allowed here: a readiness probe never ends a container"
    ),
    Fault(
      container("startupProbe: {tcpSocket: {port: 80}, terminationGracePeriodSeconds: «1|0»}"),
      "'spec.containers[0].startupProbe.terminationGracePeriodSeconds' of Pod 'web' is 0, less than 1"
    ),
    Fault(
      container("lifecycle: {preStop: {sleep: {seconds: 1}«|, exec: {command: [a]}»}}"),
      "'spec.containers[0].lifecycle.preStop.exec' of Pod 'web' is a second choice beside 'sleep'"
    ),
    Fault(
      container("lifecycle: {preStop: {sleep: {seconds: «30|31»}}}"),
      "'spec.containers[0].lifecycle.preStop.sleep.seconds' of Pod 'web' is 31, more than 'terminationGracePeriodSeconds', 30 by default"
    ),
    Fault(
      container("lifecycle: {↓postStart: {«sleep: {seconds: 1}|»}}"),
      "'spec.containers[0].lifecycle.postStart' of Pod 'web' has no action"
    ),
    Fault(
      container("resources: {requests: {cpu: «1|2»}, limits: {cpu: 1}}"),
      "'spec.containers[0].resources.requests.cpu' of Pod 'web' is 2, more than 'spec.containers[0].resources.limits.cpu', 1"
    ),
    Fault(
      container("resources: {limits: {memory: «1Gi|1GB»}}"),
      "'spec.containers[0].resources.limits.memory' of Pod 'web' is '1GB', not a quantity"
    ),
    Fault(
      container("resources: {limits: {memory: «1Gi|-1Gi»}}"),
      "'spec.containers[0].resources.limits.memory' of Pod 'web' is '-1Gi', less than 0"
    ),
    Fault(
      container("resources: {limits: {«memory|memroy»: 1Gi}}"),
      "'spec.containers[0].resources.limits.memroy' of Pod 'web' is no resource of a container"
    ),
    Fault(
      container("resources: {limits: {example.com/gpu: «1|500m»}}"),
      "'spec.containers[0].resources.limits[example.com/gpu]' of Pod 'web' is '500m', not a whole number"
    ),
    Fault(
      container("resources: {requests: {example.com/gpu: «2|1»}, limits: {example.com/gpu: 2}}"),
      "'spec.containers[0].resources.requests[example.com/gpu]' of Pod 'web' is 1, not the same as 'spec.containers[0].resources.limits[example.com/gpu]', 2"
    ),
    Fault(
      container("resources: {requests: {↓example.com/gpu: 1}, limits: {«example.com/gpu|cpu»: 1}}"),
      "'spec.containers[0].resources.requests[example.com/gpu]' of Pod 'web' has no limit"
    ),
    Fault(
      container("resources: {limits: {hugepages-2Mi: 4Mi«, memory: 1Gi|»}}"),
      "'spec.containers[0].resources.limits.hugepages-2Mi' of Pod 'web' is given without cpu and memory"
    ),
    Fault(
      container("resources: {claims: [{name: «a|b»}]}").replacing(
        "spec:",
        with: "spec:\n  resourceClaims: [{name: a, resourceClaimName: c}]"
      ),
      "'spec.containers[0].resources.claims[0].name' of Pod 'web' is 'b', which is no resource claim of this object"
    ),
    Fault(
      container("resizePolicy: [{resourceName: «cpu|gpu», restartPolicy: NotRequired}]"),
      "'spec.containers[0].resizePolicy[0].resourceName' of Pod 'web' is 'gpu', not one of cpu, memory"
    ),
    Fault(
      container("securityContext: {privileged: «false|true», ↓allowPrivilegeEscalation: false}"),
      "'spec.containers[0].securityContext.allowPrivilegeEscalation' of Pod 'web' is false beside 'privileged: true'"
    ),
    Fault(
      container(
        "securityContext: {capabilities: {add: [«CAP_NET_RAW|CAP_SYS_ADMIN»]}, ↓allowPrivilegeEscalation: false}"
      ),
      "'spec.containers[0].securityContext.allowPrivilegeEscalation' of Pod 'web' is false beside the capability 'CAP_SYS_ADMIN'"
    ),
    Fault(
      container("securityContext: {procMount: «Default|Unmasked»}"),
      "'spec.containers[0].securityContext.procMount' of Pod 'web' is 'Unmasked' without 'hostUsers: false'"
    ),
    Fault(
      container("securityContext: {procMount: «Default|Masked»}"),
      "'spec.containers[0].securityContext.procMount' of Pod 'web' is 'Masked', not one of Default, Unmasked"
    ),
    Fault(
      container("securityContext: {runAsGroup: «0|-5»}"),
      "'spec.containers[0].securityContext.runAsGroup' of Pod 'web' is -5, not between 0 and 2147483647"
    ),
    Fault(
      container("securityContext: {appArmorProfile: {type: «Unconfined|Default»}}"),
      "'spec.containers[0].securityContext.appArmorProfile.type' of Pod 'web' is 'Default', not one of RuntimeDefault, Localhost, Unconfined"
    ),
    Fault(
      pod(
        "initContainers: [{name: i, image: b, «restartPolicy: Always, |»↓readinessProbe: {tcpSocket: {port: 80}}}]\ncontainers: [{name: a, image: a}]"
      ),
      "'spec.initContainers[0].readinessProbe' of Pod 'web' is not allowed here: an init container without 'restartPolicy: Always' ends before the others start"
    ),
    Fault(
      pod(
        "initContainers: [{name: i, image: b, restartPolicy: «Always|Maybe»}]\ncontainers: [{name: a, image: a}]"
      ),
      "'spec.initContainers[0].restartPolicy' of Pod 'web' is 'Maybe', not one of Always, OnFailure, Never"
    ),
  ]
}
