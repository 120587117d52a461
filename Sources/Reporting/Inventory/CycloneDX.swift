extension ImageInventory {
  /// The inventory as a CycloneDX 1.6 bill of materials: a container image is a component, and each workload that runs it
  /// a property of that.
  ///
  /// There is no serial number and no time in it, so that the same output has the same bill.
  package func cycloneDX(by tool: Tool) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("$schema", "http://cyclonedx.org/schema/bom-1.6.schema.json")
      writer.member("bomFormat", "CycloneDX")
      writer.member("specVersion", "1.6")
      writer.member("version", 1)
      writer.member("metadata") { writer in
        writer.object { writer in
          writer.member("tools") { writer in
            writer.object { writer in
              writer.member("components") { writer in
                writer.array([tool]) { writer, tool in
                  writer.object { writer in
                    writer.member("type", "application")
                    writer.member("name", tool.name)
                    writer.member("version", tool.version)
                  }
                }
              }
            }
          }
          writer.member("component") { writer in
            writer.object { writer in
              writer.member("type", "platform")
              writer.member("name", platform)
            }
          }
        }
      }
      writer.member("components") { $0.array(images, component) }
    }
    return writer.finished()
  }
}

private func component(_ writer: inout JSONWriter, _ image: ImageInventory.Image) {
  writer.object { writer in
    writer.member("type", "container")
    writer.member("bom-ref", image.text)
    writer.member("name", image.name)
    writer.member("version", image.tag ?? image.digest ?? "latest")
    if let digest = image.digest, digest.hasPrefix("sha256:") {
      writer.member("hashes") { writer in
        writer.array([digest.dropFirst("sha256:".count)]) { writer, digest in
          writer.object { writer in
            writer.member("alg", "SHA-256")
            writer.member("content", String(digest))
          }
        }
      }
    }
    writer.member("purl", image.packageURL)
    let references = image.records.references
    if !references.isEmpty {
      writer.member("externalReferences") { writer in
        writer.array(references) { writer, reference in
          writer.object { writer in
            writer.member("type", reference.type)
            writer.member("url", reference.url)
            if let comment = reference.comment { writer.member("comment", comment) }
          }
        }
      }
    }
    writer.member("properties") { writer in
      writer.array(image.users) { writer, user in
        writer.object { writer in
          writer.member("name", "spai-gen:used-by")
          writer.member("value", "\(user.environment)/\(user.tenant) \(user.object)")
        }
      }
    }
  }
}

extension ImageInventory.Records {
  /// Types are those of CycloneDX; the last stands for a report of known vulnerabilities.
  fileprivate var references: [(type: String, url: String, comment: String?)] {
    [
      sbom.map { ("bom", $0, nil) },
      scan.map { ("vulnerability-assertion", $0, scannedOn.map { "Scanned on \($0)." }) },
    ].compactMap { $0 }
  }
}

extension ImageInventory.Image {
  /// The image as a package URL of type `oci`, whose version is the digest.
  ///
  /// Source: the definition of the type `oci` in the package URL specification.
  fileprivate var packageURL: String {
    let last = name.split(separator: "/").last.map(String.init) ?? name
    let version = digest.map { "@" + percentEncoded($0) } ?? ""
    let tag = tag.map { "&tag=" + percentEncoded($0) } ?? ""
    return
      "pkg:oci/\(percentEncoded(last.lowercased()))\(version)?repository_url=\(percentEncoded(name))\(tag)"
  }
}
