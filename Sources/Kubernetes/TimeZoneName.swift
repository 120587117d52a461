/// What is wrong with the name of a time zone, or nil; 'Local' and offsets are refused, as the API server does.
///
/// Source: the areas and the names without area of the IANA time zone database.
package func timeZoneProblem(_ text: String) -> String? {
  if text.isEmpty { return "is empty" }
  if text.lowercased() == "local" { return "depends on the machine" }
  let parts = text.split(separator: "/", omittingEmptySubsequences: false)
  guard parts.count >= 2,
    parts.allSatisfy({ part in
      part.utf8.first.map(isUpper) == true
        && part.utf8.allSatisfy { isAlphanumeric($0) || "-_+".utf8.contains($0) }
    })
  else { return zonesWithoutArea.contains(text) ? nil : "is not of the form Area/City" }
  return zoneAreas.contains(String(parts[0])) ? nil : "has no area that exists"
}

private let zoneAreas: Set = [
  "Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Brazil", "Canada", "Chile",
  "Etc", "Europe", "Indian", "Mexico", "Pacific", "US",
]

private let zonesWithoutArea: Set = [
  "CET", "CST6CDT", "Cuba", "EET", "EST", "EST5EDT", "Egypt", "Eire", "GB", "GB-Eire", "GMT", "GMT+0",
  "GMT-0",
  "GMT0", "Greenwich", "HST", "Hongkong", "Iceland", "Iran", "Israel", "Jamaica", "Japan", "Kwajalein",
  "Libya",
  "MET", "MST", "MST7MDT", "NZ", "NZ-CHAT", "Navajo", "PRC", "PST8PDT", "Poland", "Portugal", "ROC", "ROK",
  "Singapore", "Turkey", "UCT", "UTC", "Universal", "W-SU", "WET", "Zulu",
]
