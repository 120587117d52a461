import Kubernetes
import Testing

/// Plain texts of specs.
@Suite struct PlainTextTests {
  @Test(arguments: ["2027-01-31", "2028-02-29", "2000-02-29", "0001-12-01"]) func date(text: String) {
    #expect(dateProblem(text) == nil)
  }

  @Test(arguments: [
    "", "2027-1-31", "2027-02-29", "2100-02-29", "2027-00-10", "2027-13-01", "2027-04-31", "2027-01-00",
    "27-01-01", "2027/01/01", "2027-01-01T00:00", "２027-01-0", "-027-01-01", "2027-+1-01",
  ]) func noDate(text: String) {
    #expect(dateProblem(text) != nil)
  }

  @Test(arguments: ["0", "0.99", "12", "007.5"]) func decimal(text: String) {
    #expect(decimalProblem(text) == nil)
  }

  @Test(arguments: ["", ".", "1.", ".5", "-1", "1e3", "1.2.3", "1,5", "٣"]) func noDecimal(text: String) {
    #expect(decimalProblem(text) != nil)
  }

  @Test(arguments: ["x-cohort", "B_2", "0"]) func token(text: String) {
    #expect(tokenProblem(text) == nil)
  }

  @Test(arguments: ["", "a b", "a.b", "a=b", "ä", ".*", String(repeating: "x", count: 129)]) func noToken(
    text: String
  ) {
    #expect(tokenProblem(text) != nil)
  }
}
