internal import YAMLSyntax

/// What a workload tells of its requests.
package struct WorkloadTracing: SpecObject {
  package let enabled: Spanned<Bool>
  package let language: Spanned<TraceLanguage>?

  package static let shape = Shape(
    "workload tracing",
    "What it tells of its requests; of use where the platform has tracing.",
    .required("enabled", "Whether it learns where spans go, and may send them there."),
    .optional(
      "language",
      "The language of its program, for an agent that makes the spans; none when absent."
    ),
    make: WorkloadTracing.init
  )
}

/// The languages whose agents the operator puts into programs without more rights than the restricted level gives.
package enum TraceLanguage: String, SpecEnumeration, CaseIterable {
  case dotnet
  case java
  case nodejs
  case python
}

/// How a workload's logs are read.
package struct WorkloadLogging: SpecObject {
  package let enabled: Spanned<Bool>
  package let format: Spanned<LogFormat>

  package static let shape = Shape(
    "workload logging",
    "How its logs are read; of use where the platform has logging.",
    .required("enabled", "Whether they are kept."),
    .required("format", "How a line is written: one JSON object, or text as it comes."),
    make: WorkloadLogging.init
  )
}

package enum LogFormat: String, SpecEnumeration {
  case json
  case text
}

extension ScalarFormat {
  /// The path of a field in a log line.
  static let logField = ScalarFormat("a field such as email or user.name", types: [.string]) { text in
    let letters = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_".utf8)
    let digits = Set("0123456789".utf8)
    let names = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let isPath = names.allSatisfy { name in
      name.first.map(letters.contains) ?? false
        && name.allSatisfy { letters.contains($0) || digits.contains($0) }
    }
    return isPath ? nil : "is not made of names of letters, digits and '_' with dots between them"
  }
}
