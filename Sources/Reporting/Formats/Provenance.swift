extension ReportFormat {
  /// A SLSA provenance statement: which specs the assessed manifests were made from, by their digests.
  ///
  /// It claims no level, which depends on where and how the tool runs, and holds no time of the build.
  package static let provenance = ReportFormat("provenance", fileExtension: "json") { assessment, tool in
    var writer = JSONWriter()
    writer.statement(about: assessment, predicateType: "https://slsa.dev/provenance/v1") { writer in
      writer.member("buildDefinition") { writer in
        writer.object { writer in
          writer.member("buildType", "urn:spai-gen:build:1")
          writer.member("externalParameters") { writer in
            writer.object { writer in
              writer.member("asOf", assessment.asOf)
              writer.member("frameworks") { writer in
                writer.array(assessment.frameworks.map(\.id)) { $0.string($1) }
              }
            }
          }
          writer.member("resolvedDependencies") { $0.descriptors(assessment.inputs) }
        }
      }
      writer.member("runDetails") { writer in
        writer.object { writer in
          writer.member("builder") { writer in
            writer.object { writer in
              writer.member("id", "urn:spai-gen:builder")
              writer.member("version") { writer in
                writer.object { $0.member(tool.name, tool.version) }
              }
            }
          }
        }
      }
    }
    return writer.finished()
  }
}
