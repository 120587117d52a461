// swift-tools-version: 6.3

import PackageDescription

/// The settings of every Swift target: Swift 6 mode, warnings are errors, imports are explicit.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .enableUpcomingFeature("ImmutableWeakCaptures"),
]

let package = Package(
  name: "spai-gen",
  products: [
    .executable(name: "spai-gen", targets: ["spai-gen"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
  ],
  targets: [
    // MARK: The C libraries that read YAML and write XML.
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),

    // MARK: What Kubernetes knows, embedded.
    .target(name: "CKubernetesCatalogue", exclude: ["README.md", "catalogue.bin"]),
    /// The files of a new repository, embedded: the sample's own.
    .target(name: "CStarter"),

    // MARK: The pipeline, in the order in which data flows through it.
    /// Sources, spans, findings and how they look.
    .target(name: "Diagnostics", swiftSettings: strict),
    /// Bytes to spanned nodes; nodes to bytes with a line map.
    .target(
      name: "YAMLSyntax",
      dependencies: ["CLibYAML", "Diagnostics"],
      swiftSettings: strict + [.strictMemorySafety()]
    ),
    /// What users write, declared once; layering; what it means.
    .target(
      name: "Specification",
      dependencies: ["Diagnostics", "Kubernetes", "YAMLSyntax"],
      swiftSettings: strict
    ),
    /// Kubernetes objects, names, labels, quantities.
    .target(
      name: "Kubernetes",
      dependencies: ["Diagnostics", "YAMLSyntax", .product(name: "Crypto", package: "swift-crypto")],
      swiftSettings: strict
    ),
    /// The kinds of the Kubernetes API, and whether an object is one.
    .target(
      name: "KubernetesAPI",
      dependencies: ["CKubernetesCatalogue", "Diagnostics", "Kubernetes", "YAMLSyntax"],
      swiftSettings: strict + [.strictMemorySafety()]
    ),
    /// What an API server would refuse and no schema says, one file for a family of kinds.
    .target(
      name: "Validation",
      dependencies: ["Diagnostics", "Kubernetes", "YAMLSyntax"],
      swiftSettings: strict
    ),
    /// The resolved model to objects, one file a kind.
    .target(
      name: "Rendering",
      dependencies: ["Diagnostics", "Kubernetes", "Specification", "YAMLSyntax"],
      swiftSettings: strict
    ),
    /// Two revisions of the objects to what the difference means.
    .target(
      name: "Comparing",
      dependencies: ["Diagnostics", "Kubernetes", "YAMLSyntax"],
      swiftSettings: strict
    ),
    /// What hurts in production, one file a rule.
    .target(
      name: "Linting",
      dependencies: ["Diagnostics", "Kubernetes", "Validation", "YAMLSyntax"],
      swiftSettings: strict
    ),
    /// What controls ask of manifests, and what can be said of each.
    .target(
      name: "Compliance",
      dependencies: ["Diagnostics", "Linting", "Validation", "YAMLSyntax"],
      swiftSettings: strict
    ),
    /// One report value to each report format.
    .target(
      name: "Reporting",
      dependencies: [
        "CLibXML2", "Comparing", "Diagnostics", .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict + [.strictMemorySafety()]
    ),
    /// The stages in order; the file system; the output tree.
    .target(
      name: "SpaiGen",
      dependencies: [
        "CStarter", "Comparing", "Compliance", "Diagnostics", "Kubernetes", "KubernetesAPI", "Linting",
        "Rendering", "Reporting", "Specification", "Validation", "YAMLSyntax",
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: strict
    ),

    // MARK: The command line.
    .executableTarget(
      name: "spai-gen",
      dependencies: [
        "Comparing", "Compliance", "Diagnostics", "Kubernetes", "KubernetesAPI", "Linting", "Reporting",
        "SpaiGen", "Specification", "YAMLSyntax",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict
    ),

    // MARK: Tests.
    .target(
      name: "TestSupport",
      dependencies: ["Diagnostics", "YAMLSyntax"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "DiagnosticsTests",
      dependencies: ["Diagnostics", "TestSupport"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "YAMLSyntaxTests",
      dependencies: ["Diagnostics", "TestSupport", "YAMLSyntax"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "KubernetesTests",
      dependencies: ["Diagnostics", "Kubernetes", "TestSupport", "YAMLSyntax"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "KubernetesAPITests",
      dependencies: ["Diagnostics", "KubernetesAPI", "SpaiGen", "TestSupport", "YAMLSyntax"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ValidationTests",
      dependencies: [
        "Diagnostics", "SpaiGen", "TestSupport", "Validation", "YAMLSyntax",
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "LintingTests",
      dependencies: ["Diagnostics", "Linting", "TestSupport", "YAMLSyntax"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ComplianceTests",
      dependencies: ["Compliance", "Diagnostics", "Linting", "SpaiGen", "TestSupport", "YAMLSyntax"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ComparingTests",
      dependencies: ["Comparing", "Diagnostics", "Reporting", "TestSupport", "YAMLSyntax"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ReportingTests",
      dependencies: ["CLibXML2", "Diagnostics", "Reporting", "TestSupport"],
      exclude: ["Goldens", "Schemas"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "SpaiGenTests",
      dependencies: [
        "Comparing", "Diagnostics", "Linting", "Reporting", "SpaiGen", "Specification", "TestSupport",
        "YAMLSyntax", "spai-gen",
      ],
      swiftSettings: strict
    ),
  ],
  cLanguageStandard: .c2x
)
