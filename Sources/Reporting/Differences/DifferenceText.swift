package import Comparing

/// The difference for a terminal: a line for each unit, then what is dangerous in it.
///
/// - Parameters:
///   - difference: What differs.
///   - palette: How it is coloured.
/// - Returns: Several lines, each with its end.
package func renderAsText(_ difference: Difference, palette: Palette) -> String {
  var text = ""
  for unit in difference.leftOut {
    text += palette.warning("left out:") + " \(shownReason(unit, difference))\n"
  }
  guard !difference.units.isEmpty else { return text + nothingDiffers(difference) + "\n" }
  text += "\(escaped(difference.oldName)) -> \(escaped(difference.newName)): "
  text += difference.units.count == 1 ? "1 unit changes\n" : "\(difference.units.count) units change\n"
  let width = difference.units.map(\.unit.utf8.count).max() ?? 0
  for unit in difference.units {
    let padding = String(repeating: " ", count: width - unit.unit.utf8.count)
    text += "  \(palette.headline(escaped(unit.unit)))\(padding)  \(colouredCounts(unit, palette))\n"
  }
  for unit in difference.units {
    let details = detailsAsText(unit, difference, classes: ChangeClass.allCases.filter(\.isDangerous)) {
      palette.style(of: $0)($1)
    }
    if !details.isEmpty { text += "\n\(palette.headline(escaped(unit.unit)))\n\(details)" }
  }
  return text
}

/// What is told of a unit class by class, indented.
///
/// - Parameters:
///   - unit: The unit.
///   - difference: What it is part of.
///   - classes: The classes that are told.
///   - coloured: How the title of a class is coloured.
/// - Returns: Lines; none where no class occurs.
func detailsAsText(
  _ unit: UnitDifference,
  _ difference: Difference,
  classes: [ChangeClass],
  coloured: (ChangeClass, String) -> String = { $1 }
) -> String {
  var text = ""
  for changeClass in classes {
    let facts = facts(of: unit, in: changeClass, difference)
    guard !facts.isEmpty else { continue }
    text += "  \(coloured(changeClass, changeClass.title))\n"
    for fact in facts {
      text += "    \(fact.subject)\n"
      for line in fact.lines { text += "      \(line)\n" }
    }
  }
  return text
}

private func colouredCounts(_ unit: UnitDifference, _ palette: Palette) -> String {
  ChangeClass.allCases.compactMap { changeClass in
    let count = unit.count(of: changeClass)
    return count == 0 ? nil : palette.style(of: changeClass)("\(count) \(changeClass.title)")
  }.joined(separator: ", ")
}

extension Palette {
  /// Red for what loses, breaks or opens something, yellow for what costs or restarts.
  fileprivate func style(of changeClass: ChangeClass) -> Style {
    if changeClass <= .securityRelaxed { return error }
    return changeClass <= .podsRestart ? warning : gutter
  }
}
