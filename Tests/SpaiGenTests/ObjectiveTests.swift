import Specification
import Testing

@Suite struct ObjectiveTests {
  @Test(arguments: [
    ("99.9", "0.999", "99.9", "0.001"),
    ("99.95", "0.9995", "99.95", "0.0005"),
    ("99.999", "0.99999", "99.999", "0.00001"),
    ("0.1", "0.001", "0.1", "0.999"),
    ("95", "0.95", "95", "0.05"),
    ("100", "1", "100", "0"),
    ("5.050", "0.0505", "5.05", "0.9495"),
  ])
  func sharesAreExact(text: String, fraction: String, percent: String, rest: String) {
    let share = Percent(parsing: text)
    #expect(share?.fraction == fraction)
    #expect(share?.text == percent)
    #expect(share?.rest.fraction == rest)
  }

  @Test(arguments: [
    "", ".", "0", "0.000", "100.001", "99.9999", "1e2", "-1", "+1", "99.", ".9", "1.2.3", "1000", " 5",
  ])
  func whatIsNoShareIsRefused(text: String) {
    #expect(Percent(parsing: text) == nil)
  }

  @Test(arguments: [
    ("up", #"up{a="b"}"#),
    ("job:up:sum", #"job:up:sum{a="b"}"#),
    (#"http{code=~"5..",path!="/a,b}"}"#, #"http{a="b",code=~"5..",path!="/a,b}"}"#),
    (#"http{path="say \"no\""}"#, #"http{a="b",path="say \"no\""}"#),
  ])
  func seriesTakeFurtherMatchers(text: String, selected: String) {
    #expect(Series(parsing: text)?.selecting(#"a="b""#) == selected)
  }

  @Test func aSuffixStandsBeforeTheBraces() {
    #expect(
      Series(parsing: #"took{x="1"}"#)?.selecting(#"a="b""#, suffix: "_bucket")
        == #"took_bucket{a="b",x="1"}"#
    )
  }

  /// What would end the braces early could choose the series of another tenant.
  @Test(arguments: [
    "", "1up", "up{", "up}", "up{}", "up{a}", "up{a=b}", #"up{a="b"} or down{c="d"}"#, #"up{a="b",}"#,
    #"up{a="b" }"#, #"up{a=="b"}"#, #"up{a="b}"#, #"up{a="b\"}"#, #"up{a:b="c"}"#, "sum(up)", "up[5m]",
    "up offset 1d",
  ])
  func whatIsNoSeriesIsRefused(text: String) {
    #expect(Series(parsing: text) == nil)
  }
}
