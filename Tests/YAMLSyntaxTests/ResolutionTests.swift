import Testing
import YAMLSyntax

@Suite struct ResolutionTests {
  @Test(arguments: [
    ("", ScalarType.null), ("~", .null), ("null", .null), ("NULL", .null), ("nul", .string),
    ("true", .boolean), ("False", .boolean), ("yes", .string), ("on", .string), ("n", .string),
    ("0", .integer), ("-12", .integer), ("+3", .integer), ("0755", .string), ("-01", .string),
    ("00", .string), ("0o17", .integer),
    ("0x1F", .integer), ("0b1", .string), ("1_000", .string), ("12:30", .string), ("0o8", .string),
    ("1.5", .float), (".5", .float), ("1.", .float), ("1e3", .float), ("-.inf", .float), (".nan", .float),
    (".", .string), ("1e", .string), ("2024-01-01", .string), ("1.2.3", .string), ("-", .string),
  ]) func plainScalar(text: String, type: ScalarType) {
    #expect(resolvePlainScalar(text) == type)
  }
}
