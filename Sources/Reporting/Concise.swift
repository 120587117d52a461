package import Diagnostics

/// The findings one a line, for editors and grep: `tenants/acme.yaml:14:5: error[SPAI1102]: message`.
package func renderConcise(_ diagnostics: [Diagnostic], sources: SourceMap) -> String {
  var tables = LineTables(sources)
  var text = ""
  for diagnostic in diagnostics {
    if let primary = diagnostic.primary {
      let place = tables.location(of: primary.span)
      text += "\(escaped(place.path)):\(place.line):\(place.column): "
    }
    text += "\(diagnostic.severity.name)[\(diagnostic.code.id)]: \(escaped(diagnostic.message))\n"
  }
  return text
}
