import Diagnostics

extension ReportFormat {
  /// SARIF 2.1.0 for GitHub code scanning, Azure, DefectDojo and editors.
  ///
  /// Paths are relative to `%SRCROOT%`, columns count Unicode scalars, and fingerprints hold no line numbers.
  /// A check that broke is a notification of an execution that was not successful. Frameworks are taxonomies, and
  /// what is waived is a result with a suppression, never left out.
  package static let sarif = ReportFormat("sarif", fileExtension: "sarif") { report in
    var log = SARIFLog(report)
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("$schema", sarifSchema)
      writer.member("version", "2.1.0")
      writer.member("runs") { writer in
        writer.array([report]) { log.writeRun(of: $1, to: &$0) }
      }
    }
    return writer.finished()
  }
}

private let sarifSchema =
  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

/// What results point to by index: the rules and the files of a run.
private struct SARIFLog: ~Copyable {
  private var tables: LineTables
  private let taxonomies: Taxonomies
  private let assessment: Assessment?
  /// All findings, the waived ones last, with the name of the waiver.
  private let findings: [(finding: Diagnostic, waiver: String?)]
  private let rules: [Code]
  private let ruleIndices: [Code: Int]
  private let paths: [String]
  private let pathIndices: [String: Int]

  init(_ report: Report) {
    tables = LineTables(report.sources)
    taxonomies = Taxonomies(report.assessment)
    assessment = report.assessment
    let told = Set(report.diagnostics)
    let waived = (report.assessment?.waivedFindings() ?? []).filter { !told.contains($0.finding) }
    findings = report.diagnostics.map { ($0, nil) } + waived.map { ($0.finding, $0.waiver) }
    let deciding = (report.assessment?.rules ?? []).flatMap(\.codes)
    let codes = report.rules.map(\.code) + findings.map(\.finding.code) + deciding
    rules = Set(codes).sorted { ($0.id, $0.name) < ($1.id, $1.name) }
    ruleIndices = Dictionary(uniqueKeysWithValues: zip(rules, 0...))
    let paths = findings.map(\.finding).flatMap { diagnostic in
      ([diagnostic.primary].compactMap(\.self) + diagnostic.related).map {
        report.sources[$0.span.source].path
      }
        + [diagnostic.generated?.path].compactMap(\.self)
    }
    self.paths = Set(paths).sorted()
    pathIndices = Dictionary(uniqueKeysWithValues: zip(self.paths, 0...))
  }

  mutating func writeRun(of report: Report, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("tool") { writer in
        writer.object { writer in
          writer.member("driver") { writeDriver(of: report, to: &$0) }
        }
      }
      writer.member("invocations") { writer in
        writer.array([report]) { writeInvocation(of: $1, to: &$0) }
      }
      writer.member("originalUriBaseIds") { writer in
        writer.object { writer in
          writer.member(root) { writer in
            writer.object { writer in
              writer.member("description") { $0.text("text", "The root of the repository.") }
            }
          }
        }
      }
      writer.member("artifacts") { writer in
        writer.array(paths) { writer, path in
          writer.object { writer in
            writer.member("location") { writer in
              writer.object { $0.writeURI(of: path) }
            }
          }
        }
      }
      taxonomies.writeTaxonomies(to: &writer)
      writer.member("columnKind", "unicodeCodePoints")
      writer.member("results") { writer in
        let fingerprints = report.fingerprints(of: findings.map(\.finding))
        writer.array(Array(zip(findings, fingerprints))) { writer, item in
          write(item.0.finding, waivedBy: item.0.waiver, fingerprint: item.1, to: &writer)
        }
      }
    }
  }

  private func writeDriver(of report: Report, to writer: inout JSONWriter) {
    let known = Dictionary(report.rules.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    writer.object { writer in
      writer.member("name", report.tool.name)
      writer.member("version", report.tool.version)
      taxonomies.writeSupported(to: &writer)
      writer.member("rules") { writer in
        writer.array(rules) { writer, code in
          let rule = known[code]
          writer.object { writer in
            writer.member("id", code.id)
            writer.member("name", code.name)
            writer.member("shortDescription") { $0.text("text", rule?.summary ?? words(of: code.name)) }
            if let rule {
              writer.member("fullDescription") { $0.text("text", rule.rationale) }
              writer.member("defaultConfiguration") { $0.text("level", rule.severity.name) }
            }
            writer.member("help") { $0.text("text", rule?.remediation ?? "Each result says what to do.") }
            taxonomies.writeRelationships(of: code, to: &writer)
          }
        }
      }
    }
  }

  private func writeInvocation(of report: Report, to writer: inout JSONWriter) {
    let broken = report.checked.flatMap { group in
      group.cases.filter { $0.outcome.kind == .error }.map { (group: group.name, checked: $0) }
    }
    writer.object { writer in
      writer.member("executionSuccessful") { $0.boolean(broken.isEmpty) }
      if let started = report.started { writer.member("startTimeUtc", started) }
      writer.member("toolExecutionNotifications") { writer in
        writer.array(broken) { writer, item in
          writer.object { writer in
            writer.member("level", "error")
            let text = "\(item.group): \(item.checked.name): \(item.checked.outcome.reason ?? "")"
            writer.member("message") { $0.text("text", messageText(text)) }
          }
        }
      }
    }
  }

  private mutating func write(
    _ diagnostic: Diagnostic,
    waivedBy waiver: String?,
    fingerprint: String,
    to writer: inout JSONWriter
  ) {
    writer.object { writer in
      writer.member("ruleId", diagnostic.code.id)
      if let index = ruleIndices[diagnostic.code] { writer.member("ruleIndex", index) }
      writer.member("level", diagnostic.severity.name)
      writer.member("message") { $0.text("text", message(of: diagnostic)) }
      writer.member("locations") { writer in
        writer.array([diagnostic]) { writer, diagnostic in
          writer.object { writer in
            writer.member("physicalLocation") { writePlace(of: diagnostic, to: &$0) }
          }
        }
      }
      writer.member("relatedLocations") { writer in
        let generated = diagnostic.primary == nil ? nil : diagnostic.generated
        let related =
          diagnostic.related.map(Related.label) + [generated.map(Related.generated)].compactMap(\.self)
        writer.array(Array(related.enumerated())) { writer, item in
          writer.object { writer in
            writer.member("id", item.offset + 1)
            writer.member("physicalLocation") { write(item.element, to: &$0) }
            writer.member("message") { $0.text("text", messageText(item.element.words)) }
          }
        }
      }
      writer.member("partialFingerprints") { $0.text("spaiFinding/v1", fingerprint) }
      taxonomies.writeTaxa(of: diagnostic.code, to: &writer)
      let waivers = (assessment?.waivers ?? []).filter { $0.name == waiver }
      writer.list("suppressions", waivers) { write($1, to: &$0) }
    }
  }

  /// A waiver, which is a decision outside of the source.
  private func write(_ waiver: Assessment.Waiver, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("kind", "external")
      writer.member("status", "accepted")
      writer.member("guid", NameBasedUUID.reports["waiver", waiver.name])
      writer.member("justification", messageText(waiver.reason))
      writer.member("properties") { writer in
        writer.object { writer in
          writer.member("waiver", shownText(waiver.name))
          writer.member("category", waiver.category)
          writer.member("owner", shownText(waiver.owner))
          writer.member("approvedBy", shownText(waiver.approver))
          writer.member("expires", waiver.expires)
          writer.member("ticket", shownText(waiver.ticket))
        }
      }
    }
  }

  /// The primary place; without one the generated line, and without that the root, because code scanning
  /// refuses a whole file for one result without a place.
  private mutating func writePlace(of diagnostic: Diagnostic, to writer: inout JSONWriter) {
    if let primary = diagnostic.primary {
      write(.label(primary), to: &writer)
    } else if let generated = diagnostic.generated {
      write(.generated(generated), to: &writer)
    } else {
      writer.object { writer in
        writer.member("artifactLocation") { writer in
          writer.object { $0.writeURI(of: ".") }
        }
      }
    }
  }

  private mutating func write(_ place: Related, to writer: inout JSONWriter) {
    switch place {
    case .label(let label):
      let location = tables.location(of: label.span)
      writer.object { writer in
        writer.member("artifactLocation") { writeArtifact(location.path, to: &$0) }
        writer.member("region") { writer in
          writer.object { writer in
            writer.member("startLine", location.line)
            writer.member("startColumn", location.column)
            writer.member("endLine", location.endLine)
            writer.member("endColumn", location.endColumn)
          }
        }
      }
    case .generated(let generated):
      writer.object { writer in
        writer.member("artifactLocation") { writeArtifact(generated.path, to: &$0) }
        writer.member("region") { writer in
          writer.object { $0.member("startLine", generated.line) }
        }
      }
    }
  }

  private func writeArtifact(_ path: String, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.writeURI(of: path)
      if let index = pathIndices[path] { writer.member("index", index) }
    }
  }
}

/// A place that a result points to.
private enum Related {
  case label(Label)
  case generated(GeneratedLine)

  var words: String {
    switch self {
    case .label(let label): label.message.isEmpty ? "see here" : label.message
    case .generated: "the generated line"
    }
  }
}

/// The name of the repository's root that GitHub knows.
private let root = "%SRCROOT%"

extension JSONWriter {
  /// Writes an object of one text.
  fileprivate mutating func text(_ name: String, _ text: String) {
    object { $0.member(name, text) }
  }

  /// Writes the members of an artifact location: relative to the root, or a file anywhere.
  fileprivate mutating func writeURI(of path: String) {
    if path.utf8.first == UInt8(ascii: "/") {
      member("uri", "file://" + percentEncoded(path))
    } else {
      member("uri", percentEncoded(path))
      member("uriBaseId", root)
    }
  }
}

/// Headline and why on a line, help on the next.
private func message(of diagnostic: Diagnostic) -> String {
  let why = diagnostic.primary.map { $0.message.isEmpty ? "" : ": \($0.message)" } ?? ""
  let help = diagnostic.help.map { "\n\(messageText($0))" } ?? ""
  return messageText(diagnostic.message + why) + help
}

/// A text in which nothing is a link: viewers make one of `[words](address)`.
private func messageText(_ text: String) -> String {
  var isAfterBracket = false
  return respelt(shownText(text)) { scalar in
    defer { isAfterBracket = scalar == "]" }
    return scalar == "(" && isAfterBracket ? "\\(" : nil
  }
}

/// The name of a code as words: `Unknown key`.
private func words(of name: String) -> String {
  let words = name.split(separator: "-").joined(separator: " ")
  return words.prefix(1).uppercased() + words.dropFirst()
}
