/// The Unicode scalars of some bytes with the range of each, valid or not.
///
/// Users' files may hold anything; a sequence that is not UTF-8 comes as one element without a scalar, so
/// that columns count what an editor shows as one replacement character.
package struct Scalars: Sequence, IteratorProtocol {
  private var bytes: ArraySlice<UInt8>.Iterator
  private var parser = Unicode.UTF8.ForwardParser()
  private var offset: Int

  package init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes.makeIterator()
    offset = bytes.startIndex
  }

  package mutating func next() -> (scalar: Unicode.Scalar?, range: Range<Int>)? {
    let start = offset
    switch parser.parseScalar(from: &bytes) {
    case .valid(let encoded):
      offset += encoded.count
      return (Unicode.UTF8.decode(encoded), start..<offset)
    case .error(let length):
      offset += length
      return (nil, start..<offset)
    case .emptyInput:
      return nil
    }
  }
}
