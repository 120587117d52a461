internal import Validation

/// The capabilities that a container adds to those of its runtime, and those that it gives up.
struct Capabilities {
  let added: [(name: String, field: Field)]
  let dropped: Set<String>

  init(of container: Container) {
    let capabilities = container.ownSecurity("capabilities")
    added = capabilities["add"].items.compactMap { field in field.text.map { (Self.name($0), field) } }
    dropped = Set(capabilities["drop"].items.compactMap(\.text).map(Self.name))
  }

  /// Those with which a container gets out: it loads into the kernel, reads any file or memory, or rules the
  /// node's network.
  static let dangerous: Set<String> = [
    "ALL", "BPF", "DAC_READ_SEARCH", "MAC_ADMIN", "MAC_OVERRIDE", "NET_ADMIN", "SYS_ADMIN", "SYS_BOOT",
    "SYS_MODULE", "SYS_PTRACE", "SYS_RAWIO",
  ]

  /// Runtimes take a capability in any case, and with the prefix that the kernel's headers have.
  private static func name(_ text: String) -> String {
    let upper = text.uppercased()
    return upper.hasPrefix("CAP_") ? String(upper.dropFirst("CAP_".count)) : upper
  }
}
