/** Style of the page at /docs: light and dark, from 360 px on. */
export const DOCS_STYLE = `
:root { color-scheme: light dark; --ink: #1c1b1a; --soft: #5c5853; --paper: #fdfcfa; --line: #ddd8d0; --box: #f4f1ec; --mark: #7a2e1d; }
@media (prefers-color-scheme: dark) { :root { --ink: #ece8e2; --soft: #aaa39a; --paper: #191817; --line: #3a3733; --box: #23211f; --mark: #f0a58f; } }
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: var(--paper); font: 16px/1.55 system-ui, sans-serif; }
a { color: var(--mark); } a:focus-visible, summary:focus-visible { outline: 2px solid var(--mark); outline-offset: 2px; }
.skip { position: absolute; left: -999px; } .skip:focus { left: 8px; top: 8px; background: var(--paper); padding: 8px; }
.page { display: grid; grid-template-columns: minmax(0, 1fr); max-width: 1240px; margin: 0 auto; }
nav { padding: 8px 16px; border-bottom: 1px solid var(--line); font-size: 14px; max-height: 40vh; overflow-y: auto; order: 1; }
main { order: 2; }
nav ul { list-style: none; margin: 0 0 12px; padding: 0; } nav li { margin: 2px 0; overflow-wrap: anywhere; }
nav h2 { font-size: 13px; margin: 12px 0 4px; color: var(--soft); text-transform: uppercase; letter-spacing: .04em; }
main { padding: 16px; min-width: 0; }
h1 { font-size: 28px; margin: 8px 0; } main h2 { margin: 40px 0 8px; font-size: 22px; }
article { border-top: 1px solid var(--line); padding: 20px 0; }
article h3 { margin: 0 0 6px; font-size: 17px; overflow-wrap: anywhere; } article h4 { margin: 16px 0 6px; font-size: 14px; }
code, pre { font: 13.5px/1.5 ui-monospace, Menlo, Consolas, monospace; }
code { background: var(--box); padding: 1px 4px; border-radius: 4px; overflow-wrap: anywhere; }
pre { background: var(--box); border: 1px solid var(--line); border-radius: 8px; padding: 10px 12px; overflow-x: auto; margin: 6px 0; }
pre code { background: none; padding: 0; }
.method { display: inline-block; min-width: 58px; font-weight: 700; color: var(--mark); }
.soft { color: var(--soft); } summary { cursor: pointer; margin: 6px 0; }
.wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: 14px; }
th, td { text-align: left; vertical-align: top; padding: 5px 10px 5px 0; border-bottom: 1px solid var(--line); } th { font-weight: 600; }
td { overflow-wrap: normal; } td code { overflow-wrap: normal; white-space: nowrap; }
@media (min-width: 900px) { .page { grid-template-columns: 280px minmax(0, 1fr); }
  nav { border: 0; border-right: 1px solid var(--line); height: 100vh; max-height: none; padding: 16px; position: sticky; top: 0; } main { padding: 24px 32px; } }
@media print { nav { display: none; } }
`;
