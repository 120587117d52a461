extension ReportFormat {
  /// An in-toto statement of the results: the manifests by their digests, and which rules they pass.
  ///
  /// A rule with a waived failure is a warning, never a pass; one that was not evaluated is in no list.
  package static let testResult = ReportFormat("test-result", fileExtension: "json") { assessment, _ in
    let tests = assessment.conditions.map {
      (name: "gate/\($0.name)", verdict: $0.holds ? Verdict.passed : .failed)
    }
    let rules = assessment.rules.compactMap { rule in
      Verdict(rule).map { (name: rule.name, verdict: $0) }
    }
    func names(_ verdict: Verdict) -> [String] {
      (tests + rules).filter { $0.verdict == verdict }.map { shownName($0.name) }
    }
    let result =
      if assessment.conditions.contains(where: { !$0.holds }) {
        "FAILED"
      } else if names(.failed).isEmpty && names(.warned).isEmpty {
        "PASSED"
      } else {
        "WARNED"
      }
    var writer = JSONWriter()
    writer.statement(
      about: assessment,
      predicateType: "https://in-toto.io/attestation/test-result/v0.1"
    ) { writer in
      writer.member("result", result)
      writer.member("configuration") { $0.descriptors(assessment.inputs) }
      writer.member("passedTests") { $0.array(names(.passed)) { $0.string($1) } }
      writer.member("warnedTests") { $0.array(names(.warned)) { $0.string($1) } }
      writer.member("failedTests") { $0.array(names(.failed)) { $0.string($1) } }
    }
    return writer.finished()
  }
}

/// What became of one test.
private enum Verdict {
  case passed
  case warned
  case failed

  /// That of a rule; nil where it said nothing.
  init?(_ rule: Assessment.Rule) {
    if rule.count(of: .failed) + rule.count(of: .error) > 0 {
      self = .failed
    } else if rule.count(of: .waived) > 0 {
      self = .warned
    } else if rule.count(of: .passed) > 0 {
      self = .passed
    } else {
      return nil
    }
  }
}
