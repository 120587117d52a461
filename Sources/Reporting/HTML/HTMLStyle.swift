/// The look of the HTML page: light or dark as the reader's system says, and fit for paper.
///
/// No `<` and no `&`, because the page is well-formed XML too.
let htmlStyle: StaticString = """

  :root {
    color-scheme: light dark;
    --text: #1f2328; --muted: #59636e; --page: #ffffff; --panel: #f6f8fa; --line: #d1d9e0;
    --error: #b3261e; --warning: #8a5a00; --note: #0b5cad; --good: #116329; --mark: #ffe3b8;
  }
  @media (prefers-color-scheme: dark) {
    :root {
      --text: #e6edf3; --muted: #9da7b3; --page: #0d1117; --panel: #161b22; --line: #3d444d;
      --error: #ff8f85; --warning: #e3b341; --note: #79b8ff; --good: #56d364; --mark: #5a3e00;
    }
  }
  * { box-sizing: border-box; }
  body { margin: 0 auto; padding: 1.5rem; max-width: 70rem; background: var(--page); color: var(--text);
    font: 1rem/1.5 system-ui, sans-serif; }
  h1 { font-size: 1.5rem; margin: 0; }
  h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; }
  h3 { font-size: 1rem; margin: 0; overflow-wrap: anywhere; }
  .verdict { font-weight: 600; margin: .25rem 0; }
  .muted { color: var(--muted); }
  .badge.error, td.error, .failed { color: var(--error); }
  .badge.warning, .outdated { color: var(--warning); }
  .badge.note, .skipped { color: var(--note); }
  .passed, .written { color: var(--good); }
  .word { white-space: nowrap; }
  .control { min-width: 11rem; }
  td { vertical-align: top; }
  td p.muted { margin: 0; }
  .gap { color: var(--error); font-weight: 600; }
  .word.error { color: var(--error); }
  .accepted-deviation { color: var(--warning); }
  .met-in-scope, .supported { color: var(--good); }
  .evidence-only { color: var(--note); }
  .not-assessed, .not-applicable { color: var(--muted); }
  [hidden] { display: none; }
  .filter { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; position: sticky; top: 0;
    padding: .75rem 0; background: var(--page); border-bottom: 1px solid var(--line); }
  .filter input { flex: 1 1 14rem; }
  .filter input, .filter select { font: inherit; padding: .3rem .5rem; color: inherit;
    background: var(--panel); border: 1px solid var(--line); border-radius: .3rem; max-width: 100%; }
  table { border-collapse: collapse; width: 100%; }
  th, td { padding: .3rem .6rem; border-bottom: 1px solid var(--line); text-align: left; overflow-wrap: anywhere; }
  th { font-weight: 600; white-space: nowrap; }
  .count { text-align: right; font-variant-numeric: tabular-nums; }
  article, details { border: 1px solid var(--line); border-left-width: .3rem; border-radius: .3rem;
    margin: .75rem 0; padding: .6rem .8rem; break-inside: avoid; }
  article.error { border-left-color: var(--error); }
  article.warning { border-left-color: var(--warning); }
  article.note { border-left-color: var(--note); }
  article p { margin: .3rem 0 0; overflow-wrap: anywhere; }
  summary { cursor: pointer; font-weight: 600; overflow-wrap: anywhere; }
  .badge { font-size: .85rem; font-weight: 600; margin-right: .5rem; }
  .source { background: var(--panel); border-radius: .3rem; margin: .5rem 0 0; overflow-x: auto;
    font: .875rem/1.5 ui-monospace, monospace; }
  .source td { border: 0; padding: 0 .6rem; white-space: pre; }
  .source .number { width: 1%; text-align: right; color: var(--muted); user-select: none; }
  .source .text { direction: ltr; unicode-bidi: bidi-override; }
  .source .why { white-space: pre-wrap; }
  mark { background: var(--mark); color: inherit; border-radius: .15rem; }
  @media print {
    body { max-width: none; padding: 0; }
    .source { overflow: visible; }
    .filter { display: none; }
    details { break-inside: auto; }
    details::details-content { content-visibility: visible; display: block; }
  }

  """
