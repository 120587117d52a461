package import Kubernetes

/// Another version of a service's image, which runs beside the one that `image` names.
package struct OtherVersion: SpecObject {
  package let tag: Spanned<String>
  package let digest: Spanned<String>?
  package let records: ImageRecords

  package static let shape = Shape(
    "version",
    "Another version of the service's image.",
    .required("tag", "The release; also the version label. 'latest' is refused.", .imageTag),
    .optional("digest", "Pins the very bytes; wins over the tag.", .imageDigest),
    .inline(),
    make: OtherVersion.init
  )
}

/// Two versions side by side, one of them in use.
///
/// A version belongs to a colour and not to "the idle one", so that a switch changes nothing but who is asked.
package struct BlueGreen: SpecObject {
  package let active: Spanned<Colour>
  package let blue: OtherVersion?
  package let green: OtherVersion?
  package let autoPromotion: Spanned<Bool>
  package let scaleDownDelay: Spanned<TimeSpan>

  package static let shape = Shape(
    "blue-green release",
    "Two versions side by side, one of them in use.",
    .required("active", "The colour that gets the requests; to change it is the switch, and the way back."),
    .optional("blue", "The version of blue; that of 'image' when absent."),
    .optional("green", "The version of green; that of 'image' when absent."),
    .required(
      "autoPromotion",
      "Whether Argo Rollouts switches by itself once the new version is ready and measured."
    ),
    .required("scaleDownDelay", "How long Argo Rollouts keeps the old version after a switch."),
    make: BlueGreen.init
  )
}

package enum Colour: String, SpecEnumeration {
  case blue
  case green
}

/// A new version that gets a growing share of the requests.
package struct Canary: SpecObject {
  package let next: OtherVersion?
  package let weight: Spanned<Int>
  package let steps: [CanaryStep]
  package let routing: Spanned<CanaryRouting>?

  package static let shape = Shape(
    "canary release",
    "A new version that gets a growing share of the requests.",
    .optional("next", "The new version; once it is right, its tag becomes the tag of 'image'."),
    .required(
      "weight",
      "The share of the new version without Argo Rollouts, in percent; moved by hand.",
      .integer(1...50)
    ),
    .list("steps", "With Argo Rollouts: the shares, one after the other; all requests follow the last one."),
    .optional("routing", "What divides the requests; the gateway where the service is exposed by one."),
    make: Canary.init
  )
}

package enum CanaryRouting: String, SpecEnumeration {
  case gateway
  case pods
}

/// One share of a canary, and how long it is kept.
package struct CanaryStep: SpecObject {
  package let weight: Spanned<Int>
  package let pause: Spanned<TimeSpan>?

  package static let shape = Shape(
    "canary step",
    "One share of a canary, and how long it is kept.",
    .required("weight", "The share of the new version, in percent.", .percentage),
    .optional("pause", "How long the share is kept; until somebody promotes it when absent."),
    make: CanaryStep.init
  )
}

/// Who gets the other version of a service, and until when.
package struct ABTest: SpecObject {
  package let variant: OtherVersion
  package let header: RequestMatch?
  package let cookie: RequestMatch?
  package let until: Spanned<String>

  package static let shape = Shape(
    "A/B test",
    "Who gets the other version of a service, and until when.",
    .required("variant", "The version of the others; everybody else gets that of 'image'."),
    .optional("header", "Requests with this header get the variant."),
    .optional("cookie", "Requests with this cookie get the variant."),
    .required("until", "The day on which the test is over; kept as an annotation for reviewers.", .date),
    make: ABTest.init
  )
}

/// What a request must carry.
package struct RequestMatch: SpecObject {
  package let name: Spanned<String>
  package let value: Spanned<String>

  package static let shape = Shape(
    "request match",
    "What a request must carry.",
    .required("name", "Its name.", .token),
    .required("value", "Its whole value.", .token),
    make: RequestMatch.init
  )
}

/// What a new version is measured by.
package struct ReleaseAnalysis: SpecObject {
  package let server: Spanned<String>
  package let checks: Keyed<ReleaseCheck>
  package let interval: Spanned<TimeSpan>
  package let count: Spanned<Int>
  package let failures: Spanned<Int>

  package static let shape = Shape(
    "release analysis",
    "What a new version is measured by; one that fails is rolled back without anybody's doing.",
    .required("server", "The URL of Prometheus.", .httpURL),
    .map("checks", "What is measured, by name.", keys: .name),
    .defaulted("interval", "The time between two measurements.", to: "1m", Spanned(TimeSpan(seconds: 60))),
    .defaulted(
      "count",
      "Measurements before a blue-green switch; a canary is measured until its end.",
      .integer(1...1000),
      to: "5",
      Spanned(5)
    ),
    .defaulted(
      "failures",
      "Failed measurements that are forgiven.",
      .integer(0...1000),
      to: "0",
      Spanned(0)
    ),
    make: ReleaseAnalysis.init
  )
}

/// One measurement of a new version.
package struct ReleaseCheck: SpecObject {
  package let query: Spanned<String>
  package let atLeast: Spanned<String>?
  package let atMost: Spanned<String>?

  package static let shape = Shape(
    "release check",
    "One measurement of a new version; nothing measured is a failure, because it proves nothing.",
    .required(
      "query",
      "Its PromQL; {{args.service}}, {{args.namespace}} and {{args.hash}} stand for those of the new version."
    ),
    .optional("atLeast", "The least that is right, such as 0.99 for a rate of success.", .decimal),
    .optional("atMost", "The most that is right, such as 0.5 for seconds of latency.", .decimal),
    make: ReleaseCheck.init
  )
}
