import Diagnostics

/// A label at its place, as a snippet shows it.
struct Mark {
  let label: Label
  let location: Location
  let isPrimary: Bool
  /// The place among the labels of its finding, primary first.
  let order: Int

  /// Whether text after the first line belongs to it; a line end alone does not count.
  var continuesOnNextLine: Bool {
    location.endLine > location.line + 1 || (location.endLine > location.line && location.endColumn > 1)
  }
}

/// Lines of one source that are shown together, with what is marked in them.
struct Snippet {
  /// By line; never empty.
  private(set) var marks: [Mark]

  /// The mark that the snippet is named after.
  var leading: Mark {
    marks.dropFirst().reduce(marks[0]) { $1.order < $0.order ? $1 : $0 }
  }

  var lines: ClosedRange<Int> {
    marks[0].location.line...marks[marks.count - 1].location.line
  }

  /// The marks of a line: the primary one, then from left to right.
  func marks(ofLine line: Int) -> [Mark] {
    marks.filter { $0.location.line == line }
      .sorted {
        ($0.isPrimary ? 0 : 1, $0.label.span, $0.order) < ($1.isPrimary ? 0 : 1, $1.label.span, $1.order)
      }
  }

  /// Whether a mark is close enough to be shown with the ones before it.
  private func isNear(_ mark: Mark) -> Bool {
    marks[0].label.span.source == mark.label.span.source && mark.location.line - lines.upperBound <= 3
  }

  /// The snippets of a finding: the primary label's first, then in the order of the related labels.
  static func all(of diagnostic: Diagnostic, locatedBy tables: inout LineTables) -> [Snippet] {
    all(of: diagnostic.primary, diagnostic.related, locatedBy: &tables)
  }

  /// The same for labels that need not be a finding's own.
  static func all(of primary: Label?, _ related: [Label], locatedBy tables: inout LineTables) -> [Snippet] {
    var marks: [Mark] = []
    for label in [primary].compactMap(\.self) + related {
      let location = tables.location(of: label.span)
      let isPrimary = marks.isEmpty && primary != nil
      marks.append(Mark(label: label, location: location, isPrimary: isPrimary, order: marks.count))
    }
    marks.sort { ($0.label.span, $0.order) < ($1.label.span, $1.order) }
    var snippets: [Snippet] = []
    for mark in marks {
      if let last = snippets.indices.last, snippets[last].isNear(mark) {
        snippets[last].marks.append(mark)
      } else {
        snippets.append(Snippet(marks: [mark]))
      }
    }
    return snippets.sorted { $0.leading.order < $1.leading.order }
  }
}
