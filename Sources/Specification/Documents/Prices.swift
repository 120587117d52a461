package import Kubernetes
package import YAMLSyntax

/// What capacity costs.
package struct Prices: SpecObject {
  package let currency: Spanned<String>
  package let cpuHour: Spanned<Price>
  package let memoryGiBHour: Spanned<Price>
  package let storageGiBMonth: Keyed<Spanned<Price>>
  package let gpuHour: Keyed<GPUPrices>

  package static let shape = Shape(
    "prices",
    "What capacity costs: exact decimals, of which nothing is rounded before the end.",
    .required("currency", "The currency of all prices and budgets.", .currency),
    .required("cpuHour", "One cpu for an hour."),
    .required("memoryGiBHour", "One GiB of memory for an hour."),
    .map("storageGiBMonth", "One GiB of each storage class for a month.", keys: .name),
    .map("gpuHour", "One GPU of each class for an hour.", keys: .name),
    make: Prices.init
  )
}

/// The price of a GPU of one class, whole or in parts.
package struct GPUPrices: SpecObject {
  package let whole: Spanned<Price>
  package let mig: Keyed<Spanned<Price>>
  package let timeSlice: Spanned<Price>?

  package static let shape = Shape(
    "GPU prices",
    "The price of a GPU of one class, whole or in parts.",
    .required("whole", "A whole GPU, by its resource or by a claim."),
    .map("mig", "A slice of each MIG profile.", keys: .labelValue),
    .optional("timeSlice", "A GPU that is shared in turn."),
    make: GPUPrices.init
  )
}

/// What a tenant may cost.
package struct Budget: SpecObject {
  package let monthly: Spanned<Int>
  package let currency: Spanned<String>
  package let warnAt: Spanned<Int>
  package let environments: Keyed<Spanned<Int>>

  package static let shape = Shape(
    "budget",
    "What a tenant may cost; kept as an annotation of its namespaces.",
    .required("monthly", "The amount for a month, all environments together.", .integer()),
    .required("currency", "Its currency; the one of the platform's prices.", .currency),
    .defaulted("warnAt", "The percentage of it at which an alert tells.", .percentage, to: "80", Spanned(80)),
    .map("environments", "The part of it for single environments.", keys: .name),
    make: Budget.init
  )

  /// What one environment may cost: its part, or all there is.
  package func amount(in environment: String) -> Spanned<Int> {
    environments[environment] ?? monthly
  }
}

extension ScalarFormat {
  fileprivate static let currency = word(of: ["EUR", "GBP", "SEK", "USD"])

  fileprivate static let price = ScalarFormat("a price such as 0.0425", types: [.integer, .float, .string]) {
    Price(parsing: $0) == nil ? "is no decimal number below a billion with six digits behind the point" : nil
  }
}

extension Price: SpecValue {
  package static var schema: Schema { .scalar(.price) }

  package init?(node: Node) {
    guard let scalar = node.scalar, scalar.type != .null else { return nil }
    self.init(parsing: scalar.text)
  }
}
