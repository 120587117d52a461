package import Diagnostics
package import YAMLSyntax

/// Which of two revisions.
package enum Side: Hashable, Sendable {
  case old
  case new
}

/// The words of a spec that a change comes from, in one of the revisions.
package struct Cause: Hashable, Sendable {
  package let span: Span
  package let side: Side

  package init(span: Span, side: Side) {
    self.span = span
    self.side = side
  }
}

/// One field that differs; a whole subtree that came or went is one field.
package struct FieldChange: Sendable {
  package let path: FieldPath
  /// Nil for what was added.
  package let old: Node?
  /// Nil for what was removed.
  package let new: Node?
  /// By danger, one a class, never empty once classified.
  package internal(set) var verdicts: [Verdict] = []
  /// The line to blame; nil where neither value nor object has one.
  package internal(set) var cause: Cause?

  init(_ path: FieldPath, _ old: Node?, _ new: Node?) {
    self.path = path
    self.old = old
    self.new = new
  }

  /// The most dangerous class.
  package var worst: ChangeClass { verdicts.first?.changeClass ?? .other }

  /// Both values on one line each; nil for the one that is not there.
  package var texts: (old: String?, new: String?) {
    let isRetyped = old?.scalar != nil && old?.scalar?.text == new?.scalar?.text
    return (old.map { inlineText($0, quoted: isRetyped) }, new.map { inlineText($0, quoted: isRetyped) })
  }

  /// The new value's own words, or the old ones of what is gone, or those of the object.
  func blamed(old object: ReviewedObject?, new newObject: ReviewedObject?) -> Cause? {
    if let span = new?.firstSpan ?? newObject?.owner.span, new != nil { return Cause(span: span, side: .new) }
    if let span = old?.firstSpan { return Cause(span: span, side: .old) }
    return newObject?.owner.span.map { Cause(span: $0, side: .new) }
      ?? object?.owner.span.map { Cause(span: $0, side: .old) }
  }
}

extension Node {
  /// Where the value was written: its own words, or the first words below it.
  var firstSpan: Span? {
    if let span = origin.span { return span }
    switch content {
    case .scalar: return nil
    case .sequence(let nodes): return nodes.lazy.compactMap(\.firstSpan).first
    case .mapping(let mapping): return mapping.entries.lazy.compactMap(\.value.firstSpan).first
    }
  }

  /// The value at some fields.
  func at(_ names: [String]) -> Node? {
    names.reduce(Optional(self)) { $0?.mapping?[$1] }
  }

  /// The text of a scalar at some fields.
  func text(_ names: String...) -> String? {
    at(names)?.scalar?.text
  }
}

/// A value on one line: a scalar as its text, anything else as JSON does.
func inlineText(_ node: Node, quoted: Bool = false) -> String {
  switch node.content {
  case .scalar(let scalar): quoted && scalar.type == .string ? "\"\(scalar.text)\"" : scalar.text
  case .sequence(let nodes): "[\(nodes.map { inlineText($0, quoted: true) }.joined(separator: ", "))]"
  case .mapping(let mapping):
    "{"
      + mapping.entries.map { "\($0.key): \(inlineText($0.value, quoted: true))" }.joined(separator: ", ")
      + "}"
  }
}
