import Testing

/// A change of one field, and the classes that it has.
struct FieldCase: Sendable, CustomTestStringConvertible {
  let name: String
  let old: String
  let new: String
  /// The classes of the object, by danger.
  let classes: String

  init(_ name: String, _ old: String, _ new: String, _ classes: String) {
    self.name = name
    self.old = old
    self.new = new
    self.classes = classes
  }

  var testDescription: String { name }
}
