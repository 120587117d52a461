// Written by Scripts/catalogue from the files in Rules; do not edit.

extension LintRule {
  /// The value of each file in `Rules`, in the order of their names.
  package static let all: [LintRule] = [
    .danglingService,
    .namespacePSARestricted,
    .privilegedContainer,
    .singleReplica,
  ]
}
