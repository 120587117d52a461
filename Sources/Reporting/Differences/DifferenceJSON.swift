package import Comparing

/// The difference as JSON; `Docs/diff.md` says what each member means.
package func renderAsJSON(_ difference: Difference) -> [UInt8] {
  var writer = JSONWriter()
  writer.object { writer in
    writer.member("version", 1)
    writer.member("old", difference.oldName)
    writer.member("new", difference.newName)
    writer.member("leftOut") { writer in
      writer.array(difference.leftOut) { writer, unit in
        writer.object { writer in
          writer.member("unit", unit.unit)
          writer.member("brokenIn", unit.side.name)
          writer.member("reason", unit.reason)
          write(difference.line(of: unit.cause), to: &writer)
        }
      }
    }
    writer.member("units") { writer in
      writer.array(difference.units) { writer, unit in write(unit, difference, to: &writer) }
    }
  }
  return writer.finished()
}

private func write(_ unit: UnitDifference, _ difference: Difference, to writer: inout JSONWriter) {
  writer.object { writer in
    writer.member("unit", unit.unit)
    writer.member("tenant", unit.tenant)
    writer.member("environment", unit.environment)
    writer.member("counts") { writer in
      writer.object { writer in
        for changeClass in ChangeClass.allCases {
          writer.member(changeClass.name, unit.count(of: changeClass))
        }
      }
    }
    writer.member("changes") { writer in
      writer.array(unit.changes) { writer, change in write(change, difference, to: &writer) }
    }
  }
}

private func write(_ change: ObjectChange, _ difference: Difference, to writer: inout JSONWriter) {
  writer.object { writer in
    writer.member("change", change.manner.rawValue)
    writer.member("apiVersion", change.apiVersion)
    writer.member("kind", change.kind)
    writer.member("namespace", change.namespace)
    writer.member("name", change.name)
    writer.member("oldName", change.oldName)
    writer.member("classes") { writer in
      writer.array(change.classes) { writer, changeClass in writer.string(changeClass.name) }
    }
    write(change.verdicts, to: &writer)
    write(difference.line(of: change.cause), to: &writer)
    writer.member("fields") { writer in
      writer.array(change.fields) { writer, field in
        let (old, new) = field.texts
        writer.object { writer in
          writer.member("path", field.path.description)
          writer.member("old", old)
          writer.member("new", new)
          write(field.verdicts, to: &writer)
          write(difference.line(of: field.cause), to: &writer)
        }
      }
    }
  }
}

private func write(_ verdicts: [Verdict], to writer: inout JSONWriter) {
  writer.member("verdicts") { writer in
    writer.array(verdicts) { writer, verdict in
      writer.object { writer in
        writer.member("class", verdict.changeClass.name)
        writer.member("reason", verdict.reason)
      }
    }
  }
}

private func write(_ line: SpecLine?, to writer: inout JSONWriter) {
  writer.member("spec") { writer in
    guard let line else { return writer.null() }
    writer.object { writer in
      writer.member("path", line.path)
      writer.member("line", line.line)
      writer.member("in", line.side.name)
    }
  }
}

extension Side {
  fileprivate var name: String {
    switch self {
    case .old: "old"
    case .new: "new"
    }
  }
}
