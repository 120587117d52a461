package import Kubernetes
internal import YAMLSyntax

/// How the output reaches the clusters: what an engine needs beside the objects is written only for the engines
/// that are named.
package struct Delivery: SpecObject {
  package let kustomize: Spanned<Bool>
  package let argoCD: Spanned<ArgoCD>?
  package let flux: Spanned<Flux>?

  package static let none = Delivery(kustomize: Spanned(false), argoCD: nil, flux: nil)

  package static let shape = Shape(
    "delivery",
    "How the output reaches the clusters.",
    .defaulted(
      "kustomize",
      "Whether each folder that is applied as one has a kustomization.yaml, for 'kubectl apply -k'.",
      to: "false",
      Spanned(false)
    ),
    .optional("argoCD", "Argo CD: a project and an application for each unit."),
    .optional("flux", "Flux: a Kustomization for each unit."),
    make: Delivery.init
  )
}

/// What Argo CD has to know to find the output, and where to apply it.
package struct ArgoCD: SpecObject {
  package let namespace: Spanned<String>
  package let repository: Spanned<String>
  package let revision: Spanned<String>
  package let path: Spanned<String>
  package let prefix: Spanned<String>
  package let clusters: Keyed<Spanned<String>>
  package let automated: Spanned<Bool>

  package static let shape = Shape(
    "Argo CD",
    "Where Argo CD finds the output, and where it applies it.",
    .defaulted("namespace", "The namespace of Argo CD.", .name, to: "argocd", Spanned("argocd")),
    .required("repository", "The URL of the git repository that holds the output.", .gitURL),
    .defaulted("revision", "The branch, tag or commit that is applied.", to: "HEAD", Spanned("HEAD")),
    .defaulted("path", "The output's folder in the repository.", .repositoryPath, to: "out", Spanned("out")),
    .defaulted(
      "prefix",
      "What names of projects and applications start with.",
      .namePrefix,
      to: "spai-",
      Spanned("spai-")
    ),
    .map(
      "clusters",
      "The cluster of each environment; the one that Argo CD runs in when absent.",
      keys: .name
    ),
    .defaulted(
      "automated",
      "Whether Argo CD applies what it finds by itself; otherwise somebody presses the button.",
      to: "true",
      Spanned(true)
    ),
    make: ArgoCD.init
  )
}

/// What Flux has to know to find the output.
package struct Flux: SpecObject {
  package let namespace: Spanned<String>
  package let source: FluxSource
  package let path: Spanned<String>
  package let prefix: Spanned<String>
  package let interval: Spanned<TimeSpan>
  package let serviceAccount: Spanned<String>?

  package static let shape = Shape(
    "Flux",
    "Where Flux finds the output, and as whom it applies it.",
    .defaulted("namespace", "The namespace of Flux.", .name, to: "flux-system", Spanned("flux-system")),
    .required("source", "The source that holds the output."),
    .defaulted("path", "The output's folder in the source.", .repositoryPath, to: "out", Spanned("out")),
    .defaulted(
      "prefix",
      "What names of Kustomizations start with.",
      .namePrefix,
      to: "spai-",
      Spanned("spai-")
    ),
    .defaulted(
      "interval",
      "How often the cluster is compared with the source.",
      to: "10m",
      Spanned(TimeSpan(seconds: 600))
    ),
    .optional(
      "serviceAccount",
      "The service account, in Flux' namespace, as which tenants' units are applied; Flux' own when absent.",
      .name
    ),
    make: Flux.init
  )
}

/// The object of Flux that fetches the output.
package struct FluxSource: SpecObject {
  package let kind: Spanned<FluxSourceKind>
  package let name: Spanned<String>

  package static let shape = Shape(
    "Flux source",
    "The object of Flux that fetches the output.",
    .defaulted("kind", "Its kind.", to: "GitRepository", Spanned(.gitRepository)),
    .required("name", "Its name, in Flux' namespace.", .name),
    make: FluxSource.init
  )
}

package enum FluxSourceKind: String, SpecEnumeration {
  case gitRepository = "GitRepository"
  case ociRepository = "OCIRepository"
  case bucket = "Bucket"
}

/// The name of what applies a unit.
///
/// - Parameters:
///   - prefix: What the engine's names start with.
///   - tenant: The tenant's name.
///   - environment: Its short name is in it, as in the names of namespaces.
/// - Returns: The name.
package func deliveryName(_ prefix: Spanned<String>, _ tenant: String, in environment: Environment) -> String
{
  "\(prefix.value)\(dnsSafe(tenant))-\(environment.short.value)"
}

/// The name of what applies the rest of an environment, and the start of the names of its parts.
package func deliveryName(_ prefix: Spanned<String>, of environment: Environment) -> String {
  "\(prefix.value)\(dnsSafe(environment.name))"
}

extension ArgoCD {
  /// The name of the application of what is cluster-scoped in an environment.
  package func clusterName(of environment: Environment) -> String {
    deliveryName(prefix, of: environment) + "-cluster"
  }
}

extension ScalarFormat {
  fileprivate static let gitURL = ScalarFormat(
    "the URL of a git repository such as https://git.example.com/team/tenants.git",
    types: [.string]
  ) { text in
    if text.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F }) { return "has spaces or control characters" }
    return ["https://", "http://", "ssh://", "git@"].contains(where: text.hasPrefix)
      ? nil : "starts with none of https://, http://, ssh:// and git@"
  }

  /// `.` stands for the root: the output may have a branch or a repository of its own.
  fileprivate static let repositoryPath = ScalarFormat(
    "a path below the repository's root such as out",
    types: [.string]
  ) { text in
    if text == "." { return nil }
    if text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) { return "has control characters" }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    return parts.contains { ["", ".", ".."].contains($0) } ? "has an empty part, '.' or '..' in it" : nil
  }

  fileprivate static let namePrefix = ScalarFormat("the start of a DNS label such as spai-", types: [.string])
  {
    text in
    dnsLabelProblem(text + "x")
  }
}
