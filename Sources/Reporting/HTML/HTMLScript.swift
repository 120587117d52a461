import Crypto

/// What filters the HTML page: a field for words, and a choice for each thing that entries say about themselves.
///
/// It makes its own controls, so that a page without scripts shows none that do nothing. No `<` and no `&`, because
/// the page is well-formed XML too.
let htmlScript: StaticString = """

  (function () {
    "use strict";
    var entries = Array.from(document.querySelectorAll("[data-entry]"));
    if (entries.length === 0) return;
    var names = ["framework", "tenant", "entry"];
    var titles = {framework: "Framework", tenant: "Tenant", entry: "Outcome"};
    var chosen = {};
    var words = "";
    function said(entry, name) {
      return (entry.getAttribute("data-" + name) || "").split(" ").filter(Boolean);
    }
    function fits(entry) {
      if (!names.every(function (name) {
        return !chosen[name] || said(entry, name).includes(chosen[name]);
      })) return false;
      return words.split(" ").every(function (word) {
        return entry.textContent.toLowerCase().includes(word);
      });
    }
    function update() {
      var shown = 0;
      var isFiltered = words !== "" || names.some(function (name) { return chosen[name]; });
      entries.forEach(function (entry) {
        entry.hidden = !fits(entry);
        if (!entry.hidden) shown += 1;
      });
      document.querySelectorAll("details").forEach(function (details) {
        var own = Array.from(details.querySelectorAll("[data-entry]"));
        var isHit = own.some(function (entry) { return !entry.hidden; });
        details.hidden = own.length !== 0 ? !isHit : false;
        details.open = isFiltered ? isHit : false;
      });
      count.textContent = shown + " of " + entries.length + " entries";
    }
    function add(parent, name, properties) {
      return parent.appendChild(Object.assign(document.createElement(name), properties));
    }
    var bar = Object.assign(document.createElement("form"), {className: "filter"});
    bar.addEventListener("submit", function (event) { event.preventDefault(); });
    var search = add(bar, "input", {type: "search", placeholder: "Search", ariaLabel: "Search"});
    search.addEventListener("input", function () { words = search.value.trim().toLowerCase(); update(); });
    names.forEach(function (name) {
      var values = Array.from(new Set(entries.flatMap(function (entry) { return said(entry, name); }))).sort();
      if (values.length === 0) return;
      var select = add(bar, "select", {ariaLabel: titles[name]});
      add(select, "option", {value: "", textContent: titles[name] + ": all"});
      values.forEach(function (value) { add(select, "option", {value: value, textContent: value}); });
      select.addEventListener("change", function () { chosen[name] = select.value; update(); });
    });
    var count = add(bar, "output", {className: "muted"});
    document.querySelector("main").prepend(bar);
    update();
  })();

  """

/// The script's digest, by which the page allows it and no other.
let htmlScriptDigest: String = {
  let bytes = htmlScript.withUTF8Buffer { unsafe Array($0) }
  return "sha256-" + base64(Array(SHA256.hash(data: bytes)))
}()

private func base64(_ bytes: [UInt8]) -> String {
  let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  var text: [UInt8] = []
  for start in stride(from: 0, to: bytes.count, by: 3) {
    let group = bytes[start..<min(start + 3, bytes.count)]
    let bits = group.reduce(0) { $0 << 8 | UInt32($1) } << (8 * UInt32(3 - group.count))
    for place in 0..<4 {
      let isPadding = place > group.count
      text.append(isPadding ? UInt8(ascii: "=") : letters[Int(bits >> (18 - 6 * UInt32(place)) & 63)])
    }
  }
  return String(decoding: text, as: UTF8.self)
}
