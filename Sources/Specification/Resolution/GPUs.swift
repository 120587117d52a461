package import Diagnostics
internal import Kubernetes

extension Resolver {
  /// Binds a `gpu:` block to its class, and finds the form that it asks for.
  ///
  /// - Returns: nil where none is asked for, or the form cannot be had; that has been reported.
  func gpu(_ gpu: GPU?, owner: String, reporting findings: inout Findings) -> GPUShare? {
    guard let gpu else { return nil }
    let limit = tier.limits.maxGPUs
    let count =
      gpu.count.origin.span == nil ? Spanned(gpu.count.value, origin: gpu.gpuClass.origin) : gpu.count
    if count.value > limit.value {
      findings.report(
        .overLimit(
          "GPUs of \(owner)",
          String(count.value),
          count.origin,
          limit: String(limit.value),
          limit.origin
        )
      )
    }
    let classes = platform.catalogue.gpuClasses
    guard
      let item = classes.find(gpu.gpuClass, kind: "GPU class of the platform", reporting: &findings),
      let form = form(of: gpu, item, owner: owner, reporting: &findings)
    else { return nil }
    return GPUShare(className: item.name, gpuClass: item.value, form: form, count: count)
  }

  private func form(
    of gpu: GPU,
    _ item: Keyed<GPUClass>.Item,
    owner: String,
    reporting findings: inout Findings
  ) -> GPUShare.Form? {
    let asked = [
      gpu.mig.map { ("mig", $0.origin) },
      gpu.timeSlice.flatMap { $0.value ? ("timeSlice", $0.origin) : nil },
      gpu.claim.flatMap { $0.value ? ("claim", $0.origin) : nil },
    ].compactMap { $0 }
    if asked.count > 1 {
      findings.report(.ambiguousGPU(asked.map(\.0), asked[1].1, owner))
      return nil
    }
    if let profile = gpu.mig {
      let kind = "MIG profile of GPU class '\(item.name)'"
      return item.value.mig.find(profile, kind: kind, reporting: &findings).map {
        .resource(Spanned($0.value.value, origin: profile.origin))
      }
    }
    switch asked.first {
    case ("timeSlice", let origin)?:
      guard let resource = item.value.timeSlice else {
        findings.report(.missingGPUForm("timeSlice", item, origin, owner))
        return nil
      }
      return .resource(Spanned(resource.value, origin: origin))
    case (_, let origin)?:
      guard let deviceClass = item.value.deviceClass else {
        findings.report(.missingGPUForm("deviceClass", item, origin, owner))
        return nil
      }
      if platform.kubernetes.value == .v1_33 {
        findings.report(.tooOldForClaims(origin, platform.kubernetes, owner))
        return nil
      }
      return .claim(deviceClass: Spanned(deviceClass.value, origin: origin))
    case nil:
      return .resource(Spanned(item.value.resource.value, origin: gpu.gpuClass.origin))
    }
  }
}

// MARK: - Messages

extension Code {
  package static let ambiguousGPU = Code("SPAI1329", "ambiguous-gpu")
  package static let missingGPUForm = Code("SPAI1330", "missing-gpu-form")
  package static let tooOldForClaims = Code("SPAI1331", "too-old-for-claims")
}

extension Diagnostic {
  fileprivate static func ambiguousGPU(_ forms: [String], _ origin: Origin, _ owner: String) -> Self {
    Diagnostic(
      .ambiguousGPU,
      .error,
      "the GPU of \(owner) is asked for in \(forms.count) forms: \(forms.joined(separator: ", "))",
      at: origin.span.map { Label($0, "one form at most") },
      help: "Set the inherited one to 'null' when you choose another."
    )
  }

  fileprivate static func missingGPUForm(
    _ key: String,
    _ item: Keyed<GPUClass>.Item,
    _ origin: Origin,
    _ owner: String
  ) -> Self {
    Diagnostic(
      .missingGPUForm,
      .error,
      "GPU class '\(item.name)' has no '\(key)'",
      at: origin.span.map { Label($0, "asked for by \(owner)") },
      related: item.origin.span.map { [Label($0, "the class")] } ?? [],
      help: "Use whole GPUs, or ask the platform team for '\(key)'."
    )
  }

  fileprivate static func tooOldForClaims(
    _ origin: Origin,
    _ version: Spanned<KubernetesVersion>,
    _ owner: String
  ) -> Self {
    Diagnostic(
      .tooOldForClaims,
      .error,
      "\(owner) claims GPUs, but Kubernetes \(version.value.rawValue) does not serve resource.k8s.io/v1",
      at: origin.span.map { Label($0, "needs Kubernetes 1.34") },
      related: version.origin.span.map { [Label($0, "the platform's version")] } ?? [],
      help: "Remove 'claim' to use the extended resource."
    )
  }
}
