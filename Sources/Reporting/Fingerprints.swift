import Crypto
import Diagnostics

extension Report {
  /// What each finding is known by from run to run: 32 hexadecimal digits, each its own.
  ///
  /// They follow from code, path, words and the marked text, never from lines, so that a finding stays the
  /// same when something is inserted above it; equal ones are told apart by their order.
  func fingerprints() -> [String] {
    fingerprints(of: diagnostics)
  }

  /// The same for a longer list, such as one with what is waived.
  func fingerprints(of diagnostics: [Diagnostic]) -> [String] {
    var occurrences: [[UInt8]: Int] = [:]
    return diagnostics.map { diagnostic in
      let identity = identity(of: diagnostic)
      let occurrence = occurrences[identity, default: 0]
      occurrences[identity] = occurrence + 1
      return hexadecimal(SHA256.hash(data: identity + String(occurrence).utf8).prefix(16))
    }
  }

  /// The parts with an end mark after each that text cannot hold, so that no two findings are alike by chance.
  private func identity(of diagnostic: Diagnostic) -> [UInt8] {
    var bytes: [UInt8] = []
    let path = diagnostic.primary.map { sources[$0.span.source].path }
    for part in [diagnostic.code.id, path, diagnostic.message, diagnostic.generated?.path] {
      bytes += (part ?? "").utf8
      bytes.append(0xFF)
    }
    if let span = diagnostic.primary?.span {
      let text = sources[span.source].bytes
      let start = min(Int(span.start), text.count)
      bytes += text[start..<min(max(start, Int(span.end)), text.count)].prefix(256)
    }
    bytes.append(0xFF)
    return bytes
  }
}

private func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}
