/// Where a value comes from: the words that somebody wrote, and the rule that computed it from them.
///
/// A value that was copied has a span and no derivation; a computed one has both; a constant of a
/// renderer has neither, and the object's own origin stands for it.
package struct Origin: Hashable, Sendable {
  package let span: Span?
  package let derivation: Derivation?

  package init(span: Span?, derivation: Derivation? = nil) {
    self.span = span
    self.derivation = derivation
  }

  /// A constant of a renderer.
  package static let none = Origin(span: nil)

  /// The value as written at `span`.
  package static func written(_ span: Span) -> Origin {
    Origin(span: span)
  }
}
