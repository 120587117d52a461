internal import Comparing

/// What is told of a unit in one class: objects of which the same can be said, and the lines that say it.
struct ChangeFact {
  /// For instance `Deployment api, web`.
  let subject: String
  let lines: [String]
}

/// The facts of a unit in one class, each field under its most dangerous class only.
///
/// A field that changes alike in several objects is one line: an upgrade of a tier says the same of every workload.
func facts(of unit: UnitDifference, in changeClass: ChangeClass, _ difference: Difference) -> [ChangeFact] {
  var statements: [Statement: [(kind: String, name: String)]] = [:]
  var order: [Statement] = []
  for change in unit.changes {
    for statement in change.statements(in: changeClass, difference) {
      if statements[statement] == nil { order.append(statement) }
      statements[statement, default: []].append((change.kind, change.name))
    }
  }
  // Statements about the same objects stand together.
  var subjects: [String] = []
  var lines: [String: [Statement]] = [:]
  for statement in order {
    let subject = subject(statements[statement] ?? [])
    if lines[subject] == nil { subjects.append(subject) }
    lines[subject, default: []].append(statement)
  }
  return subjects.map { ChangeFact(subject: $0, lines: shown(lines[$0] ?? [])) }
}

/// What is said of an object; objects share it where every word is the same.
private struct Statement: Hashable {
  /// Nil where the subject alone says it, as of a new object.
  let text: String?
  let reason: String?
}

private let mostLines = 12
private let mostNames = 5

/// The lines of one subject, with each reason once, after the last line that it is the reason of.
private func shown(_ statements: [Statement]) -> [String] {
  var lines: [String] = []
  let kept = statements.prefix(mostLines)
  for (index, statement) in kept.enumerated() {
    if let text = statement.text { lines.append(text) }
    let isLast = index + 1 == kept.count || kept[index + 1].reason != statement.reason
    if let reason = statement.reason, isLast { lines.append("  (\(reason))") }
  }
  if statements.count > mostLines { lines.append("and \(statements.count - mostLines) more") }
  return lines
}

private func subject(_ objects: [(kind: String, name: String)]) -> String {
  var kinds: [String] = []
  var names: [String: [String]] = [:]
  for (kind, name) in objects {
    if names[kind] == nil { kinds.append(kind) }
    names[kind, default: []].append(escaped(name))
  }
  return kinds.map { kind in
    let all = names[kind] ?? []
    let more = all.count > mostNames ? " and \(all.count - mostNames) more" : ""
    return "\(escaped(kind)) \(all.prefix(mostNames).joined(separator: ", "))\(more)"
  }.joined(separator: "; ")
}

extension ObjectChange {
  fileprivate func statements(in changeClass: ChangeClass, _ difference: Difference) -> [Statement] {
    let reasoned = changeClass <= .securityRelaxed
    var statements: [Statement] = []
    if let verdict = verdicts.first, verdict.changeClass == changeClass {
      let place = shownPlace(difference.line(of: cause), difference)
      statements.append(
        Statement(
          text: words.map { $0 + place },
          reason: reasoned && changeClass != .deleted ? verdict.reason : nil
        )
      )
    }
    for field in fields where field.section == changeClass {
      let place = shownPlace(difference.line(of: field.cause), difference)
      statements.append(
        Statement(
          text: shownChange(field, of: name) + place,
          reason: reasoned ? field.verdicts.first?.reason : nil
        )
      )
    }
    return statements
  }

  /// What became of the object as a whole.
  private var words: String? {
    switch manner {
    case .added, .changed: nil
    case .deleted: "deleted"
    case .renamed: "renamed, was \(escaped(oldName ?? name))"
    case .rerun: "made again, was \(escaped(oldName ?? name))"
    }
  }
}

extension FieldChange {
  /// The class that the field is told in; an image alone is told as what it is.
  fileprivate var section: ChangeClass {
    let isImage = verdicts.contains { $0.changeClass == .image }
    return isImage && worst >= .podsRestart ? .image : worst
  }
}

/// A field with both values, bounded and safe to show.
///
/// The container that has the object's own name is shown as `…`, so that it reads alike for every workload.
private func shownChange(_ field: FieldChange, of name: String) -> String {
  let steps = field.path.steps.map { step in
    step == .item(name) ? FieldPath.Step.item("…") : step
  }
  let path = escaped(shortened(FieldPath(steps).description, to: longestPath))
  let (old, new) = field.texts
  switch (old, new) {
  case (let old?, let new?):
    let (before, after) = firstDifference(old, new)
    return "\(path): \(shownValue(before)) -> \(shownValue(after))"
  case (nil, let new?): return new == "allowed" ? "\(path): added" : "\(path): added \(shownValue(new))"
  case (let old?, nil): return old == "allowed" ? "\(path): removed" : "\(path): removed \(shownValue(old))"
  case (nil, nil): return path
  }
}

private let longestPath = 200
private let longestValue = 80

private func shownValue(_ text: String) -> String {
  text.isEmpty ? "\"\"" : escaped(shortened(text, to: longestValue))
}

/// The first lines in which two texts differ; the texts themselves where they are single lines.
private func firstDifference(_ old: String, _ new: String) -> (String, String) {
  guard old.utf8.contains(UInt8(ascii: "\n")) || new.utf8.contains(UInt8(ascii: "\n")) else {
    return (old, new)
  }
  let before = old.split(separator: "\n", omittingEmptySubsequences: false)
  let after = new.split(separator: "\n", omittingEmptySubsequences: false)
  let same = zip(before, after).prefix { $0 == $1 }.count
  func line(_ lines: [Substring]) -> String {
    same < lines.count ? "line \(same + 1) \(lines[same])" : "\(lines.count) lines"
  }
  return (line(before), line(after))
}

/// Where it was written, in brackets; empty where no line stands for it.
func shownPlace(_ line: SpecLine?, _ difference: Difference) -> String {
  guard let line else { return "" }
  let revision = line.side == .old ? " in \(escaped(difference.oldName))" : ""
  return "  (\(escaped(line.path)):\(line.line)\(revision))"
}

/// How often each class occurs in a unit: `1 data at risk, 3 pods restart`.
func countsInWords(_ unit: UnitDifference) -> String {
  ChangeClass.allCases.compactMap { changeClass in
    let count = unit.count(of: changeClass)
    return count == 0 ? nil : "\(count) \(changeClass.title)"
  }.joined(separator: ", ")
}

/// A unit that is not compared, and why.
func shownReason(_ unit: LeftOutUnit, _ difference: Difference) -> String {
  let revision = unit.side == .old ? difference.oldName : difference.newName
  return "\(escaped(unit.unit)) has errors in \(escaped(revision)): \(shownText(unit.reason))"
    + shownPlace(difference.line(of: unit.cause), difference)
}

/// What is said where nothing differs.
func nothingDiffers(_ difference: Difference) -> String {
  let what = difference.leftOut.isEmpty ? "no changes" : "no changes in what could be compared"
  return "\(what): \(escaped(difference.oldName)) and \(escaped(difference.newName)) give the same objects"
}
