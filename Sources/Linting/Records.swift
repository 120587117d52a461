internal import Validation

extension LintReport {
  /// Reports each annotation of a record that none of some maps of annotations has.
  ///
  /// - Parameters:
  ///   - record: What has to be written down.
  ///   - places: Annotations, the nearest first: what is missing is told there.
  ///   - object: What the record is about.
  ///   - context: Which annotations carry the record.
  mutating func flagMissing(
    _ record: AuditRecord,
    in places: [Field],
    of object: APIObject,
    _ context: LintContext
  ) {
    guard let nearest = places.first else { return }
    for key in context.settings.audit.records[record] ?? [] where !places.contains(where: { $0.has(key) }) {
      flag(nearest[key], "is missing", of: object)
    }
  }

  /// Reports a scan of an image that is too long ago, or of a day that nobody says.
  mutating func flagStaleScan(in places: [Field], of object: APIObject, _ context: LintContext) {
    guard let nearest = places.first, let oldest = context.settings.audit.oldestScan else { return }
    let key = "spai.dev/scanned-on"
    guard let day = places.map({ $0[key] }).first(where: { $0.text != nil }) else {
      return flag(nearest[key], "is missing", of: object)
    }
    // Days are written so that the order of texts is theirs.
    if let text = day.text, text < oldest { flag(day, "is '\(text)', before \(oldest)", of: object) }
  }
}

extension Pod {
  /// The annotations that may say something about its containers: its own, and those of what makes it.
  var annotations: [Field] {
    let own = template["metadata"]["annotations"], owners = owner.metadata["annotations"]
    return owner.kind == "Pod" ? [owners] : [own, owners]
  }
}

extension Field {
  /// Whether a map of annotations says something under a key, or under one that begins with it where it ends in '/'.
  fileprivate func has(_ key: String) -> Bool {
    guard key.hasSuffix("/") else { return self[key].textOrNumber?.isEmpty == false }
    return entries.contains { $0.key.hasPrefix(key) && $0.value.written != nil }
  }
}
