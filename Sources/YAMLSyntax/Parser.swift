package import Diagnostics

/// Reads the documents of a source; every node knows its bytes.
///
/// libyaml reads, and everything that gives the text a meaning is decided here: the types of the YAML 1.2 core
/// schema, unique keys, bounded aliases and depth. After a syntax error the rest of the source is not read;
/// documents before it are returned. Documents without content are left out.
package func parseYAML(
  _ source: Source,
  limits: ParsingLimits = .standard,
  reporting findings: inout Findings
) -> [Node] {
  if source.bytes.count > limits.size {
    findings.report(.tooLarge(source, limits))
    return []
  }
  guard let isASCII = checkCharacters(of: source, reporting: &findings) else { return [] }
  // libyaml counts a byte order mark as a column, which would indent the first line.
  let start = source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  return unsafe source.bytes.withUnsafeBufferPointer { input in
    var composer = unsafe Composer(
      EventStream(UnsafeBufferPointer(rebasing: input[start...])),
      offsets: MarkOffsets(in: source.bytes, from: start, isASCII: isASCII),
      source: source,
      limits: limits
    )
    var bounded = BoundedFindings(limit: limits.findings)
    let documents = composer.documents(reporting: &bounded)
    bounded.handOn(to: &findings)
    return documents
  }
}
