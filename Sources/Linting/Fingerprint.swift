internal import Validation

/// A text that is the same for values of the same content, whatever the order of their keys.
func fingerprint(_ field: Field) -> String {
  if field.isMap {
    return "{" + field.entries.map { "\($0.key)=\(fingerprint($0.value))" }.sorted().joined(separator: ",")
      + "}"
  }
  if field.isList { return "[" + field.items.map { fingerprint($0) }.joined(separator: ",") + "]" }
  return field.isPresent ? field.textOrNumber ?? field.shown : ""
}
