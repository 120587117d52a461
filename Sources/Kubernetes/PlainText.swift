/// Checks of plain texts that users write; each says in a few words what is wrong, or nil.

/// A day of the calendar as ISO 8601 writes it.
package func dateProblem(_ text: String) -> String? {
  let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
  guard parts.map(\.count) == [4, 2, 2], parts.allSatisfy({ $0.allSatisfy(isDigit) }),
    let year = Int(Substring(parts[0])), let month = Int(Substring(parts[1])),
    let day = Int(Substring(parts[2]))
  else { return "is not of the form YYYY-MM-DD" }
  let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  guard lengths.indices.contains(month - 1), (1...lengths[month - 1]).contains(day) else {
    return "is not in the calendar"
  }
  return nil
}

/// Digits, with a point among them or not.
package func decimalProblem(_ text: String) -> String? {
  let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
  return parts.count <= 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(isDigit) }
    ? nil : "is not written in decimal digits"
}

/// A word that needs no quotes anywhere.
package func tokenProblem(_ text: String) -> String? {
  if let problem = lengthProblem(text, most: 128) { return problem }
  return text.utf8.allSatisfy { isAlphanumeric($0) || "-_".utf8.contains($0) }
    ? nil : "has characters other than letters, digits, '-' and '_'"
}
