/// A long-running workload, as all layers together say it.
package struct ServiceSpec: SpecObject {
  package let container: ContainerSpec
  package let pod: PodSpec
  package let replicas: Replicas
  package let autoscaling: Autoscaling
  package let probes: Probes
  package let rollout: Rollout
  package let migrations: Migrations?
  package let expose: Exposure?
  package let stateful: Spanned<Bool>
  package let objectives: ServiceObjectives?
  package let traffic: Traffic?
  package let chaos: Keyed<Experiment>

  package static let shape = Shape(
    "service",
    "A long-running workload.",
    .inline(),
    .inline(),
    .required("replicas", "How many pods run."),
    .required("autoscaling", "When pods are added, removed or resized."),
    .required("probes", "How the kubelet learns whether it works."),
    .required("rollout", "How a new version replaces the old one."),
    .optional("migrations", "Changes of its databases that a release needs."),
    .optional("expose", "How it is reached from outside the cluster."),
    .required("stateful", "Whether each replica keeps a name and storage of its own (a StatefulSet)."),
    .optional("slo", "What it promises; alerts and dashboards follow. Null for none."),
    .optional("traffic", "What its callers do when it is slow, fails, or has too much to do."),
    .map("chaos", "Experiments that show whether it survives what it promises to survive.", keys: .name),
    make: ServiceSpec.init
  )
}
