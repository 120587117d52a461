extension JSONWriter {
  /// Writes an in-toto statement about the assessed manifests; it is signed by whoever runs the tool.
  mutating func statement(
    about assessment: Assessment,
    predicateType: String,
    predicate: (inout JSONWriter) -> Void
  ) {
    object { writer in
      writer.member("_type", "https://in-toto.io/Statement/v1")
      writer.member("subject") { $0.descriptors(assessment.outputs()) }
      writer.member("predicateType", predicateType)
      writer.member("predicate") { $0.object(predicate) }
    }
  }

  /// Writes files as resource descriptors.
  mutating func descriptors(_ files: [DigestedFile]) {
    array(files) { writer, file in
      writer.object { writer in
        writer.member("name", shownText(file.path))
        writer.member("digest") { writer in
          writer.object { $0.member("sha256", file.sha256) }
        }
      }
    }
  }
}
