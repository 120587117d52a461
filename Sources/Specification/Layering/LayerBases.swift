internal import Diagnostics
internal import YAMLSyntax

/// The layers below the tenant, merged once for each template, tier and environment and shared by all
/// tenants.
package struct LayerBases: Sendable {
  private var services: [Key: Node] = [:]
  private var jobs: [Key: Node] = [:]
  private var streams: [Key: Node] = [:]

  private struct Key: Hashable {
    let template: String
    let tier: String
    let environment: String
  }

  /// Merges the bases of every combination that the repository declares.
  package init(_ repository: Repository, builtIn: BuiltInLayers) {
    var redundant: [Redundancy] = []
    let lowest = repository.platform.settings.strategy.map { strategy in
      let word = Node(strategy.value.rawValue, origin: strategy.origin)
      return merge(builtIn.service, ["rollout": ["strategy": word]], redundant: &redundant)
    }
    let service = lowest ?? builtIn.service
    for tier in repository.tiers.all {
      for environment in repository.environments.all {
        func base(_ lowest: Node, _ template: Node, _ tier: Node, _ environment: Node) -> Node {
          [template, tier, environment].reduce(lowest) { merge($0, $1, redundant: &redundant) }
        }
        let names = (tier.header.name, environment.header.name)
        func key(_ template: String) -> Key {
          Key(template: template, tier: names.0, environment: names.1)
        }
        for template in repository.serviceTemplates.all {
          services[key(template.header.name)] = base(
            service,
            template.layer.node,
            tier.defaults.services.node,
            environment.defaults.services.node
          )
        }
        services[key("")] = base(
          service,
          [:],
          tier.defaults.services.node,
          environment.defaults.services.node
        )
        func job(_ lowest: Node, _ template: Node) -> Node {
          base(lowest, template, tier.defaults.jobs.node, environment.defaults.jobs.node)
        }
        for template in repository.jobTemplates.all {
          jobs[key(template.header.name)] = job(builtIn.job, template.layer.node)
          streams[key(template.header.name)] = job(builtIn.stream, template.layer.node)
        }
        jobs[key("")] = job(builtIn.job, [:])
        streams[key("")] = job(builtIn.stream, [:])
      }
    }
  }

  /// What holds for a service before its tenant says a word; `template` is nil for one without.
  func service(_ template: String?, tier: String, environment: String) -> Node {
    services[Key(template: template ?? "", tier: tier, environment: environment)] ?? [:]
  }

  /// What holds for a job before its tenant says a word; `template` is nil for one without.
  func job(_ template: String?, tier: String, environment: String) -> Node {
    jobs[Key(template: template ?? "", tier: tier, environment: environment)] ?? [:]
  }

  /// The same for a job that its tenant makes a stream.
  func stream(_ template: String?, tier: String, environment: String) -> Node {
    streams[Key(template: template ?? "", tier: tier, environment: environment)] ?? [:]
  }
}
