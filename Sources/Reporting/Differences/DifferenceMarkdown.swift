package import Comparing

/// The difference for a comment on a pull request: a table by tenant, the dangerous first, details folded.
///
/// At most 60,000 bytes, with a line that says what was cut.
package func renderAsMarkdown(_ difference: Difference) -> String {
  var page = MarkdownPage()
  let old = markdownText(difference.oldName), new = markdownText(difference.newName)
  guard !difference.units.isEmpty else {
    page.append("## spai-gen diff: no changes\n\n\(old) and \(new) give the same objects.\n")
    appendLeftOut(difference, to: &page)
    return page.text
  }
  let classes = difference.classes
  let worst = classes.first.map { "; at worst \($0.title)" } ?? ""
  page.append("## spai-gen diff: \(inWords(difference.units.count)) changed\(worst)\n\n\(old) → \(new)\n")
  appendLeftOut(difference, to: &page)
  page.append("\n| tenant | environment | \(classes.map(\.title).joined(separator: " | ")) |\n")
  page.append("|---|---|\(String(repeating: "--:|", count: classes.count))\n")
  page.append(rows: difference.units.map { row($0, classes) }, of: "units in the table")
  var left = difference.units.count
  for unit in difference.units {
    guard page.append(fold(unit, difference)) else { break }
    left -= 1
  }
  if left > 0 { page.close(leavingOut: "the details of \(inWords(left))") }
  return page.text
}

private func inWords(_ count: Int) -> String { count == 1 ? "1 unit" : "\(count) units" }

private func appendLeftOut(_ difference: Difference, to page: inout MarkdownPage) {
  guard !difference.leftOut.isEmpty else { return }
  page.append("\nLeft out, because half of a comparison would mislead:\n\n")
  page.append(
    rows: difference.leftOut.map { "- \(markdownText(shownReason($0, difference)))\n" },
    of: "units"
  )
}

private func row(_ unit: UnitDifference, _ classes: [ChangeClass]) -> String {
  let counts = classes.map { changeClass in
    let count = unit.count(of: changeClass)
    return count == 0 ? "" : String(count)
  }
  let names = [unit.tenant.map(markdownText) ?? "(platform)", markdownText(unit.environment)]
  return "| \((names + counts).joined(separator: " | ")) |\n"
}

/// A unit's details behind its counts.
///
/// `pre` and not a list: no words of a user can end it, because it is HTML with everything escaped.
private func fold(_ unit: UnitDifference, _ difference: Difference) -> String {
  let classes = ChangeClass.allCases.filter { $0 != .cosmetic }
  let details = detailsAsText(unit, difference, classes: classes)
  guard !details.isEmpty else { return "" }
  return """

    <details>
    <summary><b>\(shownInHTML(unit.unit))</b>: \(countsInWords(unit))</summary>

    <pre>
    \(shownInHTML(shortened(details, to: longestDetails)))</pre>

    </details>

    """
}

/// One unit leaves room for others; what is beyond is in the other formats.
private let longestDetails = 12_000

/// HTML in which Markdown finds nothing of its own either, should a renderer look for it there.
private func shownInHTML(_ text: String) -> String {
  respelt(escapedForHTML(text)) { scalar in
    switch scalar {
    case "|": "&#124;"
    case "`": "&#96;"
    case "@": "&#64;"
    default: nil
    }
  }
}
